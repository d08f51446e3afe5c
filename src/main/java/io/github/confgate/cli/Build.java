package io.github.confgate.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Which build this is, and what it runs on. */
final class Build {

    private Build() {}

    /**
     * {@code  (commit 0123abc, Java 17.0.15)}; {@code unknown} where the sources lay in no clone, with {@code -dirty}
     * behind the commit where they were not all of it.
     */
    static String words() {
        String commit = commit();
        return " (commit " + (commit.isEmpty() ? "unknown" : commit) + ", Java "
                + System.getProperty("java.version", "unknown") + ")";
    }

    private static String commit() {
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        try {
            if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
                return "";
            }
            try (JarFile jar = new JarFile(Path.of(source.getLocation().toURI()).toFile())) {
                Manifest manifest = jar.getManifest();
                String commit =
                        manifest == null ? null : manifest.getMainAttributes().getValue("Implementation-Commit");
                return commit == null ? "" : commit.strip();
            }
        } catch (IOException | URISyntaxException e) {
            return "";
        }
    }
}
