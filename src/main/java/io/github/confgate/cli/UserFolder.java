package io.github.confgate.cli;

import io.github.confgate.fact.java.CodeCaches;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the user keeps what programs can do without. */
final class UserFolder {

    private UserFolder() {}

    static CodeCaches caches(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name", ""))
                .map(folder -> new CodeCaches(folder.resolve("confgate")))
                .orElseGet(CodeCaches::none);
    }

    /** {@code XDG_CACHE_HOME}, or what the system uses; a relative path counts for none, as XDG has it. */
    static Optional<Path> of(Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        Optional<Path> home = path(environment, "HOME");
        Optional<Path> xdg = path(environment, "XDG_CACHE_HOME");
        if (xdg.isPresent()) {
            return xdg;
        }
        if (name.startsWith("windows")) {
            return path(environment, "LOCALAPPDATA");
        }
        return home.map(folder -> folder.resolve(name.startsWith("mac") ? "Library/Caches" : ".cache"));
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        String text = environment.getOrDefault(variable, "");
        try {
            return Optional.of(Path.of(text)).filter(path -> !text.isEmpty() && path.isAbsolute());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
