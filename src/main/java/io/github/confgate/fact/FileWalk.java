package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.Lookup;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.SourceFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Tells the timelines of one file's keys the versions of it, newest first, until all have heard enough. A version whose
 * bytes cannot hold a value that is only searched for is not parsed.
 */
final class FileWalk {

    /** Something is there and nobody knows what: it proves nothing, and it interrupts what was proved. */
    private static final Optional<Lookup.Held> UNREADABLE = Optional.of(new Lookup.Held(List.of(), false));

    private final Files files;
    private final boolean relaxed;
    private final List<KeyTimeline> timelines;
    private final IdentityHashMap<KeyTimeline, FileVersion> passedOver = new IdentityHashMap<>();

    FileWalk(Files files, List<KeyTimeline> timelines) {
        this(files, timelines, false);
    }

    /** @param relaxed whether several spellings are one key */
    FileWalk(Files files, List<KeyTimeline> timelines, boolean relaxed) {
        this.files = files;
        this.relaxed = relaxed;
        this.timelines = timelines;
    }

    void walk(Iterable<FileVersion> versions) {
        for (FileVersion version : versions) {
            List<KeyTimeline> open =
                    timelines.stream().filter(timeline -> !timeline.isDone()).toList();
            if (open.isEmpty()) {
                return;
            }
            open.forEach(timeline -> offer(timeline, version));
        }
        timelines.forEach(KeyTimeline::tellBeginning);
    }

    private void offer(KeyTimeline timeline, FileVersion version) {
        SourceFile file = version.file();
        String needle = timeline.wanted().needle();
        if (file != null && timeline.onlySearches() && !needle.isEmpty() && !files.mayContain(file, needle)) {
            passedOver.put(timeline, version);
            timeline.passOver(version);
            return;
        }
        // What came right after a stretch with the value tells whether it was taken back.
        FileVersion newer = passedOver.remove(timeline);
        if (newer != null) {
            tell(timeline, newer);
        }
        tell(timeline, version);
    }

    private void tell(KeyTimeline timeline, FileVersion version) {
        SourceFile file = version.file();
        timeline.tell(version, file == null ? Optional.empty() : held(timeline, file));
    }

    /** Where the key stands is asked of the newest version only. */
    private Optional<Lookup.Held> held(KeyTimeline timeline, SourceFile file) {
        Optional<Document> document = timeline.isStarted() ? files.values(file) : files.document(file);
        return held(files, file, document, timeline.wanted(), relaxed);
    }

    /** What a version of a file holds, which may be one that nobody can read. */
    static Optional<Lookup.Held> held(
            Files files, SourceFile file, Optional<Document> document, Wanted wanted, boolean relaxed) {
        if (document.isPresent()) {
            return Lookup.part(document.get(), wanted.part())
                    .flatMap(part -> LayerStack.held(part, wanted.key(), relaxed));
        }
        boolean lacks = !relaxed && KeyWords.isLacked(files, file, KeyWords.of(wanted.key()));
        return lacks ? Optional.empty() : UNREADABLE;
    }
}
