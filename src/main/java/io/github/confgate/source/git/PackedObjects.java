package io.github.confgate.source.git;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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

    /** Where in which piece of the pack file is read. */
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
        PackFiles.Place place = packs.place(id);
        if (place == null || place.offset() > MOST_OFFSET) {
            return null;
        }
        try {
            Unpacked found = unpack(place.pack(), place(place), 0, 0);
            return found != null && found.type == wanted ? found.bytes : null;
        } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The first bytes of a commit that is no delta; null where there are not so many, and of other objects. */
    byte @Nullable [] head(AnyObjectId commit, int length) {
        PackFiles.Place place = packs.place(commit);
        if (place == null || place.offset() > MOST_OFFSET) {
            return null;
        }
        try {
            readHeader(place.pack(), place(place));
            return type == Constants.OBJ_COMMIT && size >= length ? inflated(place.pack(), length) : null;
        } catch (DataFormatException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    private static long place(PackFiles.Place place) {
        return (long) place.pack() << OFFSET_BITS | place.offset();
    }

    /** @param pending so many bytes of deltas wait for what is asked */
    private @Nullable Unpacked unpack(int pack, long place, int depth, long pending) throws DataFormatException {
        int slot = slot(place);
        Unpacked known = unpacked[slot];
        if (known != null && known.place == place) {
            return known;
        }
        readHeader(pack, place);
        int kind = type;
        long baseOf = base;
        if (size > LARGEST || size + pending > REMEMBERED || depth > LONGEST_CHAIN) {
            return null;
        }
        byte[] bytes = inflated(pack, (int) size);
        endStream(pack);
        if (kind == Constants.OBJ_OFS_DELTA || kind == Constants.OBJ_REF_DELTA) {
            Unpacked below = baseOf < 0 ? null : unpack(pack, baseOf, depth + 1, pending + bytes.length);
            byte[] made = below == null ? null : applied(below.bytes, bytes);
            if (below == null || made == null) {
                return null;
            }
            kind = below.type;
            bytes = made;
        }
        Unpacked made = new Unpacked(place, kind, bytes);
        remember(slot, made);
        return made;
    }

    private void readHeader(int pack, long place) {
        long offset = place & MOST_OFFSET;
        move(pack, offset);
        int part = next(pack);
        type = part >> 4 & 7;
        size = part & 15;
        for (int shift = 4; (part & MORE) != 0; shift += 7) {
            part = next(pack);
            size |= (long) (part & SEVEN_BITS) << shift;
        }
        base = -1;
        if (type == Constants.OBJ_OFS_DELTA) {
            part = next(pack);
            long back = part & SEVEN_BITS;
            while ((part & MORE) != 0) {
                part = next(pack);
                back = back + 1 << 7 | part & SEVEN_BITS;
            }
            base = back > 0 && back <= offset ? place - back : -1;
        } else if (type == Constants.OBJ_REF_DELTA) {
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            for (int i = 0; i < id.length; i++) {
                id[i] = (byte) next(pack);
            }
            PackFiles.Place other = packs.place(ObjectId.fromRaw(id));
            base = other != null && other.pack() == pack && other.offset() <= MOST_OFFSET ? place(other) : -1;
        }
    }

    /** Goes to a place in a pack file, or throws as behind the end of an array. */
    private void move(int pack, long offset) {
        PackFiles.Window found = packs.window(pack, offset);
        if (found == null) {
            throw new IndexOutOfBoundsException();
        }
        window = found.bytes();
        windowStart = found.start();
        at = (int) (offset - windowStart);
    }

    private int next(int pack) {
        if (at == window.length) {
            move(pack, windowStart + at);
        }
        return window[at++];
    }

    private byte[] inflated(int pack, int length) throws DataFormatException {
        byte[] bytes = new byte[length];
        inflater.reset();
        int done = 0;
        while (done < length) {
            done += inflate(pack, bytes, done);
            if (inflater.finished() && done < length) {
                throw new DataFormatException();
            }
        }
        return bytes;
    }

    /** Behind the last byte stands the checksum, which counts. */
    private void endStream(int pack) throws DataFormatException {
        while (!inflater.finished()) {
            if (inflate(pack, new byte[1], 0) > 0) {
                throw new DataFormatException();
            }
        }
    }

    private int inflate(int pack, byte[] bytes, int from) throws DataFormatException {
        if (inflater.needsInput()) {
            if (at == window.length) {
                move(pack, windowStart + at);
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

    private static byte @Nullable [] applied(byte[] base, byte[] delta) {
        int at = 0;
        long[] sizes = new long[2];
        for (int i = 0; i < sizes.length; i++) {
            int part = MORE;
            for (int shift = 0; (part & MORE) != 0; shift += 7) {
                part = delta[at++];
                sizes[i] |= (long) (part & SEVEN_BITS) << shift;
            }
        }
        if (sizes[0] != base.length || sizes[1] < 0 || sizes[1] > LARGEST) {
            return null;
        }
        byte[] bytes = new byte[(int) sizes[1]];
        int done = 0;
        while (at < delta.length) {
            int command = delta[at++];
            if (command == 0) {
                return null;
            }
            if ((command & MORE) == 0) {
                System.arraycopy(delta, at, bytes, done, command);
                at += command;
                done += command;
                continue;
            }
            int from = 0;
            for (int i = 0; i < 4; i++) {
                from |= (command & 1 << i) == 0 ? 0 : (delta[at++] & 0xff) << 8 * i;
            }
            int length = 0;
            for (int i = 0; i < 3; i++) {
                length |= (command & 16 << i) == 0 ? 0 : (delta[at++] & 0xff) << 8 * i;
            }
            length = length == 0 ? 0x10000 : length;
            System.arraycopy(base, from, bytes, done, length);
            done += length;
        }
        return done == bytes.length ? bytes : null;
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
