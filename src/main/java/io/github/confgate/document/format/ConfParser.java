package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.PathGlob;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import java.util.List;
import java.util.Locale;

/**
 * Reads the configuration of servers that have one directive a line: {@code name value} or {@code name = value}, as
 * <a href="https://www.postgresql.org/docs/current/config-setting.html">PostgreSQL</a>, Redis, sysctl, RabbitMQ,
 * Mosquitto and sshd do, and {@code <Name arguments>} to {@code </Name>} around some, as
 * <a href="https://httpd.apache.org/docs/current/configuring.html">Apache</a> does. {@code #} begins a comment at the
 * beginning of a line, and behind white space outside of quotes. Quotes around a whole value fall away. A directive that
 * stands several times is a list. In files of OpenSSH {@code Match} and {@code Host} begin a block that goes on to the
 * next one.
 */
public final class ConfParser implements DocumentParser {

    /** Servers to which a comment is a line of its own: a hash behind a name is a part of what it says. */
    private static final List<PathGlob> WHOLE_LINES = PathGlob.allOf(
            "**/*{redis,sentinel,valkey,keydb}*.conf **/{redis,valkey,keydb}/**/*.conf **/sysctl*.conf **/sysctl.d/*.conf");

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try {
            Cursor in = new Cursor(text, Lines.of(text), "configuration of directives");
            Directives directives = new Directives(in, limits);
            IniLines lines = new IniLines(in);
            boolean comments = !PathGlob.anyMatches(WHOLE_LINES, path.toLowerCase(Locale.ROOT));
            boolean ssh = path.endsWith("ssh_config") || path.endsWith("sshd_config");
            while (!in.atEnd()) {
                IniLines.Line line = lines.next();
                if (ssh && opensBlock(text, line)) {
                    if (directives.depth() > 0) {
                        directives.close(line.start());
                    }
                    directives.open(steps(in, lines, line.text(), lines.trimmed(line.text(), line.end())), line.text());
                } else if (!line.isBlank() && text.charAt(line.text()) != '#') {
                    directive(in, lines, line, comments, directives, remarks);
                }
            }
            if (ssh && directives.depth() > 0) {
                directives.close(text.length());
            }
            if (directives.depth() > 0) {
                throw in.unparsed(text.length(), "a block is not closed");
            }
            return new Parsed.Ok(
                    new Document(path, Format.CONF, Parts.of(path, List.of(directives.root()))),
                    remarks.list(),
                    remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static void directive(
            Cursor in, IniLines lines, IniLines.Line line, boolean comments, Directives directives, Remarks remarks) {
        int start = line.text();
        if (in.text.charAt(start) == '<') {
            block(in, lines, line, directives);
            return;
        }
        int nameEnd = nameEnd(in.text, start, line.end());
        int sign = lines.skipBlanks(nameEnd, line.end());
        boolean assigned = sign < line.end() && in.text.charAt(sign) == '=';
        if (nameEnd == start) {
            throw in.unparsed(start, "a value without a name");
        }
        String name = in.text.substring(start, nameEnd);
        int valueStart = lines.skipBlanks(assigned ? sign + 1 : sign, line.end());
        int valueEnd = comments ? valueEnd(in, lines, valueStart, line.end()) : lines.trimmed(valueStart, line.end());
        if (valueStart >= valueEnd) {
            valueStart = assigned ? sign + 1 : nameEnd;
            valueEnd = valueStart;
        }
        String value = ConfText.value(in.text.substring(valueStart, valueEnd));
        if (name.toLowerCase(Locale.ROOT).startsWith("include")) {
            remarks.unresolved(in.line(start), "`" + name + "`", value);
        }
        directives.add(List.of(new Directives.Step(name, start, nameEnd)), value, valueStart, valueEnd);
    }

    /** A backslash at the end of a line goes on with the next. */
    private static int valueEnd(Cursor in, IniLines lines, int start, int lineEnd) {
        int end = ConfText.valueEnd(in.text, start, lineEnd);
        while (end > start && end == lines.trimmed(start, lineEnd) && in.text.charAt(end - 1) == '\\' && !in.atEnd()) {
            IniLines.Line next = lines.next();
            end = ConfText.valueEnd(in.text, next.start(), next.end());
            lineEnd = next.end();
        }
        return Math.max(start, end);
    }

    private static void block(Cursor in, IniLines lines, IniLines.Line line, Directives directives) {
        int end = lines.trimmed(line.text(), line.end());
        int start = line.text() + 1;
        if (in.text.charAt(end - 1) != '>') {
            throw in.unparsed(line.text(), "the `<` of a block is not closed on its line");
        }
        if (start < end && in.text.charAt(start) == '/') {
            if (directives.depth() == 0) {
                throw in.unparsed(line.text(), "a block ends that did not begin");
            }
            directives.close(end);
            return;
        }
        directives.open(steps(in, lines, start, end - 1), line.text());
    }

    private static boolean opensBlock(String text, IniLines.Line line) {
        int end = nameEnd(text, line.text(), line.end());
        String name = text.substring(line.text(), end).toLowerCase(Locale.ROOT);
        return name.equals("match") || name.equals("host");
    }

    /** The name of a block, and its arguments as one step more. */
    private static List<Directives.Step> steps(Cursor in, IniLines lines, int start, int end) {
        int nameEnd = nameEnd(in.text, start, end);
        int from = lines.skipBlanks(nameEnd, end);
        int to = lines.trimmed(from, end);
        if (nameEnd == start) {
            throw in.unparsed(start, "a block without a name");
        }
        Directives.Step name = new Directives.Step(in.text.substring(start, nameEnd), start, nameEnd);
        return from == to
                ? List.of(name)
                : List.of(name, new Directives.Step(ConfText.unquoted(in.text.substring(from, to)), from, to));
    }

    private static int nameEnd(String text, int from, int end) {
        int i = from;
        while (i < end && " \t=".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
