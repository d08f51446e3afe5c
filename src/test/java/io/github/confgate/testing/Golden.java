package io.github.confgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole outputs as files. {@code -Dbless=true} writes them; then the difference is read before it is committed. */
public final class Golden {
    private Golden() {}

    /** Compares a text with a file; an empty text is no file. */
    public static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("bless")) {
            if (actual.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(actual).as("%s (-Dbless=true writes it)", file).isEqualTo(expected);
    }
}
