package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Remarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of HOCON that is still open: fields in the order of the text, with where it reaches in the text. */
final class HoconObject {

    private final Map<String, HoconField> fields = new LinkedHashMap<>();
    private int start = Integer.MAX_VALUE;
    private int end;

    /** The field of this name; a new one is empty. */
    HoconField field(String name, int from, int to) {
        return fields.computeIfAbsent(name, key -> new HoconField(key, from, to));
    }

    void cover(int from, int to) {
        start = Math.min(start, from);
        end = Math.max(end, to);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Takes the fields of an object that comes later; where both have a field the later one is set on the earlier. */
    void merge(HoconObject later, List<KeyPath.Segment> path, Remarks remarks, Cursor in) {
        cover(later.start, later.end);
        for (HoconField field : later.fields.values()) {
            HoconField before = fields.putIfAbsent(field.name, field);
            if (before != null) {
                path.add(new KeyPath.Name(field.name));
                before.merge(field, path, remarks, in);
                path.remove(path.size() - 1);
            }
        }
    }

    List<Node.Entry> entries(Cursor in) {
        List<Node.Entry> entries = new ArrayList<>(fields.size());
        List<HoconField> inOrder = new ArrayList<>(fields.values());
        inOrder.sort(Comparator.comparingInt(HoconField::keyStart));
        for (HoconField field : inOrder) {
            entries.add(field.entry(in));
            cover(field.start(), field.end());
        }
        return entries;
    }
}
