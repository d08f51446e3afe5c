package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One pass over the lines of an INI file. */
final class IniReader {

    /** A stretch of the text. */
    private record Span(int start, int end) {}

    private static final class Section {
        final String name;
        final Region key;
        final int start;
        int end;
        final Map<String, Node.Entry> entries = new LinkedHashMap<>();

        Section(String name, Region key, int start, int end) {
            this.name = name;
            this.key = key;
            this.start = start;
            this.end = end;
        }
    }

    private final Cursor in;
    private final IniLines lines;
    private final Limits limits;
    private final Remarks remarks;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Section head = new Section("", Region.start(), 0, 0);
    private Section section = head;
    private int nodes;

    IniReader(Cursor in, Limits limits, Remarks remarks) {
        this.in = in;
        this.lines = new IniLines(in);
        this.limits = limits;
        this.remarks = remarks;
    }

    Node root() {
        while (!in.atEnd()) {
            IniLines.Line line = lines.next();
            if (line.isBlank() || lines.isComment(line.text())) {
                continue;
            }
            if (in.text.charAt(line.text()) == '[') {
                header(line);
            } else {
                key(line);
            }
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(head.entries);
        for (Section each : sections.values()) {
            // A key before all sections may have the name of one.
            Node.Entry own = entries.remove(each.name);
            List<Node.Entry> inside = new ArrayList<>(each.entries.values());
            if (own != null) {
                inside.add(0, new Node.Entry("", own.keyRegion(), own.value()));
            }
            Region region = in.region(own == null ? each.start : 0, each.end);
            Node map = new Node.Mapping(inside, region, null);
            entries.put(each.name, new Node.Entry(each.name, each.key, map));
        }
        return new Node.Mapping(List.copyOf(entries.values()), in.region(0, in.text.length()), null);
    }

    private void header(IniLines.Line line) {
        int open = line.text();
        int close = lines.closing(open + 1, line.end());
        if (close < 0) {
            throw in.unparsed(open, "a section's `[` is not closed");
        }
        if (!lines.endsBehind(close + 1, line.end())) {
            throw in.unparsed(close, "more text stands behind a section's `]`");
        }
        int start = lines.skipBlanks(open + 1, close);
        int end = lines.trimmed(start, close);
        if (start == end) {
            throw in.unparsed(open, "a section without a name");
        }
        section = sections.computeIfAbsent(in.text.substring(start, end), name -> {
            count(open);
            return new Section(name, in.region(start, end), open, close + 1);
        });
        section.end = close + 1;
    }

    private void key(IniLines.Line line) {
        int start = line.text();
        int sign = lines.sign(start, line.end());
        boolean flag = sign == line.end() || !IniLines.isSign(in.text.charAt(sign));
        int keyEnd = lines.trimmed(start, sign);
        if (keyEnd == start) {
            throw in.unparsed(start, "a value without a key");
        }
        String name = in.text.substring(start, keyEnd);
        Region key = in.region(start, keyEnd);
        Node value = flag ? scalar("", new Span(keyEnd, keyEnd)) : value(sign + 1, line);
        Node.Entry before = section.entries.remove(name);
        if (before != null && remarks.wanted()) {
            KeyPath path = section == head ? KeyPath.ROOT : KeyPath.ROOT.name(section.name);
            remarks.duplicate(path.name(name), before.keyRegion().line(), key.line());
        }
        count(start);
        section.entries.put(name, new Node.Entry(name, key, value));
    }

    private Node value(int from, IniLines.Line line) {
        Span first = span(from, line.end());
        Span whole = first;
        StringBuilder more = new StringBuilder();
        int behind = in.at;
        int blank = 0;
        while (!in.atEnd()) {
            IniLines.Line next = lines.next();
            if (next.isBlank()) {
                blank++;
            } else if (!lines.isComment(next.text())) {
                if (next.indent() <= line.indent()) {
                    break;
                }
                Span span = span(next.text(), next.end());
                more.append("\n".repeat(blank + 1)).append(in.text, span.start(), span.end());
                whole = new Span(whole.start() == whole.end() ? span.start() : whole.start(), span.end());
                blank = 0;
                behind = in.at;
            }
        }
        in.at = behind;
        return more.isEmpty()
                ? scalar(unquoted(first), first)
                : scalar(
                        more.insert(0, in.text.substring(first.start(), first.end()))
                                .toString(),
                        whole);
    }

    /** A value on its line, without the comment behind it; right behind the sign when it is empty. */
    private Span span(int from, int lineEnd) {
        int start = lines.skipBlanks(from, lineEnd);
        int end = lines.valueEnd(start, lineEnd);
        return start == end ? new Span(from, from) : new Span(start, end);
    }

    private String unquoted(Span span) {
        String text = in.text.substring(span.start(), span.end());
        int last = text.length() - 1;
        boolean quoted = last > 0 && "\"'".indexOf(text.charAt(0)) >= 0 && text.charAt(0) == text.charAt(last);
        return quoted ? text.substring(1, last) : text;
    }

    private Node scalar(String text, Span span) {
        section.end = Math.max(section.end, span.end());
        return new Node.Scalar(ScalarType.STRING, text, in.region(span.start(), span.end()), null);
    }

    private void count(int at) {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, in.line(at));
        }
    }
}
