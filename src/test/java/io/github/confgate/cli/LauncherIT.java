package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher as a user does, with the packaged jar: an empty home, and a PATH that leads nowhere. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("confgate").toAbsolutePath();
    private static final Path JAR = Path.of("target/confgate.jar").toAbsolutePath();

    @TempDir
    Path temporary;

    private final Map<String, String> environment = new HashMap<>();

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void nothingAround() throws IOException {
        Path home = Files.createDirectory(temporary.resolve("home"));
        environment.putAll(Map.of(
                "PATH",
                "/nonexistent",
                "HOME",
                home.toString(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "CONFGATE_JAVA_OPTS",
                "-Djava.io.tmpdir=" + temporary + " -Duser.home=" + home,
                "CONFGATE_NO_BUILD",
                "1"));
    }

    private Run run(Path launcher, Path directory, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(temporary, "out", "");
        Path err = Files.createTempFile(temporary, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Run(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private Path demo() throws IOException, InterruptedException {
        Run demo = run(LAUNCHER, temporary, "demo");
        assertThat(demo.err).isEmpty();
        assertThat(demo.out).contains("check returned 1");
        assertThat(demo.exit).isZero();
        Matcher kept = Pattern.compile("try things on: (.*)\n").matcher(demo.out);
        assertThat(kept.find()).isTrue();
        return Path.of(kept.group(1));
    }

    @Test
    void replaysTheIncidentAndKeepsTheRepository() throws Exception {
        Path repository = demo();

        Run check = run(LAUNCHER, repository, "check", "HEAD~1..HEAD", "-f", "json", "-o", "grün 北京.json");
        assertThat(check).isEqualTo(new Run(1, "", ""));
        assertThat(Files.readString(repository.resolve("grün 北京.json"))).contains("\"verdict\": \"block\"");
        assertThat(run(LAUNCHER, repository, "check", "HEAD~2..HEAD~1").exit).isZero();
        assertThat(run(LAUNCHER, repository, "check", "nowhere..HEAD").exit).isEqualTo(2);
        try (var left = Files.list(temporary.resolve("home"))) {
            assertThat(left).as("written to HOME").isEmpty();
        }
    }

    @Test
    void worksThroughAChainOfLinksAndFromPathsWithSpaces() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("a b/c"));
        Path last = Files.createSymbolicLink(temporary.resolve("last link"), LAUNCHER);
        Path middle = Files.createSymbolicLink(folder.resolve("middle"), Path.of("../../last link"));
        Path first = Files.createSymbolicLink(temporary.resolve("first"), Path.of("a b/c/middle"));

        for (Path link : List.of(last, middle, first)) {
            assertThat(run(link, folder, "--version")).isEqualTo(new Run(0, "confgate 0.1.0\n", ""));
        }
    }

    @Test
    void says3WhenThereIsNoJavaOrNoJar() throws Exception {
        Path copy = Files.copy(LAUNCHER, temporary.resolve("confgate"));
        assertThat(run(copy, temporary, "--version").exit).isEqualTo(3);
        environment.put("CONFGATE_JAVA", "/nonexistent/java");
        Run run = run(LAUNCHER, temporary, "--version");

        assertThat(run).isEqualTo(new Run(3, "", "confgate: CONFGATE_JAVA is not a program: /nonexistent/java\n"));
    }

    @Test
    void buildsOnceWhenTheJarIsMissingOrOlderThanASource() throws Exception {
        Path home = sourceTree();
        Path launcher = home.resolve("confgate");
        environment.remove("CONFGATE_NO_BUILD");
        environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");

        Run first = run(launcher, temporary, "--version");
        assertThat(first).isEqualTo(new Run(0, "confgate 0.1.0\n", "building confgate (first use)...\n"));
        assertThat(run(launcher, temporary, "--version").err).isEmpty();

        age(home.resolve("target/confgate.jar"));
        Run again = run(launcher, temporary, "--version");
        assertThat(again.err).isEqualTo("building confgate (its sources are newer)...\n");
        assertThat(run(launcher, temporary, "--version").err).isEmpty();
        assertThat(Files.readString(home.resolve("built"))).isEqualTo("built\nbuilt\n");
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws Exception {
        Path home = sourceTree();
        environment.remove("CONFGATE_NO_BUILD");
        environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        Files.createDirectories(home.resolve("target"));
        Files.copy(JAR, home.resolve("target/confgate.jar"));
        Process died = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        died.waitFor();
        Files.createSymbolicLink(home.resolve("target/confgate.lock"), Path.of(Long.toString(died.pid())));

        assertThat(run(home.resolve("confgate"), temporary, "--version"))
                .isEqualTo(new Run(0, "confgate 0.1.0\n", "building confgate (first use)...\n"));
        assertThat(home.resolve("target/confgate.lock")).doesNotExist();
    }

    @Test
    void buildsOnceWhenStartedTwiceAtATime() throws Exception {
        Path home = sourceTree();
        environment.remove("CONFGATE_NO_BUILD");
        environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        List<Thread> threads = new ArrayList<>();
        List<Run> runs = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                try {
                    runs.add(run(home.resolve("confgate"), temporary, "--version"));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(runs).hasSize(2).allMatch(run -> run.exit == 0 && run.out.equals("confgate 0.1.0\n"));
        assertThat(Files.readString(home.resolve("built"))).isEqualTo("built\n");
    }

    /** The launcher beside sources, and a Maven that takes the jar that is there. */
    private Path sourceTree() throws IOException {
        Path home = Files.createDirectories(temporary.resolve("source tree"));
        Files.copy(LAUNCHER, home.resolve("confgate"));
        Path source = Files.createDirectories(home.resolve("src/main/java")).resolve("A.java");
        age(Files.writeString(home.resolve("pom.xml"), "<project/>"));
        age(Files.writeString(source, "class A {}"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(100)));
        for (Path folder = source.getParent(); !folder.equals(home); folder = folder.getParent()) {
            age(folder);
        }
        Path maven = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                sleep 1
                mkdir -p '%1$s/target' && cp '%2$s' '%1$s/target/confgate.jar' && echo built >> '%1$s/built'
                """.formatted(home, JAR));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1000)));
    }
}
