package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader;
import io.github.confgate.fact.cache.CacheFolder;
import io.github.confgate.source.Sha256;
import io.github.confgate.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who reads some keys, as an earlier run of the same build found in the very same files: a question whose answer is known
 * needs neither their words nor what they declare. A question is named by a checksum of the paths and contents of all
 * files and of all keys that are asked for together. The latest stay.
 */
final class Answers {

    private static final int MOST = 256;
    private static final int MOST_BYTES = 512 * 1024;

    private final @Nullable CacheFolder folder;
    private final String name;
    private final long stamp;
    private final List<SourceFile> files;
    private final Map<String, byte[]> added = new LinkedHashMap<>();
    private @Nullable Map<String, byte[]> known;
    private byte @Nullable [] code;

    /** @param folder null where nothing is kept */
    Answers(@Nullable CacheFolder folder, String name, long stamp, List<SourceFile> files) {
        // What only the work tree has, no checksum names.
        this.folder = files.stream().anyMatch(file -> file.blob().isEmpty()) ? null : folder;
        this.name = name;
        this.stamp = stamp;
        this.files = files;
    }

    Optional<Map<WantedKey, List<Reader>>> of(Collection<WantedKey> wanted) {
        byte[] answer = folder == null ? null : known(folder).get(question(wanted));
        return answer == null ? Optional.empty() : PackedReaders.read(answer, files);
    }

    void add(Collection<WantedKey> wanted, Map<WantedKey, List<Reader>> found) {
        if (folder != null) {
            added.put(question(wanted), PackedReaders.write(found));
        }
    }

    private Map<String, byte[]> known(CacheFolder from) {
        Map<String, byte[]> all = known;
        if (all == null) {
            all = from.read(name).map(this::read).orElseGet(LinkedHashMap::new);
            known = all;
        }
        return all;
    }

    private String question(Collection<WantedKey> wanted) {
        byte[] all = code;
        if (all == null) {
            StringBuilder text = new StringBuilder(128 * files.size());
            files.forEach(file ->
                    text.append(file.path()).append('\0').append(file.blob()).append('\n'));
            all = Sha256.digest().digest(text.toString().getBytes(StandardCharsets.UTF_8));
            code = all;
        }
        MessageDigest sum = Sha256.digest();
        sum.update(all);
        wanted.stream()
                .map(key -> (key.variable() ? 'v' : 'k') + String.join("\0", key.names()) + '\n')
                .sorted()
                .forEach(text -> sum.update(text.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sum.digest());
    }

    void save() {
        if (folder == null || added.isEmpty()) {
            return;
        }
        Map<String, byte[]> all = new LinkedHashMap<>(added);
        known(folder).forEach(all::putIfAbsent);
        Packed.Out out = new Packed.Out();
        int left = MOST_BYTES;
        int count = 0;
        for (Map.Entry<String, byte[]> each : all.entrySet()) {
            left -= each.getValue().length + 80;
            if (left >= 0 && count < MOST) {
                count++;
                out.text(each.getKey());
                out.bytes(each.getValue());
            }
        }
        byte[] body = out.bytes();
        folder.write(
                name,
                ByteBuffer.allocate(8 + body.length).putLong(stamp).put(body).array());
    }

    /** Nothing where another build has written it. */
    private Map<String, byte[]> read(ByteBuffer in) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        if (in.remaining() < 8 || in.getLong() != stamp) {
            return all;
        }
        byte[] body = new byte[in.remaining()];
        in.get(body);
        Packed.In from = new Packed.In(body);
        try {
            while (!from.isAtEnd()) {
                all.put(from.text(), from.bytes());
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new LinkedHashMap<>();
        }
        return all;
    }
}
