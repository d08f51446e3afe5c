package io.github.confgate.document.format;

import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a text in TOML, line by line. */
final class TomlReader {

    private static final String TAKEN = "a key or table is defined a second time";

    private final Cursor in;
    private final Limits limits;
    private int nodes;

    TomlReader(Cursor in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    Node root() {
        TomlTable root = TomlTable.whole(0);
        TomlTable current = root;
        while (!in.atEnd()) {
            in.skipBlanks();
            if (in.peek() == '[') {
                current = header(root);
            } else if (!atLineEnd()) {
                keyValue(current);
            }
            endLine();
        }
        Node.Mapping tree = root.node(in);
        return new Node.Mapping(tree.entries(), in.region(0, in.text.length()), null);
    }

    private TomlTable header(TomlTable root) {
        int start = in.at++;
        boolean array = in.take('[');
        List<TomlKey> steps = TomlKey.steps(in, limits);
        if (!in.take(array ? "]]" : "]")) {
            throw in.unparsed("a table's header is not closed");
        }
        TomlTable table = root;
        for (TomlKey step : steps.subList(0, steps.size() - 1)) {
            table = open(table.onTheWay(step), step);
        }
        TomlKey last = steps.get(steps.size() - 1);
        TomlTable found = array ? table.appended(last, start, in.at) : table.defined(last, start, in.at);
        return open(found, last);
    }

    private void keyValue(TomlTable table) {
        List<TomlKey> steps = TomlKey.steps(in, limits);
        if (!in.take('=')) {
            throw in.unparsed("a key without `=`");
        }
        in.skipBlanks();
        TomlTable target = table;
        for (TomlKey step : steps.subList(0, steps.size() - 1)) {
            target = open(target.dotted(step), step);
        }
        TomlKey last = steps.get(steps.size() - 1);
        Node value = value(target.depth + 1);
        if (!target.put(last, value, in.at)) {
            throw in.unparsed(last.start(), TAKEN);
        }
    }

    private TomlTable open(@Nullable TomlTable table, TomlKey step) {
        if (table == null) {
            throw in.unparsed(step.start(), TAKEN);
        }
        count(step.start());
        checkDepth(table.depth, step.start());
        return table;
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

    private Node value(int depth) {
        int start = in.at;
        count(start);
        switch (in.peek()) {
            case '"', '\'' -> {
                String text = TomlStrings.value(in);
                return new Node.Scalar(ScalarType.STRING, text, in.region(start, in.at), null);
            }
            case '[' -> {
                return array(depth);
            }
            case '{' -> {
                return inlineTable(depth);
            }
            default -> {
                return bare();
            }
        }
    }

    private Node bare() {
        int start = in.at;
        skipWord();
        if (in.peek() == ' ' && isDigit(in.peek(1)) && TomlTimes.isDate(in.from(start))) {
            in.at++;
            skipWord();
        }
        String text = in.from(start);
        ScalarType type = TomlScalars.type(text);
        if (type == null) {
            throw in.unparsed(
                    start,
                    text.isEmpty()
                            ? "a key without a value"
                            : "a value that is no number, date, `true` or `false`; put text in quotes");
        }
        return new Node.Scalar(type, text, in.region(start, in.at), null);
    }

    private void skipWord() {
        while (!in.atEnd() && " \t\r\n,]}#".indexOf(in.peek()) < 0) {
            in.at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private Node array(int depth) {
        int start = in.at;
        checkDepth(depth, start);
        List<Node> items = new ArrayList<>();
        in.at++;
        skipLines();
        while (!in.take(']')) {
            items.add(value(depth + 1));
            skipLines();
            if (!in.take(',') && in.peek() != ']') {
                throw in.unparsed(in.atEnd() ? start : in.at, "an array goes on without a comma or is not closed");
            }
            skipLines();
        }
        return new Node.Sequence(items, in.region(start, in.at), null);
    }

    private Node inlineTable(int depth) {
        int start = in.at;
        checkDepth(depth, start);
        TomlTable table = TomlTable.whole(depth);
        in.at++;
        skipLines();
        while (!in.take('}')) {
            keyValue(table);
            skipLines();
            if (!in.take(',') && in.peek() != '}') {
                throw in.unparsed(
                        in.atEnd() ? start : in.at, "an inline table goes on without a comma or is not closed");
            }
            skipLines();
        }
        return new Node.Mapping(table.node(in).entries(), in.region(start, in.at), null);
    }

    /** Blanks, line breaks and comments inside of brackets. */
    private void skipLines() {
        in.skipBlanks();
        while (!in.atEnd() && atLineEnd()) {
            endLine();
            in.skipBlanks();
        }
    }

    private boolean atLineEnd() {
        int c = in.peek();
        return c == Cursor.END || c == '\n' || c == '\r' || c == '#';
    }

    private void endLine() {
        in.skipBlanks();
        if (in.peek() == '#') {
            while (!in.atEnd() && !TomlStrings.isControl(in.peek())) {
                in.at++;
            }
        }
        if (!in.atEnd() && !in.take('\n') && !in.take("\r\n")) {
            throw in.unparsed(
                    TomlStrings.isControl(in.peek())
                            ? "a control character stands in the text as it is"
                            : "more text stands behind a value or header");
        }
    }
}
