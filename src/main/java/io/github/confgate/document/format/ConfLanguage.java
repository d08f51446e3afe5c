package io.github.confgate.document.format;

import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;

/**
 * Reads a file named {@code .conf}, of which many programs' languages are, as its text tells: sections in brackets are INI, blocks
 * in braces with statements that end with {@code ;} are what nginx has, blocks in braces without them HOCON, and what
 * neither can read is read by its braces alone. A file in which every line that is not indented is {@code name: value}
 * is YAML. All else, and what INI and YAML cannot read, has one directive a line: whatever it means to its program, a
 * line that changes is told.
 */
public final class ConfLanguage implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        DocumentParser parser = of(text);
        Parsed parsed = parser.parse(path, text, limits);
        if (parsed instanceof Parsed.Ok || parser instanceof BracesParser) {
            return parsed;
        }
        boolean braces = parser instanceof NginxParser || parser instanceof HoconParser;
        return (braces ? new BracesParser() : new ConfParser()).parse(path, text, limits);
    }

    private static DocumentParser of(String text) {
        boolean section = false;
        boolean block = false;
        boolean statement = false;
        boolean slashes = false; // comments that nginx does not have
        boolean arrow = false; // as Logstash writes what others write with a sign
        boolean tag = false; // <Directory />
        boolean colons = true;
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int first = start;
            int last = end;
            while (first < last && text.charAt(first) <= ' ') {
                first++;
            }
            while (last > first && text.charAt(last - 1) <= ' ') {
                last--;
            }
            if (first < last && text.charAt(first) != '#') {
                char closing = text.charAt(last - 1);
                section |= text.charAt(first) == '[' && closing == ']';
                block |= closing == '{';
                tag |= text.charAt(first) == '<' && closing == '>';
                arrow |= text.startsWith("=>", nameEnd(text, first, last));
                colons &= first > start || isEntry(text, first, last);
                slashes |= text.startsWith("//", first) || text.startsWith("/*", first);
                statement |= closing == ';' && text.charAt(first) != ';';
            }
            start = end + 1;
        }
        if (block && !tag) {
            boolean none = slashes && statement || arrow;
            return none ? new BracesParser() : statement ? new NginxParser() : new HoconParser();
        }
        return section ? new IniParser() : colons && !text.isBlank() ? new YamlParser() : new ConfParser();
    }

    /** Where a sign may stand behind the first word of a line. */
    private static int nameEnd(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) > ' ' && text.charAt(i) != '=') {
            i++;
        }
        while (i < end && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** Whether a line is {@code name:} or {@code name: value}. */
    private static boolean isEntry(String text, int from, int end) {
        int i = from;
        while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || "_.-".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > from && i < end && text.charAt(i) == ':' && (i + 1 == end || text.charAt(i + 1) == ' ');
    }
}
