package io.github.confgate.inspection;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import io.github.confgate.source.Mark;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was deployed, as a history: each deployment is a commit, made when it was deployed. */
final class DeployedHistory implements History {

    private final SourceReader reader;
    private final List<Mark> deployments;

    /** @param deployments newest first */
    DeployedHistory(SourceReader reader, List<Mark> deployments) {
        this.reader = reader;
        this.deployments = List.copyOf(deployments);
    }

    @Override
    public Tracked track(Collection<String> paths) {
        return this::versions;
    }

    private List<FileVersion> versions(String path) {
        List<FileVersion> versions = new ArrayList<>();
        String followed = path;
        @Nullable SourceFile newer = null;
        for (int i = 0; i < deployments.size(); i++) {
            Optional<SourceFile> file = reader.file(deployments.get(i).commit(), followed);
            if (i > 0 && newer != null && file.isEmpty()) {
                followed = pathBefore(i, followed);
                file = reader.file(deployments.get(i).commit(), followed);
            }
            if (i > 0 && !isSame(newer, file.orElse(null))) {
                versions.add(version(i - 1, newer));
            }
            newer = file.orElse(null);
        }
        if (newer != null) {
            versions.add(version(deployments.size() - 1, newer));
        }
        return versions;
    }

    private static boolean isSame(@Nullable SourceFile a, @Nullable SourceFile b) {
        return a == null || b == null
                ? a == null && b == null
                : a.blob().equals(b.blob()) && a.kind() == b.kind() && a.path().equals(b.path());
    }

    private FileVersion version(int deployment, @Nullable SourceFile file) {
        Mark mark = deployments.get(deployment);
        CommitInfo commit = reader.commit(mark.commit());
        return new FileVersion(
                deployment, new CommitInfo(commit.sha(), mark.time(), commit.author(), commit.subject()), file);
    }

    /** Where the file was in an older deployment; the same path when it was nowhere. */
    private String pathBefore(int older, String path) {
        return reader
                .changed(
                        deployments.get(older).commit(),
                        deployments.get(older - 1).commit(),
                        each -> true)
                .stream()
                .filter(pair -> pair.path().equals(path))
                .map(FilePair::before)
                .filter(Objects::nonNull)
                .map(SourceFile::path)
                .findFirst()
                .orElse(path);
    }
}
