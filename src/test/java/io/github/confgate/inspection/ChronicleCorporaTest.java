package io.github.confgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.git.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded while real histories are read tells the same as walking back through them again. */
@Tag("corpora")
class ChronicleCorporaTest {

    private static final Path CORPORA = Path.of("../shared/corpora");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({"mybinder, HEAD", "prison-api, HEAD", "2i2c, HEAD~2600"})
    void tellsTheSameAsTheWalk(String corpus, String tip) throws Exception {
        Path bundle = CORPORA.resolve(corpus + ".bundle");
        assumeTrue(Files.exists(bundle), "skipped: no histories in " + CORPORA);
        Path clone = temporary.resolve(corpus);
        Process process = new ProcessBuilder(
                        "git", "clone", "-q", "--bare", bundle.toAbsolutePath().toString(), clone.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        AuditRequest request = new AuditRequest(tip, null, null, null, null, null, false);
        List<String> recorded = told(clone, request, false);
        assertThat(recorded).hasSizeGreaterThan(500);
        assertThat(recorded).isEqualTo(told(clone, request, true));
    }

    private static List<String> told(Path clone, AuditRequest request, boolean walks) {
        List<String> told = new ArrayList<>();
        try (SourceReader reader = GitRepository.open(clone)) {
            new Auditor(reader, Rules.builtin(), walks).audit(request, entry -> {
                if (entry instanceof AuditEntry.Changed changed) {
                    List<Promotion> promotions = changed.facts().promotions();
                    told.add(changed.commit().shortSha() + " "
                            + changed.facts().change().path() + " "
                            + changed.facts().change().key() + " " + promotions);
                }
            });
        }
        return told;
    }
}
