package io.github.confgate.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a finished file in the place of another: a reader sees the old one or the whole new one. */
final class WholeFile {
    private WholeFile() {}

    static void move(Path whole, Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
