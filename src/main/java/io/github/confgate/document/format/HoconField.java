package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Remarks;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a HOCON object, and what becomes of one that is set more than once:
 *
 * <ul>
 *   <li>objects merge, and anything else that is literal takes the place of what was there; a scalar over a scalar is a
 *       remark;
 *   <li>an optional override, {@code x = 1} and then {@code x = ${?X}}, leaves the first value under its own key and
 *       stands below it under its own text: {@code x} is {@code 1} and {@code x.${?X}} is {@code ${?X}}. Below a list
 *       it is the last item;
 *   <li>a substitution that objects are added to is the field's own value ({@link io.github.confgate.document.Leaves#key})
 *       beside their keys.
 * </ul>
 */
final class HoconField {

    final String name;
    private int keyStart;
    private int keyEnd;
    private HoconValue.@Nullable Plain plain;
    private HoconValue.@Nullable Items list;
    private @Nullable HoconObject object;
    private final Map<String, Another> overrides = new LinkedHashMap<>(0);

    /** An optional substitution and the key that stands before it. */
    private record Another(int keyStart, int keyEnd, HoconValue.Plain value) {}

    HoconField(String name, int keyStart, int keyEnd) {
        this.name = name;
        this.keyStart = keyStart;
        this.keyEnd = keyEnd;
    }

    /** The object of a field that a dotted key goes through. */
    HoconObject open(int from, int to) {
        HoconObject open = object;
        if (open == null) {
            open = new HoconObject();
            object = open;
            startObject(from, to);
        }
        return open;
    }

    private void startObject(int from, int to) {
        if (list != null || (plain != null && !plain.reference())) {
            plain = null;
            list = null;
            overrides.clear();
            keyStart = from;
            keyEnd = to;
        }
    }

    /** Adds an item as {@code +=} does, when a list stands here. */
    boolean append(Node item, int end) {
        HoconValue.Items items = list;
        if (items != null) {
            items.items().add(item);
            list = new HoconValue.Items(items.items(), items.start(), end);
        }
        return items != null;
    }

    /** Sets the field where its key stands between two offsets; {@code path} leads to it. */
    void set(HoconValue value, int from, int to, List<KeyPath.Segment> path, Remarks remarks, Cursor in) {
        if (value instanceof HoconValue.Plain scalar) {
            set(scalar, from, to, path, remarks, in);
        } else if (value instanceof HoconValue.Items items) {
            replace(from, to);
            list = items;
        } else {
            HoconValue.Fields fields = (HoconValue.Fields) value;
            if (fields.base() != null) {
                set(fields.base(), from, to, path, remarks, in);
            }
            boolean fresh = object == null && plain == null;
            if (fresh) {
                replace(from, to);
                object = fields.object();
            } else {
                open(from, to).merge(fields.object(), path, remarks, in);
            }
        }
    }

    private void set(
            HoconValue.Plain scalar, int from, int to, List<KeyPath.Segment> path, Remarks remarks, Cursor in) {
        boolean empty = plain == null && list == null && object == null;
        if (scalar.optional() && !empty) {
            overrides.put(scalar.node().text(), new Another(from, to, scalar));
        } else if (scalar.reference() && object != null) {
            plain = scalar;
        } else {
            if (plain != null && !scalar.reference() && remarks.wanted()) {
                remarks.duplicate(new KeyPath(path), in.line(keyStart), in.line(from));
            }
            replace(from, to);
            plain = scalar;
        }
    }

    private void replace(int from, int to) {
        keyStart = from;
        keyEnd = to;
        plain = null;
        list = null;
        object = null;
        overrides.clear();
    }

    /** Sets all that a later field of the same name holds. */
    void merge(HoconField later, List<KeyPath.Segment> path, Remarks remarks, Cursor in) {
        int from = later.keyStart;
        int to = later.keyEnd;
        if (later.plain != null) {
            set(later.plain, from, to, path, remarks, in);
        }
        if (later.list != null) {
            set(later.list, from, to, path, remarks, in);
        }
        if (later.object != null) {
            HoconObject fields = later.object;
            set(new HoconValue.Fields(fields, null, fields.start(), fields.end()), from, to, path, remarks, in);
        }
        overrides.putAll(later.overrides);
    }

    int keyStart() {
        return keyStart;
    }

    int start() {
        return object == null ? keyStart : Math.min(keyStart, object.start());
    }

    int end() {
        int end = keyEnd;
        end = plain == null ? end : Math.max(end, plain.end());
        end = list == null ? end : Math.max(end, list.end());
        end = object == null ? end : Math.max(end, object.end());
        for (Another override : overrides.values()) {
            end = Math.max(end, override.value().end());
        }
        return end;
    }

    Node.Entry entry(Cursor in) {
        return new Node.Entry(name, in.region(keyStart, keyEnd), node(in));
    }

    private Node node(Cursor in) {
        if (list != null) {
            return list(list, in);
        }
        HoconObject fields = object;
        if (fields == null && overrides.isEmpty()) {
            if (plain == null) {
                throw new IllegalStateException("a field without a value");
            }
            return plain.node();
        }
        int start = Integer.MAX_VALUE;
        int end = 0;
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        if (plain != null) {
            entries.put("", new Node.Entry("", in.region(keyStart, keyEnd), plain.node()));
            start = plain.start();
            end = plain.end();
        }
        if (fields != null) {
            for (Node.Entry entry : fields.entries(in)) {
                entries.put(entry.key(), entry);
            }
            start = Math.min(start, fields.start());
            end = Math.max(end, fields.end());
        }
        for (Map.Entry<String, Another> each : overrides.entrySet()) {
            Another override = each.getValue();
            start = Math.min(start, override.value().start());
            end = Math.max(end, override.value().end());
            Region key = in.region(override.keyStart(), override.keyEnd());
            entries.put(
                    each.getKey(),
                    new Node.Entry(each.getKey(), key, override.value().node()));
        }
        return new Node.Mapping(List.copyOf(entries.values()), in.region(start, end), null);
    }

    private Node list(HoconValue.Items items, Cursor in) {
        List<Node> nodes = new ArrayList<>(items.items());
        int end = items.end();
        for (Another override : overrides.values()) {
            nodes.add(override.value().node());
            end = Math.max(end, override.value().end());
        }
        return new Node.Sequence(nodes, in.region(items.start(), end), null);
    }
}
