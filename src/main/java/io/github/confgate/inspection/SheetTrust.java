package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a range changes in a team's own sheets, words aside: nobody can tell whether another match is a wider one. */
final class SheetTrust {

    private static final Set<String> LOGIC = Set.of("match", "severity", "kind", "high-risk", "yields-to");

    private SheetTrust() {}

    static List<Change> weakened(
            SourceReader reader, Revision from, List<String> globs, Revision head, List<String> globsNow) {
        Map<String, Sheet> old = byRule(OwnSheets.bytes(reader, from, globs));
        Map<String, Sheet> now = byRule(OwnSheets.bytes(reader, head, globsNow));
        List<Change> found = new ArrayList<>();
        old.forEach((rule, before) -> {
            Sheet after = now.get(rule);
            if (after != null && !Arrays.equals(before.bytes(), after.bytes())) {
                DocumentDiffer.diff(before.document(), after.document()).changes().stream()
                        .filter(SheetTrust::isWeaker)
                        .forEach(found::add);
            }
        });
        return found;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    private record Sheet(Document document, byte[] bytes) {}

    private static Map<String, Sheet> byRule(Map<String, byte[]> sheets) {
        Map<String, Sheet> byRule = new LinkedHashMap<>();
        sheets.forEach((path, bytes) -> {
            if (Documents.parse(path, bytes, Format.YAML, Limits.standard()) instanceof Parsed.Ok ok
                    && ok.document().parts().get(0).root() instanceof Node.Mapping map
                    && map.get("id") instanceof Node.Scalar id) {
                byRule.put(id.text(), new Sheet(ok.document(), bytes));
            }
        });
        return byRule;
    }

    private static boolean isWeaker(Change change) {
        KeyPath.Segment first = change.key().segments().stream().findFirst().orElse(new KeyPath.Index(0));
        if (!(first instanceof KeyPath.Name name) || !LOGIC.contains(name.name())) {
            return false;
        }
        Optional<Severity> before = severity(change.before());
        Optional<Severity> after = severity(change.after());
        boolean raised = name.name().equals("severity")
                && before.isPresent()
                && after.isPresent()
                && after.get().atLeast(before.get());
        return !raised;
    }

    private static Optional<Severity> severity(Optional<Leaf> leaf) {
        return leaf.flatMap(each -> Severity.of(each.text()));
    }
}
