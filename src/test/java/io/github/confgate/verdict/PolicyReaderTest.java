package io.github.confgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.confgate.rule.Rules;
import io.github.confgate.source.UsageException;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.StrictSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the policies of {@code testdata/policy}: {@code good} ones, {@code bad} ones that the JSON Schema refuses as
 * well, and those with faults {@code beyond-schema}. What is wrong with one stands beside it ({@code -Dbless=true}
 * writes it).
 */
class PolicyReaderTest {

    private static final Rules RULES = Rules.builtin();

    static Stream<Path> good() throws IOException {
        return policies("good");
    }

    static Stream<Path> bad() throws IOException {
        return policies("bad");
    }

    static Stream<Path> beyondSchema() throws IOException {
        return policies("beyond-schema");
    }

    private static Stream<Path> policies(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("testdata/policy", folder))) {
            List<Path> policies = files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
            assertThat(policies).isNotEmpty();
            return policies.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void readerAndSchemaAcceptWhatIsGood(Path file) throws IOException {
        assertThat(read(file)).isNotNull();
        assertThat(StrictSchema.faults("policy", Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void readerAndSchemaRefuseWhatIsBad(Path file) throws IOException {
        refused(file);
        assertThat(StrictSchema.faults("policy", Files.readString(file))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("beyondSchema")
    void theReaderSeesWhatNoSchemaCan(Path file) throws IOException {
        refused(file);
    }

    private static void refused(Path file) throws IOException {
        UsageException refusal = catchThrowableOfType(UsageException.class, () -> read(file));
        assertThat(refusal).as("%s is refused", file).isNotNull();
        Golden.check(Path.of(file.toString().replaceFirst("\\.yml$", ".err")), refusal.getMessage() + "\n");
    }

    private static Policy read(Path file) throws IOException {
        return new PolicyReader(sheets -> RULES::isKnown).read(".confgate.yml", Files.readAllBytes(file));
    }
}
