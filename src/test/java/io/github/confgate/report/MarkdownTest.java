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
    void leavesHyphenatedWordsReadable() {
        assertThat(Markdown.code("maximum-pool-size")).isEqualTo("<code>maximum-pool-size</code>");
    }
}
