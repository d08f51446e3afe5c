package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.jspecify.annotations.Nullable;

/** Finds the repository that a folder lies in. */
final class Discovery {

    private static final int WINDOW = 64 * 1024;
    private static final long WINDOWS = 96L * 1024 * 1024;
    private static final int DELTA_BASES = 16 * 1024 * 1024;

    private Discovery() {}

    /**
     * @param environment of it only what Git tells a hook counts, and only where it lies in this repository's own
     *     folder: {@code GIT_INDEX_FILE} ({@code git commit -a} and {@code git commit FILE}), and {@code
     *     GIT_QUARANTINE_PATH}, where the objects of a push wait for the hooks' word
     */
    static Repository open(Path directory, Map<String, String> environment) {
        prepare();
        File start = startOf(directory);
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.findGitDir(start);
        File gitDir = builder.getGitDir();
        if (gitDir == null) {
            throw new UsageException("there is no Git repository in " + directory
                    + " or above it: run confgate inside one, or name one with --repo DIR");
        }
        try {
            refuseBroughtAlong(gitDir);
            File index = ownIndex(gitDir, environment.get("GIT_INDEX_FILE"));
            if (index != null) {
                builder.setIndexFile(index);
            }
            File quarantine = quarantine(gitDir, environment.get("GIT_QUARANTINE_PATH"));
            if (quarantine != null) {
                builder.setObjectDirectory(quarantine);
                builder.addAlternateObjectDirectory(new File(gitDir, Constants.OBJECTS));
            }
            return builder.setMustExist(true).build();
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotJudgeException(
                    "the repository " + gitDir + " cannot be opened: " + Trouble.firstLine(e), e);
        }
    }

    /**
     * The repository at a path that a policy names. It must be there, not in a folder above it; and not within the one
     * that is judged, where a change could bring along whatever speaks for it.
     */
    static Repository neighbour(Path root, String path) {
        prepare();
        String what = "the repository " + path + ", which the policy names";
        try {
            Path real = root.resolve(path).toRealPath();
            if (real.startsWith(root.toRealPath())) {
                throw new CannotJudgeException(
                        what + ", lies within this one, where a change could put its own evidence: clone it beside it");
            }
            File gitDir = new FileRepositoryBuilder()
                    .addCeilingDirectory(
                            real.getParent() == null ? null : real.getParent().toFile())
                    .findGitDir(real.toFile())
                    .getGitDir();
            if (gitDir != null) {
                return new FileRepositoryBuilder()
                        .setGitDir(gitDir)
                        .setMustExist(true)
                        .build();
            }
        } catch (IOException | IllegalArgumentException e) {
            // Told below: there is nothing to read.
        }
        throw new CannotJudgeException(what + ", is not at "
                + root.resolve(path).normalize() + ": clone it there with its whole history, and try again");
    }

    /**
     * A folder that looks like a bare repository may be plain files of the one around it. Any change can bring that
     * along, with a history that says what its author likes, and nobody means it.
     */
    private static void refuseBroughtAlong(File gitDir) throws IOException {
        Path real = gitDir.toPath().toRealPath();
        for (Path each : real) {
            if (each.toString().equals(Constants.DOT_GIT)) {
                return;
            }
        }
        for (Path around = real.getParent(); around != null; around = around.getParent()) {
            File outer = Files.exists(around.resolve(Constants.DOT_GIT))
                    ? new FileRepositoryBuilder().findGitDir(around.toFile()).getGitDir()
                    : null;
            if (outer != null && isTracked(outer, around.relativize(real.resolve(Constants.HEAD)))) {
                throw new UsageException(gitDir + " is no repository but files of the one in " + around
                        + ", which a change could bring along: name that one");
            }
        }
    }

    private static boolean isTracked(File gitDir, Path file) throws IOException {
        try (Repository repository =
                new FileRepositoryBuilder().setGitDir(gitDir).build()) {
            return repository.readDirCache().getEntry(file.toString().replace(File.separatorChar, '/')) != null;
        }
    }

    private static void prepare() {
        QuietSystemReader.install();
        WindowCacheConfig windows = new WindowCacheConfig();
        windows.setPackedGitWindowSize(WINDOW);
        windows.setPackedGitLimit(WINDOWS);
        windows.setDeltaBaseCacheLimit(DELTA_BASES);
        windows.install();
    }

    private static File startOf(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (Files.isDirectory(real)) {
                return real.toFile();
            }
        } catch (IOException e) {
            // Told below, together with the other way to be wrong.
        }
        throw new UsageException("there is no folder " + directory + ": name the repository with --repo DIR");
    }

    /** The folder of objects that a push has brought and that are not yet among those of the repository. */
    private static @Nullable File quarantine(File gitDir, @Nullable String named) throws IOException {
        if (named == null || named.isEmpty()) {
            return null;
        }
        try {
            Path folder = Path.of(named).toAbsolutePath();
            Path objects = gitDir.toPath().resolve(Constants.OBJECTS).toRealPath();
            boolean own = Files.isDirectory(folder) && folder.toRealPath().startsWith(objects);
            return own ? folder.toFile() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable File ownIndex(File gitDir, @Nullable String named) throws IOException {
        if (named == null || named.isEmpty()) {
            return null;
        }
        try {
            Path index = Path.of(named).toAbsolutePath();
            boolean own = Files.isRegularFile(index)
                    && index.toRealPath().startsWith(gitDir.toPath().toRealPath());
            return own ? index.toFile() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
