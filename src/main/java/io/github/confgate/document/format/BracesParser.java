package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads languages that have one directive a line and blocks in braces: <a
 * href="https://www.elastic.co/guide/en/logstash/current/configuration-file-structure.html">Logstash</a>'s pipelines
 * ({@code name => value}), keepalived, BIND, rsyslog's scripts ({@code module(load="x")}), ALSA. A block is opened by a
 * line that ends with <code>{</code>, what stands before it names the block, and closed by a line that begins with
 * <code>}</code>. A value goes on as long as brackets in it are open. What does not fit is refused, so that no brace
 * becomes a key.
 */
final class BracesParser implements DocumentParser {

    private static final String NAME_ENDS = " \t=({";

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try {
            Cursor in = new Cursor(text, Lines.of(text), "configuration of blocks in braces");
            Reading reading = new Reading(in, new Directives(in, limits), remarks);
            while (!in.atEnd()) {
                reading.line();
            }
            if (reading.directives.depth() > 0) {
                throw in.unparsed(text.length(), "a block is not closed");
            }
            return new Parsed.Ok(
                    new Document(path, Format.CONF, Parts.of(path, List.of(reading.directives.root()))),
                    remarks.list(),
                    remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static final class Reading {
        private final Cursor in;
        private final IniLines lines;
        private final Directives directives;
        private final Remarks remarks;
        private boolean inComment;

        Reading(Cursor in, Directives directives, Remarks remarks) {
            this.in = in;
            this.lines = new IniLines(in);
            this.directives = directives;
            this.remarks = remarks;
        }

        void line() {
            IniLines.Line line = lines.next();
            int start = line.text();
            int end = lines.trimmed(start, line.end());
            if (inComment || in.text.startsWith("/*", start)) {
                inComment = !in.text.substring(start, end).contains("*/");
                return;
            }
            if (start == end || in.text.charAt(start) == '#' || in.text.startsWith("//", start)) {
                return;
            }
            end = ConfText.valueEnd(in.text, start, end);
            while (start < end && in.text.charAt(start) == '}') {
                if (directives.depth() == 0) {
                    throw in.unparsed(start, "a block ends that did not begin");
                }
                directives.close(start + 1);
                start = lines.skipBlanks(start + 1, end);
                start = start < end && ";,".indexOf(in.text.charAt(start)) >= 0
                        ? lines.skipBlanks(start + 1, end)
                        : start;
            }
            if (start < end && in.text.charAt(end - 1) == '{' && open(start, end) == 1) {
                directives.open(block(start, end - 1), start);
            } else if (start < end) {
                directive(start, end);
            }
        }

        /** What stands before a brace: a name, and its arguments as one step more. */
        private List<Directives.Step> block(int start, int end) {
            int nameEnd = nameEnd(start, end);
            int from = lines.skipBlanks(nameEnd, end);
            if (in.text.startsWith("=", from) || in.text.startsWith("=>", from)) {
                from = lines.skipBlanks(from + (in.text.startsWith("=>", from) ? 2 : 1), end);
            }
            int to = lines.trimmed(from, end);
            List<Directives.Step> steps = new ArrayList<>();
            steps.add(new Directives.Step(in.text.substring(start, nameEnd), start, nameEnd));
            if (from < to) {
                steps.add(new Directives.Step(ConfText.unquoted(in.text.substring(from, to)), from, to));
            }
            return steps;
        }

        private void directive(int start, int lineEnd) {
            int end = lineEnd;
            for (int open = open(start, end); open != 0; ) {
                if (open < 0 || in.atEnd()) {
                    throw in.unparsed(start, "brackets do not pair");
                }
                IniLines.Line next = lines.next();
                end = ConfText.valueEnd(in.text, next.start(), next.end());
                open += open(next.start(), end);
            }
            int nameEnd = nameEnd(start, end);
            int from = lines.skipBlanks(nameEnd, end);
            if (from < end && in.text.charAt(from) == '=') {
                from = lines.skipBlanks(from + (in.text.startsWith("=>", from) ? 2 : 1), end);
            }
            int to = end;
            while (to > from && (in.text.charAt(to - 1) == ';' || in.text.charAt(to - 1) <= ' ')) {
                to--;
            }
            if (from == end) {
                while (nameEnd > start + 1 && in.text.charAt(nameEnd - 1) == ';') {
                    nameEnd--;
                }
                from = nameEnd;
                to = nameEnd;
            }
            String name = in.text.substring(start, nameEnd);
            String value = ConfText.value(in.text.substring(from, to));
            if (name.toLowerCase(Locale.ROOT).startsWith("include") || name.startsWith("$Include")) {
                remarks.unresolved(in.line(start), "`" + name + "`", value);
            }
            directives.add(List.of(new Directives.Step(name, start, nameEnd)), value, from, to);
        }

        private int nameEnd(int from, int end) {
            int i = from;
            char first = in.text.charAt(from);
            if (first == '"' || first == '\'') {
                int close = in.text.indexOf(first, from + 1);
                return close < 0 || close >= end ? end : close + 1;
            }
            while (i < end && NAME_ENDS.indexOf(in.text.charAt(i)) < 0) {
                i++;
            }
            if (i == from) {
                throw in.unparsed(from, "a block or a value without a name");
            }
            return i;
        }

        /** How many brackets are open at the end of a stretch; quotes hide brackets. */
        private int open(int start, int end) {
            int open = 0;
            char quote = 0;
            for (int i = start; i < end; i++) {
                char c = in.text.charAt(i);
                if (quote != 0) {
                    quote = c == quote && in.text.charAt(i - 1) != '\\' ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if ("{[(".indexOf(c) >= 0) {
                    open++;
                } else if ("}])".indexOf(c) >= 0) {
                    open--;
                }
            }
            return open;
        }
    }
}
