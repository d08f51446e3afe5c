package io.github.confgate.source.git;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects out of pack files (gitformat-pack) without JGit, which asks each time whether files have changed on disk and
 * of a chain of deltas remembers one. Whatever is not as expected is left to JGit, which says what is wrong with it.
 * Serves one thread.
 */
final class PackedObjects implements AutoCloseable {

    /** Larger objects are left to JGit. */
    private static final int LARGEST = 8 << 20;

    /** So many bytes that others were made of are remembered. */
    private static final int REMEMBERED = 10 << 20;

    private static final int SLOT_BITS = 11;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int LONGEST_CHAIN = 1_000;
    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7f;
    private static final int OFFSET_BITS = 31;
    private static final long MOST_OFFSET = (1L << OFFSET_BITS) - 1;

    private final PackFiles packs;
    private final Inflater inflater = new Inflater();

    /** By place, one a slot. */
    private final @Nullable Unpacked[] unpacked = new @Nullable Unpacked[SLOTS];

    private long remembered;
    private int hand;

    /** What stands before the bytes of the object that is looked at: its type, the size of its bytes, and its base. */
    private int type;

    private long size;
    private long base;

    /** Where in which piece of which pack file is read. */
    private int pack;

    private byte[] window = {};

    private long windowStart;
    private int at;

    /** An object that others are made of. */
    private static final class Unpacked {
        private final long place;
        private final int type;
        private final byte[] bytes;

        Unpacked(long place, int type, byte[] bytes) {
            this.place = place;
            this.type = type;
            this.bytes = bytes;
        }
    }

    PackedObjects(PackFiles packs) {
        this.packs = packs;
    }

    /** The bytes of an object of a type ({@link Constants}), never to be written to; null where JGit must be asked. */
    byte @Nullable [] read(AnyObjectId id, int wanted) {
        long place = place(id);
        try {
            Unpacked found = place < 0 ? null : unpack(place, 0, 0);
            return found != null && found.type == wanted ? found.bytes : null;
        } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The first bytes of a commit that is no delta; null where there are not so many, and of other objects. */
    byte @Nullable [] head(AnyObjectId commit, int length) {
        long place = place(commit);
        if (place < 0) {
            return null;
        }
        try {
            readHeader(place);
            return type == Constants.OBJ_COMMIT && size >= length ? inflated(length) : null;
        } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The pack file and the offset of an object in one number; negative where that is not told. */
    private long place(AnyObjectId id) {
        PackFiles.Place place = packs.place(id);
        return place == null || place.offset() > MOST_OFFSET ? -1 : (long) place.pack() << OFFSET_BITS | place.offset();
    }

    /** @param pending so many bytes of deltas wait for what is asked */
    private @Nullable Unpacked unpack(long place, int depth, long pending) throws DataFormatException {
        int slot = slot(place);
        Unpacked known = unpacked[slot];
        if (known != null && known.place == place) {
            return known;
        }
        readHeader(place);
        int kind = type;
        long baseOf = base;
        if (size > LARGEST || size + pending > REMEMBERED || depth > LONGEST_CHAIN) {
            return null;
        }
        byte[] bytes = inflated((int) size);
        endStream();
        if (kind == Constants.OBJ_OFS_DELTA || kind == Constants.OBJ_REF_DELTA) {
            long length = BinaryDelta.getResultSize(bytes);
            Unpacked below = baseOf < 0 ? null : unpack(baseOf, depth + 1, pending + bytes.length);
            if (below == null || length < 0 || length > LARGEST) {
                return null;
            }
            kind = below.type;
            bytes = BinaryDelta.apply(below.bytes, bytes);
        }
        Unpacked made = new Unpacked(place, kind, bytes);
        remember(slot, made);
        return made;
    }

    private void readHeader(long place) {
        long offset = place & MOST_OFFSET;
        pack = (int) (place >>> OFFSET_BITS);
        move(offset);
        int part = next();
        type = part >> 4 & 7;
        size = part & 15;
        for (int shift = 4; (part & MORE) != 0; shift += 7) {
            part = next();
            size |= (long) (part & SEVEN_BITS) << shift;
        }
        base = -1;
        if (type == Constants.OBJ_OFS_DELTA) {
            part = next();
            long back = part & SEVEN_BITS;
            while ((part & MORE) != 0) {
                part = next();
                back = back + 1 << 7 | part & SEVEN_BITS;
            }
            base = back > 0 && back <= offset ? place - back : -1;
        } else if (type == Constants.OBJ_REF_DELTA) {
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            for (int i = 0; i < id.length; i++) {
                id[i] = (byte) next();
            }
            long other = place(ObjectId.fromRaw(id));
            base = other >>> OFFSET_BITS == pack ? other : -1;
        }
    }

    /** Goes to a place in a pack file, or throws as behind the end of an array. */
    private void move(long offset) {
        PackFiles.Window found = packs.window(pack, offset);
        if (found == null) {
            throw new IndexOutOfBoundsException();
        }
        window = found.bytes();
        windowStart = found.start();
        at = (int) (offset - windowStart);
    }

    private int next() {
        if (at == window.length) {
            move(windowStart + at);
        }
        return window[at++];
    }

    private byte[] inflated(int length) throws DataFormatException {
        byte[] bytes = new byte[length];
        inflater.reset();
        int done = 0;
        while (done < length) {
            done += inflate(bytes, done);
            if (inflater.finished() && done < length) {
                throw new DataFormatException();
            }
        }
        return bytes;
    }

    /** Behind the last byte stands the checksum, which counts. */
    private void endStream() throws DataFormatException {
        while (!inflater.finished()) {
            if (inflate(new byte[1], 0) > 0) {
                throw new DataFormatException();
            }
        }
    }

    private int inflate(byte[] bytes, int from) throws DataFormatException {
        if (inflater.needsInput()) {
            if (at == window.length) {
                move(windowStart + at);
            }
            inflater.setInput(window, at, window.length - at);
            at = window.length;
        }
        int more = inflater.inflate(bytes, from, bytes.length - from);
        if (more == 0 && !inflater.needsInput() && !inflater.finished()) {
            throw new DataFormatException();
        }
        return more;
    }

    private void remember(int slot, Unpacked object) {
        Unpacked gone = unpacked[slot];
        remembered += object.bytes.length - (gone == null ? 0 : gone.bytes.length);
        unpacked[slot] = object;
        for (; remembered > REMEMBERED; hand = (hand + 1) % SLOTS) {
            Unpacked other = unpacked[hand];
            if (other != null && other != object) {
                remembered -= other.bytes.length;
                unpacked[hand] = null;
            }
        }
    }

    private static int slot(long place) {
        return (int) (place * 0x9E3779B97F4A7C15L >>> Long.SIZE - SLOT_BITS);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
