package io.github.confgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.report.AuditReport;
import io.github.confgate.report.CheckReport;
import io.github.confgate.report.Tool;
import io.github.confgate.rule.Rules;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.StrictSchema;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyReader;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the README repeats to the code that it repeats. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    private static String text() throws IOException {
        return Files.readString(README);
    }

    /** The fenced block after a comment that names it. */
    private static String block(String name) throws IOException {
        Matcher matcher = Pattern.compile("<!-- " + Pattern.quote(name) + " -->\n```\n(.*?)```\n", Pattern.DOTALL)
                .matcher(text());
        assertThat(matcher.find()).as("a block named %s", name).isTrue();
        return matcher.group(1);
    }

    @Test
    void showsTheReportAsItIs() throws IOException {
        String golden = "testdata/cases/incident/expected.txt";
        String report = Files.readString(Path.of(golden));
        String blessed = text().replace(block(golden) + "```", report + "```");

        Golden.check(README, blessed);
        assertThat(block(golden)).isEqualTo(report);
    }

    @Test
    void showsAPolicyThatIsOne() throws IOException {
        Matcher block = Pattern.compile("<!-- policy -->\n```yaml\n(.*?)```\n", Pattern.DOTALL)
                .matcher(text());
        assertThat(block.find()).isTrue();
        String yaml = block.group(1);
        Policy policy = new PolicyReader(sheets -> Rules.builtin()::isKnown)
                .read("README.md", yaml.getBytes(StandardCharsets.UTF_8));

        assertThat(policy.freeze()).hasSize(2);
        assertThat(policy.waivers().entries()).hasSize(1);
        assertThat(StrictSchema.faults("policy", yaml)).isEmpty();
    }

    @Test
    void listsTheCommandsAsTheyAre() throws IOException {
        List<String> expected = Commands.ALL.stream()
                .map(entry -> String.format(
                        "%-31s %s", ("confgate " + entry.name() + " " + entry.parameters()).strip(), entry.summary()))
                .toList();

        assertThat(block("commands").lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void listsTheFormatsAsTheyAre() throws IOException {
        Matcher rows =
                Pattern.compile("(?m)^\\| (check|audit) \\| `([a-z]+)` \\| ").matcher(text());
        List<String> expected = new ArrayList<>();
        CheckReport.FORMATS.forEach(format -> expected.add("check " + format));
        AuditReport.FORMATS.forEach(format -> expected.add("audit " + format));

        assertThat(rows.results().map(row -> row.group(1) + " " + row.group(2))).containsExactlyElementsOf(expected);
    }

    @Test
    void helpNamesEveryFormat(@TempDir Path temporary) {
        assertThat(CaseTest.run(List.of("check", "--help"), temporary).out()).contains(CheckReport.FORMATS);
        assertThat(CaseTest.run(List.of("audit", "--help"), temporary).out()).contains(AuditReport.FORMATS);
    }

    @Test
    void listsTheExitCodesAsTheyAre() throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (Field field : ExitCode.class.getDeclaredFields()) {
            if (field.getType() == int.class) {
                codes.add((Integer) field.get(null));
            }
        }
        Matcher rows = Pattern.compile("(?m)^\\| (\\d) \\| ").matcher(text());

        assertThat(rows.results().map(row -> Integer.valueOf(row.group(1)))).containsExactlyElementsOf(codes);
    }

    @Test
    void givesTheCommandThatTheBuildServerRuns() throws IOException {
        assertThat(text()).contains("```\nmvn -B verify\n```");
        assertThat(Files.readString(Path.of(".ci/run"))).endsWith("\nexec mvn -B verify\n");
    }

    @Test
    void namesOnlyFilesThatExist() throws IOException {
        Matcher links = Pattern.compile("]\\(([^)#:]+)\\)").matcher(text());

        assertThat(links.results().map(link -> Path.of(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Tool.VERSION + "</version>");
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("\n## " + Tool.VERSION);
    }
}
