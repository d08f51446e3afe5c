package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.source.Diagnostic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReaderTest {

    private static List<String> diff(String before, String after) {
        return DocumentDiffer.diff(Trees.document("a.yaml", before), Trees.document("a.yaml", after)).changes().stream()
                .map(change -> change.kind() + " " + change.key() + " "
                        + change.before().map(Leaf::text).orElse("") + " -> "
                        + change.after().map(Leaf::text).orElse(""))
                .toList();
    }

    @Test
    void saysThatItIsATemplate() {
        Parsed.Ok parsed = (Parsed.Ok) Trees.parse("a.yaml", "a: 1\nb: {{ x }}{{ y }}\n");
        assertThat(parsed.document().form()).isEqualTo(Document.Form.TEMPLATE);
        assertThat(parsed.remarks())
                .containsExactly(new Diagnostic(
                        "a.yaml",
                        2,
                        Diagnostic.Kind.TEMPLATE,
                        "is a template: only its lines of keys and values are compared, as they are written"));
    }

    @Test
    void comparesKeysAndKeepsExpressions() {
        String text = "{{ if a }}\nspec:\n  image: {{ .image }} # which\n  size: 1\n{{ end }}\n";
        assertThat(diff(text, text.replace("size: 1", "size: 2").replace("# which", "# other")))
                .containsExactly("MODIFIED spec.size 1 -> 2");
        assertThat(diff(text, text.replace(".image", ".picture")))
                .containsExactly("MODIFIED spec.image {{ .image }} -> {{ .picture }}");
    }

    @Test
    void aKeyOfTwoBranchesHasTwoValuesAndNoRemark() {
        String text = "{{ if a }}\nsize: 1\n{{ else }}\nsize: 2\n{{ end }}\n";
        assertThat(diff(text, text.replace("size: 2", "size: 3"))).containsExactly("MODIFIED size[1] 2 -> 3");
        assertThat(((Parsed.Ok) Trees.parse("a.yaml", text)).remarks()).hasSize(1);
    }

    @Test
    void conditionsAreOneChangeAndCommentsNone() {
        String text = "{{/* note: this */}}\n{{ if a }}\nsize: 1\n{{ end }}\n";
        assertThat(diff(text, text.replace("this", "that"))).isEmpty();
        assertThat(diff(text, text.replace("if a", "if b"))).containsExactly("MODIFIED  {{ if a }} -> {{ if b }}");
        assertThat(diff(text, text.replace("{{ if a }}", "{{ if a }}\n{{ if b }}")))
                .containsExactly("ADDED   -> {{ if b }}");
    }

    @Test
    void whatABrokenFileHasInQuotesMakesItNoTemplate() {
        assertThat(Trees.failure("a.yaml", "a: '{{ x }}'\nb: [1\n").kind()).isEqualTo(Diagnostic.Kind.UNPARSED);
        assertThat(Trees.failure("a.yaml", "b: ]\n{{ if x }}\n").kind()).isEqualTo(Diagnostic.Kind.UNPARSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ ", "a: {{\n", "a: {{ 'x\n", "- ", "{{ x }}\n- - - - a:\n", "\"a: ", "  - a: |\n", "{%\n%}"})
    void takesTimeLinearInTheText(String piece) {
        String text = "{{ if a }}\n" + piece.repeat(1_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Trees.parse("a.yaml", text));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        StringBuilder text = new StringBuilder("{{ if a }}\n");
        for (int i = 0; i < 200; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(Trees.failure("a.yaml", text.toString()).kind()).isEqualTo(Diagnostic.Kind.LIMIT);
    }
}
