package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One pass over a text in HOCON. */
final class HoconReader {

    private static final Set<String> INCLUDES = Set.of("required", "file", "classpath", "url", "package");

    private final Cursor in;
    private final Limits limits;
    private final Remarks remarks;
    private final List<KeyPath.Segment> path = new ArrayList<>();
    private int nodes;

    HoconReader(Cursor in, Limits limits, Remarks remarks) {
        this.in = in;
        this.limits = limits;
        this.remarks = remarks;
    }

    Node root() {
        HoconText.skipLines(in);
        Node root;
        if (in.peek() == '[') {
            int start = in.at;
            root = new Node.Sequence(list(0), in.region(start, in.at), null);
        } else {
            HoconObject object = new HoconObject();
            if (in.peek() == '{') {
                braces(object, 0);
            } else {
                fields(object, 0, -1);
            }
            root = new Node.Mapping(object.entries(in), in.region(0, in.text.length()), null);
        }
        HoconText.skipLines(in);
        if (!in.atEnd()) {
            throw in.unparsed("more text stands behind the closing bracket");
        }
        return root;
    }

    private void braces(HoconObject object, int depth) {
        int open = in.at++;
        checkDepth(depth, open);
        fields(object, depth, open);
        object.cover(open, in.at);
    }

    /** @param open where the brace stands that opens the object; negative for a file without */
    private void fields(HoconObject object, int depth, int open) {
        HoconText.skipLines(in);
        while (!closes('}', open)) {
            field(object, depth);
            separator('}', open);
        }
    }

    private boolean closes(char bracket, int open) {
        if (in.atEnd()) {
            if (open >= 0) {
                throw in.unparsed(open, "a bracket is not closed");
            }
            return true;
        }
        return open >= 0 && in.take(bracket);
    }

    private void separator(char bracket, int open) {
        boolean ended = HoconText.skipLines(in);
        if (in.take(',')) {
            HoconText.skipLines(in);
        } else if (!ended && !(open >= 0 && in.peek() == bracket)) {
            throw in.unparsed(
                    "a comma or a new line is wanted before this; put text with reserved characters in quotes");
        }
    }

    private void field(HoconObject object, int depth) {
        int start = in.at;
        if (isInclude()) {
            include(start);
            return;
        }
        List<HoconText.Step> steps = HoconText.path(in, limits);
        checkDepth(depth + steps.size() - 1, start);
        int behind = in.at;
        HoconText.skipLines(in);
        int sign = in.at;
        boolean plus = in.take("+=");
        boolean separated = plus || in.take(':') || in.take('=');
        if (!separated && in.peek() != '{') {
            throw in.unparsed(behind, "a key without a value");
        }
        HoconText.skipLines(in);
        HoconObject target = object;
        HoconText.Step last = steps.get(steps.size() - 1);
        for (HoconText.Step step : steps) {
            path.add(new KeyPath.Name(step.name()));
            count(step.start());
        }
        HoconValue value = separated ? value(depth + steps.size()) : object(depth + steps.size());
        for (HoconText.Step step : steps.subList(0, steps.size() - 1)) {
            target = target.field(step.name(), step.start(), step.end()).open(step.start(), step.end());
        }
        HoconField field = target.field(last.name(), last.start(), last.end());
        if (!plus) {
            field.set(value, last.start(), last.end(), path, remarks, in);
        } else if (!field.append(node(value), value.end())) {
            field.set(added(start, last.end(), sign, value), last.start(), last.end(), path, remarks, in);
        }
        path.subList(path.size() - steps.size(), path.size()).clear();
    }

    /** {@code x += 1} where no list stands before is {@code x = ${?x} [1]}; the sign stands for the substitution. */
    private HoconValue added(int keyStart, int keyEnd, int sign, HoconValue value) {
        String before = "${?" + in.text.substring(keyStart, keyEnd) + "}";
        List<Node> items = new ArrayList<>(2);
        items.add(new Node.Scalar(ScalarType.STRING, before, in.region(sign, sign + 2), null));
        items.add(node(value));
        return new HoconValue.Items(items, sign, value.end());
    }

    private Node node(HoconValue value) {
        HoconField field = new HoconField("", value.start(), value.start());
        field.set(value, value.start(), value.start(), path, remarks, in);
        return field.entry(in).value();
    }

    /** An object right behind its key; nothing can be joined to it. */
    private HoconValue object(int depth) {
        int start = in.at;
        HoconObject object = new HoconObject();
        braces(object, depth);
        return new HoconValue.Fields(object, null, start, in.at);
    }

    private HoconValue value(int depth) {
        HoconConcatenation value = new HoconConcatenation(in);
        while (true) {
            HoconText.skipBlanks(in);
            int start = in.at;
            int c = in.peek();
            if (c == Cursor.END || "\n,}]".indexOf(c) >= 0 || HoconText.isComment(in)) {
                return value.value();
            }
            switch (c) {
                case '{' -> {
                    HoconObject before = value.object();
                    HoconObject object = new HoconObject();
                    braces(object, depth);
                    if (before != null) {
                        before.merge(object, path, remarks, in);
                    }
                    value.object(before == null ? object : before, start);
                }
                case '[' -> value.items(list(depth), start);
                case '"' -> value.text(HoconText.quoted(in), true, start);
                case '$' -> value.reference(substitution(), start);
                default -> value.text(HoconText.unquoted(in), false, start);
            }
        }
    }

    private List<Node> list(int depth) {
        int open = in.at++;
        checkDepth(depth, open);
        List<Node> items = new ArrayList<>();
        HoconText.skipLines(in);
        while (!closes(']', open)) {
            count(in.at);
            path.add(new KeyPath.Index(items.size()));
            items.add(node(value(depth + 1)));
            path.remove(path.size() - 1);
            separator(']', open);
        }
        return items;
    }

    /** Goes over a substitution; whether it is optional. */
    private boolean substitution() {
        int start = in.at;
        if (!in.take("${")) {
            throw in.unparsed("a `$` that opens no substitution; put the text in quotes");
        }
        boolean optional = in.take('?');
        HoconText.path(in, limits);
        HoconText.skipBlanks(in);
        in.take("[]");
        if (!in.take('}')) {
            throw in.unparsed(start, "a substitution is not closed");
        }
        return optional;
    }

    private boolean isInclude() {
        if (!in.sees("include")) {
            return false;
        }
        int start = in.at;
        in.at += "include".length();
        boolean whole = !HoconText.isUnquoted(in);
        in.at = start;
        return whole;
    }

    private void include(int start) {
        in.at += "include".length();
        HoconText.skipLines(in);
        int open = 0;
        while (Character.isLetter(in.peek())) {
            int word = in.at;
            while (Character.isLetter(in.peek())) {
                in.at++;
            }
            if (!INCLUDES.contains(in.from(word)) || !in.take('(')) {
                throw in.unparsed(start, "an `include` without a name in quotes");
            }
            open++;
            HoconText.skipBlanks(in);
        }
        if (in.peek() != '"') {
            throw in.unparsed(start, "an `include` without a name in quotes");
        }
        String target = HoconText.quoted(in);
        for (; open > 0; open--) {
            HoconText.skipBlanks(in);
            if (!in.take(')')) {
                throw in.unparsed(start, "an `include` whose bracket is not closed");
            }
        }
        remarks.unresolved(in.line(start), "`include`", target);
    }

    private void checkDepth(int depth, int at) {
        if (depth >= limits.depth()) {
            throw Refusal.tooDeep(limits, in.line(at));
        }
    }

    private void count(int at) {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, in.line(at));
        }
    }
}
