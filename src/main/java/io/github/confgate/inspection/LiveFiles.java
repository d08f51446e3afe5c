package io.github.confgate.inspection;

import io.github.confgate.document.Document;
import io.github.confgate.document.Duplicate;
import io.github.confgate.document.Parsed;
import io.github.confgate.fact.Files;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of a mainline as they are while it is read from its beginning, and what stands in them. */
final class LiveFiles implements Files {

    private final FileStore store;
    private final VersionCache<StepFeed.Version> versions = new VersionCache<>();
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<String, FilePair> changing = new HashMap<>();
    private StepFeed.@Nullable Read step;

    LiveFiles(FileStore store) {
        this.store = store;
    }

    /** From now on {@link #after} is what a step leaves. */
    void begin(StepFeed.Read next) {
        step = next;
        changing.clear();
        next.step().pairs().forEach(pair -> changing.put(pair.path(), pair));
    }

    /** From now on {@link #before} is what the step has left. */
    void end() {
        StepFeed.Read done = step;
        if (done == null) {
            return;
        }
        for (FilePair pair : done.step().pairs()) {
            SourceFile before = pair.before();
            if (before != null) {
                files.remove(before.path());
                versions.forget(before);
            }
        }
        for (FilePair pair : done.step().pairs()) {
            SourceFile after = pair.after();
            if (after != null) {
                files.put(after.path(), after);
                StepFeed.Version version = done.versions().get(after);
                if (version != null && version.bytes() > 0) {
                    versions.put(after, version, version.bytes());
                }
            }
        }
        changing.clear();
        step = null;
    }

    /** A file before the step, by the path that it has after it. */
    Optional<SourceFile> before(String path) {
        FilePair pair = changing.get(path);
        return Optional.ofNullable(pair == null ? files.get(path) : pair.before());
    }

    Optional<SourceFile> after(String path) {
        FilePair pair = changing.get(path);
        if (pair != null) {
            return Optional.ofNullable(pair.after());
        }
        SourceFile file = files.get(path);
        boolean renamed = file != null
                && changing.values().stream()
                        .anyMatch(each ->
                                each.before() != null && each.before().path().equals(path));
        return renamed ? Optional.empty() : Optional.ofNullable(file);
    }

    /** The paths that the step leaves. */
    Set<String> pathsAfter() {
        Set<String> paths = new HashSet<>(files.keySet());
        for (FilePair pair : changing.values()) {
            if (pair.before() != null) {
                paths.remove(pair.before().path());
            }
        }
        for (FilePair pair : changing.values()) {
            if (pair.after() != null) {
                paths.add(pair.after().path());
            }
        }
        return paths;
    }

    @Override
    public Optional<Document> document(SourceFile file) {
        StepFeed.Version version = version(file);
        if (version == null) {
            return store.document(file);
        }
        return version.parsed() instanceof Parsed.Ok ok ? Optional.of(ok.document()) : Optional.empty();
    }

    @Override
    public List<Duplicate> duplicates(SourceFile file) {
        StepFeed.Version version = version(file);
        if (version == null) {
            return store.duplicates(file);
        }
        return version.parsed() instanceof Parsed.Ok ok ? ok.duplicates() : List.of();
    }

    @Override
    public Optional<Document> values(SourceFile file) {
        return version(file) == null ? store.values(file) : document(file);
    }

    private StepFeed.@Nullable Version version(SourceFile file) {
        StepFeed.Version changed = step == null ? null : step.versions().get(file);
        return changed != null ? changed : versions.get(file);
    }

    @Override
    public boolean mayContain(SourceFile file, String text) {
        return version(file) != null || store.mayContain(file, text);
    }

    @Override
    public boolean lacks(SourceFile file, String word) {
        return store.lacks(file, word);
    }
}
