package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void letsNothingFormatLinkMentionOrEndACell() {
        assertThat(Markdown.text("a | `b` <b> @team [x](y) #1 **z**"))
                .doesNotContainPattern("[|`<>@\\[\\]()*]|(?<!&)#")
                .startsWith("a &#124; ");
    }

    @Test
    void leavesKeysAndPathsReadableAndLinksNothing() {
        assertThat(Markdown.text("config/a.yml www.example.com https://example.com"))
                .isEqualTo("config/a.yml www&#46;example.com https&#58;&#47;&#47;example.com");
        assertThat(Markdown.code("maximum-pool-size")).isEqualTo("<code>maximum-pool-size</code>");
    }
}
