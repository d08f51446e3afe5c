package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.rule.RuleSheet.Kind;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.RenderedMarkdown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckMarkdownTest {

    @Test
    void tellsVerdictBlockedWarningsChangesWaiversAndWhatWasNotRead() throws IOException {
        String markdown = CheckMarkdown.write(Inspections.everything());

        Golden.check(Path.of("testdata/report/check.md"), markdown);
        RenderedMarkdown rendered = RenderedMarkdown.of(markdown);
        assertThat(rendered.faults(Set.of())).isEmpty();
        assertThat(rendered.headings).contains("Blocked", "Waivers used", "Not read");
        assertThat(rendered.rows).contains(List.of("key", "old", "new", "place"));
    }

    @Test
    void marksTheReportSoThatItsCommentIsFoundAgain() {
        assertThat(CheckMarkdown.write(Inspections.everything())).startsWith("<!-- confgate -->\n");
        assertThat(CheckMarkdown.write(Inspections.everything(), "a --> <b>")).startsWith("<!-- confgate:a-b- -->\n");
    }

    @Test
    void keepsTheMostDangerousWhereThereIsTooMuch() {
        Inspections many = new Inspections();
        for (int i = 0; i < 400; i++) {
            many.change("config/production.yml", "key" + i, "|`".repeat(400), "\\`|".repeat(400))
                    .blocking("bad", i == 399 ? Severity.CRITICAL : Severity.HIGH, Kind.VALUE, "x".repeat(2000))
                    .finding("mild", Severity.LOW, Kind.VALUE, "@user ".repeat(300))
                    .diagnostic(new Diagnostic("a.yml", i + 1, Diagnostic.Kind.UNPARSED, "x".repeat(900)));
        }

        String markdown = CheckMarkdown.write(many.build());

        assertThat(markdown.length()).isLessThan(65_536);
        RenderedMarkdown rendered = RenderedMarkdown.of(markdown);
        assertThat(rendered.faults(Set.of())).isEmpty();
        assertThat(rendered.headings.get(1)).isEqualTo("key399 in production");
        assertThat(markdown)
                .containsPattern("\\d+ more blocking changes left out here")
                .contains("tells all");
    }

    @Test
    void isShortWhereNothingWasFound() {
        String markdown = CheckMarkdown.write(
                new Inspections().change("config/production.yml", "a", "1", "2").build());

        assertThat(markdown)
                .startsWith("<!-- confgate -->\n✅ **confgate: passed** - no findings in 1 change")
                .doesNotContain("Blocked", "Waivers", "Not read");
    }
}
