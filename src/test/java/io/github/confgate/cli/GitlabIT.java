package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.forge.ShopRepository;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Runs the job that the README gives for GitLab CI as its runner would, save what it downloads. */
class GitlabIT {

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    private static ShopRepository shop;

    private record Run(int exit, String output) {}

    @BeforeAll
    static void serve() throws Exception {
        shop = ShopRepository.in(shared);
    }

    private static List<String> script() throws IOException {
        Matcher block = Pattern.compile("<!-- gitlab -->\n```yaml\n(.*?)```\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        Map<String, Map<String, Object>> jobs = new Yaml().load(block.group(1));
        Map<String, Object> job = jobs.get("confgate");
        assertThat(job).containsEntry("variables", Map.of("GIT_DEPTH", 0));
        List<String> lines = new ArrayList<>();
        for (String part : List.of("before_script", "script")) {
            ((List<?>) job.get(part)).forEach(line -> lines.add(String.valueOf(line)));
        }
        assertThat(lines.get(0)).startsWith("apt-get ");
        assertThat(lines.get(1)).startsWith("curl -fsSLo confgate.jar \"https://");
        return lines.subList(2, lines.size());
    }

    private Run run(Path clone, String branch) throws Exception {
        Path jar = Files.copy(Path.of("target/confgate.jar"), clone.resolve("confgate.jar"));
        ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", String.join("\n", script()))
                .directory(clone.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        System.getProperty("java.home") + "/bin:" + System.getenv("PATH"),
                        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
                        "main",
                        "CI_COMMIT_SHA",
                        shop.id(branch),
                        "CONFGATE_SHA256",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)))));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Path cloned(String branch) {
        TestRepository clone = TestRepository.at(shop.server()).cloneTo(temporary.resolve("clone " + branch));
        clone.git("checkout", "-q", "--detach", shop.id(branch));
        clone.git("update-ref", "-d", "refs/remotes/origin/main");
        return clone.dir();
    }

    @Test
    void blocksAndSaysWhyInTheLogAndInTheReport() throws Exception {
        Path clone = cloned("blocked");
        Run run = run(clone, "blocked");

        assertThat(run.exit).as(run.output).isEqualTo(1);
        assertThat(run.output).contains("critical[promotion-skipped]").contains("blocked: ");
        assertThat(clone.resolve("gl-code-quality-report.json")).content().contains("promotion-skipped");
    }

    @Test
    void passesACleanChange() throws Exception {
        Path clone = cloned("clean");
        Run run = run(clone, "clean");

        assertThat(run.exit).as(run.output).isZero();
        assertThat(clone.resolve("gl-code-quality-report.json")).hasContent("[]");
    }

    @Test
    void passesNoShallowClone() throws Exception {
        Run run = run(shop.checkout(temporary.resolve("shallow"), "clean"), "clean");

        assertThat(run.exit).as(run.output).isEqualTo(3);
        assertThat(run.output).contains("shallow");
    }
}
