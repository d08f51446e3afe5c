package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an attacker may have a say in: inputs that a workflow fills from the event, the event itself, names of folders, and
 * the files of the checkout. Nothing of it is run, and nothing of it makes a verdict pass.
 */
class ActionHostileIT extends ActionWorld {

    private static final String RUNS = "$(touch pwned)`touch pwned`'\";touch pwned;#|&\n touch pwned";
    /** Would be an output of the step, were it written as it is. */
    private static final String PASSES =
            "x\nverdict=pass\nverdict<<E\npass\nE\n::set-output name=verdict::pass\n##[error]x";

    private void assertRed(ActionFile.Result result) throws Exception {
        assertThat(result.exit()).as(result.log()).isIn(2, 3);
        assertThat(result.outputs().get("verdict")).isEqualTo("undetermined");
        assertThat(result.log().lines().filter(line -> line.strip().startsWith("::")))
                .as(result.log())
                .allMatch(line -> line.startsWith("::error title=confgate::"));
        assertThat(result.log()).doesNotContain("##[", "t0ken");
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(file -> file.endsWith("pwned"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base",
                "head",
                "policy",
                "fail-on",
                "format",
                "version",
                "checksum",
                "comment",
                "working-directory",
                "java",
                "fetch"
            })
    void takesNoInputForAnythingButText(String input) throws Exception {
        inputs.put(input, "--help " + RUNS + "\n" + PASSES);
        ActionFile.Result result = pullRequest("clean");
        if (input.equals("java")) {
            // Told by the step that looks for Java, before there is a verdict of any kind.
            assertThat(result.exit()).isEqualTo(3);
            assertThat(workspace.resolve("pwned")).doesNotExist();
        } else {
            assertRed(result);
        }
    }

    @Test
    void namesTheReportsByNoOutputOfAnother() throws Exception {
        inputs.put("sarif-file", PASSES.replace("/", "") + ".sarif");

        ActionFile.Result result = pullRequest("blocked");
        assertEnds(result, 1, "block");
        assertThat(result.outputs().get("report-sarif")).isEqualTo(workspace + "/" + inputs.get("sarif-file"));
        assertThat(Path.of(result.outputs().get("report-sarif"))).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/../../elsewhere", "/etc", "../workspace-of-another"})
    void leavesTheWorkspaceForNoInput(String outside) throws Exception {
        shop.checkout(temporary.resolve("elsewhere"), "blocked");
        shop.checkout(temporary.resolve("workspace-of-another"), "blocked");
        inputs.put("working-directory", outside);
        ActionFile.Result result = pullRequest("clean");
        assertRed(result);
        assertThat(result.log()).contains("lies outside of the workspace");

        inputs.remove("working-directory");
        inputs.put("sarif-file", outside + "/confgate.sarif");
        assertRed(pullRequest("clean"));
        assertThat(temporary.resolve("confgate.sarif")).doesNotExist();
        assertThat(temporary.resolve("elsewhere/confgate.sarif")).doesNotExist();
    }

    @Test
    void writesAReportIntoTheFolderOfTheRunner() throws Exception {
        inputs.put("sarif-file", environment.get("RUNNER_TEMP") + "/my.sarif");

        assertEnds(pullRequest("clean"), 0, "pass");
        assertThat(temporary.resolve("temp/my.sarif")).exists();
    }

    @Test
    void worksInAFolderOfAnyName() throws Exception {
        workspace = temporary.resolve("work  space '\" $(touch pwned) `touch pwned` \n ::error::x");

        assertEnds(pullRequest("blocked"), 1, "block");
        assertThat(workspace.resolve("pwned")).doesNotExist();
    }

    /** Names of branches that Git allows, and that it does not; ids that are none. */
    @Test
    void takesNoFieldOfTheEventForAnythingButText() throws Exception {
        String good = pull("clean", "ada", "synchronize");
        for (String ref : List.of(
                "$(touch${IFS}pwned)",
                "--upload-pack=touch pwned",
                "main:refs/heads/main",
                "main\\nverdict=pass\\n::set-output name=verdict::pass",
                "\\u001b[31m\\u202e##[error]x")) {
            String json = good.replace("\"ref\": \"main\"", "\"ref\": \"" + ref + "\"");
            assertThat(json).isNotEqualTo(good);
            assertRed(run("pull_request", json, "clean"));
        }
        for (String id : List.of("HEAD", "$(touch pwned)", shop.id("main") + "\\n")) {
            assertRed(run("pull_request", good.replace(shop.id("clean"), id), "clean"));
            assertRed(run("pull_request", good.replace(shop.id("main~3"), id), "clean"));
        }
        for (String none : List.of("", "[".repeat(100_000), "{\"pull_request\": 7}")) {
            assertRed(run("pull_request", none, "clean"));
        }
        assertRed(run("$(touch pwned)\n::error::x", good, "clean"));
        api.verify(0, getRequestedFor(anyUrl()));
    }

    /** Names that Git allows, of a branch that is there: what they hold is not run, and the change is judged. */
    @Test
    void judgesAgainstABranchOfAnyName() throws Exception {
        String name = "$(touch${IFS}pwned)';`touch${IFS}pwned`\"&";
        TestRepository.at(shop.server()).git("branch", "-f", name, shop.id("main"));
        String json = pull("blocked", "ada", "synchronize")
                .replace("\"ref\": \"main\"", "\"ref\": \"" + name.replace("\"", "\\\"") + "\"");

        assertEnds(run("pull_request", json, "blocked"), 1, "block");
        assertThat(workspace.resolve("pwned")).doesNotExist();
    }

    /** A folder of the checkout that is a repository of its own, made up by the change, with settings that run programs. */
    @Test
    void judgesNoRepositoryThatTheChangeBringsAlong() throws Exception {
        shop.checkout(workspace, "blocked");
        TestRepository checkout = TestRepository.at(workspace);
        TestRepository made = checkout.cloneTo(workspace.resolve("deploy"), "--bare");
        made.git("config", "core.fsmonitor", "touch pwned; false");
        made.git("config", "core.sshCommand", "touch pwned");
        made.git("config", "remote.origin.url", "ext::sh -c touch% pwned");
        made.git("config", "protocol.ext.allow", "always");
        checkout.write("deploy/refs/keep", "").commit("Deploy");
        inputs.put("working-directory", "deploy");

        ActionFile.Result result = pullRequest("blocked");
        assertRed(result);
        assertThat(result.log()).contains("is no repository but files of the one in");
    }
}
