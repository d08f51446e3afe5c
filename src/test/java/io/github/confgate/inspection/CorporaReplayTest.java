package io.github.confgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.confgate.document.PathGlob;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.git.GitRepository;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** Judges commits of real histories: no crash, and nothing left unread that can be read. */
@Tag("corpora")
class CorporaReplayTest {

    private static final Path CORPORA = Path.of("../shared/corpora");
    private static final Path UNPARSED = Path.of("testdata/corpora-unparsed.txt");
    private static final int COMMITS = 200;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Set<Diagnostic.Kind> UNREAD =
            Set.of(Diagnostic.Kind.UNPARSED, Diagnostic.Kind.UNDECODABLE, Diagnostic.Kind.LIMIT);

    @TempDir
    Path temporary;

    /** A file that is known to be invalid. */
    private record Known(PathGlob paths, String line) {}

    @ParameterizedTest
    @ValueSource(strings = {"mybinder", "prison-api", "2i2c"})
    void readsWhatCanBeReadAndNeverCrashes(String corpus) throws Exception {
        Path bundle = CORPORA.resolve(corpus + ".bundle");
        assumeTrue(Files.exists(bundle), "skipped: no histories in " + CORPORA);
        Path clone = temporary.resolve(corpus);
        git(temporary, "clone", "-q", "--bare", bundle.toAbsolutePath().toString(), clone.toString());
        List<String> mainline = git(clone, "rev-list", "--first-parent", "HEAD");
        List<Known> known = known(corpus);
        Set<String> used = new HashSet<>();
        int parsed = 0;

        try (SourceReader reader = GitRepository.open(clone)) {
            Inspector inspector = new Inspector(reader, Rules.builtin());
            for (int i = 0; i < COMMITS; i++) {
                int at = (int) ((long) i * (mainline.size() - 1) / COMMITS);
                String head = mainline.get(at);
                RangeRequest range = new RangeRequest.Between(mainline.get(at + 1), head);
                Inspection inspection = inspector.inspect(new InspectionRequest(range, null, null, NOW));
                parsed += inspection.coverage().parsed();
                for (Diagnostic diagnostic : inspection.diagnostics()) {
                    // What was wrong before a change is asked about when that version came in.
                    if (UNREAD.contains(diagnostic.kind())
                            && !diagnostic.message().startsWith("before the change: ")) {
                        used.add(explained(diagnostic, head, known, reader));
                    }
                }
            }
        }
        assertThat(parsed).as("files read").isGreaterThan(COMMITS / 2);
        assertThat(used)
                .as("lines of %s that explain a file of %s", UNPARSED, corpus)
                .containsExactlyInAnyOrderElementsOf(
                        known.stream().map(Known::line).toList());
    }

    private static String explained(Diagnostic diagnostic, String commit, List<Known> known, SourceReader reader) {
        String place = commit + ":" + diagnostic.path();
        List<Known> explaining = known.stream()
                .filter(each -> each.paths().matches(diagnostic.path()))
                .toList();
        assertThat(explaining)
                .as("lines of %s for %s, which could not be read: %s", UNPARSED, place, diagnostic.message())
                .hasSize(1);
        if (diagnostic.kind() == Diagnostic.Kind.UNPARSED && diagnostic.path().matches(".*\\.ya?ml")) {
            assertThatThrownBy(() -> compose(text(diagnostic.path(), commit, reader)))
                    .as("what the YAML library says of " + place)
                    .isInstanceOf(YAMLException.class);
        }
        return explaining.get(0).line();
    }

    private static void compose(String text) {
        new Yaml().composeAll(new StringReader(text)).forEach(node -> {});
    }

    private static String text(String path, String commit, SourceReader reader) {
        return reader.file(new Revision.Commit(commit), path)
                .map(file -> reader.read(file, Integer.MAX_VALUE))
                .map(content -> new String(((Content.Bytes) content).bytes(), UTF_8))
                .orElseThrow();
    }

    private static List<Known> known(String corpus) throws IOException {
        List<Known> known = new ArrayList<>();
        for (String line : Files.readAllLines(UNPARSED)) {
            String[] columns = line.split("\\s+", 3);
            if (!line.startsWith("#") && columns[0].equals(corpus)) {
                assertThat(columns).as("corpus, path, reason in: " + line).hasSize(3);
                known.add(new Known(PathGlob.of(columns[1]), line));
            }
        }
        return known;
    }

    private static List<String> git(Path directory, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        assertThat(process.waitFor()).as("%s", command).isZero();
        return lines;
    }
}
