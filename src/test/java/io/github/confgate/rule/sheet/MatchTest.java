package io.github.confgate.rule.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.inspection.ExampleWorld;
import io.github.confgate.testing.StrictSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the sheets in {@code testdata/match}, one for each condition that looks around. */
class MatchTest {

    @TestFactory
    Stream<DynamicTest> conditionsThatLookAround() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("testdata/match"))) {
            List<Path> sheets = files.sorted().toList();
            assertThat(sheets).isNotEmpty();
            return sheets.stream().flatMap(MatchTest::tests);
        }
    }

    private static Stream<DynamicTest> tests(Path sheet) {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        sheet + ": schema", () -> assertThat(StrictSchema.faults("rule", Files.readString(sheet)))
                                .isEmpty())),
                Examples.run(SheetReader.read(sheet.toString(), bytes(sheet)), new ExampleWorld()).stream()
                        .map(result -> DynamicTest.dynamicTest(
                                sheet + ": " + result.example(),
                                () -> assertThat(result.actual()).isEqualTo(result.expected()))));
    }

    private static byte[] bytes(Path sheet) {
        try {
            return Files.readAllBytes(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
