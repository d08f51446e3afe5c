package io.github.confgate.verdict;

import io.github.confgate.document.Suggestion;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.DeploymentEvidence;
import io.github.confgate.fact.KeyScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sections {@code environments} and {@code evidence} of a policy. */
final class EnvironmentsReader {

    private EnvironmentsReader() {}

    static List<DeclaredEnvironment> environments(TreeReader root) {
        List<DeclaredEnvironment> environments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TreeReader map : root.maps("environments")) {
            map.only("name", "paths", "keys", "branch", "repository", "after", "soak");
            String name = map.required("name");
            List<String> after = map.texts("after");
            for (String before : after) {
                if (!names.contains(before)) {
                    throw map.at(
                            "after",
                            "`after` names environments that stand above, not `" + before + "`"
                                    + Suggestion.didYouMean(before, names));
                }
            }
            if (!names.add(name)) {
                throw map.at("name", "environment `" + name + "` is declared twice");
            }
            if (!map.has("after") && !environments.isEmpty()) {
                after = List.of(environments.get(environments.size() - 1).name());
            }
            environments.add(new DeclaredEnvironment(
                    name,
                    map.texts("paths"),
                    keys(map),
                    map.text("branch").orElse(null),
                    map.text("repository").orElse(null),
                    after,
                    map.parsed("soak", Durations::parse).orElse(Duration.ZERO)));
        }
        return environments;
    }

    /** Where deployments are recorded; null when the policy says nothing of it. */
    static @Nullable DeploymentEvidence evidence(TreeReader root) {
        TreeReader map =
                root.map("evidence").map(found -> found.only("tags", "notes")).orElse(null);
        if (map == null) {
            return null;
        }
        String tags = map.text("tags").orElse(null);
        String notes = map.text("notes").orElse(null);
        if ((tags == null) == (notes == null)) {
            throw map.here("`evidence` has `tags` or `notes`, and one of them");
        }
        if (tags != null && !tags.contains(DeploymentEvidence.SLOT)) {
            throw map.at("tags", "`tags` says where the environment stands: deployed/{environment}/*");
        }
        if (notes != null && !notes.startsWith("refs/notes/")) {
            throw map.at("notes", "`notes` is a ref like refs/notes/deployments");
        }
        return tags != null
                ? new DeploymentEvidence.Tags(tags)
                : new DeploymentEvidence.Notes(Objects.requireNonNull(notes));
    }

    private static List<KeyScope> keys(TreeReader map) {
        return map.texts("keys").stream()
                .map(glob -> {
                    try {
                        return KeyScope.parse(glob);
                    } catch (IllegalArgumentException e) {
                        throw map.at("keys", "`" + glob + "` is no sub-tree of keys: " + e.getMessage());
                    }
                })
                .toList();
    }
}
