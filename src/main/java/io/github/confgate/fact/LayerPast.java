package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.SourceFile;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one layer of a stack said of a key, newest first: from what was recorded of its file where that tells it, and from
 * the file as it was then where it does not.
 */
final class LayerPast {

    private static final int NOW = Integer.MAX_VALUE;
    private static final int NONE = -1;

    private final LayerStack stack;
    private final Layer layer;
    private final Wanted wanted;
    private final KeyLog log;
    private final State now;
    private final Files files;
    private final Iterator<KeyLog.Mark> own;
    private final Iterator<KeyLog.Mark> above;
    private KeyLog.@Nullable Mark nextOwn;
    private KeyLog.@Nullable Mark nextAbove;

    private int point = NOW;
    /** What the layer says at this point; null where that has to be looked up. */
    private @Nullable Iterable<LayerStack.Said> said;
    /** Whether a value above the key hides lower layers at this point; null where that has to be looked up. */
    private @Nullable Boolean ends;
    /** Whether nothing above the key has changed from this point on, as far as the records tell. */
    private boolean asNow = true;

    /**
     * @param inner the key within the layer
     * @param now what is there before the commit that is judged
     */
    LayerPast(LayerStack stack, Layer layer, Wanted wanted, KeyPath inner, KeyLog log, State now, Files files) {
        this.stack = stack;
        this.layer = layer;
        this.wanted = wanted.under(inner);
        this.log = log;
        this.now = now;
        this.files = files;
        this.own = log.marks(this.wanted, stack.isRelaxed(), false);
        this.above = log.marksAbove(this.wanted, stack.isRelaxed());
        this.nextOwn = next(own);
        this.nextAbove = next(above);
    }

    private static KeyLog.@Nullable Mark next(Iterator<KeyLog.Mark> marks) {
        return marks.hasNext() ? marks.next() : null;
    }

    String path() {
        return layer.path();
    }

    /** The newest commit before this point by which the layer may have come to say something else; negative if none. */
    int newest() {
        return Math.max(nextOwn == null ? NONE : nextOwn.commit(), nextAbove == null ? NONE : nextAbove.commit());
    }

    /** Goes back to just before a commit, the {@link #newest} of all layers. */
    void goBefore(int commit) {
        KeyLog.Mark higher = nextAbove;
        if (higher != null && higher.commit() == commit) {
            forget();
            nextAbove = next(above);
        }
        KeyLog.Mark mark = nextOwn;
        if (mark != null && mark.commit() == commit) {
            take(mark.was());
            nextOwn = next(own);
        }
        point = commit;
    }

    private void forget() {
        said = null;
        ends = null;
        asNow = false;
    }

    private void take(@Nullable Was was) {
        if (was instanceof Was.Nothing) {
            if (ends == null && asNow && layer.profiles() == null) {
                ends = ends(saidNow());
            }
            Boolean known = ends;
            // Where names have several spellings, another one may have been there.
            said = known == null || stack.isRelaxed() || layer.profiles() != null
                    ? null
                    : List.of(new LayerStack.Said(was.under(wanted.key()), known));
        } else if (was != null && layer.profiles() == null) {
            // It was there, so that maps led to it, or a list.
            ends = !wanted.key().segments().stream().allMatch(KeyPath.Name.class::isInstance);
            said = List.of(new LayerStack.Said(was.under(wanted.key()), ends));
        } else {
            forget();
        }
    }

    /** What the parts of the layer say at this point, highest first; nothing where it is not there. */
    Iterable<LayerStack.Said> said() {
        if (said == null) {
            said = point == NOW ? saidNow() : saidThen();
            // Where profiles choose among documents nobody asks for it, see take().
            ends = layer.profiles() == null ? ends(said) : null;
        }
        return said;
    }

    private static boolean ends(Iterable<LayerStack.Said> said) {
        for (LayerStack.Said each : said) {
            if (each.ends()) {
                return true;
            }
        }
        return false;
    }

    private Iterable<LayerStack.Said> saidNow() {
        return now.has(layer.path())
                ? stack.said(
                        layer,
                        now.document(layer.path()),
                        wanted.part(),
                        wanted.key(),
                        word -> now.lacks(layer.path(), word))
                : List.of();
    }

    private Iterable<LayerStack.Said> saidThen() {
        FileVersion version = log.versionBefore(point);
        SourceFile file = version == null ? null : version.file();
        return file == null
                ? List.of()
                : stack.said(layer, files.values(file), wanted.part(), wanted.key(), word -> files.lacks(file, word));
    }
}
