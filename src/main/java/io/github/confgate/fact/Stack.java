package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The files that make up what an environment really gets where one of its documents is read. */
public interface Stack {

    /**
     * What a key holds once all layers are read.
     *
     * @param held as in the layer that says it; no leaves where that layer cannot be read
     * @param path of that layer
     */
    record Found(Lookup.Held held, String path) {
        /** Something is there and nobody knows what. */
        static Found unreadable(String path) {
            return new Found(new Lookup.Held(List.of(), false), path);
        }
    }

    /** Every file that can have a part in it, lowest first; some may not exist. */
    List<String> paths();

    /**
     * Whether the history of one of the files is part of what the environment got. A layer that is not there any more, or
     * not yet, adds nothing to what there was: evidence is the mainline as it stands, and no check can search all of
     * history for layers that nobody has.
     *
     * @param base what is there before the change
     */
    default boolean isTracked(String path, Predicate<String> base) {
        return path.equals(paths().get(paths().size() - 1)) || base.test(path);
    }

    /** The key of the whole that a key of one of the files is. */
    default KeyPath keyFrom(String path, KeyPath key) {
        return key;
    }

    /** Whether a key of a part of a file is a key of the whole; of any other the stack knows nothing. */
    default boolean answers(String path, KeyPath.Segment part) {
        return paths().contains(path);
    }

    /** What goes into the whole and is not in this repository. */
    default List<Diagnostic> unresolved() {
        return List.of();
    }

    /** What the environment gets for a key of a part; empty when no layer has the key. */
    Optional<Found> find(State state, KeyPath.Segment part, KeyPath key);

    /** All that the environment gets, as one document under the path of the top layer; empty where nothing is there. */
    Optional<Document> merged(State state);

    /** Whether who reads the files takes several spellings for one key. */
    default boolean isRelaxed() {
        return false;
    }

    /** Whether other files than the document itself have a part in it. */
    default boolean isHigh() {
        return paths().size() > 1;
    }
}
