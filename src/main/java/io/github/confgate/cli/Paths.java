package io.github.confgate.cli;

import io.github.confgate.source.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths of the command line. */
final class Paths {
    private Paths() {}

    static Path resolve(Surroundings surroundings, String option, String path) {
        if (path.isEmpty()) {
            throw new UsageException(option + " is empty; is a variable of the pipeline unset?");
        }
        try {
            return surroundings.directory().resolve(path);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " is no path that this system knows: " + path);
        }
    }
}
