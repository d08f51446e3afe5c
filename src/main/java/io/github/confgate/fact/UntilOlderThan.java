package io.github.confgate.fact;

import io.github.confgate.source.FileVersion;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Versions of a file up to and with the first one that is older than a limit, and one more: the state before it. */
record UntilOlderThan(Instant limit, Iterable<FileVersion> versions) implements Iterable<FileVersion> {

    @Override
    public Iterator<FileVersion> iterator() {
        Iterator<FileVersion> inner = versions.iterator();
        return new Iterator<>() {
            private int older;

            @Override
            public boolean hasNext() {
                return older < 2 && inner.hasNext();
            }

            @Override
            public FileVersion next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                FileVersion version = inner.next();
                if (version.commit().time().isBefore(limit)) {
                    older++;
                }
                return version;
            }
        };
    }
}
