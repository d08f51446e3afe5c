package io.github.confgate.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Git repository for a test, made with the real {@code git}: names, dates and therefore object ids are the same on
 * every machine. Each commit is an hour after the one before unless it is told a time.
 *
 * <pre>{@code
 * TestRepository repository = TestRepository.in(temporary);
 * repository.write("config/staging.yml", "port: 1\n").commit("Add staging");
 * }</pre>
 */
public final class TestRepository {

    /** When the first commit without a time of its own is made. */
    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final Path dir;
    private Instant clock = START;

    private TestRepository(Path dir) {
        this.dir = dir;
    }

    /** A new repository in a folder, which is made where it is missing; its first branch is {@code main}. */
    public static TestRepository in(Path dir) {
        TestRepository repository = at(dir);
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    /** A repository that is there already: a clone, a linked work tree. */
    public static TestRepository at(Path dir) {
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestRepository(dir);
    }

    public Path dir() {
        return dir;
    }

    public Path path(String path) {
        return dir.resolve(path);
    }

    public TestRepository write(String path, String text) {
        return write(path, text.getBytes(UTF_8));
    }

    public TestRepository write(String path, byte[] bytes) {
        try {
            Path file = path(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A symbolic link that says {@code target}, whether that exists or not. */
    public TestRepository link(String path, String target) {
        try {
            Path file = path(path);
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, or a folder with everything in it. */
    public TestRepository delete(String path) {
        try (var below = Files.walk(path(path))) {
            for (Path each : below.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepository move(String from, String to) {
        try {
            Files.createDirectories(path(to).getParent());
            Files.move(path(from), path(to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stages everything that is not ignored. */
    public TestRepository stage() {
        git("add", "-A");
        return this;
    }

    /** Commits everything that is not ignored, an hour after the last commit. */
    public String commit(String message) {
        return commit(message, clock);
    }

    /** Commits everything that is not ignored; gives the full object id. */
    public String commit(String message, Instant time) {
        clock = time;
        stage();
        git("commit", "-q", "--allow-empty", "-m", message);
        clock = time.plus(Duration.ofHours(1));
        return head();
    }

    /** Makes a branch at the current commit and stays where it is. */
    public TestRepository branch(String name) {
        git("branch", "-q", name);
        return this;
    }

    public TestRepository checkout(String revision) {
        git("checkout", "-q", revision);
        return this;
    }

    /** Merges into the current branch with a commit of its own; gives the full object id of the merge. */
    public String merge(String revision) {
        git("merge", "-q", "--no-ff", "-m", "Merge " + revision, revision);
        clock = clock.plus(Duration.ofHours(1));
        return head();
    }

    /** Begins a merge that takes nothing over; {@link #commit} makes it, with whatever is written meanwhile. */
    public TestRepository beginMerge(String revision) {
        git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", revision);
        return this;
    }

    public TestRepository tag(String name) {
        git("tag", name);
        return this;
    }

    /** A tag that is an object of its own. */
    public TestRepository annotatedTag(String name) {
        git("tag", "-a", "-m", name, name);
        return this;
    }

    /** The full object id of the current commit. */
    public String head() {
        return git("rev-parse", "HEAD");
    }

    /** Clones into a folder with {@code git clone} and the given options ({@code --depth=1}, {@code --bare}). */
    public TestRepository cloneTo(Path target, String... options) {
        List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
        arguments.addAll(List.of(options));
        arguments.add("file://" + dir.toAbsolutePath());
        arguments.add(target.toAbsolutePath().toString());
        git(arguments.toArray(String[]::new));
        return at(target);
    }

    /** Runs any git command here; gives its output without the last line break and fails the test when it fails. */
    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsync=none", "-c", "gc.auto=0"));
        command.addAll(List.of("-c", "protocol.file.allow=always", "-c", "commit.gpgSign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
        isolate(builder.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output;
            try (InputStream in = process.getInputStream()) {
                output = new String(in.readAllBytes(), UTF_8);
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError(String.join(" ", command) + " ended " + exit + ": " + output);
            }
            return output.endsWith("\n") ? output.substring(0, output.length() - 1) : output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        String date = "@" + clock.getEpochSecond() + " +0000";
        environment.putAll(Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "Ada Example",
                "GIT_AUTHOR_EMAIL", "ada@example.com",
                "GIT_AUTHOR_DATE", date,
                "GIT_COMMITTER_NAME", "Ada Example",
                "GIT_COMMITTER_EMAIL", "ada@example.com",
                "GIT_COMMITTER_DATE", date,
                "LC_ALL", "C.UTF-8"));
    }
}
