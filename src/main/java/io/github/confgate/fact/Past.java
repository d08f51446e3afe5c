package io.github.confgate.fact;

import java.util.List;

/** What keys held before the change that is judged. */
interface Past {

    /** Every state, however new. */
    int ALL = Integer.MIN_VALUE;

    /** Tells timelines what an environment got from a stack, newest first, until all have heard enough. */
    void tell(Stack stack, List<KeyTimeline> timelines);

    /**
     * Tells timelines what a file held, newest first, until all have heard enough.
     *
     * @param age of the commit before which the states are; {@link #ALL} for every state
     * @param relaxed whether several spellings are one key
     */
    void tellFile(String path, int age, boolean relaxed, List<KeyTimeline> timelines);
}
