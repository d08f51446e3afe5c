package io.github.confgate.fact;

import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Walks back from base, no further than the answers are. */
final class WalkedPast implements Past {

    private final Evidence evidence;
    private final History.Tracked tracked;

    /** @param paths every file that will be asked for, as base has it */
    WalkedPast(Evidence evidence, Collection<String> paths) {
        this.evidence = evidence;
        this.tracked = evidence.history().track(paths);
    }

    @Override
    public void tell(Stack stack, List<KeyTimeline> timelines) {
        if (stack.isHigh()) {
            new StackWalk(
                            evidence.files(),
                            stack,
                            path -> isTracked(evidence, stack, path)
                                    ? tracked.versions(evidence.basePath(path))
                                    : List.of())
                    .walk(timelines);
        } else {
            tellFile(evidence.basePath(stack.paths().get(0)), ALL, stack.isRelaxed(), timelines);
        }
    }

    /** A layer that base does not have adds nothing to what there was, and to search all of history for it is dear. */
    static boolean isTracked(Evidence evidence, Stack stack, String path) {
        boolean isTop = path.equals(stack.paths().get(stack.paths().size() - 1));
        return isTop || evidence.base().file(path).isPresent();
    }

    @Override
    public void tellFile(String path, int age, boolean relaxed, List<KeyTimeline> timelines) {
        Iterable<FileVersion> versions = tracked.versions(path);
        new FileWalk(evidence.files(), timelines)
                .walk(
                        age == ALL
                                ? versions
                                : () -> StreamSupport.stream(versions.spliterator(), false)
                                        .filter(version -> version.age() > age)
                                        .iterator());
    }
}
