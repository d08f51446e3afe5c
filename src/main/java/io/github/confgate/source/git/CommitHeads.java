package io.github.confgate.source.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
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

    private final PackFiles packs;
    private final List<@Nullable ByteBuffer> contents;
    private final Inflater inflater = new Inflater();

    CommitHeads(PackFiles packs) {
        this.packs = packs;
        this.contents = packs.contents();
    }

    /** At least the first {@link #LENGTH} bytes of a commit; all of a shorter one. */
    byte[] of(ObjectReader reader, ObjectId id) throws IOException {
        byte[] packed = packed(id);
        return packed == null ? Commits.bytes(reader, id) : packed;
    }

    private byte @Nullable [] packed(ObjectId id) {
        PackFiles.Place place = packs.place(id);
        ByteBuffer pack = place == null || place.offset() > MOST_OFFSET ? null : contents.get(place.pack());
        if (place == null || pack == null) {
            return null;
        }
        try {
            int at = (int) place.offset();
            int header = pack.get(at++);
            if ((header & TYPE) != COMMIT) {
                return null;
            }
            while ((header & MORE) != 0) {
                header = pack.get(at++);
            }
            inflater.reset();
            inflater.setInput(pack.duplicate().position(at));
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

    @Override
    public void close() {
        inflater.end();
    }
}
