package io.github.confgate.fact;

import io.github.confgate.source.FileVersion;
import java.util.List;
import java.util.function.Predicate;

/** What keys of one mainline held before the change that is judged. */
interface Past {

    /** No version is too new. */
    Predicate<FileVersion> ALL = version -> false;

    /**
     * The versions that a commit and all that came after it brought.
     *
     * @param age of that commit's versions
     */
    record Since(int age) implements Predicate<FileVersion> {
        @Override
        public boolean test(FileVersion version) {
            return version.age() <= age;
        }
    }

    /**
     * Tells timelines what an environment got from a stack, newest first, until all have heard enough.
     *
     * @param later which of the newest versions are left out
     */
    void tell(Stack stack, Predicate<FileVersion> later, List<KeyTimeline> timelines);

    /**
     * Tells timelines what a file held, newest first, until all have heard enough.
     *
     * @param path as base has it
     * @param later which of the newest versions are left out
     * @param relaxed whether several spellings are one key
     */
    void tellFile(String path, Predicate<FileVersion> later, boolean relaxed, List<KeyTimeline> timelines);
}
