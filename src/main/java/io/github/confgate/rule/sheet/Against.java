package io.github.confgate.rule.sheet;

import io.github.confgate.document.Leaf;
import org.jspecify.annotations.Nullable;

/** What a value is compared with. */
enum Against {
    NOTHING,
    /** The value of the changed key before. */
    OLD,
    /** The value of the changed key now; of a removed key the one that it had. */
    THIS;

    @Nullable
    Leaf of(Subject subject) {
        return switch (this) {
            case NOTHING -> null;
            case OLD -> subject.old();
            case THIS -> subject.value();
        };
    }
}
