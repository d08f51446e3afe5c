package io.github.confgate.document.format;

import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;

/**
 * Reads a file named {@code .conf}, of which many programs' languages are, as its text tells: sections in brackets are INI, blocks
 * in braces with statements that end with {@code ;} are what nginx has, blocks in braces without them HOCON. All else,
 * and what that language cannot read, has one directive a line: whatever it means to its program, a line that changes is
 * told.
 */
public final class ConfLanguage implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Parsed parsed = of(text).parse(path, text, limits);
        return parsed instanceof Parsed.Failed ? new ConfParser().parse(path, text, limits) : parsed;
    }

    private static DocumentParser of(String text) {
        boolean section = false;
        boolean block = false;
        boolean statement = false;
        boolean slashes = false; // comments that nginx does not have
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
                slashes |= text.startsWith("//", first) || text.startsWith("/*", first);
                statement |= closing == ';' && text.charAt(first) != ';';
            }
            start = end + 1;
        }
        if (block && statement) {
            return slashes ? new ConfParser() : new NginxParser();
        }
        if (block) {
            return new HoconParser();
        }
        return section ? new IniParser() : new ConfParser();
    }
}
