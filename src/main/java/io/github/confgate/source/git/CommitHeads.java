package io.github.confgate.source.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of commits, which name the tree and the first parent. Of a packed commit no more than these is unpacked:
 * messages and signatures are ten times as long, and who walks through a long history needs none. Serves one thread.
 */
final class CommitHeads implements AutoCloseable {

    /** {@code tree} and {@code parent}, each with its id. */
    static final int LENGTH = 2 * Constants.OBJECT_ID_STRING_LENGTH + "tree \nparent \n".length();

    private static final long MOST_OFFSET = Integer.MAX_VALUE;
    private static final int TYPE = 0x70;
    private static final int COMMIT = Constants.OBJ_COMMIT << 4;
    private static final int MORE = 0x80;

    /** Packed, the first lines and the header before them take no more. */
    private static final int PACKED = 256;

    /** So often the window is moved before anybody asks whether that pays. */
    private static final int WORTH_IT = 16;

    private final PackFiles packs;
    private final Inflater inflater = new Inflater();

    /** A piece of a pack file: commits lie close together there, unless many small packs were put into one. */
    private final ByteBuffer window = ByteBuffer.allocate(1 << 16).limit(0);

    private final Map<Integer, FileChannel> channels = new HashMap<>();
    private int windowPack = -1;
    private long windowStart;
    private int asked;
    private int read;

    CommitHeads(PackFiles packs) {
        this.packs = packs;
    }

    /** At least the first {@link #LENGTH} bytes of a commit; all of a shorter one. */
    byte[] of(ObjectReader reader, ObjectId id) throws IOException {
        byte[] packed = packed(id);
        return packed == null ? Commits.bytes(reader, id) : packed;
    }

    private byte @Nullable [] packed(ObjectId id) {
        PackFiles.Place place = packs.place(id);
        if (place == null || place.offset() > MOST_OFFSET || !isNear(place)) {
            return null;
        }
        try {
            int at = (int) (place.offset() - windowStart);
            int header = window.get(at++);
            if ((header & TYPE) != COMMIT) {
                return null;
            }
            while ((header & MORE) != 0) {
                header = window.get(at++);
            }
            inflater.reset();
            inflater.setInput(window.array(), at, window.limit() - at);
            byte[] head = new byte[LENGTH];
            int length = 0;
            while (length < LENGTH) {
                int more = inflater.inflate(head, length, LENGTH - length);
                if (more == 0) {
                    return null;
                }
                length += more;
            }
            return head;
        } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Not as expected: JGit says what is wrong.
            return null;
        }
    }

    /** Brings the window to a place; not where it has to be moved too often to be worth it, nor where the file is gone. */
    private boolean isNear(PackFiles.Place place) {
        asked++;
        boolean inside = place.pack() == windowPack
                && place.offset() >= windowStart
                && place.offset() + PACKED <= windowStart + window.limit();
        if (inside) {
            return true;
        }
        if (read > WORTH_IT && read * 4L > asked) {
            return false;
        }
        read++;
        windowPack = -1;
        windowStart = Math.max(0, place.offset() - window.capacity() / 2);
        window.clear();
        try {
            FileChannel channel = channels.get(place.pack());
            if (channel == null) {
                channel = FileChannel.open(packs.file(place.pack()), StandardOpenOption.READ);
                channels.put(place.pack(), channel);
            }
            int length = 1;
            while (window.hasRemaining() && length > 0) {
                length = channel.read(window, windowStart + window.position());
            }
            windowPack = place.pack();
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            window.flip();
        }
    }

    @Override
    public void close() {
        inflater.end();
        for (FileChannel channel : channels.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written to it.
            }
        }
    }
}
