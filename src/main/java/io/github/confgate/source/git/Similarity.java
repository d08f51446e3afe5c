package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Content;
import io.github.confgate.source.SourceFile;
import java.util.HashMap;
import java.util.Map;

/** How much of their text two files have in common, line by line, in percent of the larger one. */
final class Similarity {

    /** Larger files are renamed without changes or not at all. */
    private static final int LARGEST = 512 * 1024;

    private final Blobs blobs;

    Similarity(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * The lines of a file.
     *
     * @param bytes by the hash of a line, the length of all lines that have it
     * @param size of the file; 0 for one that is empty or could not be read, which is like no other
     */
    record Print(Map<Long, Integer> bytes, int size) {}

    Print print(SourceFile file) {
        return content(file) instanceof Content.Bytes read ? print(read.bytes()) : new Print(Map.of(), 0);
    }

    private Content content(SourceFile file) {
        try {
            return blobs.read(file, LARGEST);
        } catch (CannotJudgeException e) {
            // Whether the verdict needs this file is for the reader of the pair to say.
            return new Content.Bytes(new byte[0]);
        }
    }

    private static Print print(byte[] text) {
        Map<Long, Integer> bytes = new HashMap<>();
        int start = 0;
        long hash = 7;
        for (int i = 0; i < text.length; i++) {
            hash = hash * 1_099_511_628_211L + text[i];
            if (text[i] == '\n' || i + 1 == text.length) {
                bytes.merge(hash, i + 1 - start, Integer::sum);
                start = i + 1;
                hash = 7;
            }
        }
        return new Print(bytes, text.length);
    }

    int score(Print one, Print other) {
        int larger = Math.max(one.size(), other.size());
        int smaller = Math.min(one.size(), other.size());
        if (smaller == 0 || 2L * smaller < larger) {
            return 0;
        }
        long common = 0;
        for (Map.Entry<Long, Integer> line : one.bytes().entrySet()) {
            common += Math.min(line.getValue(), other.bytes().getOrDefault(line.getKey(), 0));
        }
        return (int) (common * 100 / larger);
    }
}
