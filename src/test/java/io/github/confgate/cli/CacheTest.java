package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a check keeps of Java code between runs, told from outside: by the command, its options and the user's folder. */
@DisabledOnOs(OS.WINDOWS)
class CacheTest {
    /** Fewer are read again. */
    private static final int FILES = 200;

    @TempDir
    Path temporary;

    private Path caches;
    private TestRepository repository;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void prepare() {
        caches = temporary.resolve("caches");
        repository = TestRepository.in(temporary.resolve("work"));
        for (int i = 1; i < FILES; i++) {
            repository.write("src/main/java/Type" + i + ".java", "class Type" + i + " {}\n");
        }
        repository.write("src/main/java/Client.java", "class Client {\n    @Value(\"${auth.url}\") String url;\n}\n");
        repository.write("config/application-production.yml", "auth: {url: \"https://auth.example.com\"}\n");
        repository.commit("Start");
        repository.write("config/application-production.yml", "auth: {url: \"https://auth.example.org\"}\n");
        repository.commit("Move");
    }

    private Run check(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Map.of("XDG_CACHE_HOME", caches.toString()),
                Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC),
                repository.dir(),
                false,
                "confgate",
                new RepositoryEngine());
        List<String> arguments = Stream.concat(Stream.of("check", "HEAD~1..HEAD"), Stream.of(more))
                .toList();
        int exit = Main.run(arguments, surroundings);
        return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Map<String, String> kept() throws IOException {
        Path folder = caches.resolve("confgate");
        if (!Files.exists(folder)) {
            return Map.of();
        }
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all;
    }

    @Test
    void aSecondRunSaysTheSameFromWhatTheFirstHasKept() throws IOException {
        Run first = check();
        assertThat(first.out()).contains("Client.java:2");
        Map<String, String> kept = kept();
        assertThat(kept.keySet())
                .anyMatch(name -> name.endsWith("-answers.scan"))
                .contains("key");
        assertThat(check("-v"))
                .isEqualTo(new Run(first.exit(), check("--no-cache", "-v").out(), ""));
        assertThat(check()).isEqualTo(first);
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void withoutACacheNothingIsKeptAndNothingUsed() throws IOException {
        Run without = check("--no-cache");
        assertThat(kept()).isEmpty();
        assertThat(check()).isEqualTo(without);
        for (String name : kept().keySet()) {
            Files.writeString(caches.resolve("confgate").resolve(name), "planted");
        }
        Map<String, String> planted = kept();
        assertThat(check("--no-cache")).isEqualTo(without);
        assertThat(kept()).isEqualTo(planted);
        assertThat(check()).isEqualTo(without);
        assertThat(kept()).isNotEqualTo(planted);
    }

    @Test
    void aFolderThatOthersWriteToIsNotUsedAndVerboseSaysSo() throws IOException {
        Path folder = Files.createDirectories(caches.resolve("confgate"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Run quiet = check();
        assertThat(quiet.out()).contains("Client.java:2");
        assertThat(quiet.err()).isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(check("-v").err())
                .isEqualTo("confgate: nothing is kept of the Java code for the next run: " + folder
                        + " can be written by others\n");
        assertThat(check("-v", "--no-cache").err()).isEmpty();
    }

    @Test
    void aFolderWithinTheJudgedRepositoryIsNotUsedAndVerboseSaysSo() {
        caches = repository.path("caches");
        assertThat(check("-v").err())
                .isEqualTo("confgate: nothing is kept of the Java code for the next run: " + caches.resolve("confgate")
                        + " lies within the repository\n");
        assertThat(caches).doesNotExist();
    }
}
