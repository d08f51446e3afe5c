package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.RenderedMarkdown;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | `b` <b> @team [x](y) #1 **z**",
                "https://evil.example www.evil.example evil@evil.example",
                "see `x` https://evil.example` and ![a](https://evil.example/x.png)",
                "0123456789abcdef0123456789abcdef01234567 GH-1 org/repo#7 !5 ~label %milestone :smile: $x^2$",
                "<details><script>alert(1)</script>",
                "&#64;user &lt;b&gt;",
                "1. one",
                "- item",
                "# heading",
                "    code",
                "> quote",
                "```fence",
                "a\\| b \\` c ``d`` ```````````e",
                "| --- | --- |",
                "[ref]: https://evil.example",
                "--> <!-- confgate:other -->"
            })
    void letsNothingFormatLinkMentionOrEndACell(String hostile) {
        String table = Markdown.row("key", "text")
                + Markdown.row("---", "---")
                + Markdown.row(Markdown.code(hostile), Markdown.text(hostile));

        RenderedMarkdown rendered = RenderedMarkdown.of(table);

        assertThat(rendered.faults(Set.of())).isEmpty();
        assertThat(rendered.rows).hasSize(2).allMatch(cells -> cells.size() == 2);
        RenderedMarkdown alone = RenderedMarkdown.of(Markdown.text(hostile) + "\n\n" + Markdown.code(hostile));
        assertThat(alone.faults(Set.of())).isEmpty();
        assertThat(alone.headings).isEmpty();
    }

    @Property
    void saysWithCodeExactlyWhatTheTextIs(@ForAll("hostile") String text) {
        String table = Markdown.row("a", "b")
                + Markdown.row("---", "---")
                + Markdown.row(Markdown.code(text), Markdown.text(text));

        RenderedMarkdown rendered = RenderedMarkdown.of(table);

        assertThat(rendered.faults(Set.of())).isEmpty();
        assertThat(rendered.rows).hasSize(2);
        List<String> cells = rendered.rows.get(1);
        String seen = text.isEmpty() ? "empty" : text.replaceAll("`{9,}", "\\\\u0060".repeat(9));
        if (!text.contains("`".repeat(9))) {
            assertThat(cells.get(0)).isEqualTo(seen);
        }
        assertThat(cells).hasSize(2);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "`",
                        "``",
                        "|",
                        "\\",
                        "\\|",
                        "@a",
                        "#1",
                        "<b>",
                        "http://a.b",
                        "www.a.b",
                        " ",
                        "a",
                        "*",
                        "_",
                        "[x](y)",
                        "](",
                        "~~",
                        "&#64;",
                        "\"",
                        "(",
                        ")",
                        "1.",
                        "-",
                        "$",
                        "a@b.cd",
                        "deadbeef1")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .filter(text -> text.equals(text.strip()));
    }

    @Test
    void leavesKeysAndPathsReadable() {
        assertThat(Markdown.text("auth.server.url goes from `a` to `b` (since 2026-03-01, 4h) in production."))
                .isEqualTo("`auth.server.url` goes from `a` to `b` (since 2026-03-01, 4h) in production.");
        assertThat(Markdown.code("maximum-pool-size")).isEqualTo("`maximum-pool-size`");
        assertThat(Markdown.code("")).isEqualTo("*empty*");
        assertThat(Markdown.text("Stop! (see 3.) -> now ! %"))
                .isEqualTo("Stop! (see 3&#46;&#41; &#45;&#62; now `!` `%`");
    }
}
