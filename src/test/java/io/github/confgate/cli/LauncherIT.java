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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the launcher as a user does, with the packaged jar: an empty home, and a PATH that leads nowhere. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("confgate").toAbsolutePath();
    private static final Path JAR = Path.of("target/confgate.jar").toAbsolutePath();

    @TempDir
    Path temporary;

    private final Map<String, String> environment = new HashMap<>();

    /** What {@link #run} makes of the line that {@code --version} prints. */
    private static final String VERSION = "confgate 0.1.0 (commit, Java)\n";

    private static final Pattern BUILD =
            Pattern.compile("\\(commit (?:unknown|[0-9a-f]{40}(?:-dirty)?), Java [0-9][^)\n]*\\)\n");

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
        String told = BUILD.matcher(Files.readString(out, UTF_8)).replaceFirst("(commit, Java)\n");
        return new Run(exit, told, Files.readString(err, UTF_8));
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

    /** Configuration that names programs to start, and programs that leave a mark: nothing reads it, none is started. */
    @Test
    void readsNoConfigurationOfTheMachineAndStartsNoProcess() throws Exception {
        Path repository = demo();
        Path home = temporary.resolve("home");
        Path marks = Files.createDirectory(temporary.resolve("marks"));
        Path bin = Files.createDirectory(temporary.resolve("bin"));
        for (String program : List.of("git", "bash", "sh", "env", "uname", "cygpath", "hostname", "ssh", "gpg")) {
            Path fake = bin.resolve(program);
            Files.writeString(fake, "#!/bin/sh\n: >'" + marks + "/" + program + "'\n");
            assertThat(fake.toFile().setExecutable(true)).isTrue();
        }
        // Each of these would end JGit, were it read: it is not valid.
        String hostile = "[core\n\tfsmonitor = " + bin.resolve("git") + "\n";
        Path folder = Files.createDirectories(home.resolve(".config/git"));
        Path jgit = Files.createDirectories(home.resolve(".config/jgit"));
        List<Path> written = List.of(
                Files.writeString(home.resolve(".gitconfig"), hostile),
                Files.writeString(folder.resolve("config"), hostile),
                Files.writeString(jgit.resolve("config"), hostile));
        Path log = temporary.resolve("classes.log");
        environment.put("PATH", bin.toString());
        environment.put("GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString());
        environment.put("GIT_CONFIG_SYSTEM", home.resolve(".gitconfig").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        environment.merge("CONFGATE_JAVA_OPTS", " -Xlog:class+load:file=" + log, String::concat);

        for (List<String> arguments :
                List.of(List.of("check", "HEAD~1..HEAD"), List.of("check"), List.of("diff", "HEAD~1..HEAD"))) {
            Run run = run(LAUNCHER, repository, arguments.toArray(String[]::new));
            assertThat(run.err).isEmpty();
            assertThat(run.exit).isEqualTo(arguments.get(0).equals("check") && arguments.size() > 1 ? 1 : 0);
            // The JDK loads this class for the first process that a JVM starts, whatever the way to start it.
            assertThat(Files.readString(log)).doesNotContain("java.lang.ProcessImpl", "java.lang.UNIXProcess");
        }
        try (var left = Files.list(marks)) {
            assertThat(left).as("programs that were started").isEmpty();
        }
        try (var left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    /** JGit writes what it measured to the JGit configuration of the user; a home that stays empty was not measured. */
    @Test
    void neverMeasuresTheFileSystem() throws Exception {
        Path repository = demo();
        Path log = temporary.resolve("classes.log");
        environment.merge("CONFGATE_JAVA_OPTS", " -Xlog:class+load:file=" + log, String::concat);
        Set<Path> before = everything(repository);

        assertThat(run(LAUNCHER, repository, "check").exit).isZero();
        assertThat(everything(repository))
                .as("files that the check left behind")
                .isEqualTo(before);
        try (var left = Files.list(temporary.resolve("home"))) {
            assertThat(left).as("written to HOME").isEmpty();
        }
        // A probe is a file that is touched until its time changes; JGit names it by a random UUID.
        assertThat(Files.readString(log))
                .contains("org.eclipse.jgit.util.FS$FileStoreAttributes ")
                .doesNotContain("java.util.UUID$Holder");
    }

    private static Set<Path> everything(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", ""})
    void opensFilesOfAnyNameInAnyLocale(String locale) throws Exception {
        Path repository = demo();
        Path production = repository.resolve("config/application-production.yml");
        Files.copy(production, repository.resolve("config/\u00fcn\u00ef.yml"));
        environment.put("LC_ALL", locale);

        Run run = run(LAUNCHER, repository, "check");
        assertThat(run.err).isEmpty();
        assertThat(run.exit).isZero();
        Run diff = run(LAUNCHER, repository, "diff", "-f", "json");
        assertThat(diff.out).contains("config/\u00fcn\u00ef.yml");
        assertThat(diff.err).isEmpty();
    }

    @Test
    void worksThroughAChainOfLinksAndFromPathsWithSpaces() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("a b/c"));
        Path last = Files.createSymbolicLink(temporary.resolve("last link"), LAUNCHER);
        Path middle = Files.createSymbolicLink(folder.resolve("middle"), Path.of("../../last link"));
        Path first = Files.createSymbolicLink(temporary.resolve("first"), Path.of("a b/c/middle"));

        for (Path link : List.of(last, middle, first)) {
            assertThat(run(link, folder, "--version")).isEqualTo(new Run(0, VERSION, ""));
        }
    }

    /** Where it was built in a clone, or a work tree of one; sources without Git have no commit to tell. */
    @Test
    void saysWhichCommitItWasBuiltFrom() throws Exception {
        Path out = temporary.resolve("version");
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "--version").redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor()).isZero();
        Matcher told = Pattern.compile("confgate 0\\.1\\.0 \\(commit (\\S+?)(?:-dirty)?, Java "
                        + Runtime.version().feature() + "[^)]*\\)\n")
                .matcher(Files.readString(out));
        assertThat(told.matches()).as(Files.readString(out)).isTrue();
        if (Files.exists(Path.of(".git"))) {
            Process known = new ProcessBuilder("git", "cat-file", "-e", told.group(1) + "^{commit}").start();
            assertThat(known.waitFor()).as(told.group(1)).isZero();
        } else {
            assertThat(told.group(1)).isEqualTo("unknown");
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
        assertThat(first).isEqualTo(new Run(0, VERSION, "building confgate (first use)...\n"));
        assertThat(run(launcher, temporary, "--version").err).isEmpty();

        age(home.resolve("target/confgate.jar"));
        Run again = run(launcher, temporary, "--version");
        assertThat(again.err).isEqualTo("building confgate (its sources are newer)...\n");
        assertThat(run(launcher, temporary, "--version").err).isEmpty();
        assertThat(Files.readString(home.resolve("built"))).isEqualTo("built\nbuilt\n");
        // Maven takes settings and extensions from the .mvn of the folder that it is started in.
        assertThat(Files.readString(home.resolve("where"))).isEqualTo(home.toRealPath() + "\n");
    }

    /** The JVM tells of each class where it has it from. */
    @Test
    void keepsClassesReadyForThisJarAndNoOther() throws Exception {
        Path home = sourceTree("plain"); // Java 17 shares no classes of a path with a space in it
        environment.remove("CONFGATE_NO_BUILD");
        environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        assertThat(run(home.resolve("confgate"), temporary, "--version").exit).isZero();
        try (var kept = Files.list(home.resolve("target"))) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("confgate.jar", "confgate.archive", "confgate.archive.kind");
        }

        environment.put("CONFGATE_NO_BUILD", "1");
        assertThat(originOfMain(home)).isEqualTo("shared objects file");
        Files.setLastModifiedTime(home.resolve("target/confgate.jar"), FileTime.from(Instant.now()));
        assertThat(originOfMain(home)).startsWith("file:");
        Files.writeString(home.resolve("target/confgate.archive.kind"), "AOTCache\n/another/java\n");
        assertThat(originOfMain(home)).startsWith("file:");
    }

    @Test
    void keepsNoClassesReadyInAPipeline() throws Exception {
        Path home = sourceTree();
        environment.remove("CONFGATE_NO_BUILD");
        environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
        environment.put("CI", "true");

        assertThat(run(home.resolve("confgate"), temporary, "--version").exit).isZero();
        assertThat(home.resolve("target/confgate.archive")).doesNotExist();
    }

    private String originOfMain(Path home) throws IOException, InterruptedException {
        Path log = Files.createTempFile(temporary, "classes", ".log");
        String options = environment.get("CONFGATE_JAVA_OPTS");
        environment.merge("CONFGATE_JAVA_OPTS", " -Xlog:class+load:file=" + log, String::concat);
        assertThat(run(home.resolve("confgate"), temporary, "--version")).isEqualTo(new Run(0, VERSION, ""));
        environment.put("CONFGATE_JAVA_OPTS", options);
        Matcher origin = Pattern.compile("io\\.github\\.confgate\\.cli\\.Main source: (.*)")
                .matcher(Files.readString(log));
        assertThat(origin.find()).isTrue();
        return origin.group(1);
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
                .isEqualTo(new Run(0, VERSION, "building confgate (first use)...\n"));
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

        assertThat(runs).hasSize(2).allMatch(run -> run.exit == 0 && run.out.equals(VERSION));
        assertThat(Files.readString(home.resolve("built"))).isEqualTo("built\n");
    }

    /** The launcher beside sources, and a Maven that takes the jar that is there. */
    private Path sourceTree() throws IOException {
        return sourceTree("source tree");
    }

    private Path sourceTree(String name) throws IOException {
        Path home = Files.createDirectories(temporary.resolve(name));
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
                pwd >'%1$s/where'
                """.formatted(home, JAR));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1000)));
    }
}
