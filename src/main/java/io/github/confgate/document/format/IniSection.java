package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a section of an INI file, all places of that name together. */
final class IniSection {

    final String name;
    final Region key;
    final int start;
    int end;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<Node>> lists = new LinkedHashMap<>();

    IniSection(String name, Region key, int start, int end) {
        this.name = name;
        this.key = key;
        this.start = start;
        this.end = end;
    }

    /** The last one of a name counts; answers the one before it. */
    Node.@Nullable Entry put(Node.Entry entry) {
        Node.Entry before = entries.remove(entry.key());
        entries.put(entry.key(), entry);
        return before;
    }

    /** One more value of a name, at the place of the first. */
    void add(Node.Entry entry) {
        Node.Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            lists.computeIfAbsent(entry.key(), name -> new ArrayList<>(List.of(first.value())))
                    .add(entry.value());
        }
    }

    /** The entries by their names, in the order of the file. */
    Map<String, Node.Entry> entries() {
        Map<String, Node.Entry> all = new LinkedHashMap<>(entries);
        lists.forEach((name, values) -> all.computeIfPresent(
                name,
                (key, first) ->
                        new Node.Entry(name, first.keyRegion(), new Node.Sequence(values, around(values), null))));
        return all;
    }

    private static Region around(List<Node> values) {
        return values.get(0).region().to(values.get(values.size() - 1).region());
    }
}
