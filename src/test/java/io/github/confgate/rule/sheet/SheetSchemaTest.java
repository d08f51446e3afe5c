package io.github.confgate.rule.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.source.UsageException;
import io.github.confgate.testing.StrictSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetSchemaTest {

    private static final String GOOD = """
            id: own-rule
            summary: s
            severity: low
            why: w
            instead: i
            match: {key: "**.pool", new: {number: {above: 25}}}
            message: "{key} goes to {new}"
            """;

    static Iterable<String> builtin() {
        return BuiltinSheets.paths();
    }

    @ParameterizedTest
    @MethodSource("builtin")
    void acceptsTheBuiltInSheets(String path) throws IOException {
        assertThat(StrictSchema.faults("rule", Files.readString(Path.of("rules", path))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: own-rule -> id: Own_Rule",
                "severity: low -> severity: lowish",
                "why: w -> reason: w",
                "key: -> keys:",
                "number: -> amount:",
                "above: -> over:",
                "message: -> massage:",
                "match: {key: \"**.pool\", new: {number: {above: 25}}} -> match: {}",
                "instead: i -> instead: i\ncheck: java",
                "instead: i -> instead: i\ncontrols: [CWE-0]",
                "instead: i -> instead: i\ncontrols: [CM-3, CM-3]",
                "instead: i -> instead: i\ncontrols: ['external/cwe/cwe-319\\n']",
            })
    void refusesWhatTheReaderRefuses(String exchange) {
        String[] sides = exchange.split(" -> ", 2);
        String bad = GOOD.replace(sides[0], sides[1]);

        assertThat(StrictSchema.faults("rule", GOOD)).isEmpty();
        assertThat(SheetReader.read("own.yaml", GOOD.getBytes(UTF_8)).sheet().isOwn())
                .isTrue();
        assertThat(bad).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> SheetReader.read("own.yaml", bad.getBytes(UTF_8)))
                .isInstanceOf(UsageException.class);
        assertThat(StrictSchema.faults("rule", bad)).isNotEmpty();
    }
}
