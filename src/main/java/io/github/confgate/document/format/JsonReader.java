package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;

/** One pass over a text in JSON: values, lists and maps. {@link JsonText} reads the words of it. */
final class JsonReader {

    private final JsonText in;
    private final Limits limits;
    private final Remarks remarks;
    private final boolean lenient;
    /** The names of the keys, and the lists, in which the place stands. */
    private final List<Object> path = new ArrayList<>();

    private int nodes;

    /** @param lenient whether comments and a comma before a closing bracket may stand in it */
    JsonReader(String text, Limits limits, Remarks remarks, boolean lenient) {
        this.in = new JsonText(text, lenient);
        this.limits = limits;
        this.remarks = remarks;
        this.lenient = lenient;
    }

    Node root() {
        in.skip();
        if (in.peek() == JsonText.END) {
            throw in.unparsed("the text ends where a value must stand");
        }
        Node root = value();
        in.skip();
        if (in.peek() != JsonText.END) {
            throw "{[\"-0123456789tfn".indexOf(in.peek()) >= 0
                    ? in.unparsed("more text stands behind the value")
                    : in.broken();
        }
        return root;
    }

    private Node value() {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, in.line());
        }
        int start = in.at;
        int column = in.column();
        String text;
        ScalarType type;
        switch (in.peek()) {
            case '"' -> {
                text = in.string();
                type = ScalarType.STRING;
            }
            case '{' -> {
                return map();
            }
            case '[' -> {
                return list();
            }
            case 't' -> {
                text = in.word("true");
                type = ScalarType.BOOLEAN;
            }
            case 'f' -> {
                text = in.word("false");
                type = ScalarType.BOOLEAN;
            }
            case 'n' -> {
                text = in.word("null");
                type = ScalarType.NULL;
            }
            default -> {
                type = in.number();
                text = in.from(start);
            }
        }
        return new Node.Scalar(type, text, in.toHere(column), null);
    }

    private Node map() {
        int line = in.line();
        int column = in.column();
        descend();
        JsonMap map = new JsonMap();
        in.at++;
        in.skip();
        boolean more = !in.take('}');
        while (more) {
            int start = in.column();
            String name = in.name();
            Region key = in.toHere(start);
            path.add(name);
            Node.Entry before = map.remove(name);
            if (before != null && remarks.wanted()) {
                remarks.duplicate(key(), before.keyRegion().line(), key.line());
            }
            in.skip();
            in.expect(':');
            in.skip();
            map.add(new Node.Entry(name, key, value()));
            path.remove(path.size() - 1);
            more = goesOn('}');
        }
        return new Node.Mapping(map.list(), in.toHere(line, column), null);
    }

    private Node list() {
        int line = in.line();
        int column = in.column();
        descend();
        List<Node> items = new ArrayList<>();
        in.at++;
        in.skip();
        boolean more = !in.take(']');
        path.add(items);
        while (more) {
            items.add(value());
            more = goesOn(']');
        }
        path.remove(path.size() - 1);
        return new Node.Sequence(items, in.toHere(line, column), null);
    }

    private KeyPath key() {
        List<KeyPath.Segment> segments = new ArrayList<>(path.size());
        for (Object step : path) {
            segments.add(
                    step instanceof List<?> items ? new KeyPath.Index(items.size()) : new KeyPath.Name((String) step));
        }
        return new KeyPath(segments);
    }

    /** Over a comma; false behind the bracket that closes. */
    private boolean goesOn(char close) {
        in.skip();
        if (in.take(close)) {
            return false;
        }
        in.expect(',');
        in.skip();
        return !lenient || !in.take(close);
    }

    private void descend() {
        if (path.size() >= limits.depth()) {
            throw Refusal.tooDeep(limits, in.line());
        }
    }
}
