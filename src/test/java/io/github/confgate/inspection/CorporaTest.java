package io.github.confgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.confgate.document.PathGlob;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.git.GitRepository;
import io.github.confgate.verdict.Policy;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** Real histories, each audited once from its first commit to its last: no crash, nothing left unread, every status right. */
@Tag("corpora")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorporaTest {

    private static final Path CORPORA = Path.of("../shared/corpora");
    private static final Path UNPARSED = Path.of("testdata/corpora-unparsed.txt");
    private static final Set<Diagnostic.Kind> UNREAD =
            Set.of(Diagnostic.Kind.UNPARSED, Diagnostic.Kind.UNDECODABLE, Diagnostic.Kind.LIMIT);

    @TempDir
    static Path temporary;

    private final Map<String, Audited> audits = new HashMap<>();

    /** A history and what was told of it. */
    private record Audited(Path repository, List<AuditEntry.Changed> changes, List<AuditEntry.Noted> notes) {}

    /** A file that is known to be invalid. */
    private record Known(PathGlob paths, String line) {}

    @AfterAll
    void forget() {
        audits.clear();
    }

    @ParameterizedTest
    @CsvSource({"mybinder, 5000, 700", "prison-api, 1500, 600", "2i2c, 80000, 9000"})
    void theLedgerEqualsItsSlowOracle(String corpus, int changes, int asked) {
        Audited audited = audited(corpus);
        HistoryOracle oracle = new HistoryOracle(audited.repository(), "HEAD", Policy.builtin());
        List<String> differences = new ArrayList<>();
        int ofCounterparts = 0;
        for (AuditEntry.Changed each : audited.changes()) {
            List<String> actual = HistoryOracle.words(each.facts().promotions());
            List<String> expected = oracle.promotions(each.commit().sha(), each.facts());
            ofCounterparts += HistoryOracle.isFromHistory(expected) ? 1 : 0;
            if (!actual.equals(expected)) {
                differences.add(each.commit().shortSha() + " "
                        + each.facts().change().path() + " "
                        + each.facts().change().key() + "\n is  " + actual
                        + "\n not " + expected);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(audited.changes()).as("compared").hasSizeGreaterThan(changes);
        assertThat(ofCounterparts).as("of them told by history").isGreaterThan(asked);
    }

    @ParameterizedTest
    @CsvSource({"mybinder, 900", "prison-api, 300", "2i2c, 8000"})
    void readsWhatCanBeReadAndNeverCrashes(String corpus, int files) throws Exception {
        Audited audited = audited(corpus);
        List<Known> known = known(corpus);
        Set<String> used = new HashSet<>();
        try (SourceReader reader = GitRepository.open(audited.repository())) {
            for (AuditEntry.Noted noted : audited.notes()) {
                Diagnostic diagnostic = noted.diagnostic();
                // What was wrong before a change is asked about when that version came in.
                if (UNREAD.contains(diagnostic.kind()) && !diagnostic.message().startsWith("before the change: ")) {
                    used.add(explained(diagnostic, noted.commit().sha(), known, reader));
                }
            }
        }
        assertThat(used)
                .as("lines of %s that explain a file of %s", UNPARSED, corpus)
                .containsExactlyInAnyOrderElementsOf(
                        known.stream().map(Known::line).toList());
        long read = audited.changes().stream()
                .map(each -> each.commit().sha() + each.facts().change().path())
                .distinct()
                .count();
        assertThat(read).as("versions of files with changes").isGreaterThan(files);
    }

    /** What a check does, which knows nothing of the whole history, against what an audit recorded on its way. */
    @ParameterizedTest
    @CsvSource({"mybinder, HEAD~700", "prison-api, HEAD", "2i2c, HEAD~2600"})
    void whatIsRecordedTellsTheSameAsTheWalkBack(String corpus, String tip) {
        Path repository = repository(corpus);
        List<String> recorded = told(repository, tip, false);
        assertThat(recorded).hasSizeGreaterThan(500);
        assertThat(recorded).isEqualTo(told(repository, tip, true));
    }

    private static List<String> told(Path repository, String tip, boolean walks) {
        return audit(repository, tip, walks).changes().stream()
                .map(each -> each.commit().shortSha() + " "
                        + each.facts().change().path() + " "
                        + each.facts().change().key() + " " + each.facts().promotions())
                .toList();
    }

    private Audited audited(String corpus) {
        Path repository = repository(corpus);
        return audits.computeIfAbsent(corpus, key -> audit(repository, "HEAD", false));
    }

    private static Audited audit(Path repository, String tip, boolean walks) {
        Audited audited = new Audited(repository, new ArrayList<>(), new ArrayList<>());
        try (SourceReader reader = GitRepository.open(repository)) {
            AuditRequest request = new AuditRequest(tip, null, null, null, null, null, false);
            new Auditor(reader, Rules.builtin(), walks).audit(request, entry -> {
                if (entry instanceof AuditEntry.Changed changed) {
                    audited.changes().add(changed);
                } else if (entry instanceof AuditEntry.Noted noted) {
                    audited.notes().add(noted);
                }
            });
        }
        return audited;
    }

    private Path repository(String corpus) {
        Path bundle = CORPORA.resolve(corpus + ".bundle").toAbsolutePath();
        assumeTrue(Files.exists(bundle), "skipped: no histories in " + CORPORA);
        Path repository = temporary.resolve(corpus);
        if (!Files.exists(repository)) {
            GitMainline.git(temporary, "", "clone", "-q", "--bare", bundle.toString(), repository.toString());
        }
        return repository;
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
}
