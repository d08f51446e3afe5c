package io.github.confgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {

    @TempDir
    Path temporary;

    private TestRepository repository;
    private Revision.Commit commit;

    @BeforeEach
    void makeRepository() {
        repository = TestRepository.in(temporary.resolve("one"));
        repository.write("config/a.yml", "x: 1\n");
        commit = new Revision.Commit(repository.commit("Add a", Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void readsBytesAsGitHoldsThem() {
        byte[] bytes = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', '\r', '\n', 0, (byte) 0xff};
        repository.write("b.bin", bytes);
        Revision head = new Revision.Commit(repository.commit("Add b"));

        assertThat(read(head, "b.bin", 8))
                .isInstanceOfSatisfying(Content.Bytes.class, content -> assertThat(content.bytes())
                        .isEqualTo(bytes));
        assertThat(read(new Revision.WorkTree(), "b.bin", 8))
                .isInstanceOfSatisfying(Content.Bytes.class, content -> assertThat(content.bytes())
                        .isEqualTo(bytes));
    }

    @Test
    void tellsOfAFileOverTheLimit() {
        repository.write("config/b.yml", "12345\n");

        assertThat(read(commit, "config/a.yml", 4))
                .isEqualTo(new Content.Unreadable(new Diagnostic(
                        "config/a.yml",
                        0,
                        Diagnostic.Kind.LIMIT,
                        "has 5 bytes and is not read, being larger than 4 bytes: split the file, or raise"
                                + " `limits.bytes` in the policy")));
        assertThat(read(commit, "config/a.yml", 5)).isInstanceOf(Content.Bytes.class);
        assertThat(read(new Revision.WorkTree(), "config/b.yml", 5))
                .isEqualTo(new Content.Unreadable(new Diagnostic(
                        "config/b.yml",
                        0,
                        Diagnostic.Kind.LIMIT,
                        "has 6 bytes and is not read, being larger than 5 bytes: split the file, or raise"
                                + " `limits.bytes` in the policy")));
    }

    @Test
    void tellsOfContentThatIsNotInThisClone() {
        repository.git("config", "uploadpack.allowFilter", "true");
        TestRepository partial =
                repository.cloneTo(temporary.resolve("partial"), "--filter=blob:none", "--no-checkout");
        String blob = repository.git("rev-parse", "HEAD:config/a.yml");

        try (GitRepository opened = GitRepository.open(partial.dir())) {
            SourceFile file = opened.file(commit, "config/a.yml").orElseThrow();
            assertThat(opened.read(file, 100))
                    .isEqualTo(
                            new Content.Unreadable(
                                    new Diagnostic(
                                            "config/a.yml",
                                            0,
                                            Diagnostic.Kind.MISSING,
                                            "the content of config/a.yml (blob " + blob
                                                    + ") is not in this clone: run `git fetch --refetch` or clone again without `--filter`")));
        }
    }

    @Test
    void cannotJudgeACorruptObject() throws IOException {
        String blob = repository.git("rev-parse", "HEAD:config/a.yml");
        corrupt(blob);

        assertThatThrownBy(() -> read(commit, "config/a.yml", 100))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessage("the content of config/a.yml (blob " + blob
                        + ") is corrupt: run `git fsck`, and clone again if it finds the same");
    }

    @Test
    void cannotJudgeWithoutATree() throws IOException {
        String tree = repository.git("rev-parse", "HEAD:config");
        Files.delete(object(tree));

        assertThatThrownBy(() -> read(commit, "config/a.yml", 100))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessage("the object " + tree + " is not in this clone: run `git fetch --refetch`"
                        + " or clone again without `--filter`, and try again");
    }

    @Test
    void cannotJudgeACorruptTreeOrCommit() throws IOException {
        corrupt(repository.git("rev-parse", "HEAD^{tree}"));
        assertThatThrownBy(() -> read(commit, "config/a.yml", 100))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageContaining("is corrupt: run `git fsck`");

        corrupt(commit.sha());
        assertThatThrownBy(() -> read(commit, "config/a.yml", 100))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessage("the commit " + commit.sha()
                        + " is corrupt: run `git fsck`, and clone again if it finds the same");
    }

    @Test
    void readsTheCommitItself() {
        repository.git(
                "commit", "-q", "--amend", "--author=Grace Hopper <grace@example.com>", "-m", "One\ntwo\n\nthree");
        Revision.Commit amended = new Revision.Commit(repository.head());

        try (GitRepository opened = GitRepository.open(repository.dir())) {
            assertThat(opened.commit(amended))
                    .isEqualTo(new CommitInfo(
                            amended.sha(), Instant.parse("2026-03-01T11:00:00Z"), "Grace Hopper", "One two"));
        }
    }

    @Test
    void servesSeveralThreads() {
        for (int i = 0; i < 40; i++) {
            repository.write("many/" + i + ".yml", "x: " + i + "\n".repeat(i + 1));
        }
        Revision.Commit head = new Revision.Commit(repository.commit("Add many"));
        repository.git("gc", "-q");

        try (GitRepository opened = GitRepository.open(repository.dir())) {
            ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
            IntStream.range(0, 400).parallel().forEach(i -> {
                SourceFile file = opened.file(head, "many/" + i % 40 + ".yml").orElseThrow();
                sizes.add(((Content.Bytes) opened.read(file, 1000)).bytes().length);
            });
            assertThat(sizes).hasSize(400).allMatch(size -> size > 4);
        }
    }

    private Content read(Revision revision, String path, long limit) {
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            return opened.read(opened.file(revision, path).orElseThrow(), limit);
        }
    }

    private void corrupt(String id) throws IOException {
        Path object = object(id);
        byte[] bytes = Files.readAllBytes(object);
        Files.delete(object);
        bytes[bytes.length / 2] ^= 0x55;
        bytes[bytes.length - 1] ^= 0x55;
        Files.write(object, bytes);
    }

    private Path object(String id) {
        return repository.path(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    }
}
