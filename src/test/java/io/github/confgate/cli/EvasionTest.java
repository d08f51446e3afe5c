package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways past the gate that no {@code history.txt} of {@code testdata/evasion} can tell: they need object ids or bytes. */
class EvasionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final String PRODUCTION = "config/application-production.yml";

    @TempDir
    private Path temporary;

    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = TestRepository.in(temporary.resolve("repository"));
        repository.write(
                ".confgate.yml", "version: 1\nenvironments: [{name: staging}, {name: production, after: [staging]}]\n");
        repository.write("config/application-staging.yml", "auth.server.url: https://auth.staging.example.com\n");
        repository.write(PRODUCTION, "auth.server.url: https://auth.example.com\n");
        repository.commit("Start with staging and production");
    }

    @Test
    void aGraftCutsNoCommitOffFromItsParents() throws IOException {
        changeProduction();
        Files.createDirectories(repository.path(".git/info"));
        Files.writeString(repository.path(".git/info/grafts"), repository.head() + "\n");

        assertThat(check("HEAD~1..HEAD")).isEqualTo(ExitCode.BLOCK);
    }

    @Test
    void aBranchThatIsNamedLikeAnIdIsNotTakenForTheCommit() {
        String base = repository.head();
        changeProduction();
        repository.git("update-ref", "refs/heads/" + base, "HEAD");

        assertThat(check(base + "..HEAD")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aTreeWithTwoFilesOfOneNameIsNotJudged() throws IOException {
        String base = repository.head();
        String good = repository.git("rev-parse", "HEAD:" + PRODUCTION);
        String staging = repository.git("rev-parse", "HEAD:config/application-staging.yml");
        changeProduction();
        String evil = repository.git("rev-parse", "HEAD:" + PRODUCTION);
        String folder = tree(entry("100644 application-production.yml", evil)
                + entry("100644 application-production.yml", good)
                + entry("100644 application-staging.yml", staging));
        String root = tree(entry("100644 .confgate.yml", repository.git("rev-parse", "HEAD:.confgate.yml"))
                + entry("40000 config", folder));
        String head = repository.git("commit-tree", "-p", base, "-m", "Twins", root);

        assertThat(check(base + ".." + head)).isEqualTo(ExitCode.UNDETERMINED);
    }

    private void changeProduction() {
        repository
                .write(PRODUCTION, "auth.server.url: https://auth.evil.example.net\n")
                .commit("Move");
    }

    private static String entry(String modeAndName, String id) {
        byte[] raw = new byte[20];
        ObjectId.fromString(id).copyRawTo(raw, 0);
        return modeAndName + "\0" + new String(raw, ISO_8859_1);
    }

    private String tree(String entries) throws IOException {
        Path file = temporary.resolve("tree");
        Files.write(file, entries.getBytes(ISO_8859_1));
        return repository.git("hash-object", "-t", "tree", "-w", "--literally", file.toString());
    }

    private int check(String range) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        return Main.run(
                List.of("check", range),
                new Surroundings(
                        nowhere,
                        nowhere,
                        Map.of(),
                        CLOCK,
                        repository.dir(),
                        false,
                        "confgate",
                        new RepositoryEngine()));
    }
}
