package io.github.confgate.forge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

    @TempDir
    Path temporary;

    @Test
    void letsNoValueSetAnotherOutput() throws IOException {
        Path output = temporary.resolve("output");
        Runner runner = new Runner(Map.of("GITHUB_OUTPUT", output.toString()));
        runner.output(Map.of("verdict", "block\nEOF\nverdict=pass"));
        runner.output(Map.of("verdict", "block\nEOF\nverdict=pass"));

        Matcher written = Pattern.compile("verdict<<(\\S+)\nblock\nEOF\nverdict=pass\n\\1\n")
                .matcher(Files.readString(output));
        assertThat(written.find()).isTrue();
        String first = written.group(1);
        assertThat(written.find()).isTrue();
        assertThat(written.group(1)).isNotEqualTo(first);
        assertThat(written.end()).isEqualTo(Files.readString(output).length());
    }

    @Test
    void keepsTheSummaryBelowWhatGitHubTakes() throws IOException {
        Path summary = temporary.resolve("summary");
        new Runner(Map.of("GITHUB_STEP_SUMMARY", summary.toString())).summary("é text\n".repeat(200_000));

        String written = Files.readString(summary);
        assertThat(Files.size(summary)).isLessThanOrEqualTo(1024 * 1024).isGreaterThan(1024 * 1000);
        assertThat(written).endsWith("é text\n\n\n…cut: the report holds the rest.\n");
        assertThat(Runner.fitting("no end", 3).getBytes(UTF_8).length).isLessThan(60);
    }

    @Test
    void takesNothingOfAQuotedTextForACommand() {
        Matcher quoted = Pattern.compile("::stop-commands::(\\S+)\n::error::no\n::\\1::\n")
                .matcher(Runner.quoted("::error::no"));

        assertThat(quoted.matches()).isTrue();
        assertThat(Runner.quoted("x")).isNotEqualTo(Runner.quoted("x"));
        assertThat(Runner.message("error", "a\n::set-output name=x::%"))
                .isEqualTo("::error title=confgate::a%0A::set-output name=x::%25");
    }

    @Test
    void doesWithoutFilesOutsideOfARun() throws IOException {
        new Runner(Map.of()).output(Map.of("verdict", "pass"));
        new Runner(Map.of()).summary("text");
    }
}
