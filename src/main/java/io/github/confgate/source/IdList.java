package io.github.confgate.source;

import java.util.Arrays;
import java.util.HexFormat;

/** Object ids of 40 hexadecimal digits one after another, 20 bytes each. Filled by one thread. */
public final class IdList {

    private static final int LENGTH = 20;
    private static final int SHORTEST = 4;
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NONE = new byte[LENGTH];

    private byte[] bytes = {};
    private int size;
    /** Places by the first bytes of their ids, plus 1; 0 is free. Made when somebody asks for one. */
    private int[] places = {};

    private int placed;

    /** @param id the empty text for none, which Git writes as zeros */
    public void add(String id) {
        int at = size * LENGTH;
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(SHORTEST * LENGTH, 2 * at));
        }
        byte[] raw = id.isEmpty() ? NONE : HEX.parseHex(id);
        if (raw.length != LENGTH) {
            throw new IllegalArgumentException("no object id: " + id);
        }
        System.arraycopy(raw, 0, bytes, at, LENGTH);
        size++;
    }

    /** The id at a place, 0-based. */
    public String get(int at) {
        int from = at * LENGTH;
        boolean none = Arrays.equals(bytes, from, from + LENGTH, NONE, 0, LENGTH);
        return none ? "" : HEX.formatHex(bytes, from, from + LENGTH);
    }

    public int size() {
        return size;
    }

    /** The place of an id, the first one where it stands several times; -1 when it is not there. */
    public synchronized int indexOf(String id) {
        if (id.length() != 2 * LENGTH) {
            return -1;
        }
        if (places.length < 2 * size) {
            places = new int[Integer.highestOneBit(2 * size) * 2];
            placed = 0;
        }
        for (; placed < size; placed++) {
            place(bytes, placed * LENGTH, placed + 1);
        }
        return size == 0 ? -1 : place(HEX.parseHex(id), 0, 0) - 1;
    }

    /** The entry of an id; where there is none, {@code entry} is put there. */
    private int place(byte[] id, int from, int entry) {
        int at = hash(id, from) & (places.length - 1);
        while (places[at] != 0) {
            int known = (places[at] - 1) * LENGTH;
            if (Arrays.equals(bytes, known, known + LENGTH, id, from, from + LENGTH)) {
                return places[at];
            }
            at = (at + 1) & (places.length - 1);
        }
        places[at] = entry;
        return entry;
    }

    private static int hash(byte[] id, int from) {
        return (id[from] & 0xff) << 24 | (id[from + 1] & 0xff) << 16 | (id[from + 2] & 0xff) << 8 | id[from + 3] & 0xff;
    }
}
