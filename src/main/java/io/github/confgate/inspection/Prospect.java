package io.github.confgate.inspection;

import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.DeploymentEvidence;
import io.github.confgate.source.Range;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict takes beside base and head, told before it is asked for: a clone of one branch lacks it.
 *
 * @param branches of the environments that are branches
 * @param tags whether tags record deployments
 * @param notes full name of the notes that record them
 * @param broughtAlong path in the repository of the caller's own policy, where the change could bring it along
 */
public record Prospect(List<String> branches, boolean tags, Optional<String> notes, Optional<String> broughtAlong) {

    public Prospect {
        branches = List.copyOf(branches);
    }

    static Prospect of(SourceReader reader, Range range, Policy policy, @Nullable Path own) {
        DeploymentEvidence evidence = policy.evidence();
        return new Prospect(
                policy.environments().stream()
                        .filter(each -> each.repository() == null)
                        .map(DeclaredEnvironment::branch)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                evidence instanceof DeploymentEvidence.Tags,
                evidence instanceof DeploymentEvidence.Notes notes ? Optional.of(notes.ref()) : Optional.empty(),
                own == null
                        ? Optional.empty()
                        : reader.within(own)
                                .filter(path -> reader.file(range.head(), path).isPresent()
                                        || reader.file(range.base(), path).isPresent()));
    }
}
