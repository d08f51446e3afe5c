package io.github.confgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile file ends in a document or in one diagnostic, and a gate that cannot read one says so and ends 3. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileFilesTest {

    private static final Path EXPECTED = Path.of("testdata/hostile/expected.txt");
    private static final String LINK = "config/production/link/a.yaml";
    private static final Pattern UNDETERMINED = Pattern.compile("(?m)^undetermined: (config/[^:]+): ");

    @Test
    void each_file_is_a_document_or_told_in_one_diagnostic() throws IOException {
        StringBuilder out = new StringBuilder();
        HostileFiles.all(1 << 20).forEach((path, bytes) -> out.append(line(path, parse(path, bytes))));
        Golden.check(EXPECTED, out.toString());
    }

    private static Parsed parse(String path, byte[] bytes) {
        Format format = ConfigurationFiles.standard().choose(path).format();
        return format == null
                ? Documents.parse(path, bytes, Limits.standard())
                : Documents.parse(path, bytes, format, Limits.standard());
    }

    private static String line(String path, Parsed parsed) {
        if (parsed instanceof Parsed.Failed failed) {
            return path + ": " + diagnostic(failed.diagnostic()) + "\n";
        }
        Parsed.Ok ok = (Parsed.Ok) parsed;
        long leaves = ok.document().parts().stream()
                .mapToLong(part -> Leaves.of(part).size())
                .sum();
        StringBuilder line = new StringBuilder(path + ": document of " + leaves + "\n");
        ok.remarks().stream()
                .limit(3)
                .forEach(remark -> line.append("  ").append(diagnostic(remark)).append('\n'));
        return line.toString();
    }

    private static String diagnostic(Diagnostic diagnostic) {
        String message = diagnostic.message();
        return diagnostic.kind().id() + " on line " + diagnostic.line() + ": "
                + (message.length() > 300 ? message.substring(0, 300) + "..." : message);
    }

    @Test
    void what_production_cannot_be_read_for_is_undetermined(@TempDir Path folder) {
        TestRepository repository = TestRepository.in(folder);
        repository.write("config/staging/a.yaml", "a: 1\n").write("config/production/a.yaml", "a: 1\n");
        String base = repository.commit("before");
        Map<String, byte[]> files = HostileFiles.all(1 << 16);
        files.forEach(repository::write);
        repository.link(LINK, "../../../../../../../etc/passwd");
        repository.commit("after");
        repository.delete(LINK);

        CaseTest.Output check = run(repository, "check", base + "..HEAD", "--fail-on", "critical");
        assertThat(check.err()).isEmpty();
        assertThat(check.exit()).isEqualTo(ExitCode.UNDETERMINED);
        Set<String> unread = new TreeSet<>(Set.of(LINK));
        files.forEach((path, bytes) -> {
            if (!isRead(parse(path, bytes))) {
                unread.add(path);
            }
        });
        Set<String> told = new TreeSet<>();
        for (Matcher match = UNDETERMINED.matcher(check.out()); match.find(); ) {
            told.add(match.group(1));
        }
        assertThat(told).isEqualTo(unread);

        CaseTest.Output diff = run(repository, "diff", base + "..HEAD", "-f", "json");
        assertThat(diff.err()).isEmpty();
        assertThat(diff.exit()).isZero();
        assertThat(diff.out()).doesNotContain("root:x:0").isNotEmpty();
    }

    /** What comes from elsewhere is as unknown as what cannot be read. */
    private static boolean isRead(Parsed parsed) {
        return parsed instanceof Parsed.Ok ok
                && ok.remarks().stream().noneMatch(remark -> remark.kind() == Diagnostic.Kind.UNRESOLVED);
    }

    private static CaseTest.Output run(TestRepository repository, String... arguments) {
        return CaseTest.run(List.of(arguments), repository.dir());
    }
}
