package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Reader;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import io.github.confgate.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the checks on readers have in common. */
final class ReaderWords {

    private ReaderWords() {}

    /** {@code AuthClient.java:41}. */
    static String place(Reader reader) {
        String path = reader.location().path();
        return path.substring(path.lastIndexOf('/') + 1) + ":"
                + reader.location().region().line()
                + (reader.repository().isEmpty() ? "" : " of " + Shown.value(reader.repository()));
    }

    /** A place beside a reader, by its path from the root of the repository that is judged. */
    private static Location fromHere(Reader reader, Location location) {
        return reader.repository().isEmpty()
                ? location
                : new Location(reader.repository() + "/" + location.path(), location.region(), location.revision());
    }

    /** A finding that shows where the code is. */
    static Finding finding(RuleSheet sheet, Facts facts, Reader reader, String message) {
        List<Finding.Related> related = new ArrayList<>();
        related.add(new Finding.Related(fromHere(reader, reader.location()), "read here"));
        if (reader.waits().made() != null) {
            related.add(new Finding.Related(
                    fromHere(reader, reader.waits().made()), reader.waits().client() + " is made here"));
        }
        return new Finding(
                sheet,
                sheet.severity(),
                sheet.confidence(),
                facts,
                facts.change().region(),
                message,
                related);
    }

    /** The text that code gets from now on; empty where only the running program, or nobody, knows it. */
    static Optional<String> plainValue(Change change) {
        return change.after()
                .filter(leaf -> change.kind() != Change.Kind.MOVED && isPlain(leaf))
                .map(Leaf::text);
    }

    private static boolean isPlain(Leaf leaf) {
        return leaf.value() instanceof Node.Scalar scalar
                && !scalar.type().isOpaque()
                && scalar.type() != ScalarType.NULL
                && scalar.type() != ScalarType.ENCRYPTED
                && !scalar.text().contains("${")
                && !scalar.text().contains("{{")
                && !scalar.text().contains("#{")
                && !scalar.text().startsWith("!")
                && !scalar.text().contains("<%");
    }
}
