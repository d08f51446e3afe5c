package io.github.confgate.fact.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder of sealed files. A file counts only where this user's key has sealed it ({@link Seal}), and the folder only
 * where it belongs to the user and nobody else may write to it; so whoever can plant a file can read the user's own key,
 * and has no need to. Losing a file is no trouble, so no failure leaves this class.
 */
public final class CacheFolder {

    /** All files together; of more the oldest go. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    /** One file. */
    public static final int MOST_OF_FILE = 32 * 1024 * 1024;

    private static final String KEY = "key";
    private static final String END = ".scan";
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final Seal seal;

    private CacheFolder(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /** @param unused why there is none; empty where there is one */
    public record Opened(@Nullable CacheFolder folder, String unused) {}

    /** Opens a folder, and makes it where it is not there. */
    public static Opened open(Path path) {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent == null) {
                return new Opened(null, path + " is no folder of a user");
            }
            Files.createDirectories(parent);
            create(path);
            String fault = fault(path, parent);
            return fault.isEmpty()
                    ? new Opened(new CacheFolder(path, new Seal(key(path))), "")
                    : new Opened(null, path + " " + fault);
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            return new Opened(null, path + " cannot be used: " + e);
        }
    }

    private static void create(Path path) throws IOException {
        try {
            Files.createDirectory(path, attributes(path, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            // Looked at next.
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Elsewhere the folder of a user is closed to others by what it inherits. */
    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String fault(Path path, Path parent) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return "is no folder";
        }
        if (!isPosix(path)) {
            return "";
        }
        if (!isOwn(path)) {
            return "belongs to somebody else";
        }
        if (isOpen(path, OTHERS_WRITE) || isOpen(parent, EnumSet.of(PosixFilePermission.OTHERS_WRITE))) {
            return "can be written by others";
        }
        return "";
    }

    private static boolean isOpen(Path path, Set<PosixFilePermission> forbidden) throws IOException {
        return posix(path).permissions().stream().anyMatch(forbidden::contains);
    }

    private static boolean isOwn(Path path) throws IOException {
        return posix(path).owner().getName().equals(System.getProperty("user.name"));
    }

    private static PosixFileAttributes posix(Path path) throws IOException {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static byte[] key(Path folder) throws IOException {
        Path file = folder.resolve(KEY);
        byte[] known = isSafe(file, true) ? Files.readAllBytes(file) : new byte[0];
        if (known.length == Seal.LENGTH) {
            return known;
        }
        byte[] key = new byte[Seal.LENGTH];
        new SecureRandom().nextBytes(key);
        replace(folder, KEY, new byte[0], key);
        return key;
    }

    /** A file of this user, no link, that others may not write, nor read where it is secret. */
    private static boolean isSafe(Path file, boolean secret) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Set<PosixFilePermission> forbidden = EnumSet.copyOf(OTHERS_WRITE);
        if (secret) {
            forbidden.addAll(EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
        }
        return !isPosix(file) || (isOwn(file) && !isOpen(file, forbidden));
    }

    /** What was written under a name; empty where there is nothing, or nothing that this user has sealed. */
    public Optional<ByteBuffer> read(String name) {
        Path file = folder.resolve(name + END);
        try {
            if (!isSafe(file, false) || Files.size(file) > MOST_OF_FILE) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            if (all.length < Seal.LENGTH) {
                return Optional.empty();
            }
            byte[] said = Arrays.copyOf(all, Seal.LENGTH);
            return MessageDigest.isEqual(said, seal.of(all, Seal.LENGTH))
                    ? Optional.of(ByteBuffer.wrap(all, Seal.LENGTH, all.length - Seal.LENGTH)
                            .slice())
                    : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    /** Keeps something under a name, whole or not at all. */
    public void write(String name, byte[] bytes) {
        if (bytes.length > MOST_OF_FILE - Seal.LENGTH) {
            return;
        }
        try {
            replace(folder, name + END, seal.of(bytes, 0), bytes);
            prune(name + END);
        } catch (IOException | SecurityException e) {
            // The next run works it out again.
        }
    }

    private static void replace(Path folder, String name, byte[] first, byte[] rest) throws IOException {
        Path written = Files.createTempFile(folder, name, END, attributes(folder, "rw-------"));
        try {
            Files.write(written, first);
            Files.write(written, rest, StandardOpenOption.APPEND);
            move(written, folder.resolve(name));
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Half a file has no seal.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private record Old(Path path, long size, FileTime time) {}

    /** What other runs were writing when they ended is among the oldest some time. */
    private void prune(String kept) throws IOException {
        List<Old> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
            for (Path file : files) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()) {
                    all.add(new Old(file, attributes.size(), attributes.lastModifiedTime()));
                }
            }
        }
        long bytes = all.stream().mapToLong(Old::size).sum();
        all.sort(Comparator.comparing(Old::time));
        for (Old old : all) {
            if (bytes > MOST_BYTES && !old.path().endsWith(kept)) {
                Files.deleteIfExists(old.path());
                bytes -= old.size();
            }
        }
    }
}
