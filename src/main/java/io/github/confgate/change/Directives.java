package io.github.confgate.change;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the directives of a template: what lies between the first and the last that differ is one change. */
final class Directives {

    private Directives() {}

    /** Between two states of a file that is a template in both: before that, and after, nobody compares it by line. */
    static Optional<Change> diff(@Nullable Document before, @Nullable Document after) {
        if (before == null
                || after == null
                || before.form() != Document.Form.TEMPLATE
                || after.form() != Document.Form.TEMPLATE) {
            return Optional.empty();
        }
        List<Node.Scalar> old = before.directives();
        List<Node.Scalar> now = after.directives();
        int shorter = Math.min(old.size(), now.size());
        int first = 0;
        while (first < shorter && old.get(first).text().equals(now.get(first).text())) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && old.get(old.size() - 1 - last)
                        .text()
                        .equals(now.get(now.size() - 1 - last).text())) {
            last++;
        }
        List<Node.Scalar> gone = old.subList(first, old.size() - last);
        List<Node.Scalar> come = now.subList(first, now.size() - last);
        PartRef part = new PartRef(after.parts().get(0).id(), true);
        if (gone.isEmpty()) {
            return come.isEmpty() ? Optional.empty() : Optional.of(new Change.Added(after.path(), part, leaf(come)));
        }
        if (come.isEmpty()) {
            Region place = first < now.size() ? now.get(first).region() : Region.start();
            return Optional.of(new Change.Removed(after.path(), before.path(), part, leaf(gone), place));
        }
        return Optional.of(new Change.Modified(after.path(), before.path(), part, leaf(gone), leaf(come)));
    }

    private static Leaf leaf(List<Node.Scalar> lines) {
        String text = lines.stream().map(Node.Scalar::text).collect(Collectors.joining("\n"));
        Region region = lines.get(0).region().to(lines.get(lines.size() - 1).region());
        return new Leaf(KeyPath.ROOT, new Node.Scalar(ScalarType.DIRECTIVE, text, region, null), region, region, null);
    }
}
