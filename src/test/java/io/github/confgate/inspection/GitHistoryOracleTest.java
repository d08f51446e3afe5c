package io.github.confgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.git.GitRepository;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Holds the ledger to its slow oracle on histories that real Git has made: topic branches and their merges, reverts,
 * renames on one side or on both, removals, files that come back, a layer below, versions that nobody can read, and clocks
 * that run backwards.
 */
class GitHistoryOracleTest {

    private static final int COMMITS = 25;

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatAuditAndCheckSayOfEveryCommitIsWhatTheOracleSays(@ForAll int seed) throws IOException {
        Path directory = Files.createTempDirectory("histories");
        try {
            new Author(new Random(seed), TestRepository.in(directory)).write();
            try (SourceReader reader = GitRepository.open(directory)) {
                compare(directory, reader);
            }
        } finally {
            delete(directory);
        }
    }

    private static void compare(Path directory, SourceReader reader) {
        RangeRequest tip = new RangeRequest.Between("main", "main");
        PolicyFile policy = PolicyFile.find(reader, reader.resolve(tip), null, Rules.of(List.of()));
        HistoryOracle oracle = new HistoryOracle(directory, "main", policy.policy());
        List<AuditEntry.Changed> audited = new ArrayList<>();
        AuditRequest request = new AuditRequest("main", null, null, null, null, null, false);
        new Auditor(reader, Rules.of(List.of())).audit(request, entry -> {
            if (entry instanceof AuditEntry.Changed changed) {
                audited.add(changed);
            }
        });
        List<String> differences = new ArrayList<>();
        Map<String, AuditEntry.Changed> commits = new TreeMap<>();
        for (AuditEntry.Changed each : audited) {
            commits.put(each.commit().sha(), each);
            compare("audit", each.commit().sha(), each.facts(), oracle, differences);
        }
        for (AuditEntry.Changed each : commits.values()) {
            if (each.parent() != null) {
                RangeRequest range =
                        new RangeRequest.Between(each.parent(), each.commit().sha());
                InspectionRequest check =
                        new InspectionRequest(range, null, null, each.commit().time());
                for (Inspection.Inspected one : new Inspector(reader, Rules.of(List.of()))
                        .inspect(check)
                        .changes()) {
                    compare("check", each.commit().sha(), one.facts(), oracle, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(audited).hasSizeGreaterThan(COMMITS);
    }

    private static void compare(
            String command, String sha, Facts facts, HistoryOracle oracle, List<String> differences) {
        List<String> actual = HistoryOracle.words(facts.promotions());
        List<String> expected = oracle.promotions(sha, facts);
        if (!actual.equals(expected)) {
            differences.add(command + " " + sha.substring(0, 7) + " "
                    + facts.change().path() + " " + facts.change().key() + "\n is  " + actual + "\n not " + expected);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var below = Files.walk(directory)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Makes commits at random, most of them of a kind that histories of configuration are full of. */
    private static final class Author {

        private static final List<String> FOLDERS = List.of("web", "api", "shop");
        private static final List<String> NAMES = List.of("staging", "production", "common");
        private static final String BROKEN = "broken";

        private final Random random;
        private final TestRepository repository;
        private final List<Map<String, Map<String, Integer>>> past = new ArrayList<>();
        private Map<String, Map<String, Integer>> files = new TreeMap<>();
        private Instant clock = TestRepository.START;

        Author(Random random, TestRepository repository) {
            this.random = random;
            this.repository = repository;
        }

        void write() {
            repository.write(".confgate.yml", """
                    version: 1
                    environments:
                      - {name: staging}
                      - {name: production, after: [staging], soak: %dh}
                    """.formatted(random.nextInt(12)));
            FOLDERS.subList(0, 2).forEach(folder -> NAMES.forEach(name -> files.put(path(folder, name), content())));
            commit();
            while (past.size() < COMMITS) {
                switch (random.nextInt(10)) {
                    case 0 -> merge();
                    case 1 -> revert();
                    case 2 -> rename();
                    case 3 -> removeOrBringBack();
                    case 4, 5 -> promote();
                    default -> edit();
                }
            }
        }

        private static String path(String folder, String name) {
            return folder + "/" + name + ".values.yaml";
        }

        private String file() {
            return List.copyOf(files.keySet()).get(random.nextInt(files.size()));
        }

        private Map<String, Integer> content() {
            Map<String, Integer> content = new TreeMap<>();
            List.of("a", "b", "c", "d").forEach(key -> content.put(key, random.nextInt(4)));
            return content;
        }

        private void edit() {
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(file(), random.nextInt(4));
            }
            if (random.nextInt(6) == 0) {
                breakOrMend(file());
            }
            commit();
        }

        /** From here on nobody can read the file, or somebody can again. */
        private void breakOrMend(String path) {
            Map<String, Integer> content = new TreeMap<>(files.get(path));
            if (content.remove(BROKEN) == null) {
                content.put(BROKEN, 1);
            }
            files.put(path, content);
        }

        private void change(String path, int value) {
            Map<String, Integer> content = new TreeMap<>(files.get(path));
            content.put(List.of("a", "b", "c", "d").get(random.nextInt(4)), value);
            files.put(path, content);
        }

        /** What staging holds under some keys goes to production. */
        private void promote() {
            for (String folder : FOLDERS) {
                Map<String, Integer> from = files.get(path(folder, "staging"));
                Map<String, Integer> to = files.get(path(folder, "production"));
                if (from != null && to != null) {
                    Map<String, Integer> content = new TreeMap<>(to);
                    from.forEach((key, value) -> content.put(key, random.nextBoolean() ? value : content.get(key)));
                    files.put(path(folder, "production"), content);
                }
            }
            commit();
        }

        /** A topic branch of one or two commits; sometimes main has gone on meanwhile. */
        private void merge() {
            Map<String, Map<String, Integer>> fork = files;
            repository.git("checkout", "-q", "-b", "topic");
            files = new TreeMap<>(fork);
            for (int i = random.nextInt(2); i >= 0; i--) {
                change(file(), random.nextInt(4));
                onDisk();
                repository.commit("On a topic branch", tick());
            }
            Map<String, Map<String, Integer>> topic = files;
            repository.checkout("main");
            files = new TreeMap<>(fork);
            if (random.nextBoolean()) {
                change(file(), random.nextInt(4));
                commit();
                repository.beginMerge("topic");
                topic.forEach((path, content) -> {
                    if (!content.equals(fork.get(path))) {
                        files.put(path, content);
                    }
                });
                commit();
            } else {
                repository.merge("topic");
                files = topic;
                past.add(files);
                files = new TreeMap<>(files);
            }
            repository.git("branch", "-q", "-D", "topic");
        }

        private void revert() {
            if (past.size() < 2) {
                return;
            }
            List<String> parents = List.of(
                    repository.git("rev-list", "-1", "--parents", "HEAD").split(" "));
            if (past.get(past.size() - 1).equals(past.get(past.size() - 2))) {
                return;
            }
            if (parents.size() > 2) {
                repository.git("revert", "--no-edit", "-m", "1", "HEAD");
            } else {
                repository.git("revert", "--no-edit", "HEAD");
            }
            files = past.get(past.size() - 2);
            past.add(files);
            files = new TreeMap<>(files);
        }

        /** A service moves to another folder, whole or one file of it; what is renamed may change a little as well. */
        private void rename() {
            String from = FOLDERS.get(random.nextInt(FOLDERS.size()));
            String to = FOLDERS.get(random.nextInt(FOLDERS.size()));
            boolean whole = random.nextBoolean();
            String one = NAMES.get(random.nextInt(NAMES.size()));
            for (String name : NAMES) {
                Map<String, Integer> content = files.get(path(from, name));
                if (content != null && !files.containsKey(path(to, name)) && (whole || name.equals(one))) {
                    files.remove(path(from, name));
                    files.put(path(to, name), content);
                    if (random.nextInt(3) == 0) {
                        change(path(to, name), random.nextInt(4));
                    }
                }
            }
            commit();
        }

        private void removeOrBringBack() {
            String gone = past.get(random.nextInt(past.size())).keySet().stream()
                    .filter(path -> !files.containsKey(path))
                    .findFirst()
                    .orElse(null);
            if (gone != null && random.nextBoolean()) {
                files.put(gone, content());
            } else if (files.size() > 1) {
                files.remove(file());
            }
            commit();
        }

        private void commit() {
            onDisk();
            repository.commit("Change configuration", tick());
            past.add(files);
            files = new TreeMap<>(files);
        }

        /** Clocks mostly go on; some stand still, run backwards or ahead. */
        private Instant tick() {
            int minutes = random.nextInt(8) == 0 ? random.nextInt(6000) - 3000 : random.nextInt(900);
            clock = clock.plus(Duration.ofMinutes(random.nextInt(6) == 0 ? 0 : minutes));
            return clock;
        }

        private void onDisk() {
            for (String folder : FOLDERS) {
                for (String name : NAMES) {
                    String path = path(folder, name);
                    Map<String, Integer> content = files.get(path);
                    if (content != null) {
                        repository.write(path, text(name, content));
                    } else if (Files.exists(repository.path(path))) {
                        repository.delete(path);
                    }
                }
            }
        }

        /** A value, a map with one key, a list of values and a list of maps; 0 is no such key. */
        private static String text(String name, Map<String, Integer> content) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                text.append("what-")
                        .append(name)
                        .append("-always-has-")
                        .append(i)
                        .append(": true\n");
            }
            int a = content.getOrDefault("a", 0);
            int b = content.getOrDefault("b", 0);
            int c = content.getOrDefault("c", 0);
            int d = content.getOrDefault("d", 0);
            text.append(a == 0 ? "" : "alpha: " + a + "00\n");
            text.append(b == 0 ? "" : "bravo: {inner: " + b + "00}\n");
            text.append(
                    c == 0
                            ? ""
                            : "charlie: "
                                    + IntStream.rangeClosed(1, c)
                                            .mapToObj(i -> i + "00")
                                            .collect(Collectors.toList()) + "\n");
            text.append(
                    d == 0 ? "" : "delta: [{name: first, size: " + d + "00}, {name: other-" + d % 2 + ", size: 7}]\n");
            text.append(content.containsKey(BROKEN) ? "nobody: [\n" : "");
            return text.toString();
        }
    }
}
