package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of a stack.
 *
 * @param prefix where its keys stand in the whole: the name of a Helm subchart; else the root
 * @param profiles the Spring profiles that choose among the documents of the file; null where another rule holds
 */
record Layer(String path, KeyPath prefix, @Nullable List<String> profiles) {

    Layer {
        profiles = profiles == null ? null : List.copyOf(profiles);
    }

    static Layer of(String path) {
        return new Layer(path, KeyPath.ROOT, null);
    }

    /** The key within this file; empty when the file has no such keys. */
    Optional<KeyPath> inner(KeyPath key) {
        int size = prefix.segments().size();
        return key.startsWith(prefix) && !key.equals(prefix)
                ? Optional.of(
                        new KeyPath(key.segments().subList(size, key.segments().size())))
                : Optional.empty();
    }

    KeyPath outer(KeyPath key) {
        List<KeyPath.Segment> segments = new ArrayList<>(prefix.segments());
        segments.addAll(key.segments());
        return new KeyPath(segments);
    }

    /**
     * The parts of the file that may say something of a key of a part of the whole, highest first.
     *
     * @param key as in this file
     */
    Iterable<Part> parts(Document document, KeyPath.Segment part, KeyPath key, SpringDocuments.Cache springs) {
        return profiles == null
                ? Lookup.part(document, part).map(List::of).orElse(List.of())
                : springs.of(document).saying(profiles, key);
    }

    /** The documents of a Spring file that the profiles switch on, lowest first; of any other file all. */
    List<Part> active(Document document, SpringDocuments.Cache springs) {
        return profiles == null ? document.parts() : springs.of(document).active(profiles);
    }
}
