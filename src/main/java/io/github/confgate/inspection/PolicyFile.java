package io.github.confgate.inspection;

import io.github.confgate.rule.Rules;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Range;
import io.github.confgate.source.Revision;
import io.github.confgate.source.Sha256;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the policy that judges: the caller's own, else that of base; for what is not committed yet, that of the work
 * tree.
 *
 * @param rules the built-in ones and those that the policy brings
 * @param origin where the policy comes from
 * @param source as outputs name it
 * @param sha256 of its bytes
 * @param remarks what was wrong with a policy that could not be used
 */
record PolicyFile(Policy policy, Rules rules, Origin origin, String source, String sha256, List<Diagnostic> remarks) {

    /** Where a policy comes from. */
    enum Origin {
        BUILTIN,
        BASE,
        WORKTREE,
        /** The caller's own. */
        CALLER
    }

    static PolicyFile find(SourceReader reader, Range range, @Nullable Path own, Rules rules) {
        boolean committed = range.head() instanceof Revision.Commit;
        Revision revision = committed ? range.base() : new Revision.WorkTree();
        if (own != null) {
            PolicyAt read = PolicyAt.read(reader, revision, own.toString(), bytes(own, "policy", "--policy"), rules);
            return of(read, Origin.CALLER, "file:" + own);
        }
        PolicyAt found = PolicyAt.of(reader, revision, rules);
        if (found.unreadable() != null) {
            return builtin(rules, List.of(found.unreadable()));
        }
        if (found.problem() != null && committed) {
            // A pull request must be able to repair it, so it cannot end the run.
            return builtin(
                    rules,
                    List.of(new Diagnostic(
                            PolicyAt.NAME,
                            0,
                            Diagnostic.Kind.UNPARSED,
                            "the policy of base is not valid, the built-in one judges: "
                                    + found.problem().getMessage())));
        }
        if (!found.isThere()) {
            return builtin(rules, List.of());
        }
        return of(
                found, committed ? Origin.BASE : Origin.WORKTREE, (committed ? "base:" : "worktree:") + PolicyAt.NAME);
    }

    /** The file that it stands in, as the caller named it or as the repository has it. */
    String path() {
        return origin == Origin.CALLER ? source.substring("file:".length()) : PolicyAt.NAME;
    }

    private static PolicyFile of(PolicyAt found, Origin origin, String source) {
        Policy policy = found.policy();
        if (policy == null) {
            throw found.problem() == null ? new UsageException("there is no policy") : found.problem();
        }
        return new PolicyFile(policy, found.rules(), origin, source, Sha256.hex(found.bytes()), List.of());
    }

    private static PolicyFile builtin(Rules rules, List<Diagnostic> remarks) {
        return new PolicyFile(Policy.builtin(), rules, Origin.BUILTIN, "builtin", Sha256.hex(new byte[0]), remarks);
    }

    /** The bytes of a file that the caller names with an option. */
    static byte[] bytes(Path file, String what, String option) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException("cannot read the " + what + " " + file + "; name a file with " + option);
        }
    }
}
