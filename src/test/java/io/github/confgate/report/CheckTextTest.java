package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Reader;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.RuleSheet.Kind;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    private static final Style QUIET = new Style(false, Style.Detail.QUIET);
    private static final Style VERBOSE = new Style(false, Style.Detail.VERBOSE);

    private static Inspections incident() {
        return new Inspections()
                .change("config/production.yml", "auth.server.url", "https://a.example", "https://b.example")
                .finding("auth-endpoint-changed", Severity.HIGH, Kind.CHANGE, "the auth server moves")
                .blocking("promotion-skipped", Severity.CRITICAL, Kind.PROMOTION, "auth.server.url skips staging");
    }

    @Test
    void showsTheStrongestFindingOfAChangeInFullAndTheOthersInShort() {
        assertThat(CheckText.write(incident().build(), Style.PLAIN)).isEqualTo("""
                        critical[promotion-skipped]: auth.server.url skips staging
                         --> config/production.yml:3:10
                          |
                        3 |     url: https://b.example
                          |          ^^^^^^^^^^^^^^^^^
                          |
                          = key: auth.server.url in production
                          = old: https://a.example
                          = new: https://b.example
                          = why: Why it matters.
                          = do: Merge this to staging first: `config/staging.yml:3`; passes after it has soaked there for 4h
                          = see: config/staging.yml:3:5: staging
                          = also: high[auth-endpoint-changed]: the auth server moves

                        blocked: 1 critical, 1 high in 1 of 1 change; 2 files read
                        """);
    }

    @Test
    void startsWithTheChangeThatWeighsMost() {
        Inspection inspection = incident()
                .change("config/staging.yml", "a", "1", "2")
                .finding("first", Severity.LOW, Kind.VALUE, "is mild")
                .build();

        assertThat(CheckText.write(inspection, Style.PLAIN).lines())
                .first()
                .asString()
                .startsWith("critical[promotion-skipped]");
    }

    @Test
    void foldsMildFindingsToALineUnlessAskedForEverything() {
        Inspection inspection = new Inspections()
                .change("a.yml", "a", "1", "2")
                .finding("mild", Severity.LOW, Kind.VALUE, "is mild")
                .build();

        assertThat(CheckText.write(inspection, Style.PLAIN))
                .isEqualTo("low[mild]: is mild  a.yml:3:10\npassed: 1 low in 1 of 1 change; 2 files read\n");
        assertThat(CheckText.write(inspection, VERBOSE)).contains("why: Why it matters.");
    }

    @Test
    void isSilentWhenQuietAndNothingBlocks() {
        assertThat(CheckText.write(new Inspections().build(), QUIET)).isEmpty();
        assertThat(CheckText.write(incident().build(), QUIET)).isEqualTo("""
                        critical[promotion-skipped]: auth.server.url skips staging  config/production.yml:3:10
                        blocked: 1 critical, 1 high in 1 of 1 change; 2 files read
                        """);
    }

    @Test
    void printsNothingButTheSummaryOnACleanRun() {
        assertThat(CheckText.write(new Inspections().build(), Style.PLAIN))
                .isEqualTo("passed: no configuration changes; 2 files read\n");
        assertThat(CheckText.write(
                        new Inspections().change("a.yml", "a", "1", "2").build(), Style.PLAIN))
                .isEqualTo("passed: no findings in 1 change; 2 files read\n");
    }

    @Test
    void saysWhoWaivedAFindingAndCountsItApart() {
        Inspection inspection = new Inspections()
                .change("a.yml", "a", "1", "2")
                .waived("key-removed", Severity.HIGH, "is gone")
                .build();

        assertThat(CheckText.write(inspection, Style.PLAIN)).isEqualTo("""
                        waived by ada (service retired) high[key-removed]: is gone  a.yml:3:10
                        passed: 1 waived in 1 of 1 change; 2 files read
                        """);
    }

    @Test
    void tellsWhatWasNotReadAndWhoReadsTheKey() {
        Location place = new Location("src/Client.java", new Region(41, 1, 41, 2), Inspections.HEAD);
        Inspection inspection = new Inspections()
                .change("a.yml", "a", "1", "2")
                .reader(new Reader(place, Reader.Timeout.MISSING))
                .finding("some-rule", Severity.MEDIUM, Kind.VALUE, "is bad")
                .diagnostic(new Diagnostic("b.yml", 7, Diagnostic.Kind.UNPARSED, "no YAML"))
                .build();

        assertThat(CheckText.write(inspection, Style.PLAIN))
                .contains("= read: src/Client.java:41, timeout missing\n")
                .contains("\ndiagnostic[unparsed]: b.yml:7: no YAML\n")
                .endsWith("passed: 1 medium in 1 of 1 change; 1 file read, 1 not\n");
    }

    @Test
    void letsNothingThroughThatMovesTheCursorOrTurnsTextAround() {
        String hostile = Inspections.HOSTILE;
        Inspection inspection = new Inspections()
                .change(hostile, hostile, hostile, hostile)
                .finding("some-rule", Severity.HIGH, Kind.VALUE, hostile)
                .diagnostic(new Diagnostic(hostile, 0, Diagnostic.Kind.UNPARSED, hostile))
                .build();

        assertThat(CheckText.write(inspection, VERBOSE).replace("\n", "").codePoints())
                .allMatch(Visible::isVisible);
        assertThat(DiffText.write(inspection, VERBOSE).replace("\n", "").codePoints())
                .allMatch(Visible::isVisible);
        assertThat(DiffMarkdown.write(inspection).replace("\n", "").codePoints())
                .allMatch(Visible::isVisible);
        assertThat(CheckJson.write(inspection).replace("\n", "").codePoints()).allMatch(Visible::isVisible);
    }

    @Test
    void colorsOnlyWhenAsked() {
        assertThat(CheckText.write(incident().build(), Style.PLAIN)).doesNotContain("\u001b");
        assertThat(CheckText.write(incident().build(), new Style(true, Style.Detail.NORMAL)))
                .startsWith("\u001b[1;31mcritical[promotion-skipped]\u001b[0m: ");
    }
}
