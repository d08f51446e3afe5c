package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of TOML that is still open, and the rules by which keys and headers may add to it. */
final class TomlTable {

    /** What defined a table, and with that what may add to it. */
    private enum By {
        /** Only named on the way to another; a header may still define it. */
        WAY,
        HEADER,
        /** A dotted key; further dotted keys of the same section add to it. */
        DOTTED_KEY
    }

    /** What a key holds: a table, an array of tables, or a value that is done. */
    private static final class Item {
        final TomlKey key;

        @Nullable
        TomlTable table;

        @Nullable
        List<TomlTable> tables;

        @Nullable
        Node node;

        int end;

        Item(TomlKey key) {
            this.key = key;
        }
    }

    private final Map<String, Item> items = new LinkedHashMap<>();
    private By by;
    private int start;
    private int end;

    /** How many maps and lists stand around it. */
    final int depth;

    private TomlTable(By by, int start, int end, int depth) {
        this.by = by;
        this.start = start;
        this.end = end;
        this.depth = depth;
    }

    /** The whole document, or an inline table. */
    static TomlTable whole(int depth) {
        return new TomlTable(By.HEADER, Integer.MAX_VALUE, 0, depth);
    }

    /** The table for the next step of a header, which may be the last item of an array; null when it is closed. */
    @Nullable
    TomlTable onTheWay(TomlKey step) {
        Item item = items.get(step.name());
        if (item == null) {
            return add(step, By.WAY);
        }
        return item.tables != null ? item.tables.get(item.tables.size() - 1) : item.table;
    }

    /** The table that {@code [step]} defines; null when the key is taken. */
    @Nullable
    TomlTable defined(TomlKey step, int from, int to) {
        Item item = items.get(step.name());
        TomlTable table = item == null ? add(step, By.WAY) : item.table;
        if (table == null || table.by != By.WAY) {
            return null;
        }
        table.by = By.HEADER;
        table.cover(from, to);
        return table;
    }

    /** The table that {@code [[step]]} adds to an array; null when the key is taken by anything else. */
    @Nullable
    TomlTable appended(TomlKey step, int from, int to) {
        Item item = items.computeIfAbsent(step.name(), name -> {
            Item fresh = new Item(step);
            fresh.tables = new ArrayList<>(1);
            return fresh;
        });
        if (item.tables == null) {
            return null;
        }
        TomlTable table = new TomlTable(By.HEADER, from, to, depth + 2);
        item.tables.add(table);
        return table;
    }

    /** The table for a step of a dotted key before the last; null when something else defined it. */
    @Nullable
    TomlTable dotted(TomlKey step) {
        Item item = items.get(step.name());
        if (item == null) {
            return add(step, By.DOTTED_KEY);
        }
        return item.table != null && item.table.by == By.DOTTED_KEY ? item.table : null;
    }

    /** Whether the key was free. */
    boolean put(TomlKey step, Node node, int to) {
        Item item = new Item(step);
        item.node = node;
        item.end = to;
        return items.putIfAbsent(step.name(), item) == null;
    }

    private TomlTable add(TomlKey step, By how) {
        Item item = new Item(step);
        TomlTable table = new TomlTable(how, step.start(), step.end(), depth + 1);
        item.table = table;
        items.put(step.name(), item);
        return table;
    }

    private void cover(int from, int to) {
        start = Math.min(start, from);
        end = Math.max(end, to);
    }

    /** The map; it reaches from the first to the last text of its own or of what is in it. */
    Node.Mapping node(Cursor in) {
        List<Node.Entry> entries = new ArrayList<>(items.size());
        for (Item item : items.values()) {
            TomlKey key = item.key;
            entries.add(new Node.Entry(key.name(), in.region(key.start(), key.end()), node(in, item)));
            cover(key.start(), Math.max(key.end(), item.end));
        }
        return new Node.Mapping(entries, in.region(Math.min(start, end), end), null);
    }

    private Node node(Cursor in, Item item) {
        if (item.table != null) {
            Node node = item.table.node(in);
            cover(item.table.start, item.table.end);
            return node;
        }
        if (item.tables == null) {
            if (item.node == null) {
                throw new IllegalStateException("an item that holds nothing");
            }
            return item.node;
        }
        List<Node> nodes = new ArrayList<>(item.tables.size());
        int last = 0;
        for (TomlTable table : item.tables) {
            nodes.add(table.node(in));
            cover(table.start, table.end);
            last = Math.max(last, table.end);
        }
        return new Node.Sequence(nodes, in.region(item.tables.get(0).start, last), null);
    }
}
