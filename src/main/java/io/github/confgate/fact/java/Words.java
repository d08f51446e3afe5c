package io.github.confgate.fact.java;

import java.util.Arrays;
import java.util.Collection;

/**
 * Which words a Java file has, so that a file is parsed only when it can hold a reader. Words are compared without
 * case, dashes and underscores, and kept as hashes: a file may seem to have a word that it has not, never the reverse.
 * Comments are no words.
 */
final class Words {

    /** Where a word stands. */
    enum At {
        /** In code; of an accessor ({@code getUrl}, {@code withUrl}) also what it gets. */
        CODE(0x1f35a7bd),
        /** In a string. */
        TEXT(0x94d049bb),
        /** In a string, and the name goes on behind no dot. */
        END(0x2545f491),
        /** In a string, {@code before.word} of a dotted name. */
        PAIR(0x9e3779b1),
        /** A string ends with a dot: the beginning of a name that is put together. */
        OPEN(0x6c62272e);

        private final int seed;

        At(int seed) {
            this.seed = seed;
        }
    }

    private final int[] sorted;

    Words(int[] sorted) {
        this.sorted = sorted;
    }

    int[] hashes() {
        return sorted;
    }

    boolean has(At at, String word) {
        return has(hash(at, word));
    }

    /** The same for the hash of a word, for whoever asks many files. */
    boolean has(int hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }

    boolean hasAny(int[] hashes) {
        for (int hash : hashes) {
            if (has(hash)) {
                return true;
            }
        }
        return false;
    }

    static int hash(At at, String word) {
        int hash = start(at);
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, (byte) word.charAt(i));
        }
        return hash;
    }

    static int[] hashes(At at, Collection<String> words) {
        return words.stream().mapToInt(word -> hash(at, word)).toArray();
    }

    static Words of(byte[] bytes) {
        return new Scan(bytes).run();
    }

    private static int start(At at) {
        return at.seed;
    }

    private static int step(int hash, int c) {
        return (hash ^ c) * 0x01000193;
    }

    private static final class Scan {
        private static final String[] ACCESSORS = {"get", "set", "is", "with"};
        private final byte[] bytes;
        private int[] found = new int[512];
        private int count;
        private int i;

        Scan(byte[] bytes) {
            this.bytes = bytes;
        }

        Words run() {
            while (i < bytes.length) {
                int c = bytes[i];
                if (c == '/' && at(i + 1) == '/') {
                    skipTo((byte) '\n');
                } else if (c == '/' && at(i + 1) == '*') {
                    i += 2;
                    while (i < bytes.length && !(bytes[i] == '*' && at(i + 1) == '/')) {
                        i++;
                    }
                    i += 2;
                } else if (c == '"') {
                    text();
                } else if (c == '\'') {
                    i += at(i + 1) == '\\' ? 3 : 2;
                    i++;
                } else if (isLetter(c)) {
                    code();
                } else {
                    i++;
                }
            }
            int[] all = Arrays.copyOf(found, count);
            Arrays.sort(all);
            int kept = 0;
            for (int k = 0; k < all.length; k++) {
                if (k == 0 || all[k] != all[k - 1]) {
                    all[kept++] = all[k];
                }
            }
            return new Words(Arrays.copyOf(all, kept));
        }

        private int at(int index) {
            return index < bytes.length ? bytes[index] : 0;
        }

        private void skipTo(byte end) {
            while (i < bytes.length && bytes[i] != end) {
                i++;
            }
        }

        private void add(int hash) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = hash;
        }

        private void code() {
            int from = i++;
            while (i < bytes.length && isWord(bytes[i]) && bytes[i] != '-') {
                i++;
            }
            add(hash(start(At.CODE), from, i));
            for (String accessor : ACCESSORS) {
                int end = from + accessor.length();
                if (end < i && bytes[end] >= 'A' && bytes[end] <= 'Z' && startsWith(from, accessor)) {
                    add(hash(start(At.CODE), end, i));
                }
            }
        }

        private boolean startsWith(int from, String word) {
            for (int k = 0; k < word.length(); k++) {
                if (bytes[from + k] != word.charAt(k)) {
                    return false;
                }
            }
            return true;
        }

        private void text() {
            boolean block = at(i + 1) == '"' && at(i + 2) == '"';
            i += block ? 3 : 1;
            int before = -1;
            int beforeEnd = -1;
            while (i < bytes.length) {
                int c = bytes[i];
                if (c == '"' && (!block || (at(i + 1) == '"' && at(i + 2) == '"'))) {
                    if (bytes[i - 1] == '.') {
                        add(start(At.OPEN));
                    }
                    i += block ? 3 : 1;
                    return;
                }
                if (c == '\n' && !block) {
                    return;
                }
                if (c == '\\') {
                    i += 2;
                } else if (isWord(c)) {
                    int from = i;
                    while (i < bytes.length && isWord(bytes[i])) {
                        i++;
                    }
                    add(hash(start(At.TEXT), from, i));
                    if (at(i) != '.' || !isWord(at(i + 1))) {
                        add(hash(start(At.END), from, i));
                    }
                    if (before >= 0) {
                        add(hash(step(hash(start(At.PAIR), before, beforeEnd), '.'), from, i));
                    }
                    before = at(i) == '.' ? from : -1;
                    beforeEnd = i;
                } else {
                    before = c == '.' ? before : -1;
                    i++;
                }
            }
        }

        private int hash(int start, int from, int to) {
            int hash = start;
            for (int k = from; k < to; k++) {
                int c = bytes[k];
                if (c != '-' && c != '_') {
                    hash = step(hash, c >= 'A' && c <= 'Z' ? c + 32 : c);
                }
            }
            return hash;
        }

        private static boolean isLetter(int c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c < 0;
        }

        private static boolean isWord(int c) {
            return isLetter(c) && c != '$' || (c >= '0' && c <= '9') || c == '-' || c == '_';
        }
    }
}
