package io.github.confgate.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which Java a run takes. A copy of the action whose launcher looks into no folder of this machine stands for a runner
 * without a JDK; a script that leaves what {@code actions/setup-java} leaves stands in for that.
 */
class ActionJavaIT extends ActionWorld {

    private static final StepRunner.Use SETUP =
            new StepRunner.Use("actions/setup-java", Map.of("distribution", "temurin", "java-version", "21"));

    /** A JDK as far as the launcher looks, whose java leaves a mark and is the one of this test. */
    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(temporary.resolve("jdk " + version));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo ran >>'%s/ran'
                exec '%s/bin/java' "$@"
                """.formatted(home, System.getProperty("java.home")));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    /** The action where the usual places for a JDK are empty. */
    private void leaveOnlyWhatTheEnvironmentNames() throws IOException {
        Path copy = Files.createDirectories(temporary.resolve("the action"));
        String launcher = Files.readString(Path.of("confgate"));
        String moved = launcher.replaceAll("(?<=[ ])/(usr/lib/jvm|opt|Library|usr/local/openjdk)", "/nonexistent/$1");
        assertThat(moved).isNotEqualTo(launcher).doesNotContain(" /usr/lib/jvm", " /opt", " /Library");
        Files.writeString(copy.resolve("confgate"), moved);
        assertThat(copy.resolve("confgate").toFile().setExecutable(true)).isTrue();
        Files.copy(Path.of("action.yml"), copy.resolve("action.yml"));
        Files.createDirectories(copy.resolve("src/action"));
        Path run = Files.copy(Path.of("src/action/run"), copy.resolve("src/action/run"));
        assertThat(run.toFile().setExecutable(true)).isTrue();
        action = new ActionFile(copy.resolve("action.yml"));
        environment.put(
                "CONFGATE_JAR", Path.of("target/confgate.jar").toAbsolutePath().toString());
        environment.remove("JAVA_HOME");
        environment.put("PATH", pathWithoutJava().toString());
    }

    /** The programs that a run takes, without any java beside them. */
    private Path pathWithoutJava() throws IOException {
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        for (String program : List.of("bash", "dirname", "env", "git", "readlink")) {
            Path real = Stream.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Path started = Files.writeString(bin.resolve(program), "#!/bin/sh\nexec " + real + " \"$@\"\n");
            assertThat(started.toFile().setExecutable(true)).isTrue();
        }
        return bin;
    }

    @Test
    void takesTheJdkOfTheRunnerAndSetsNoneUp() throws Exception {
        leaveOnlyWhatTheEnvironmentNames();
        Path own = jdk("17.0.9");
        environment.put("JAVA_HOME_17_X64", own.toString());

        ActionFile.Result result = pullRequest("clean");
        assertEnds(result, 0, "pass");
        assertThat(result.uses()).isEmpty();
        assertThat(own.resolve("ran")).exists();
    }

    @Test
    void setsAJdkUpWhereThereIsNoneAndTakesThat() throws Exception {
        leaveOnlyWhatTheEnvironmentNames();
        Path own = jdk("21.0.5");
        standIns.put("actions/setup-java", setup(own));

        ActionFile.Result result = pullRequest("clean");
        assertEnds(result, 0, "pass");
        assertThat(result.uses()).containsExactly(SETUP);
        assertThat(own.resolve("ran")).exists();
    }

    @Test
    void setsAJdkUpWhereThereIsAnOldOneOnly() throws Exception {
        leaveOnlyWhatTheEnvironmentNames();
        Path old = jdk("11.0.2");
        Path own = jdk("21.0.5");
        environment.put("JAVA_HOME", old.toString());
        environment.merge("PATH", old.resolve("bin") + ":", (path, bin) -> bin + path);
        standIns.put("actions/setup-java", setup(own));

        ActionFile.Result result = pullRequest("blocked");
        assertEnds(result, 1, "block");
        assertThat(result.uses()).containsExactly(SETUP);
        assertThat(own.resolve("ran")).exists();
        assertThat(old.resolve("ran")).doesNotExist();
    }

    /** A step that sets nothing up must not look like a verdict. */
    @Test
    void isRedWhereNoneIsThereEvenThen() throws Exception {
        leaveOnlyWhatTheEnvironmentNames();

        ActionFile.Result result = pullRequest("clean");
        assertEnds(result, 3, "undetermined");
        assertThat(result.log()).contains("needs Java 17 or later and found none");
    }

    private static String setup(Path home) {
        return """
                [ "$INPUT_DISTRIBUTION" = temurin ] || exit 1
                echo "JAVA_HOME=%1$s" >>"$GITHUB_ENV"
                echo "JAVA_HOME_21_X64=%1$s" >>"$GITHUB_ENV"
                echo "%1$s/bin" >>"$GITHUB_PATH"
                """.formatted(home);
    }

    @Test
    void failsWhereTheJavaThatIsAskedForIsNone() throws Exception {
        inputs.put("java", "/nowhere/java");
        ActionFile.Result result = pullRequest("clean");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.log()).contains("::error title=confgate::`java` names no program that can be run");
        assertThat(result.uses()).isEmpty();
    }

    @Test
    void saysThatWindowsIsNotSupportedBeforeItDoesAnything() throws Exception {
        environment.put("RUNNER_OS", "Windows");
        ActionFile.Result result = pullRequest("clean");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.log())
                .isEqualTo("::error title=confgate::runners with Windows are not supported: let the job run on Linux or"
                        + " macOS\n");
        assertThat(result.uses()).isEmpty();
    }
}
