package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.report.Visible;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Brings what a checkout of a pipeline lacks, with {@code git fetch}: the one program that confgate starts, and only in
 * a run of the action. Hooks, upkeep and submodules are off. The token goes to git in its environment, for its own
 * server only, and only where the checkout has left no credentials.
 */
final class GitFetch {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_WORDS = 400;
    /** What a name must be to stand in a refspec. */
    private static final Pattern NAME = Pattern.compile("(?!-)(?!.*\\.\\.)[^\\x00-\\x20\\x7f~^:?*\\[\\\\]+");

    private final Path repository;
    private final Map<String, String> environment;
    private final String token;

    GitFetch(Path repository, Map<String, String> environment, String token) {
        this.repository = repository;
        this.environment = environment;
        this.token = token;
    }

    /** Where a branch of the server lands. */
    static String tracking(String branch) {
        return "refs/remotes/origin/" + branch;
    }

    static String ofBranch(String branch) {
        return "+refs/heads/" + named(branch) + ":" + tracking(branch);
    }

    static String ofNotes(String ref) {
        return "+" + named(ref) + ":" + ref;
    }

    /** Whether a text can be the name of a branch. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static String named(String name) {
        if (!isName(name)) {
            throw new UsageException("`" + name + "` is no name of a branch");
        }
        return name;
    }

    boolean isShallow() {
        return git(List.of("rev-parse", "--is-shallow-repository"), List.of())
                .output()
                .strip()
                .equals("true");
    }

    /** Whether the clone knows a branch of the server. */
    boolean has(String branch) {
        return isName(branch)
                && git(List.of("show-ref", "--verify", "--quiet", tracking(branch)), List.of())
                                .exit()
                        == 0;
    }

    /**
     * Fetches commits and refs.
     *
     * @param depth {@code --depth=...}, {@code --unshallow} or nothing
     * @throws CannotJudgeException when it fails
     */
    void fetch(List<String> depth, List<String> refs) {
        Ended ended = tryTo(depth, refs);
        if (ended.exit() != 0) {
            throw new CannotJudgeException("what the verdict needs could not be fetched: " + ended.lastWords());
        }
    }

    /** The same where it does no harm when there is no such thing. */
    boolean fetchIfThere(List<String> depth, List<String> refs) {
        return tryTo(depth, refs).exit() == 0;
    }

    private Ended tryTo(List<String> depth, List<String> refs) {
        List<String> arguments =
                new ArrayList<>(List.of("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-gc"));
        arguments.addAll(depth);
        arguments.add("origin");
        arguments.addAll(refs);
        Ended ended = git(arguments, List.of());
        return ended.exit() == 0 || token.isEmpty() ? ended : git(arguments, credentials());
    }

    private List<String> credentials() {
        String server = environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com");
        String basic = Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(UTF_8));
        return List.of("http." + server + "/.extraheader", "AUTHORIZATION: basic " + basic);
    }

    private record Ended(int exit, String output) {
        /** An address may hold a password. */
        String lastWords() {
            String last = output.strip().lines().reduce("", (before, line) -> line);
            String hidden = last.replaceAll("://[^@/\\s]*@", "://***@");
            return "git ends with " + exit + ": "
                    + Visible.escape(hidden.substring(0, Math.min(hidden.length(), MOST_WORDS)));
        }
    }

    /** @param config of one key and its value, or nothing */
    private Ended git(List<String> arguments, List<String> config) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        for (String setting : List.of(
                "core.hooksPath=/dev/null",
                "core.fsmonitor=false",
                "gc.auto=0",
                "maintenance.auto=false",
                // A checkout can bring along a folder that looks like a repository, with settings that start programs.
                "safe.bareRepository=explicit",
                // In a container the files of the checkout are often somebody else's.
                "safe.directory=*")) {
            command.addAll(List.of("-c", setting));
        }
        command.addAll(arguments);
        try {
            Path words = Files.createTempFile("confgate-", ".txt");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("CONFGATE_"));
                builder.environment().putAll(Map.of("GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C"));
                if (!config.isEmpty()) {
                    builder.environment()
                            .putAll(Map.of(
                                    "GIT_CONFIG_COUNT", "1",
                                    "GIT_CONFIG_KEY_0", config.get(0),
                                    "GIT_CONFIG_VALUE_0", config.get(1)));
                }
                return new Ended(wait(builder.start()), Files.readString(words, UTF_8));
            } finally {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            throw new CannotJudgeException("git could not be run: it is not on the PATH, or the disk is full", e);
        }
    }

    private static int wait(Process process) throws IOException {
        try {
            process.getOutputStream().close();
            if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new CannotJudgeException("git fetch has taken more than " + LONGEST.toMinutes() + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotJudgeException("the run was ended", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
