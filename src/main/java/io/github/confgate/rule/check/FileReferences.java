package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.State;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of other files: where the one before was there, and the one that is named now is not. */
final class FileReferences {

    private static final Pattern FILE = Pattern.compile(
            "(?:\\.{1,2}/)*[\\w@-][\\w@.-]*(?:/[\\w@-][\\w@.-]*)*\\.(?:ya?ml|json|properties|conf|cfg|ini|toml|env|tfvars|tf|hcl|xml)");

    private static final int LONGEST = 200;

    private FileReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && old != null && isFile(old.text()) && isFile(now.text())) {
                judge(facts, old.text().strip(), now.text().strip(), said);
            }
        }
    }

    /** What holds secrets is often written only where it is used. */
    private static boolean isFile(String text) {
        return text.length() <= LONGEST
                && !text.contains("secret")
                && FILE.matcher(text.strip()).matches();
    }

    /** Paths are told from the folder of the file that names them, or from the top. */
    private static void judge(Facts facts, String old, String now, RangeRule.Said said) {
        String path = facts.change().path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        State before = facts.around().before();
        State after = facts.around().after();
        List<String> bases = folder.isEmpty() ? List.of("") : List.of(folder, "");
        Optional<String> was = bases.stream()
                .flatMap(from -> resolved(from + old).stream())
                .filter(before::has)
                .findFirst();
        boolean known =
                bases.stream().flatMap(from -> resolved(from + now).stream()).anyMatch(after::has);
        if (was.isPresent() && !known) {
            said.at(
                    facts,
                    Severity.HIGH,
                    facts.change().key() + " refers to the file `"
                            + Shown.value(facts.shown().now())
                            + "`, which is not there; the one that was referred to before "
                            + (after.has(was.get()) ? "still is" : "was"));
        }
    }

    /** Without its dots; empty where they lead out of the tree. */
    private static Optional<String> resolved(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }
}
