package io.github.confgate.change;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The semantic difference of two states of a file: one change a leaf. Comments, formatting, quoting that keeps the type
 * and the order of maps are no change. A file that cannot be looked into is one change of its root, and so are the
 * directives of a template.
 */
public final class DocumentDiffer {

    private DocumentDiffer() {}

    /** Compares a file's states; either may be missing, for a new or a deleted file. */
    public static ChangeSet diff(@Nullable Document before, @Nullable Document after) {
        List<Change> changes = new ArrayList<>();
        String path = path(after, before);
        String oldPath = path(before, after);
        if (before != null && after != null && after.isOpaque() && !before.isOpaque()) {
            return whole(before, after);
        }
        for (PartMatcher.Pair pair : PartMatcher.pair(parts(before), parts(after))) {
            PartRef ref = new PartRef(pair.id(), isAlone(before) && isAlone(after));
            Collected collected = new TreeDiffer(new Shapes(isTyped(before, after))).diff(pair.before(), pair.after());
            changes.addAll(new MoveFinder(path, oldPath, ref).changes(collected));
        }
        Directives.diff(before, after).ifPresent(changes::add);
        return new ChangeSet(before, after, changes);
    }

    /** That the keys of a file are hidden now is one change, and no removal of each. */
    private static ChangeSet whole(Document before, Document after) {
        Leaf now = Leaves.of(after.parts().get(0)).get(0);
        Node.Scalar readable =
                new Node.Scalar(((Node.Scalar) now.value()).type(), "readable file", Region.start(), null);
        Leaf old = new Leaf(KeyPath.ROOT, readable, Region.start(), Region.start(), null);
        PartRef part = new PartRef(after.parts().get(0).id(), true);
        return new ChangeSet(before, after, List.of(new Change.Modified(after.path(), before.path(), part, old, now)));
    }

    private static String path(@Nullable Document document, @Nullable Document other) {
        if (document == null && other == null) {
            throw new IllegalArgumentException("nothing to compare");
        }
        return document != null ? document.path() : other == null ? "" : other.path();
    }

    private static List<Part> parts(@Nullable Document document) {
        return document == null ? List.of() : document.parts();
    }

    private static boolean isAlone(@Nullable Document document) {
        return document == null || document.parts().size() == 1;
    }

    /** A format without types, or another format than before, says nothing about the type of a value. */
    private static boolean isTyped(@Nullable Document before, @Nullable Document after) {
        return before == null
                || after == null
                || (before.format() == after.format() && before.format().isTyped());
    }
}
