package io.github.confgate.inspection;

import io.github.confgate.source.SourceFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest version of each file that was read, as many as fit; the one that was not asked for longest goes first. */
final class VersionCache<T> {

    /** A tree takes about ten times the bytes of its text. */
    private static final long MOST_BYTES = 24L << 20;

    private record Version<T>(String blob, T read, int size) {}

    private final LinkedHashMap<String, Version<T>> versions = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    @Nullable
    T get(SourceFile file) {
        Version<T> version = versions.get(file.path());
        return version != null && version.blob().equals(file.blob()) ? version.read() : null;
    }

    /** @param size of the file in bytes */
    void put(SourceFile file, T read, int size) {
        forget(file);
        versions.put(file.path(), new Version<>(file.blob(), read, size));
        bytes += size;
        for (Iterator<Map.Entry<String, Version<T>>> all = versions.entrySet().iterator();
                bytes > MOST_BYTES && versions.size() > 1; ) {
            bytes -= all.next().getValue().size();
            all.remove();
        }
    }

    void forget(@Nullable SourceFile file) {
        Version<T> old = file == null ? null : versions.remove(file.path());
        bytes -= old == null ? 0 : old.size();
    }
}
