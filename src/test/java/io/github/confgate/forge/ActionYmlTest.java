package io.github.confgate.forge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds {@code action.yml} and the workflows to the published schemas, and to what keeps a run from being taken over. */
class ActionYmlTest {
    private static final Path ACTION = Path.of("action.yml");
    private static final Pattern PINNED = Pattern.compile("\\s*(- )?uses: [\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*");

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.sorted().toList();
        }
    }

    private static Set<ValidationMessage> faults(String yaml, String schema) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/others", schema));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(text)
                .validate(yaml, InputFormat.YAML);
    }

    @Test
    void fitThePublishedSchemas() throws IOException {
        assertThat(faults(Files.readString(ACTION), "github-action.json")).isEmpty();
        assertThat(workflows()).isNotEmpty();
        for (Path workflow : workflows()) {
            assertThat(faults(Files.readString(workflow), "github-workflow.json"))
                    .as("%s", workflow)
                    .isEmpty();
        }
    }

    @Test
    void isUsedInSixLines() throws IOException {
        Matcher block = Pattern.compile("<!-- workflow -->\n```yaml\n(.*?)```\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1).lines()).hasSize(6);
        assertThat(faults(block.group(1), "github-workflow.json")).isEmpty();
    }

    @Test
    void hasTheInputsAndOutputsThatWorkflowsRelyOn() throws IOException {
        ActionFile action = new ActionFile(ACTION);

        assertThat(action.inputs())
                .containsOnlyKeys(
                        "base",
                        "head",
                        "policy",
                        "fail-on",
                        "format",
                        "version",
                        "checksum",
                        "comment",
                        "sarif-file",
                        "working-directory",
                        "token",
                        "java",
                        "fetch");
        assertThat(action.outputs())
                .containsOnlyKeys(
                        "verdict", "findings", "highest-severity", "report-json", "report-sarif", "report-markdown");
        assertThat(action.inputs().values())
                .allMatch(input -> ActionFile.map(input).containsKey("default"));
    }

    /** What stands in a script by an expression is code, whoever wrote it. */
    @Test
    void putsNoExpressionIntoAScript() throws IOException {
        assertThat(new ActionFile(ACTION).steps())
                .filteredOn(step -> step.containsKey("run"))
                .isNotEmpty()
                .allMatch(step -> step.get("shell").equals("bash"))
                .noneMatch(step -> String.valueOf(step.get("run")).contains("${{"));
        for (Path workflow : workflows()) {
            Map<String, Object> root = new Yaml().load(Files.readString(workflow));
            ActionFile.map(root.get("jobs")).values().stream()
                    .flatMap(job -> ((List<?>) ActionFile.map(job).get("steps")).stream())
                    .map(ActionFile::map)
                    .forEach(step -> assertThat(String.valueOf(step.get("run"))).doesNotContain("${{"));
        }
    }

    @Test
    void handsEveryInputToTheCommand() throws IOException {
        List<Map<String, Object>> steps = new ActionFile(ACTION).steps();
        Map<String, Object> environment =
                ActionFile.map(steps.get(steps.size() - 1).get("env"));

        for (String input : new ActionFile(ACTION).inputs().keySet()) {
            assertThat(environment.values()).contains("${{ inputs." + input + " }}");
        }
    }

    @Test
    void pinsTheActionsOfOthersByCommit() throws IOException {
        for (Path file : Stream.concat(Stream.of(ACTION), workflows().stream()).toList()) {
            assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("uses:")))
                    .as("%s", file)
                    .isNotEmpty()
                    .allMatch(line -> PINNED.matcher(line).matches());
        }
    }

    @Test
    void asksForNoMorePermissionThanItNeeds() throws IOException {
        for (Path workflow : workflows()) {
            Map<String, Object> root = new Yaml().load(Files.readString(workflow));
            assertThat(ActionFile.map(root.get("permissions")).values()).allMatch("read"::equals);
        }
    }
}
