package io.github.confgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mainline as the {@code git} of the machine tells it, oldest commit first: nothing here comes from the code that is
 * tested.
 */
final class GitMainline {

    /**
     * A commit against its first parent.
     *
     * @param blobs what it left under the paths that it changed; empty for a file that is gone or no plain file
     * @param renames of the files that it renamed, the path before by the path after
     */
    record Commit(int number, String sha, Instant time, Map<String, String> blobs, Map<String, String> renames) {}

    static final String GONE = "";
    static final String NO_FILE = "no file";

    private GitMainline() {}

    static List<Commit> commits(Path repository, String tip) {
        List<Commit> commits = new ArrayList<>();
        String log = text(git(
                repository,
                "",
                "-c",
                "core.quotePath=false",
                "log",
                "--first-parent",
                "-m",
                "--reverse",
                "--raw",
                "-r",
                "-M50%",
                "--no-abbrev",
                "--format=commit %H %ct",
                tip));
        for (String line : log.split("\n")) {
            String[] columns = line.split("\t");
            String[] words = columns[0].split(" ");
            if (words[0].equals("commit")) {
                Instant time = Instant.ofEpochSecond(Long.parseLong(words[2]));
                commits.add(new Commit(commits.size(), words[1], time, new HashMap<>(), new HashMap<>()));
            } else if (line.startsWith(":")) {
                take(commits.get(commits.size() - 1), words, columns);
            }
        }
        return commits;
    }

    private static void take(Commit commit, String[] words, String[] columns) {
        String path = columns[columns.length - 1];
        boolean gone = words[4].equals("D");
        boolean modeOnly = words[4].equals("M") && words[2].equals(words[3]);
        if (words[4].startsWith("R")) {
            commit.blobs().put(columns[1], GONE);
            commit.renames().put(path, columns[1]);
        }
        if (!modeOnly) {
            commit.blobs().put(path, gone ? GONE : words[1].startsWith("100") ? words[3] : NO_FILE);
        }
    }

    /** The bytes of blobs by their ids. */
    static Map<String, byte[]> blobs(Path repository, Collection<String> ids) {
        Map<String, byte[]> blobs = new LinkedHashMap<>();
        byte[] all = git(repository, String.join("\n", ids) + "\n", "cat-file", "--batch");
        int at = 0;
        while (at < all.length) {
            int line = at;
            while (all[line] != '\n') {
                line++;
            }
            String[] words = new String(all, at, line - at, UTF_8).split(" ");
            int size = Integer.parseInt(words[2]);
            blobs.put(words[0], Arrays.copyOfRange(all, line + 1, line + 1 + size));
            at = line + 1 + size + 1;
        }
        return blobs;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    /** What {@code git} prints when it reads an input, with no configuration but the repository's own. */
    static byte[] git(Path directory, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Path in = Files.createTempFile("git", ".in");
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(in.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            Process process = builder.start();
            byte[] output;
            try (InputStream out = process.getInputStream()) {
                output = out.readAllBytes();
            }
            Files.delete(in);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
