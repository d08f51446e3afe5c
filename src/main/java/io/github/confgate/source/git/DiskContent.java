package io.github.confgate.source.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Compares what is on disk with a blob by its id, so that the blob itself is not needed. No clean filter is run: a
 * repository's configuration must not start a program.
 */
final class DiskContent {

    /** Larger files are compared as they are: to normalise line ends the length must be known first. */
    private static final long NORMALISED = 16L * 1024 * 1024;

    private final Disk disk;

    DiskContent(Disk disk) {
        this.disk = disk;
    }

    /** Whether a regular file holds the blob; CRLF where the blob has LF is no difference. */
    boolean isBlob(String path, long size, ObjectId blob) throws IOException {
        if (idOf(path, size).equals(blob)) {
            return true;
        }
        if (size > NORMALISED) {
            return false;
        }
        byte[] bytes = disk.read(path, (int) NORMALISED);
        byte[] normal = withLineFeeds(bytes);
        return normal.length < bytes.length && idOf(normal).equals(blob);
    }

    boolean isLink(String path, ObjectId blob) throws IOException {
        Path target = Files.readSymbolicLink(disk.resolve(path));
        return idOf(target.toString().getBytes(StandardCharsets.UTF_8)).equals(blob);
    }

    private ObjectId idOf(String path, long size) throws IOException {
        MessageDigest digest = Constants.newMessageDigest();
        digest.update(Constants.encodedTypeString(Constants.OBJ_BLOB));
        digest.update((byte) ' ');
        digest.update(Constants.encodeASCII(size));
        digest.update((byte) 0);
        byte[] buffer = new byte[8192];
        try (InputStream in = disk.open(path)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return ObjectId.fromRaw(digest.digest());
    }

    private static ObjectId idOf(byte[] bytes) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, bytes);
        }
    }

    private static byte[] withLineFeeds(byte[] bytes) {
        ByteArrayOutputStream normal = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                normal.write(bytes[i]);
            }
        }
        return normal.toByteArray();
    }
}
