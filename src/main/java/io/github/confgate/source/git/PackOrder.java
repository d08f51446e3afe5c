package io.github.confgate.source.git;

import io.github.confgate.source.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Whether the objects of a row lie in their pack file from front to back. A delta lies behind its base, so reading in
 * that direction finds every base unpacked already; the other way round, each object of a chain unpacks the whole chain
 * again: 100,000 trees from a fresh {@code fast-import} take 2.2 s newest first and 0.2 s oldest first. After a
 * {@code git gc} it is the reverse.
 *
 * <p>Only ever a matter of speed: a wrong answer costs time, nothing else.
 */
final class PackOrder {

    private static final int SAMPLES = 9;

    private final PackFiles packs;

    PackOrder(PackFiles packs) {
        this.packs = packs;
    }

    /** Whether the row is better read from its end; told from a few of its objects. */
    boolean isBackwards(List<? extends AnyObjectId> row) {
        int forwards = 0;
        long before = -1;
        for (int i = 0; i < SAMPLES; i++) {
            long place = row.isEmpty() ? -1 : place(row.get((int) ((long) i * (row.size() - 1) / (SAMPLES - 1))));
            if (before >= 0 && place >= 0) {
                forwards += Long.signum(place - before);
            }
            before = place;
        }
        return forwards < 0;
    }

    /** The numbers of files in the order in which their contents lie in the packs; loose ones first. */
    List<Integer> sorted(List<SourceFile> files) {
        long[] places = new long[files.size()];
        for (int i = 0; i < places.length; i++) {
            String blob = files.get(i).blob();
            places[i] = blob.isEmpty() ? -1 : place(ObjectId.fromString(blob));
        }
        return IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> places[i]))
                .toList();
    }

    private long place(AnyObjectId id) {
        PackFiles.Place place = packs.place(id);
        return place == null ? -1 : place.offset();
    }
}
