package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.format.YamlHunks.Hunk;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Moves what stands between the lines that differ to where it stands in the new text. An alias and what it stands for may
 * lie on both sides of such lines; what aliases share stays shared.
 */
final class YamlShift {

    /** Moves nothing. */
    static final YamlShift NONE = new YamlShift(List.of(), new BitSet());

    private final int[] lasts;
    private final int[] moves;
    private final boolean anyMoves;
    /** Of each line, where each gets another one. */
    private final int[] numbers;

    private final BitSet shared;
    private final IdentityHashMap<Object, List<Node.Entry>> maps = new IdentityHashMap<>();
    private final IdentityHashMap<Object, List<Node>> lists = new IdentityHashMap<>();

    /**
     * @param hunks from top to bottom
     * @param shared the lines of what stands elsewhere as well
     */
    YamlShift(List<Hunk> hunks, BitSet shared) {
        this.shared = shared;
        numbers = new int[0];
        lasts = hunks.stream().mapToInt(Hunk::last).toArray();
        moves = new int[lasts.length + 1];
        for (int i = 0; i < lasts.length; i++) {
            moves[i + 1] = moves[i] + hunks.get(i).more();
        }
        anyMoves = hunks.stream().anyMatch(hunk -> hunk.more() != 0);
    }

    /** Gives every line another number. */
    YamlShift(int[] numbers, BitSet shared) {
        this.shared = shared;
        this.numbers = numbers;
        lasts = new int[0];
        moves = new int[0];
        anyMoves = true;
    }

    /** The new line of one that no hunk begins above and ends below. */
    int line(int line) {
        if (numbers.length > 0) {
            return numbers[line - 1];
        }
        if (!anyMoves) {
            return line;
        }
        if (line > lasts[lasts.length - 1]) {
            return line + moves[lasts.length];
        }
        int found = Arrays.binarySearch(lasts, line);
        return line + moves[found >= 0 ? found : -found - 1];
    }

    Node.Entry of(Node.Entry entry) {
        return stays(entry.keyRegion()) ? entry : new Node.Entry(entry.key(), of(entry.keyRegion()), of(entry.value()));
    }

    /** A node in which no line differs. */
    Node of(Node node) {
        if (stays(node.region())) {
            return node;
        }
        Region region = of(node.region());
        Region origin = node.origin() == null ? null : of(node.origin());
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.type(), scalar.text(), region, origin);
        }
        // The parts stand where the anchored node does.
        Region place = node.origin() == null ? node.region() : node.origin();
        boolean stays = stays(place);
        boolean keep = node.origin() != null || shared.get(place.line());
        if (node instanceof Node.Mapping map) {
            return new Node.Mapping(stays ? map.entries() : entries(map.entries(), keep), region, origin);
        }
        List<Node> items = ((Node.Sequence) node).items();
        return new Node.Sequence(stays ? items : items(items, keep), region, origin);
    }

    Built of(Built built) {
        return built.nodes() == YamlAliases.OPEN.nodes() || stays(built.node().region())
                ? built
                : new Built(of(built.node()), built.start(), built.end(), built.nodes(), built.height());
    }

    private boolean stays(Region region) {
        return !anyMoves || (lasts.length > 0 && region.line() <= lasts[0]);
    }

    private List<Node.Entry> entries(List<Node.Entry> entries, boolean keep) {
        List<Node.Entry> known = keep ? maps.get(entries) : null;
        if (known != null) {
            return known;
        }
        List<Node.Entry> moved = new ArrayList<>(entries.size());
        for (Node.Entry entry : entries) {
            moved.add(of(entry));
        }
        if (!keep) {
            return moved;
        }
        List<Node.Entry> copy = new Node.Mapping(moved, Region.start(), null).entries();
        maps.put(entries, copy);
        return copy;
    }

    private List<Node> items(List<Node> items, boolean keep) {
        List<Node> known = keep ? lists.get(items) : null;
        if (known != null) {
            return known;
        }
        List<Node> moved = new ArrayList<>(items.size());
        for (Node item : items) {
            moved.add(of(item));
        }
        if (!keep) {
            return moved;
        }
        List<Node> copy = List.copyOf(moved);
        lists.put(items, copy);
        return copy;
    }

    Region of(Region region) {
        int line = line(region.line());
        int last = numbers.length > 0 ? line(region.endLine()) : region.endLine() + line - region.line();
        return line == region.line() && last == region.endLine()
                ? region
                : new Region(line, region.column(), last, region.endColumn());
    }
}
