package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.inspection.Inspection.Excerpt;
import org.junit.jupiter.api.Test;

class SourceLineTest {

    @Test
    void pointsAtTheValueBehindTabsAndWideCharacters() {
        assertThat(SourceLine.of(new Excerpt("\tname: 北京: x", 12, 13)))
                .isEqualTo(new SourceLine("    name: 北京: x", 16, 1));
    }

    @Test
    void marksAtLeastOneColumn() {
        assertThat(SourceLine.of(new Excerpt("key:", 5, 5))).isEqualTo(new SourceLine("key:", 4, 1));
    }

    @Test
    void survivesColumnsOutsideTheLine() {
        assertThat(SourceLine.of(new Excerpt("", 7, 9))).isEqualTo(new SourceLine("", 0, 1));
    }

    @Test
    void cutsAWindowAroundTheValueOfALongLine() {
        String line = "x".repeat(500) + "VALUE" + "y".repeat(500);

        SourceLine cut = SourceLine.of(new Excerpt(line, 501, 506));

        assertThat(cut.text()).isEqualTo("…" + "x".repeat(60) + "VALUE" + "y".repeat(30) + "…");
        assertThat(cut.text().substring(cut.offset(), cut.offset() + cut.length()))
                .isEqualTo("VALUE");
    }
}
