package io.github.confgate.rule.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.confgate.inspection.ExampleWorld;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltinSheetsTest {

    @TestFactory
    Stream<DynamicTest> examplesGiveWhatTheySay() {
        return Rules.documented().all().stream()
                .flatMap(rule -> Examples.run(rule, new ExampleWorld()).stream())
                .map(result -> DynamicTest.dynamicTest(
                        result.rule() + ": " + result.example(),
                        () -> assertThat(result.actual()).isEqualTo(result.expected())));
    }

    @TestFactory
    Stream<DynamicTest> sheetsAreComplete() {
        return Rules.documented().sheets().stream()
                .map(sheet -> DynamicTest.dynamicTest(sheet.id().value(), () -> {
                    assertThat(sheet.reference()).startsWith("https://");
                    assertThat(sheet.examples()).as("a near miss").anyMatch(example -> example.finds()
                            .isEmpty());
                    assertThat(sheet.examples()).as("one that fires").anyMatch(example -> !example.finds()
                            .isEmpty());
                }));
    }

    @Test
    void theIndexNamesEverySheetAndNoOther() throws IOException {
        Path folder = Path.of("rules");
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> sheets = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(BuiltinSheets.paths()).isEqualTo(sheets);
        }
    }

    @Test
    void aSheetIsNamedAfterItsRule() {
        List<Rule> rules = BuiltinSheets.complete();
        assertThat(BuiltinSheets.paths())
                .isEqualTo(rules.stream()
                        .map(Rule::sheet)
                        .map(sheet -> sheet.area() + "/" + sheet.id() + ".yaml")
                        .toList());
    }

    /** A team's own sheets are compiled as they are read; those that come with confgate when they are first asked. */
    @Test
    void everyPatternCompiles() throws IOException {
        for (String path : BuiltinSheets.paths()) {
            byte[] sheet = Files.readAllBytes(Path.of("rules").resolve(path));
            if (!new String(sheet, UTF_8).contains("\ncheck: java\n")) {
                assertThatCode(() -> SheetReader.read(path, sheet)).as(path).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void leavingOutTheExamplesLeavesOutNothingElse() {
        List<RuleSheet> complete = Rules.documented().sheets();
        List<RuleSheet> quick = Rules.builtin().sheets();
        assertThat(quick)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("examples")
                .isEqualTo(complete);
        assertThat(quick).allMatch(sheet -> sheet.examples().isEmpty());
    }
}
