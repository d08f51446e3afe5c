package io.github.confgate.source.git;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Hands out JGit's object readers. One reader serves one thread at a time; reused, it keeps what it has unpacked.
 */
final class Readers implements AutoCloseable {

    /** Something to do with a reader. */
    interface Reading<T> {
        T with(ObjectReader reader) throws IOException;
    }

    private final Repository repository;
    private final ConcurrentLinkedQueue<ObjectReader> idle = new ConcurrentLinkedQueue<>();
    private @Nullable PackFiles packs;

    Readers(Repository repository) {
        this.repository = repository;
    }

    /**
     * Reads, and tells what goes wrong as a sentence about {@code subject}.
     *
     * @param subject what is read, as the first words of a sentence
     */
    <T> T read(String subject, Reading<T> reading) {
        try {
            return raw(reading);
        } catch (IOException e) {
            throw Trouble.unreadable(subject, e);
        }
    }

    /** Reads; bytes that JGit stumbles over are an {@link IOException} like others. */
    <T> T raw(Reading<T> reading) throws IOException {
        ObjectReader reader = idle.poll();
        if (reader == null) {
            reader = new PackedFirst(repository.newObjectReader(), new PackedObjects(packs()));
        }
        try {
            return reading.with(reader);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // JGit's parsers trust their input; a truncated tree or a bad id ends in one of these.
            throw new IOException("malformed object", e);
        } finally {
            idle.add(reader);
        }
    }

    /** The pack files as they were when somebody asked first. */
    synchronized PackFiles packs() {
        if (packs == null) {
            packs = new PackFiles(repository);
        }
        return packs;
    }

    @Override
    public synchronized void close() {
        for (ObjectReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
        if (packs != null) {
            packs.close();
        }
    }
}
