package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Pushes to a server and commits, with the hooks installed and the packaged jar behind them. */
class HooksIT {
    private static final Path LAUNCHER = Path.of("confgate").toAbsolutePath();
    private static final String POLICY = """
            version: 1
            environments:
              - {name: staging}
              - {name: production, after: [staging], soak: 4h}
            """;
    private static final String STAGING = "auth: {url: \"https://auth.example.net\"}\ngreeting: hello\n";
    private static final String PRODUCTION = "auth: {url: \"https://auth.example.com\"}\ngreeting: good day\n";

    @TempDir
    Path temporary;

    private TestRepository work;
    private Path server;

    private record Run(int exit, String output) {}

    @BeforeEach
    void serve() throws IOException {
        work = TestRepository.in(temporary.resolve("work"));
        work.write(".confgate.yml", POLICY);
        work.write("config/application-staging.yml", STAGING);
        work.write("config/application-production.yml", PRODUCTION);
        work.commit("Start");
        work.write("config/application-staging.yml", STAGING + "size: 2\n").commit("Grow staging");
        server = work.cloneTo(temporary.resolve("server.git"), "--bare").dir();
        work.git("remote", "add", "origin", server.toString());
        install(server.resolve("hooks/pre-receive"), "exec '" + LAUNCHER + "' pre-receive");
    }

    private static void install(Path hook, String command) throws IOException {
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\n" + command + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
    }

    private Run git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment()
                .putAll(Map.of(
                        "HOME", temporary.toString(),
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "JAVA_HOME", System.getProperty("java.home"),
                        "CONFGATE_NO_BUILD", "1",
                        "LC_ALL", "C.UTF-8"));
        builder.environment().put("PATH", LAUNCHER.getParent() + ":" + System.getenv("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Run push(String... what) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("push", "-q", "origin"));
        arguments.addAll(List.of(what));
        return git(work.dir(), arguments.toArray(String[]::new));
    }

    private String held(String ref) {
        return TestRepository.at(server).git("rev-parse", ref);
    }

    @Test
    void refusesAPushThatBlocksAndTakesACleanOne() throws Exception {
        String before = held("main");
        work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.org"));
        work.commit("Move production to auth servers of its own");

        Run refused = push("main");
        assertThat(refused.exit).as(refused.output).isNotZero();
        assertThat(refused.output)
                .contains("remote: confgate: refs/heads/main")
                .contains("remote: critical[promotion-skipped]")
                .contains("pre-receive hook declined");
        assertThat(held("main")).isEqualTo(before);

        work.git("reset", "-q", "--hard", "HEAD~1");
        work.write("config/application-production.yml", PRODUCTION.replace("good day", "hello"));
        String clean = work.commit("Greet as staging does");
        Run taken = push("main");
        assertThat(taken.exit).as(taken.output).isZero();
        assertThat(held("main")).isEqualTo(clean);
    }

    @Test
    void judgesWhatAForcedPushTakesBack() throws Exception {
        work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.net"));
        work.commit("Move production to the auth servers of staging");
        assertThat(push("main").exit).isZero();

        Run back = push("+HEAD~2:refs/heads/main");
        assertThat(back.exit).as(back.output).isNotZero();
        assertThat(back.output).contains("auth.url in production");
    }

    /** Other branches are work in progress; so are tags, and what goes brings nothing. */
    @Test
    void letsBranchesPassThatThePolicyDoesNotName() throws Exception {
        work.branch("topic").checkout("topic");
        work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.org"));
        work.commit("Try something");
        work.tag("tried");
        Run passed = push("topic", "tried");
        assertThat(passed.exit).as(passed.output).isZero();
        assertThat(push(":topic", ":tried").exit).isZero();
    }

    @Test
    void judgesBranchesByThePatternsOfTheOldTip() throws Exception {
        work.write(".confgate.yml", POLICY + "gate: {branches: [main, \"release/**\"]}\n")
                .commit("Gate releases");
        TestRepository.at(server).git("fetch", "-q", work.dir().toString(), "+main:main");

        work.branch("release/1").checkout("release/1");
        work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.org"));
        work.write(".confgate.yml", POLICY + "gate: {branches: [nothing]}\n");
        work.commit("Release something, and let nobody look");
        Run created = push("release/1");
        assertThat(created.exit).as(created.output).isNotZero();
        assertThat(created.output).contains("promotion-skipped").contains("gate-weakened");
    }

    @Test
    void refusesWhatItCannotJudge() throws Exception {
        install(server.resolve("hooks/pre-receive"), "exec '" + LAUNCHER + "' pre-receive --policy nowhere.yml");
        work.write("config/application-staging.yml", STAGING).commit("Shrink staging");

        assertThat(push("main").exit).isNotZero();
        for (String missing : List.of(
                "exec /nowhere/confgate pre-receive",
                "CONFGATE_JAVA=/nowhere/java exec '" + LAUNCHER + "' pre-receive")) {
            install(server.resolve("hooks/pre-receive"), missing);
            Run refused = push("main");
            assertThat(refused.exit).as(refused.output).isNotZero();
            assertThat(refused.output).contains("/nowhere/").contains("pre-receive hook declined");
        }
        install(server.resolve("hooks/pre-receive"), "echo nonsense | '" + LAUNCHER + "' pre-receive");
        Run nonsense = push("main");
        assertThat(nonsense.exit).isNotZero();
        assertThat(nonsense.output).contains("OLD NEW REF");
    }

    @Test
    void takesTheFirstPushOfAnEmptyServer() throws Exception {
        Path empty = temporary.resolve("empty.git");
        work.git("init", "-q", "--bare", "-b", "main", empty.toString());
        install(empty.resolve("hooks/pre-receive"), "exec '" + LAUNCHER + "' pre-receive");

        Run first = git(work.dir(), "push", "-q", empty.toString(), "main");
        assertThat(first.exit).as(first.output).isZero();
        assertThat(first.output).contains("nothing to be compared with");
    }

    /** Each hook of {@code .pre-commit-hooks.yaml}, started as pre-commit starts it. */
    @Test
    void refusesACommitByEitherHookOfPreCommit() throws Exception {
        List<Map<String, Object>> hooks = new Yaml().load(Files.readString(Path.of(".pre-commit-hooks.yaml")));
        assertThat(hooks).extracting(hook -> hook.get("language")).containsExactly("system", "script");
        for (Map<String, Object> hook : hooks) {
            assertThat(hook).containsEntry("pass_filenames", false);
            String entry = String.valueOf(hook.get("entry"));
            if (hook.get("language").equals("script")) {
                entry = "'" + LAUNCHER.getParent() + "'/" + entry;
            }
            Object arguments = hook.getOrDefault("args", List.of());
            install(
                    work.path(".git/hooks/pre-commit"),
                    entry + " "
                            + ((List<?>) arguments)
                                    .stream().map(String::valueOf).reduce("", (all, each) -> all + " " + each));
            String before = work.head();

            work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.org"));
            Run refused = git(work.dir(), "commit", "-q", "-a", "-m", "Move production to auth servers of its own");
            assertThat(refused.exit).as(refused.output).isNotZero();
            assertThat(refused.output).contains("promotion-skipped");
            assertThat(work.head()).isEqualTo(before);

            work.write("config/application-production.yml", PRODUCTION);
            work.write(
                    "config/application-staging.yml",
                    STAGING + "size: " + hook.get("id").hashCode() + "\n");
            Run taken = git(work.dir(), "commit", "-q", "-a", "-m", "Size staging anew");
            assertThat(taken.exit).as(taken.output).isZero();
        }
    }
}
