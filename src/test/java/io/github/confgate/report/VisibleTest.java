package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Property
    void neverShowsWhatIsInvisible(@ForAll String text) {
        assertThat(Visible.escape(text).codePoints()).allMatch(Visible::isVisible);
    }

    @Property
    void keepsToTheLimit(@ForAll String text, @ForAll @IntRange(min = 4, max = 50) int limit) {
        String shown = Visible.shorten(text, limit);

        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(limit);
    }

    @Test
    void spellsOutControlsBidirectionalOverridesAndZeroWidth() {
        assertThat(Visible.escape("a\n\t\r\u001b[31m\u202e\u2066\u200b\ufeff\ud800"))
                .isEqualTo("a\\n\\t\\r\\u001b[31m\\u202e\\u2066\\u200b\\ufeff\\ud800");
        assertThat(Visible.escape("grün 北京 🚀")).isEqualTo("grün 北京 🚀");
    }

    @Test
    void shortensInTheMiddle() {
        assertThat(Visible.shorten("https://a.very.long.example.com/path", 16)).isEqualTo("https://a.…/path");
    }

    @Test
    void breaksUpWhatBuildServersTakeForACommand() {
        assertThat(Visible.escape("a ##[error]b ##VSO[c ##teamcity[d ## e #[f"))
                .isEqualTo("a \\u0023#[error]b \\u0023#VSO[c \\u0023#teamcity[d ## e #[f");
        assertThat(Visible.atLineStart(" ::error::a")).isEqualTo(" \\u003a:error::a");
        assertThat(Visible.atLineStart("a::b")).isEqualTo("a::b");
    }
}
