package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Runs the steps of {@code release.yml} as the runner would, with a Maven that hands out the packaged jar and a {@code gh}
 * that keeps what it is given; and the action with a release that was made so.
 */
class ReleaseIT extends ActionWorld {

    private static final String RELEASE = "/acme/confgate/releases/download/v0.1.0/";

    private Path published;
    private Path sources;

    /** How a run of the workflow ended. */
    private record Ended(int exit, String log, StepRunner steps) {}

    /** @param maven what it does beside writing the jar */
    private Ended release(String tag, String maven) throws Exception {
        sources = Files.createDirectories(temporary.resolve("sources " + tag));
        published = Files.createDirectories(temporary.resolve("published " + tag));
        Files.copy(Path.of("pom.xml"), sources.resolve("pom.xml"));
        Path bin = Files.createDirectories(temporary.resolve("bin " + tag));
        program(bin.resolve("mvn"), """
                echo "mvn $*"
                mkdir -p target && cp '%s/target/confgate.jar' target/confgate.jar
                case " $* " in *" -Prelease "*) echo '{"bomFormat": "CycloneDX"}' >target/confgate.cdx.json ;; esac
                """.formatted(Path.of("").toAbsolutePath()) + maven);
        program(bin.resolve("gh"), """
                [ -n "$GH_TOKEN" ] || exit 4
                echo "gh $1 $2 $3 $4 $5"
                shift 5
                cp "$@" '%s'
                """.formatted(published));
        Map<String, String> job = new HashMap<>(environment);
        job.put("PATH", bin + ":" + environment.get("PATH"));
        job.put("GITHUB_WORKSPACE", sources.toString());
        job.put("GITHUB_REF_NAME", tag);
        job.put("GITHUB_SHA", "c".repeat(40));
        Map<String, Object> workflow = new Yaml().load(Files.readString(Path.of(".github/workflows/release.yml")));
        Map<String, Object> made =
                StepRunner.map(StepRunner.map(workflow.get("jobs")).get("release"));
        StepRunner steps = new StepRunner(
                Map.of("github.token", "t0ken", "runner.temp", environment.get("RUNNER_TEMP")),
                job,
                Map.of(),
                Files.createTempDirectory(temporary, "release"));
        @SuppressWarnings("unchecked")
        int exit = steps.run((List<Map<String, Object>>) made.get("steps"));
        return new Ended(exit, steps.log(), steps);
    }

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, "#!/bin/sh\nset -e\n" + script);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void publishesWhatTheActionTakes() throws Exception {
        Ended ended = release("v0.1.0", "");

        assertThat(ended.exit()).as(ended.log()).isZero();
        assertThat(ended.log())
                .contains("mvn -B verify -Prelease -Dconfgate.commit=" + "c".repeat(40))
                .contains("gh release create v0.1.0 --verify-tag --generate-notes");
        assertThat(ended.steps().uses())
                .extracting(StepRunner.Use::action)
                .containsExactly("actions/checkout", "actions/setup-java", "actions/attest-build-provenance");
        assertThat(ended.steps().uses().get(2).with())
                .containsEntry("subject-path", environment.get("RUNNER_TEMP") + "/release/confgate-*");
        try (var files = Files.list(published)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("confgate-0.1.0.jar", "confgate-0.1.0.cdx.json", "SHA256SUMS");
        }

        for (String name : List.of("confgate-0.1.0.jar", "SHA256SUMS")) {
            api.stubFor(get(urlPathEqualTo(RELEASE + name))
                    .willReturn(aResponse().withBody(Files.readAllBytes(published.resolve(name)))));
        }
        environment.put("GITHUB_SERVER_URL", api.baseUrl());
        inputs.put("version", "0.1.0");
        assertEnds(pullRequest("blocked"), 1, "block");
        api.verify(1, getRequestedFor(urlPathEqualTo(RELEASE + "confgate-0.1.0.jar")));
    }

    @Test
    void publishesNothingUnderTheTagOfAnotherVersion() throws Exception {
        for (String tag : List.of("v0.1.1", "v0.1", "v0x1.0")) {
            Ended ended = release(tag, "");
            assertThat(ended.exit()).as(tag).isNotZero();
            assertThat(ended.log()).as(tag).doesNotContain("mvn");
            assertThat(published).isEmptyDirectory();
        }
    }

    @Test
    void publishesNothingThatTwoBuildsMakeDifferently() throws Exception {
        Ended ended = release("v0.1.0", "case \" $* \" in *' clean '*) echo >>target/confgate.jar ;; esac\n");

        assertThat(ended.exit()).isNotZero();
        assertThat(ended.log()).contains("mvn -B clean package").doesNotContain("gh release");
        assertThat(published).isEmptyDirectory();
    }

    @Test
    void publishesNothingWhereATestFails() throws Exception {
        Ended ended = release("v0.1.0", "case \" $* \" in *' verify '*) exit 1 ;; esac\n");

        assertThat(ended.exit()).isNotZero();
        assertThat(ended.steps().ran()).doesNotContain("Build again, and compare");
        assertThat(published).isEmptyDirectory();
    }

    /** What signs and publishes may do no more, and nothing else may do as much. */
    @Test
    void asksForThePermissionsThatItsActionsNeed() throws Exception {
        Map<String, Object> workflow = new Yaml().load(Files.readString(Path.of(".github/workflows/release.yml")));

        assertThat(StepRunner.map(workflow.get("permissions"))).isEmpty();
        assertThat(StepRunner.map(
                        StepRunner.map(StepRunner.map(workflow.get("jobs")).get("release"))
                                .get("permissions")))
                .isEqualTo(Map.of("contents", "write", "id-token", "write", "attestations", "write"));
    }
}
