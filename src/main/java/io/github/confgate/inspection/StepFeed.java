package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Format;
import io.github.confgate.document.Formats;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.ReadFile;
import io.github.confgate.source.Content;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Step;
import io.github.confgate.verdict.InlineComments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the changed files of steps ahead of whoever judges them, in a thread of its own: contents of several steps at
 * once, in the order in which Git has packed them, and each version by what differs from the one before.
 */
final class StepFeed implements AutoCloseable {

    private static final int FILES_AT_ONCE = 256;
    private static final int STEPS_AHEAD = 512;

    /** So many bytes of files are ahead at most; their trees take about ten times as many. */
    private static final int BYTES_AHEAD = 24 << 20;

    /** A version that was read by what differs shares most of its tree with the one before. */
    private static final int SHARED = 8;

    private static final TextSearch MARK = TextSearch.of(InlineComments.MARK);

    /**
     * A file as it was read.
     *
     * @param bytes its size
     * @param own how many of the bytes have a tree of their own, not that of the version before
     * @param marked whether it may hold the comment of a waiver
     */
    record Version(Parsed parsed, int bytes, int own, boolean marked) {}

    /** A step with its files read, by side and path. */
    record Read(Step step, Map<SourceFile, Version> versions) {
        Version of(SourceFile file) {
            Version known = versions.get(file);
            if (known == null) {
                throw new IllegalStateException("not read ahead: " + file.path());
            }
            return known;
        }

        /** Whether a file of the step may hold the comment of a waiver. */
        boolean isMarked(@Nullable SourceFile file) {
            Version version = file == null ? null : versions.get(file);
            return version != null && version.marked();
        }

        private int weight() {
            long own = step.pairs().stream()
                    .map(FilePair::after)
                    .mapToLong(file -> file == null || !versions.containsKey(file) ? 0 : of(file).own())
                    .sum();
            return (int) Math.min(own, BYTES_AHEAD);
        }
    }

    /** What ends the feed: nothing, or a failure that the reader of the feed has to know of. */
    private record End(@Nullable Throwable failure) {}

    private final SourceReader reader;
    private final ConfigurationFiles configuration;
    private final FileStore store;
    private final Limits limits;
    private final VersionCache<ReadFile> versions = new VersionCache<>();
    /** The files that may hold the comment of a waiver, as they are after the step that was read last. */
    private final Set<String> marked = new HashSet<>();

    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(STEPS_AHEAD);
    private final Semaphore ahead = new Semaphore(BYTES_AHEAD);
    private final Thread thread;
    private volatile boolean closed;

    StepFeed(SourceReader reader, ConfigurationFiles configuration, Limits limits, Iterator<Step> steps) {
        this.reader = reader;
        this.configuration = configuration;
        this.store = new FileStore(reader, configuration, limits);
        this.limits = limits;
        this.thread = new Thread(() -> run(steps), "step-feed");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next step; null after the last one. */
    @Nullable
    Read next() {
        try {
            Object next = queue.take();
            if (next instanceof Read read) {
                ahead.release(read.weight());
                return read;
            }
            queue.put(next);
            Throwable failure = ((End) next).failure();
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        queue.clear();
    }

    private void run(Iterator<Step> steps) {
        Throwable failure = null;
        try {
            while (steps.hasNext() && !closed) {
                readAhead(steps);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // whoever waits for the next step has to hear of it
            failure = e;
        }
        try {
            queue.put(new End(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAhead(Iterator<Step> steps) throws InterruptedException {
        List<Step> some = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        while (steps.hasNext() && files.size() < FILES_AT_ONCE) {
            Step step = steps.next();
            some.add(step);
            for (FilePair pair : step.pairs()) {
                SourceFile after = pair.after();
                if (after != null && after.kind() == SourceFile.Kind.FILE && isConfiguration(after)) {
                    files.add(after);
                }
            }
        }
        Map<SourceFile, Content> contents = contents(files);
        for (Step step : some) {
            Read next = read(step, contents);
            ahead.acquire(next.weight());
            queue.put(next);
        }
    }

    private Map<SourceFile, Content> contents(List<SourceFile> files) {
        Map<SourceFile, Content> contents = new HashMap<>();
        List<Content> read = reader.readAll(files, limits.bytes());
        for (int i = 0; i < files.size(); i++) {
            contents.put(files.get(i), read.get(i));
        }
        return contents;
    }

    /** Takes out of the contents what it has read: waiting for the judge, they would all be held. */
    private Read read(Step step, Map<SourceFile, Content> contents) {
        Map<SourceFile, Version> all = new HashMap<>();
        Map<SourceFile, ReadFile> now = new HashMap<>();
        for (FilePair pair : step.pairs()) {
            SourceFile before = pair.before();
            SourceFile after = pair.after();
            ReadFile earlier = before == null ? null : versions.get(before);
            boolean held = before != null && marked.contains(before.path());
            if (before != null && isConfiguration(before)) {
                all.put(before, version(before, earlier, earlier, held));
            }
            if (after != null && isConfiguration(after)) {
                ReadFile read =
                        contents.remove(after) instanceof Content.Bytes bytes ? read(after, bytes, earlier) : null;
                boolean holds = read != null
                        && (earlier == null || held
                                ? MARK.mayBeIn(read.bytes())
                                : MARK.mayHaveComeIn(earlier.bytes(), read.bytes()));
                all.put(after, version(after, read, earlier, holds));
                if (read != null) {
                    now.put(after, read);
                }
            }
        }
        step.pairs().forEach(pair -> forget(pair.before()));
        now.forEach((file, read) -> {
            versions.put(file, read, read.bytes().length);
            Version version = all.get(file);
            if (version != null && version.marked()) {
                marked.add(file.path());
            }
        });
        return new Read(step, all);
    }

    private void forget(@Nullable SourceFile before) {
        versions.forget(before);
        if (before != null) {
            marked.remove(before.path());
        }
    }

    private Version version(SourceFile file, @Nullable ReadFile read, @Nullable ReadFile earlier, boolean marked) {
        if (read == null) {
            return new Version(store.parse(file), 0, 0, marked);
        }
        int bytes = read.bytes().length;
        boolean shares = earlier != null && earlier.patch() != null && read.patch() != null;
        return new Version(read.parsed(), bytes, shares ? bytes / SHARED : bytes, marked);
    }

    private ReadFile read(SourceFile file, Content.Bytes content, @Nullable ReadFile earlier) {
        Format format = configuration.choose(file.path()).format();
        Format known = format == null ? Formats.of(file.path()) : format;
        if (known == null) {
            return new ReadFile(store.parse(file), content.bytes(), null, false);
        }
        return earlier == null
                ? ReadFile.of(file.path(), content.bytes(), known, limits)
                : earlier.next(file.path(), content.bytes(), known, limits);
    }

    private boolean isConfiguration(SourceFile file) {
        return configuration.choose(file.path()).configuration();
    }
}
