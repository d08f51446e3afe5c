package io.github.confgate.fact;

import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The histories that the counterparts of a range are recorded in. Each is walked once, for all keys that it knows of. */
final class Histories {

    private final Walks own;
    private final IdentityHashMap<History, Walks> all = new IdentityHashMap<>();
    private final List<Walks> inOrder = new ArrayList<>();

    /**
     * @param known what was recorded of the mainline already; null where it has to be walked back
     * @param paths files of the mainline that somebody will ask for beside the counterparts
     */
    Histories(Site here, @Nullable Past known, Collection<String> paths) {
        this.own = of(here, here.history());
        own.known = known;
        own.paths.addAll(paths);
    }

    private Walks of(Site site, History history) {
        Walks known = all.get(history);
        if (known == null) {
            known = new Walks(site, history);
            all.put(history, known);
            inOrder.add(known);
        }
        return known;
    }

    void add(PromotionLedger.Candidate candidate) {
        Site site = candidate.site();
        of(site, site.history()).add(candidate.stack(), candidate.timeline());
        KeyTimeline deployed = candidate.deployed();
        if (deployed != null) {
            of(site, Objects.requireNonNull(site.deployed())).add(candidate.stack(), deployed);
        }
    }

    void walk() {
        inOrder.forEach(Walks::walk);
    }

    /** The mainline that the change is for. */
    Past own() {
        return own.past();
    }

    /** The history that proves what a counterpart held. */
    Past proof(PromotionLedger.Candidate candidate) {
        Site site = candidate.site();
        return of(site, site.deployed() == null ? site.history() : site.deployed())
                .past();
    }

    /** What is asked of one history. */
    private static final class Walks implements Past {
        private final Site site;
        private final History history;
        private final TreeSet<String> paths = new TreeSet<>();
        private final Map<Stack, List<KeyTimeline>> timelines = new LinkedHashMap<>();
        private History.Tracked tracked = path -> List.of();
        private boolean started;
        private @Nullable Past known;

        Walks(Site site, History history) {
            this.site = site;
            this.history = history;
        }

        void add(Stack stack, KeyTimeline timeline) {
            timelines.computeIfAbsent(stack, key -> new ArrayList<>()).add(timeline);
            stack.paths().stream()
                    .filter(path -> isTracked(stack, path))
                    .map(site::basePath)
                    .forEach(paths::add);
        }

        Past past() {
            return known == null ? this : known;
        }

        private History.Tracked tracked() {
            if (!started) {
                tracked = history.track(paths);
                started = true;
            }
            return tracked;
        }

        void walk() {
            timelines.forEach((stack, asked) -> past().tell(stack, ALL, asked));
        }

        @Override
        public void tell(Stack stack, Predicate<FileVersion> later, List<KeyTimeline> asked) {
            if (stack.isHigh()) {
                new StackWalk(
                                site.files(),
                                stack,
                                path -> isTracked(stack, path) ? versions(site.basePath(path), later) : List.of())
                        .walk(asked);
            } else {
                tellFile(site.basePath(stack.paths().get(0)), later, stack.isRelaxed(), asked);
            }
        }

        @Override
        public void tellFile(String path, Predicate<FileVersion> later, boolean relaxed, List<KeyTimeline> asked) {
            new FileWalk(site.files(), asked, relaxed).walk(versions(path, later));
        }

        private Iterable<FileVersion> versions(String path, Predicate<FileVersion> later) {
            Iterable<FileVersion> versions = tracked().versions(path);
            return () -> StreamSupport.stream(versions.spliterator(), false)
                    .dropWhile(later)
                    .iterator();
        }

        private boolean isTracked(Stack stack, String path) {
            return stack.isTracked(path, each -> site.base().file(each).isPresent());
        }
    }
}
