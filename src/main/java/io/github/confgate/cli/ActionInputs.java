package io.github.confgate.cli;

import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs of {@code action.yml}, which reach confgate as {@code CONFGATE_...} in the environment. */
record ActionInputs(Map<String, String> environment) {

    private static final int SECONDS = 20;

    /** An input; empty when it is not given. */
    String text(String name) {
        return environment.getOrDefault("CONFGATE_" + name, "").strip();
    }

    boolean isOn(String name) {
        String text = text(name);
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new UsageException("`" + input(name) + "` is true or false, not `" + text + "`");
        };
    }

    /** What one request to the API may take. */
    Duration patience() {
        String text = text("API_SECONDS");
        try {
            int seconds = text.isEmpty() ? SECONDS : Integer.parseInt(text);
            if (seconds > 0 && seconds <= 300) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UsageException("CONFGATE_API_SECONDS is a number from 1 to 300, not `" + text + "`");
    }

    Path workspace() {
        return path("GITHUB_WORKSPACE", environment.getOrDefault("GITHUB_WORKSPACE", ""))
                .toAbsolutePath();
    }

    /**
     * A file or folder that an input names, in the workspace or the runner's folder for what is temporary. No link may
     * lead out of them: a checkout can bring links along.
     */
    Path inWorkspace(String name) {
        Path workspace = workspace();
        Path path = workspace.resolve(path(input(name), text(name))).normalize();
        Path root = roots(workspace)
                .filter(path::startsWith)
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("`" + input(name) + "`: " + text(name) + " lies outside of the workspace"));
        try {
            Path real =
                    Files.exists(path) ? path.toRealPath() : realParent(path).resolve(path.getFileName());
            if (real.startsWith(root.toRealPath()) && !Files.isSymbolicLink(path)) {
                return path;
            }
        } catch (IOException e) {
            throw new UsageException("`" + input(name) + "`: there is no folder for " + text(name));
        }
        throw new UsageException("`" + input(name) + "`: " + text(name) + " is a link that the checkout brings along");
    }

    private Stream<Path> roots(Path workspace) {
        String temporary = environment.getOrDefault("RUNNER_TEMP", "");
        Stream<Path> own = Stream.of(workspace.normalize());
        return temporary.isEmpty()
                ? own
                : Stream.concat(
                        own,
                        Stream.of(
                                path("RUNNER_TEMP", temporary).toAbsolutePath().normalize()));
    }

    private static Path realParent(Path path) throws IOException {
        Path parent = path.getParent();
        return parent == null ? path.getRoot() : parent.toRealPath();
    }

    private static Path path(String what, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + what + "` is no path that this system knows: " + text);
        }
    }

    private static String input(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
