package io.github.confgate.inspection;

import io.github.confgate.fact.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The changes of one range, with what rules worked out of all of them. For one thread. */
final class Together implements Facts.Neighbours {

    private final List<Facts> everything;
    private final Map<Class<?>, Object> workedOut = new HashMap<>();

    /** @param everything may still grow until the first rule is asked */
    Together(List<Facts> everything) {
        this.everything = everything;
    }

    @Override
    public List<Facts> everything() {
        return everything;
    }

    @Override
    @SuppressWarnings("unchecked") // one class asks for one type
    public <T> T once(Class<?> what, Supplier<T> work) {
        Object known = workedOut.get(what);
        if (known == null) {
            known = work.get();
            workedOut.put(what, known);
        }
        return (T) known;
    }
}
