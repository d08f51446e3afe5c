package io.github.confgate.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds a repository from a {@code history.txt}. A line begins a step ({@code commit TIME MESSAGE}, {@code staged},
 * {@code worktree}), is a change of the step, or moves between steps:
 *
 * <pre>
 * commit 2026-03-01T09:00:00Z Start with staging and production
 * write config/application-staging.yml
 * | auth:
 * |   server: {url: "https://auth.example.com"}
 * replace config/application-production.yml
 * - maximum-pool-size: 40
 * + maximum-pool-size: 8
 * remove config/old.yml
 * move a.yml b.yml
 * link a.yml target.yml
 * branch topic
 * switch main
 * merge topic
 * git tag -a -m 1 deployed/staging/1
 * repository staging-config
 * shallow
 * </pre>
 *
 * {@code branch} goes to the new branch, {@code repository} to another repository beside the first, which is called
 * {@code repository} and is the one that is looked at. {@code shallow} ends the history: what is built is a clone of depth one. Lines
 * that begin with {@code #} say why. What an attacker has besides:
 *
 * <pre>
 * include start.txt
 * resolve 2026-03-04T09:00:00Z topic
 * escaped config/app.yml UTF-16LE
 * | \uFEFFa: 1
 * repeat config/app.yml 4000 # no value\n
 * git update-index --assume-unchanged config/app.yml
 * clone --filter=blob:none
 * </pre>
 *
 * {@code include} reads steps from a file beside the case's folder. {@code resolve} merges with the changes that follow
 * as the resolution. The path of {@code write} may have Java's escapes, {@code \s} for a space. {@code escaped} writes text with Java's escapes and no line break but those it spells, in UTF-8 or
 * another encoding. {@code repeat} appends. {@code git} finishes the step and runs at once; so does {@code clone}.
 */
public final class History {
    private static final String FIRST = "repository";

    private final Path directory;
    private final Map<String, TestRepository> repositories = new HashMap<>();
    private final Deque<String> lines;
    private TestRepository repository;
    private Runnable finishStep = () -> {};

    private History(Path directory, List<String> lines) {
        this.directory = directory;
        this.lines = new ArrayDeque<>(lines);
        this.repository = TestRepository.in(directory.resolve(FIRST));
        repositories.put(FIRST, repository);
    }

    /** Gives the folder of the work tree. */
    public static Path build(Path script, Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(script)) {
            if (line.startsWith("include ")) {
                Path cases = script.toAbsolutePath().getParent().getParent();
                lines.addAll(Files.readAllLines(cases.resolve(line.substring("include ".length()))));
            } else {
                lines.add(line);
            }
        }
        return new History(directory, lines).build();
    }

    private Path build() throws IOException {
        while (!lines.isEmpty()) {
            String line = lines.pop();
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "", "#" -> {}
                case "commit" -> step(() -> repository.commit(words[2], Instant.parse(words[1])));
                case "staged" -> step(() -> repository.stage());
                case "worktree" -> step(() -> {});
                case "branch" -> {
                    step(() -> {});
                    repository.branch(words[1]).checkout(words[1]);
                }
                case "switch" -> {
                    step(() -> {});
                    repository.checkout(words[1]);
                }
                case "merge" -> {
                    step(() -> {});
                    repository.merge(words[1]);
                }
                case "repository" -> {
                    step(() -> {});
                    repository =
                            repositories.computeIfAbsent(words[1], name -> TestRepository.in(directory.resolve(name)));
                }
                case "shallow" -> {
                    step(() -> {});
                    repository = repository.cloneTo(directory.resolve("shallow"), "--depth=1");
                }
                case "resolve" -> {
                    step(() -> repository.commit("Merge " + words[2], Instant.parse(words[1])));
                    repository.beginMerge(words[2]);
                }
                case "git" -> {
                    step(() -> {});
                    repository.git(line.substring("git ".length()).split(" ", -1));
                }
                case "clone" -> {
                    step(() -> {});
                    repository = repository.cloneTo(
                            directory.resolve("clone"),
                            line.substring("clone ".length()).split(" ", -1));
                }
                case "escaped" -> repository.write(path(words[1]), escaped(words));
                case "repeat" -> repeat(words[1], words[2]);
                case "write" -> repository.write(path(words[1]), block("|"));
                case "replace" -> replace(words[1]);
                case "remove" -> repository.delete(words[1]);
                case "link" -> repository.link(words[1], words[2]);
                case "move" -> repository.move(words[1], words[2]);
                default -> throw new IllegalArgumentException("history.txt: " + line);
            }
        }
        finishStep.run();
        return repository.dir();
    }

    private void step(Runnable finish) {
        finishStep.run();
        finishStep = finish;
    }

    private void replace(String path) throws IOException {
        String old = block("-");
        String now = block("+");
        String text = Files.readString(repository.path(path));
        if (old.isEmpty() || !text.contains(old)) {
            throw new IllegalArgumentException(path + " does not hold: " + old);
        }
        repository.write(path, text.replace(old, now));
    }

    private static String path(String written) {
        return written.contains("\\") ? unescaped(written) : written;
    }

    private byte[] escaped(String[] words) {
        Charset charset = Charset.forName(words.length > 2 ? words[2] : "UTF-8");
        return unescaped(block("|").replace("\n", "")).getBytes(charset);
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement("" + (char) Integer.parseInt(match.group(1), 16)))
                .translateEscapes();
    }

    private void repeat(String path, String rest) throws IOException {
        String[] words = rest.split(" ", 2);
        String text = unescaped(words[1]).repeat(Integer.parseInt(words[0]));
        Path file = repository.path(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String block(String mark) {
        StringBuilder text = new StringBuilder();
        while (!lines.isEmpty() && (lines.peek().equals(mark) || lines.peek().startsWith(mark + " "))) {
            String line = lines.pop();
            text.append(line.length() > 2 ? line.substring(2) : "").append('\n');
        }
        return text.toString();
    }
}
