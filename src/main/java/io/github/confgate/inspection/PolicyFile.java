package io.github.confgate.inspection;

import io.github.confgate.document.Limits;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Range;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.Fingerprint;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the policy that judges: the caller's own, else that of base; for what is not committed yet, that of the work
 * tree.
 *
 * @param source as outputs name it
 * @param sha256 of its bytes
 * @param remarks what was wrong with a policy that could not be used
 */
record PolicyFile(Policy policy, String source, String sha256, List<Diagnostic> remarks) {

    static final String NAME = ".confgate.yml";

    static PolicyFile find(SourceReader reader, Range range, @Nullable Path own, Rules rules) {
        PolicyReader policies = new PolicyReader(id -> rules.find(id).isPresent());
        if (own != null) {
            byte[] bytes = bytes(own);
            return new PolicyFile(
                    policies.read(own.toString(), bytes), "file:" + own, Fingerprint.sha256(bytes), List.of());
        }
        boolean committed = range.head() instanceof Revision.Commit;
        Revision revision = committed ? range.base() : new Revision.WorkTree();
        Optional<SourceFile> file = reader.file(revision, NAME);
        if (file.isEmpty()) {
            return builtin(List.of());
        }
        Content content = file.get().kind() == SourceFile.Kind.FILE
                ? reader.read(file.get(), Limits.standard().bytes())
                : new Content.Unreadable(
                        new Diagnostic(NAME, 0, Diagnostic.Kind.SYMLINK, "is no file, so it is not read as a policy"));
        if (content instanceof Content.Unreadable unreadable) {
            return builtin(List.of(unreadable.diagnostic()));
        }
        byte[] bytes = ((Content.Bytes) content).bytes();
        try {
            return new PolicyFile(
                    policies.read(NAME, bytes),
                    (committed ? "base:" : "worktree:") + NAME,
                    Fingerprint.sha256(bytes),
                    List.of());
        } catch (UsageException e) {
            if (!committed) {
                throw e;
            }
            // A pull request must be able to repair it, so it cannot end the run.
            return builtin(List.of(new Diagnostic(
                    NAME,
                    0,
                    Diagnostic.Kind.UNPARSED,
                    "the policy of base is not valid, the built-in one judges: " + e.getMessage())));
        }
    }

    private static PolicyFile builtin(List<Diagnostic> remarks) {
        return new PolicyFile(Policy.builtin(), "builtin", Fingerprint.sha256(new byte[0]), remarks);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException("cannot read the policy " + file + "; name a file with --policy");
        }
    }
}
