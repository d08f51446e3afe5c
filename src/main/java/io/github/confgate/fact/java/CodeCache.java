package io.github.confgate.fact.java;

import io.github.confgate.fact.cache.CacheFolder;
import io.github.confgate.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the Java files of one repository by what they hold: their words, and of those that were parsed what
 * they declare. Both follow from the content alone, which the id of the blob names. Read at the first question.
 */
public final class CodeCache {

    /** One that knows nothing and keeps nothing. */
    static final CodeCache NONE = new CodeCache(null, "", 0);

    /** So few new files are scanned again faster than all of it is written. */
    private static final int FEW = 16;

    private static final int MOST_BYTES = CacheFolder.MOST_OF_FILE / 2;

    private final @Nullable CacheFolder folder;
    private final String name;
    private final long stamp;
    private final Set<String> asked = new LinkedHashSet<>();
    private @Nullable Map<String, Entry> entries;
    private boolean empty;
    private int newWords;
    private int newFiles;

    CodeCache(@Nullable CacheFolder folder, String name, long stamp) {
        this.folder = folder;
        this.name = name;
        this.stamp = stamp;
    }

    private static final class Entry {
        @Nullable
        Words words;

        byte @Nullable [] file;

        int size() {
            return 64 + (words == null ? 0 : 4 * words.hashes().length) + (file == null ? 0 : file.length);
        }
    }

    /** What is known of who reads keys in these files. */
    Answers answers(List<SourceFile> files) {
        return new Answers(folder, name + "-answers", stamp, files);
    }

    /** The words of a file; null where they are not known. */
    @Nullable
    Words words(String blob) {
        Entry entry = entry(blob);
        return entry == null ? null : entry.words;
    }

    /** What a file declares, under the path that it has now. */
    Optional<JavaFile> file(String blob, String path) {
        return Optional.ofNullable(entry(blob)).map(entry -> entry.file).flatMap(bytes -> PackedFile.read(path, bytes));
    }

    void add(String blob, Words words) {
        if (folder != null && !blob.isEmpty()) {
            asked.add(blob);
            entries().computeIfAbsent(blob, key -> new Entry()).words = words;
            newWords++;
        }
    }

    void add(String blob, JavaFile file) {
        if (folder != null && !blob.isEmpty()) {
            PackedFile.write(file).ifPresent(bytes -> {
                asked.add(blob);
                entries().computeIfAbsent(blob, key -> new Entry()).file = bytes;
                newFiles++;
            });
        }
    }

    private @Nullable Entry entry(String blob) {
        if (folder == null || blob.isEmpty()) {
            return null;
        }
        Entry entry = entries().get(blob);
        if (entry != null) {
            asked.add(blob);
        }
        return entry;
    }

    private Map<String, Entry> entries() {
        Map<String, Entry> known = entries;
        if (known == null) {
            known = folder == null
                    ? new HashMap<>()
                    : folder.read(name).map(this::read).orElseGet(HashMap::new);
            entries = known;
            empty = known.isEmpty();
        }
        return known;
    }

    /** Keeps what is new, and as much of the rest as there is room for. */
    public void save() {
        boolean worthIt = newFiles > 0 || newWords > FEW || (empty && newWords > 0);
        if (folder == null || !worthIt) {
            return;
        }
        Map<String, Entry> all = entries();
        Set<String> order = new LinkedHashSet<>(asked);
        order.addAll(all.keySet());
        List<String> kept = new ArrayList<>();
        int size = 16;
        for (String blob : order) {
            Entry entry = all.get(blob);
            if (entry != null && size + entry.size() <= MOST_BYTES) {
                size += entry.size();
                kept.add(blob);
            }
        }
        folder.write(name, write(kept, all, size));
    }

    private byte[] write(List<String> kept, Map<String, Entry> all, int size) {
        ByteBuffer out = ByteBuffer.allocate(size + 64 * kept.size());
        out.putLong(stamp).putInt(kept.size());
        for (String blob : kept) {
            Entry entry = all.getOrDefault(blob, new Entry());
            byte[] id = blob.getBytes(StandardCharsets.ISO_8859_1);
            out.put((byte) id.length).put(id);
            int[] words = entry.words == null ? new int[0] : entry.words.hashes();
            out.putInt(entry.words == null ? -1 : words.length);
            out.asIntBuffer().put(words);
            out.position(out.position() + 4 * words.length);
            byte[] file = entry.file == null ? new byte[0] : entry.file;
            out.putInt(entry.file == null ? -1 : file.length).put(file);
        }
        byte[] written = new byte[out.position()];
        out.flip().get(written);
        return written;
    }

    /** Nothing where another build has written it. */
    private Map<String, Entry> read(ByteBuffer in) {
        if (in.remaining() < 12 || in.getLong() != stamp) {
            return new HashMap<>();
        }
        int count = in.getInt();
        Map<String, Entry> read = new HashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            byte[] id = new byte[in.get()];
            in.get(id);
            Entry entry = new Entry();
            int words = in.getInt();
            if (words >= 0) {
                int[] hashes = new int[words];
                in.asIntBuffer().get(hashes);
                in.position(in.position() + 4 * words);
                entry.words = new Words(hashes);
            }
            int length = in.getInt();
            if (length >= 0) {
                byte[] file = new byte[length];
                in.get(file);
                entry.file = file;
            }
            read.put(new String(id, StandardCharsets.ISO_8859_1), entry);
        }
        return read;
    }
}
