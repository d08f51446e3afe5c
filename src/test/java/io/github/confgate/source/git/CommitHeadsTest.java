package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitHeadsTest {

    @TempDir
    Path temporary;

    private TestRepository repository;
    private final List<String> commits = new ArrayList<>();

    @BeforeEach
    void makeCommits() {
        repository = TestRepository.in(temporary);
        for (int i = 0; i < 20; i++) {
            // Of one long message after the other Git makes deltas.
            commits.add(repository
                    .write("a.yml", "x: " + i + "\n")
                    .commit("Number " + i + "\n\n" + "The same words as ever, and many of them.\n".repeat(40)));
        }
    }

    @Test
    void areTheFirstLinesOfLooseAndOfPackedCommits() throws IOException {
        assertHeads(false);
        repository.git("gc", "-q", "--aggressive", "--prune=now");
        assertHeads(true);
    }

    @Test
    void areReadFromCommitsThatWerePackedLaterOn() throws IOException {
        repository.git("gc", "-q");
        try (Repository opened = open();
                Readers readers = new Readers(opened);
                CommitHeads heads = new CommitHeads(readers.packs())) {
            commits.add(repository.write("a.yml", "x: 100\n").commit("Later"));
            repository.git("repack", "-q");
            assertThat(head(readers, heads, commits.get(20))).startsWith("tree ");
            assertThat(head(readers, heads, commits.get(3))).startsWith("tree ");
        }
    }

    @Test
    void areLeftToJGitWhereThePackCannotBeRead() throws IOException {
        repository.git("gc", "-q");
        try (Repository opened = open();
                Readers readers = new Readers(opened)) {
            // JGit has opened its pack; nobody else can any more.
            byte[] whole = readers.raw(reader -> Commits.bytes(reader, ObjectId.fromString(commits.get(0))));
            assertThat(whole.length).isGreaterThan(CommitHeads.LENGTH);
            PackFiles packs = new PackFiles(opened);
            try (var files = Files.list(temporary.resolve(".git/objects/pack"))) {
                for (Path pack :
                        files.filter(file -> file.toString().endsWith(".pack")).toList()) {
                    Files.move(pack, pack.resolveSibling("away"));
                }
            }
            try (CommitHeads heads = new CommitHeads(packs)) {
                assertThat(head(readers, heads, commits.get(1))).startsWith("tree ");
            }
        }
    }

    /** @param packed whether no more than the first lines is unpacked of most */
    private void assertHeads(boolean packed) throws IOException {
        try (Repository opened = open();
                Readers readers = new Readers(opened);
                CommitHeads heads = new CommitHeads(readers.packs())) {
            int cut = 0;
            for (String commit : commits) {
                String head = head(readers, heads, commit);
                String whole = repository.git("cat-file", "commit", commit) + "\n";
                assertThat(whole.substring(0, CommitHeads.LENGTH)).isEqualTo(head.substring(0, CommitHeads.LENGTH));
                cut += head.length() == CommitHeads.LENGTH ? 1 : 0;
            }
            assertThat(cut > 0).isEqualTo(packed);
        }
    }

    private static String head(Readers readers, CommitHeads heads, String commit) throws IOException {
        return new String(readers.raw(reader -> heads.of(reader, ObjectId.fromString(commit))), UTF_8);
    }

    private Repository open() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(temporary.resolve(".git").toFile())
                .build();
    }
}
