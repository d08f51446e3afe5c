package io.github.confgate.inspection;

import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.ApprovalSource;
import io.github.confgate.verdict.Approvals;
import io.github.confgate.verdict.ApprovalsReader;
import io.github.confgate.verdict.Waivers;
import java.nio.file.Path;
import java.util.List;

/** Approvals that a pipeline has written to a file; it answers for who may give them. */
public record ApprovalsFile(Approvals all) implements ApprovalSource {

    /**
     * Reads the file now, so that a wrong one is told whether it matters or not.
     *
     * @throws UsageException when it cannot be read
     */
    public static ApprovalsFile read(Path file) {
        return new ApprovalsFile(
                ApprovalsReader.read(file.toString(), PolicyFile.bytes(file, "approvals", "--approvals")));
    }

    @Override
    public Answer ask(Waivers.Review review, String head) {
        return new Answer(all, List.of());
    }
}
