package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.Duplicate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration files of a repository at one moment, which can be listed and searched too. */
public interface Tree extends State {

    /** The paths of all of them, in no order. */
    Collection<String> paths();

    /** Whether a file's bytes contain a text of letters and digits; true when they cannot be looked at. */
    boolean mayContain(String path, String text);

    /** The files that may contain a text, parsed, by path. Each is read when the stream comes to it. */
    default Stream<Document> mentioning(String text) {
        return paths().stream()
                .sorted()
                .filter(path -> mayContain(path, text))
                .flatMap(path -> document(path).stream());
    }

    /** A tree in which there is nothing. */
    static Tree empty() {
        return of(path -> Optional.empty(), null, List::of);
    }

    /** The files that a finder finds; {@code files} may be null where it finds none. */
    static Tree of(Evidence.Finder finder, @Nullable Files files, Supplier<Collection<String>> paths) {
        State state = State.of(finder, files);
        return new Tree() {
            @Override
            public Collection<String> paths() {
                return paths.get();
            }

            @Override
            public boolean mayContain(String path, String text) {
                return files != null
                        && finder.file(path)
                                .map(file -> files.mayContain(file, text))
                                .orElse(false);
            }

            @Override
            public boolean has(String path) {
                return state.has(path);
            }

            @Override
            public Optional<Document> document(String path) {
                return state.document(path);
            }

            @Override
            public List<Duplicate> duplicates(String path) {
                return state.duplicates(path);
            }
        };
    }
}
