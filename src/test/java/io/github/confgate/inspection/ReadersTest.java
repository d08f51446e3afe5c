package io.github.confgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Reader;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who reads each key of the trees of {@code testdata/readers}: of {@code tree.txt}, with files as {@code write PATH} and
 * lines behind {@code |}, every key of every document is new. {@code -Dbless=true} writes {@code expected.txt}.
 */
class ReadersTest {

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("testdata/readers"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhoReadsEachKeyAndNobodyElse(String name) throws IOException {
        Path folder = Path.of("testdata/readers", name);
        Map<String, String> tree = tree(Files.readAllLines(folder.resolve("tree.txt")));
        Map<String, String> code = new LinkedHashMap<>(tree);
        code.keySet().removeIf(path -> !path.endsWith(".java"));
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        MemorySource source = new MemorySource(
                List.of(new MemorySource.Snapshot(now, code), new MemorySource.Snapshot(now.plusSeconds(60), tree)));
        Inspection inspection = new Inspector(source, Rules.of(List.of()))
                .inspect(new InspectionRequest(new RangeRequest.Between("0", "1"), null, null, now.plusSeconds(120)));
        assertThat(inspection.changes()).isNotEmpty();
        StringBuilder out = new StringBuilder();
        inspection.diagnostics().forEach(each -> out.append(each.path() + " " + each.message() + "\n"));
        inspection.changes().forEach(each -> describe(each.facts(), out));
        Golden.check(folder.resolve("expected.txt"), out.toString());
    }

    private static void describe(Facts facts, StringBuilder out) {
        out.append(facts.change().key()).append('\n');
        if (facts.readers().isEmpty()) {
            out.append("  nobody\n");
        }
        for (Reader reader : facts.readers()) {
            String place =
                    reader.location().path() + ":" + reader.location().region().line();
            out.append("  " + place + " " + reader.owner() + " reads " + reader.key());
            out.append(reader.type().isEmpty() ? "" : " as " + reader.type());
            Reader.Fallback fallback = reader.fallback();
            out.append(fallback == null ? "" : ", else `" + fallback.shown() + "`");
            out.append(reader.required() ? ", required" : "");
            if (!reader.constraints().isEmpty()) {
                out.append(reader.constraints().stream()
                        .map(each -> "@" + each.name()
                                + (each.values().isEmpty() ? "" : new java.util.TreeMap<>(each.values())))
                        .collect(Collectors.joining(" ", ", ", "")));
            }
            Reader.Wait waits = reader.waits();
            if (!waits.client().isEmpty()) {
                out.append(", " + waits.client() + " timeout " + waits.timeout().id());
                out.append(waits.limit().isEmpty() ? "" : " " + waits.limit());
                out.append(
                        waits.made() == null
                                ? ""
                                : " made at " + waits.made().path() + ":"
                                        + waits.made().region().line());
            }
            out.append('\n');
        }
    }

    private static Map<String, String> tree(List<String> lines) {
        Map<String, String> files = new LinkedHashMap<>();
        String path = "";
        for (String line : lines) {
            if (line.startsWith("write ")) {
                path = line.substring("write ".length());
            } else if (line.startsWith("|")) {
                files.merge(path, line.substring(Math.min(2, line.length())) + "\n", String::concat);
            }
        }
        return files;
    }
}
