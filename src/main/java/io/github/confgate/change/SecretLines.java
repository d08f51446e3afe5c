package io.github.confgate.change;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a document by the lines on which they stand: a line that is shown for one of them shows the others as well,
 * and what is a secret among those is known by its key, not by the look of the line.
 */
public final class SecretLines {

    /** Of nothing: what is shown then is judged by its look alone. */
    public static final SecretLines NONE = new SecretLines(Map.of());

    /** A value on a line; whether it holds a secret is asked for each line that shows it, and found out once. */
    private static final class Placed {
        final KeyPath.Segment part;
        final Leaf leaf;
        final int column;
        final int endColumn;
        private @Nullable Boolean secret;

        Placed(KeyPath.Segment part, Leaf leaf, int column, int endColumn) {
            this.part = part;
            this.leaf = leaf;
            this.column = column;
            this.endColumn = endColumn;
        }

        int column() {
            return column;
        }

        boolean isSecret() {
            if (secret == null) {
                secret = !Secrets.spans(part, leaf).isEmpty();
            }
            return secret;
        }
    }

    /**
     * A line, or a stretch of it.
     *
     * @param left code points of the line that were left out before it
     */
    record Row(String text, int number, int left) {}

    /** A stretch of a line, as offsets in it, that is the value of a leaf and holds a secret. */
    record Stretch(int start, int end, KeyPath.Segment part, Leaf leaf) {}

    /** By line, in the order of the columns. */
    private final Map<Integer, List<Placed>> lines;

    private SecretLines(Map<Integer, List<Placed>> lines) {
        this.lines = lines;
    }

    public static SecretLines of(Document document) {
        Map<Integer, List<Placed>> lines = new HashMap<>();
        for (Part part : document.parts()) {
            for (Leaf leaf : Leaves.of(part)) {
                place(part.id(), leaf, leaf.region(), lines);
                Region origin = leaf.origin();
                if (origin != null) {
                    place(part.id(), leaf, origin, lines);
                }
            }
        }
        lines.values().forEach(each -> each.sort(Comparator.comparingInt(Placed::column)));
        return new SecretLines(lines);
    }

    private static void place(KeyPath.Segment part, Leaf leaf, Region region, Map<Integer, List<Placed>> lines) {
        int end = region.endLine() == region.line() ? region.endColumn() : Integer.MAX_VALUE;
        if (end > region.column()) {
            lines.computeIfAbsent(region.line(), line -> new ArrayList<>(2))
                    .add(new Placed(part, leaf, region.column(), end));
        }
    }

    /** The stretches of a line that hold secrets and stand in a part of it, apart and in order. */
    List<Stretch> on(Row row, int from, int to) {
        String line = row.text();
        List<Placed> placed = lines.getOrDefault(row.number(), List.of());
        List<Stretch> found = new ArrayList<>();
        int first = row.left() + line.codePointCount(0, from) + 1;
        int last = first + line.codePointCount(from, to);
        int offset = from;
        int column = first;
        for (int i = firstBehind(placed, first); i < placed.size() && placed.get(i).column < last; i++) {
            Placed each = placed.get(i);
            if (!each.isSecret()) {
                continue;
            }
            int start = line.offsetByCodePoints(offset, Math.max(0, Math.max(each.column, column) - column));
            int length = Math.min(each.endColumn, last) - Math.max(each.column, column);
            if (length > 0) {
                int end = line.offsetByCodePoints(start, length);
                found.add(new Stretch(start, end, each.part, each.leaf));
                offset = end;
                column = Math.max(each.column, column) + length;
            }
        }
        return found;
    }

    /** The first that ends behind a column; those of a line stand apart, so that their ends are in order as well. */
    private static int firstBehind(List<Placed> placed, int column) {
        int low = 0;
        int high = placed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placed.get(middle).endColumn > column) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
