package io.github.confgate.verdict.trust;

import io.github.confgate.fact.DeploymentEvidence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds deployments that are proved in another way, or need not be proved any more. */
final class EvidenceWeakened {

    private EvidenceWeakened() {}

    static List<Weakening> find(@Nullable DeploymentEvidence old, @Nullable DeploymentEvidence now) {
        if (old == null || Objects.equals(old, now)) {
            return List.of();
        }
        String effect = now == null ? "being merged is enough" : "deployments are told by another record";
        return List.of(new Weakening(Weakening.key("evidence"), text(old), now == null ? null : text(now), effect));
    }

    private static String text(DeploymentEvidence evidence) {
        return evidence instanceof DeploymentEvidence.Tags tags
                ? tags.pattern()
                : ((DeploymentEvidence.Notes) evidence).ref();
    }
}
