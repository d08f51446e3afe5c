package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a work tree, without ever leaving it: no symbolic link is followed, neither a file nor a folder above
 * it.
 */
final class Disk {

    private final Path root;
    private final Map<String, Boolean> realFolders = new ConcurrentHashMap<>();

    Disk(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** The path of a file below the root; empty for one elsewhere. Links in the folders above it are followed. */
    Optional<String> within(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            Path real = folder == null ? file : folder.toRealPath().resolve(file.getFileName());
            Path top = root.toRealPath();
            return real.startsWith(top)
                    ? Optional.of(top.relativize(real).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What lies under the path; empty when nothing does, or when a folder above it is none. */
    Optional<BasicFileAttributes> look(String path) {
        int slash = path.lastIndexOf('/');
        if (slash > 0 && !isRealFolder(path.substring(0, slash))) {
            return Optional.empty();
        }
        return attributes(path);
    }

    private boolean isRealFolder(String path) {
        Boolean known = realFolders.get(path);
        if (known != null) {
            return known;
        }
        boolean real = look(path).filter(BasicFileAttributes::isDirectory).isPresent();
        realFolders.put(path, real);
        return real;
    }

    private Optional<BasicFileAttributes> attributes(String path) {
        try {
            return Optional.of(
                    Files.readAttributes(resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether this locale has bytes for the name; in the C locale it has none for an umlaut. */
    boolean canSpell(String path) {
        try {
            return root.resolve(path).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Path resolve(String path) {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            throw new CannotJudgeException(
                    "the file name " + path + " cannot be spelled in this locale: set LC_ALL=C.UTF-8 and try again", e);
        }
    }

    /** At most {@code limit} bytes of a regular file. */
    byte[] read(String path, int limit) throws IOException {
        try (InputStream in = open(path)) {
            return in.readNBytes(limit);
        }
    }

    /** Opens a regular file; the caller has looked at what it is. */
    InputStream open(String path) throws IOException {
        return Files.newInputStream(resolve(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
