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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over the lines of an INI file. */
final class IniReader {

    /** A stretch of the text. */
    private record Span(int start, int end) {}

    /** What opens an inventory that is no INI. */
    private static final Set<String> IS_YAML = Set.of("---", "all:", "plugin:");

    private final Cursor in;
    private final IniLines lines;
    private final Limits limits;
    private final Remarks remarks;
    /** Those of a name in the order of the file: one, where they are not each a thing of its own. */
    private final Map<String, List<IniSection>> sections = new LinkedHashMap<>();

    private final IniSection head = new IniSection("", Region.start(), 0, 0);
    private IniSection section = head;
    private final IniFlavour flavour;
    private int nodes;

    IniReader(Cursor in, IniFlavour flavour, Limits limits, Remarks remarks) {
        this.in = in;
        this.flavour = flavour;
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
            } else if (flavour == IniFlavour.INVENTORY && !section.name.endsWith(":vars")) {
                host(line);
            } else if (flavour == IniFlavour.SHIRO && section.name.equals("users")) {
                user(line);
            } else if (flavour == IniFlavour.FLUENT_BIT) {
                property(line);
            } else {
                key(line);
            }
        }
        Map<String, Node.Entry> entries = head.entries();
        for (List<IniSection> each : sections.values()) {
            IniSection first = each.get(0);
            // A key before all sections may have the name of one.
            Node.Entry own = entries.remove(first.name);
            Node value = flavour.isThing(first.name) ? list(each) : map(first, own);
            entries.put(first.name, new Node.Entry(first.name, first.key, value));
        }
        return new Node.Mapping(List.copyOf(entries.values()), in.region(0, in.text.length()), null);
    }

    private Node map(IniSection section, Node.@Nullable Entry own) {
        List<Node.Entry> inside = new ArrayList<>(section.entries().values());
        if (own != null) {
            inside.add(0, new Node.Entry("", own.keyRegion(), own.value()));
        }
        return new Node.Mapping(inside, in.region(own == null ? section.start : 0, section.end), null);
    }

    private Node list(List<IniSection> things) {
        List<Node> items = things.stream().map(thing -> map(thing, null)).toList();
        return new Node.Sequence(items, in.region(things.get(0).start, things.get(things.size() - 1).end), null);
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
        String name = in.text.substring(start, end);
        List<IniSection> same = sections.computeIfAbsent(name, each -> new ArrayList<>(1));
        if (same.isEmpty() || flavour.isThing(name)) {
            count(open);
            same.add(new IniSection(name, in.region(start, end), open, close + 1));
        }
        section = same.get(same.size() - 1);
        section.end = close + 1;
    }

    /** A property of Fluent Bit: a key, white space, and all the rest of the line. */
    private void property(IniLines.Line line) {
        int start = line.text();
        int keyEnd = start;
        while (keyEnd < line.end() && in.text.charAt(keyEnd) > ' ') {
            keyEnd++;
        }
        String name = in.text.substring(start, keyEnd);
        int from = lines.skipBlanks(keyEnd, line.end());
        int to = lines.trimmed(from, line.end());
        count(start);
        Node value = scalar(in.text.substring(from, to), from == to ? new Span(keyEnd, keyEnd) : new Span(from, to));
        if (name.equalsIgnoreCase("@include")) {
            remarks.unresolved(in.line(start), "`@INCLUDE`", in.text.substring(from, to));
        }
        section.add(new Node.Entry(name, in.region(start, keyEnd), value));
    }

    /** A user of Shiro: {@code name = password, role, role}. */
    private void user(IniLines.Line line) {
        int start = line.text();
        int sign = lines.sign(start, line.end());
        int keyEnd = lines.trimmed(start, sign);
        int from = lines.skipBlanks(Math.min(sign + 1, line.end()), line.end());
        int to = lines.trimmed(from, line.end());
        int comma = in.text.indexOf(',', from);
        int passwordEnd = comma < 0 || comma > to ? to : lines.trimmed(from, comma);
        if (keyEnd == start || from >= passwordEnd) {
            key(line);
            return;
        }
        count(start);
        List<Node.Entry> fields = new ArrayList<>(2);
        Node password = scalar(in.text.substring(from, passwordEnd), new Span(from, passwordEnd));
        fields.add(new Node.Entry("password", in.region(from, passwordEnd), password));
        int roles = comma < 0 || comma > to ? to : lines.skipBlanks(comma + 1, to);
        if (roles < to) {
            count(start);
            Node rest = scalar(in.text.substring(roles, to), new Span(roles, to));
            fields.add(new Node.Entry("roles", in.region(roles, to), rest));
        }
        put(new Node.Entry(
                in.text.substring(start, keyEnd),
                in.region(start, keyEnd),
                new Node.Mapping(fields, in.region(from, to), null)));
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
        Node value = flag
                ? scalar("", new Span(keyEnd, keyEnd))
                : flavour == IniFlavour.UNIT ? setting(sign + 1, line) : value(sign + 1, line);
        count(start);
        if (flavour.isList(name)) {
            section.add(new Node.Entry(name, key, value));
        } else {
            put(new Node.Entry(name, key, value));
        }
    }

    private void host(IniLines.Line line) {
        Node.Entry host = IniHosts.host(in, line.text(), line.end());
        if (nodes == 0 && IS_YAML.contains(host.key())) {
            throw in.unparsed(line.text(), "this inventory is YAML; tell so in the policy's `documents:`");
        }
        count(line.text());
        if (host.value() instanceof Node.Mapping variables) {
            variables.entries().forEach(each -> count(line.text()));
        }
        section.end = Math.max(section.end, line.end());
        put(host);
    }

    private void put(Node.Entry entry) {
        Node.Entry before = section.put(entry);
        if (before != null && remarks.wanted()) {
            KeyPath path = section == head ? KeyPath.ROOT : KeyPath.ROOT.name(section.name);
            if (flavour.isThing(section.name)) {
                path = path.then(new KeyPath.Index(
                        sections.getOrDefault(section.name, List.of()).size() - 1));
            }
            remarks.duplicate(
                    path.name(entry.key()),
                    before.keyRegion().line(),
                    entry.keyRegion().line());
        }
    }

    /** A setting of a unit: all of the line, and of the next where a backslash ends it, comments between left out. */
    private Node setting(int from, IniLines.Line line) {
        int start = lines.skipBlanks(from, line.end());
        int end = lines.trimmed(start, line.end());
        StringBuilder text = new StringBuilder();
        int begin = start;
        while (end > begin && in.text.charAt(end - 1) == '\\' && !in.atEnd()) {
            text.append(in.text, begin, end - 1).append(' ');
            IniLines.Line next = lines.next();
            while (!next.isBlank() && lines.isComment(next.text()) && !in.atEnd()) {
                next = lines.next();
            }
            begin = next.text();
            end = lines.trimmed(begin, next.end());
        }
        text.append(in.text, begin, Math.max(begin, end));
        return start >= end
                ? scalar(text.toString().strip(), new Span(from, from))
                : scalar(text.toString(), new Span(start, end));
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
