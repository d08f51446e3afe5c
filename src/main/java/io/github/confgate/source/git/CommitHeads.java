package io.github.confgate.source.git;

import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The first lines of commits, which name the tree and the first parent. Of a packed commit no more than these is unpacked:
 * messages and signatures are ten times as long, and who walks through a long history needs none. Serves one thread.
 */
final class CommitHeads implements AutoCloseable {

    /** {@code tree} and {@code parent}, each with its id. */
    static final int LENGTH = 2 * Constants.OBJECT_ID_STRING_LENGTH + "tree \nparent \n".length();

    private final PackedObjects packed;

    CommitHeads(PackFiles packs) {
        this.packed = new PackedObjects(packs);
    }

    /** At least the first {@link #LENGTH} bytes of a commit; all of a shorter one. */
    byte[] of(ObjectReader reader, ObjectId id) throws IOException {
        byte[] head = packed.head(id, LENGTH);
        return head == null ? Commits.bytes(reader, id) : head;
    }

    @Override
    public void close() {
        packed.close();
    }
}
