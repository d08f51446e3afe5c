package io.github.confgate.rule.sheet;

import io.github.confgate.document.Leaf;

/** Something that may be true of a value. */
interface ValueTest {

    /** @param subject the change that the value is of */
    boolean holds(Leaf value, Subject subject);
}
