package io.github.confgate.fact;

import io.github.confgate.change.Change;
import java.util.List;
import java.util.Optional;

/** What else is known of the code that reads configuration. Looked for when a rule asks. */
public interface Readership {

    /** Nothing known, as where there is no Java. */
    Readership NONE = new Readership() {
        @Override
        public List<Reader> before(Change change) {
            return List.of();
        }

        @Override
        public List<Reader> beside(Change change) {
            return List.of();
        }

        @Override
        public Optional<Reader> misspelt(Change change) {
            return Optional.empty();
        }
    };

    /** The code of head that still reads the key that a removed or moved value had. */
    List<Reader> before(Change change);

    /** The code that reads other keys of the same map. */
    List<Reader> beside(Change change);

    /** The reader of a key beside this one that nobody sets and that is spelt almost alike. */
    Optional<Reader> misspelt(Change change);
}
