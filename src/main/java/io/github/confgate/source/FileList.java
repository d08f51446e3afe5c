package io.github.confgate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files of a history one after another, some 24 bytes each; their revisions are told by whoever asks. Filled by one thread. */
public final class FileList {

    /** A path and what Git holds under it. */
    private record Name(String path, SourceFile.Kind kind) {}

    /** The names of the files of several lists, each held once. Serves several threads. */
    public static final class Names {
        private final Map<Name, Name> known = new ConcurrentHashMap<>();

        private Name of(SourceFile file) {
            return known.computeIfAbsent(new Name(file.path(), file.kind()), same -> same);
        }

        /** Every path. */
        public Set<String> paths() {
            return known.keySet().stream().map(Name::path).collect(Collectors.toSet());
        }
    }

    private final Names known;
    private final List<@Nullable Name> names = new ArrayList<>(2);
    private final IdList blobs = new IdList();

    public FileList(Names known) {
        this.known = known;
    }

    /** @param file null where there is none */
    public void add(@Nullable SourceFile file) {
        names.add(file == null ? null : known.of(file));
        blobs.add(file == null ? "" : file.blob());
    }

    /** The file at a place, 0-based, as a file of a revision; null where there is none. */
    public @Nullable SourceFile get(int at, Revision revision) {
        Name name = names.get(at);
        return name == null ? null : new SourceFile(name.path(), name.kind(), blobs.get(at), revision);
    }

    public int size() {
        return names.size();
    }
}
