package io.github.confgate.inspection;

import io.github.confgate.change.PartRef;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Placement;
import java.util.Map;
import java.util.TreeMap;

/** A key of a document that belongs to an environment, and its value. */
record PlacedLeaf(PartRef part, Leaf leaf) {

    /** The keys of a document by how they print, but for items of plain lists, of which membership is what counts. */
    static Map<String, PlacedLeaf> of(Document document, Placement placement) {
        Map<String, PlacedLeaf> leaves = new TreeMap<>();
        for (Part part : document.parts()) {
            boolean own = placement.part() == null || part.id().equals(placement.part());
            PartRef ref = new PartRef(part.id(), document.parts().size() == 1 || placement.part() != null);
            if (own) {
                Leaves.of(part).stream()
                        .filter(PlacedLeaf::isValue)
                        .forEach(leaf -> leaves.put(ref.print(leaf.key()).toString(), new PlacedLeaf(ref, leaf)));
            }
        }
        return leaves;
    }

    KeyPath key() {
        return part.print(leaf.key());
    }

    private static boolean isValue(Leaf leaf) {
        return !leaf.key().isRoot()
                && leaf.value() instanceof Node.Scalar scalar
                && !scalar.type().isOpaque()
                && !leaf.is(ScalarType.ENCRYPTED)
                && !leaf.is(ScalarType.DIRECTIVE)
                && leaf.key().segments().stream().noneMatch(KeyPath.Index.class::isInstance);
    }
}
