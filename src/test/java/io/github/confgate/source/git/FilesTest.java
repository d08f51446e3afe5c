package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Content;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.UsageException;
import io.github.confgate.testing.TestRepository;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    private static final Revision INDEX = new Revision.Index();
    private static final Revision WORK_TREE = new Revision.WorkTree();

    @TempDir
    Path temporary;

    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = TestRepository.in(temporary.resolve("one"));
    }

    @Test
    void listsWantedFilesByPath() {
        repository.write("b.yml", "1").write("a/z.yml", "2").write("a.yml", "3").write("a/x.txt", "4");
        Revision commit = new Revision.Commit(repository.commit("Add"));

        for (Revision revision : List.of(commit, INDEX, WORK_TREE)) {
            assertThat(files(revision, path -> path.endsWith(".yml")))
                    .as(revision.label())
                    .extracting(SourceFile::path)
                    .containsExactly("a.yml", "a/z.yml", "b.yml");
            assertThat(files(revision, path -> true))
                    .allMatch(file -> file.revision().equals(revision));
        }
        assertThat(files(new Revision.Empty(), path -> true)).isEmpty();
    }

    @Test
    void findsSingleFiles() {
        repository.write("a/b.yml", "x: 1\n");
        Revision commit = new Revision.Commit(repository.commit("Add"));
        String blob = repository.git("rev-parse", "HEAD:a/b.yml");

        try (GitRepository opened = open()) {
            for (Revision revision : List.of(commit, INDEX, WORK_TREE)) {
                assertThat(opened.file(revision, "a/b.yml"))
                        .contains(new SourceFile("a/b.yml", SourceFile.Kind.FILE, blob, revision));
                assertThat(opened.file(revision, "a")).isEmpty();
                assertThat(opened.file(revision, "a/c.yml")).isEmpty();
                assertThat(opened.file(revision, "a/b.yml/c")).isEmpty();
                assertThat(opened.file(revision, "")).isEmpty();
                assertThat(opened.file(revision, "/etc/passwd")).isEmpty();
                assertThat(opened.file(revision, "a/../../outside")).isEmpty();
                assertThat(opened.file(revision, ".git/config")).isEmpty();
            }
            assertThat(opened.file(new Revision.Empty(), "a/b.yml")).isEmpty();
        }
    }

    @Test
    void tellsApartWhatIsStagedAndWhatIsOnDisk() {
        repository.write("a.yml", "x: 1\n").commit("Add");
        repository.write("a.yml", "x: 2\n").stage().write("a.yml", "x: 3\n");

        assertThat(text(new Revision.Commit(repository.head()), "a.yml")).isEqualTo("x: 1\n");
        assertThat(text(INDEX, "a.yml")).isEqualTo("x: 2\n");
        assertThat(text(WORK_TREE, "a.yml")).isEqualTo("x: 3\n");
    }

    @Test
    void readsNamesWithSpacesQuotesLineBreaksAndOtherScripts() {
        List<String> names =
                List.of(" lead.yml", "a \"b\".yml", "line\nbreak.yml", "tab\t.yml", "back\\slash.yml", "äß/設定.yml");
        names.forEach(name -> repository.write(name, name));
        Revision commit = new Revision.Commit(repository.commit("Add"));

        for (Revision revision : List.of(commit, INDEX, WORK_TREE)) {
            assertThat(files(revision, path -> true))
                    .extracting(SourceFile::path)
                    .containsExactlyInAnyOrderElementsOf(names);
            for (String name : names) {
                assertThat(text(revision, name)).isEqualTo(name);
            }
        }
    }

    @Test
    void survivesNamesThatAreNotUtf8() throws Exception {
        repository.write("a.yml", "x: 1\n").commit("Add");
        String blob = repository.git("rev-parse", "HEAD:a.yml");
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(("100644 " + blob + "\t").getBytes(UTF_8));
        entry.writeBytes(new byte[] {'b', (byte) 0xff, (byte) 0xc3, '.', 'y', 'm', 'l', '\n'});
        Path list = Files.write(temporary.resolve("list"), entry.toByteArray());
        repository.git("config", "alias.stage-raw", "!git update-index --index-info < '" + list + "'");
        repository.git("stage-raw");
        repository.git("commit", "-q", "-m", "Add a strange name");
        Revision commit = new Revision.Commit(repository.head());

        assertThat(files(commit, path -> true)).hasSize(2);
        assertThat(files(INDEX, path -> true)).hasSize(2);
        assertThat(files(WORK_TREE, path -> true)).extracting(SourceFile::path).containsExactly("a.yml");
        try (GitRepository opened = open()) {
            SourceFile strange =
                    opened.files(commit, path -> !path.equals("a.yml")).get(0);
            assertThat(opened.read(strange, 100)).isInstanceOf(Content.Bytes.class);
        }
    }

    @Test
    void tellsOfSymbolicLinksAndNeverFollowsThem() {
        TestRepository.in(temporary.resolve("outside")).write("secret.yml", "x: 1\n");
        repository.write("real/a.yml", "x: 1\n").link("link.yml", "real/a.yml").link("folder", "../outside");
        Revision commit = new Revision.Commit(repository.commit("Add"));
        repository.link("new.yml", "../outside/secret.yml").link("newfolder", "../outside");

        assertThat(files(commit, path -> true))
                .extracting(SourceFile::path, SourceFile::kind)
                .containsExactly(
                        tuple("folder", SourceFile.Kind.SYMLINK),
                        tuple("link.yml", SourceFile.Kind.SYMLINK),
                        tuple("real/a.yml", SourceFile.Kind.FILE));
        assertThat(files(WORK_TREE, path -> true))
                .extracting(SourceFile::path)
                .containsExactly("folder", "link.yml", "new.yml", "newfolder", "real/a.yml");
        try (GitRepository opened = open()) {
            assertThat(opened.file(WORK_TREE, "folder/secret.yml")).isEmpty();
            assertThat(opened.file(WORK_TREE, "newfolder/secret.yml")).isEmpty();
            assertThat(opened.read(opened.file(WORK_TREE, "new.yml").orElseThrow(), 100))
                    .isInstanceOfSatisfying(Content.Unreadable.class, unreadable -> assertThat(
                                    unreadable.diagnostic().message())
                            .isEqualTo("is a symbolic link and is not followed"));
        }
    }

    @Test
    void neverReadsATrackedFileThroughAFolderThatBecameALink() {
        TestRepository.in(temporary.resolve("outside")).write("a.yml", "secret: 1\n");
        repository.write("config/a.yml", "x: 1\n").commit("Add");
        repository.delete("config").link("config", "../outside");

        assertThat(files(WORK_TREE, path -> true))
                .extracting(SourceFile::path, SourceFile::kind)
                .containsExactly(tuple("config", SourceFile.Kind.SYMLINK));
        try (GitRepository opened = open()) {
            SourceFile forged = new SourceFile("config/a.yml", SourceFile.Kind.FILE, "", WORK_TREE);
            assertThat(opened.file(WORK_TREE, "config/a.yml")).isEmpty();
            assertThat(opened.read(forged, 100)).isInstanceOf(Content.Unreadable.class);
        }
    }

    @Test
    void tellsOfSubmodulesAndDoesNotEnterThem() {
        TestRepository inner = TestRepository.in(temporary.resolve("inner"));
        inner.write("x.yml", "x: 1\n").commit("Add x");
        repository.write("a.yml", "x: 1\n");
        repository.git("submodule", "--quiet", "add", inner.dir().toString(), "inner");
        Revision commit = new Revision.Commit(repository.commit("Add"));
        repository.write("inner/untracked.yml", "x: 1\n");

        for (Revision revision : List.of(commit, INDEX, WORK_TREE)) {
            assertThat(files(revision, path -> !path.startsWith(".")))
                    .extracting(SourceFile::path, SourceFile::kind)
                    .containsExactly(tuple("a.yml", SourceFile.Kind.FILE), tuple("inner", SourceFile.Kind.SUBMODULE));
        }
        repository.delete("inner");
        assertThat(files(WORK_TREE, path -> path.equals("inner"))).hasSize(1);
    }

    @Test
    void countsUntrackedFilesThatGitDoesNotIgnore() {
        repository.write(".gitignore", "*.log\n/build/\n!keep.log\n");
        repository.write("sub/.gitignore", "local.yml\n");
        repository.write("tracked.log", "1");
        repository.git("add", "-f", "tracked.log");
        repository.commit("Add");
        repository.write(".git/info/exclude", "excluded.yml\n");
        repository
                .write("a.log", "1")
                .write("keep.log", "1")
                .write("build/a.yml", "1")
                .write("sub/local.yml", "1")
                .write("sub/other.yml", "1")
                .write("deep/er/local.yml", "1")
                .write("deep/build/x.yml", "1")
                .write("excluded.yml", "1");

        String git = repository.git("ls-files", "--cached", "--others", "--exclude-standard");
        assertThat(files(WORK_TREE, path -> true))
                .extracting(SourceFile::path)
                .containsExactlyInAnyOrderElementsOf(git.lines().toList());
        try (GitRepository opened = open()) {
            assertThat(opened.file(WORK_TREE, "build/a.yml")).isEmpty();
            assertThat(opened.file(WORK_TREE, "sub/local.yml")).isEmpty();
            assertThat(opened.file(WORK_TREE, "sub/other.yml")).isPresent();
            assertThat(opened.file(WORK_TREE, "tracked.log")).isPresent();
        }
    }

    @Test
    void leavesOutRepositoriesWithinTheWorkTree() {
        repository.write("a.yml", "x: 1\n").commit("Add");
        TestRepository.in(repository.path("vendor/other")).write("b.yml", "x: 1\n");

        assertThat(files(WORK_TREE, path -> true)).extracting(SourceFile::path).containsExactly("a.yml");
    }

    @Test
    void doesNotStageWhatIsOnlyMeantToBeAdded() {
        repository.write("a.yml", "x: 1\n").commit("Add");
        repository.write("b.yml", "x: 1\n").git("add", "-N", "b.yml");

        assertThat(files(INDEX, path -> true)).extracting(SourceFile::path).containsExactly("a.yml");
        assertThat(files(WORK_TREE, path -> true)).extracting(SourceFile::path).containsExactly("a.yml", "b.yml");
        assertThat(text(WORK_TREE, "b.yml")).isEqualTo("x: 1\n");
    }

    @Test
    void keepsFilesThatASparseCheckoutLeftOut() {
        repository.write("in/a.yml", "x: 1\n").write("out/b.yml", "x: 2\n").commit("Add");
        repository.git("sparse-checkout", "set", "in");

        assertThat(repository.path("out/b.yml")).doesNotExist();
        assertThat(files(WORK_TREE, path -> true))
                .extracting(SourceFile::path)
                .containsExactly("in/a.yml", "out/b.yml");
        assertThat(text(WORK_TREE, "out/b.yml")).isEqualTo("x: 2\n");
    }

    @Test
    void cannotJudgeAWantedFileWithConflicts() {
        repository.write("a.yml", "x: 1\n").write("b.txt", "x").commit("Add");
        repository.branch("topic").write("a.yml", "x: 2\n").commit("Two");
        repository.checkout("topic").write("a.yml", "x: 3\n").commit("Three");
        assertThatThrownBy(() -> repository.git("merge", "-q", "main")).isInstanceOf(AssertionError.class);
        String message =
                "the file a.yml has merge conflicts in the index: resolve them, `git add` the file, and try again";

        for (Revision revision : List.of(INDEX, WORK_TREE)) {
            assertThatThrownBy(() -> files(revision, path -> true))
                    .isInstanceOf(CannotJudgeException.class)
                    .hasMessage(message);
            assertThat(files(revision, path -> path.equals("b.txt"))).hasSize(1);
        }
        try (GitRepository opened = open()) {
            Revision head = new Revision.Commit(repository.head());
            assertThatThrownBy(() -> opened.changed(head, INDEX, path -> true)).hasMessage(message);
            assertThatThrownBy(() -> opened.changed(head, WORK_TREE, path -> true))
                    .hasMessage(message);
            assertThat(opened.changed(head, INDEX, path -> path.equals("b.txt")))
                    .isEmpty();
        }
    }

    @Test
    void cannotJudgeAnIndexThatIsBroken() {
        repository.write("a.yml", "x: 1\n").commit("Add");
        repository.write(".git/index", "nonsense");

        assertThatThrownBy(() -> files(INDEX, path -> true))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageStartingWith("the index cannot be read (");
    }

    @Test
    void hasNeitherIndexNorWorkTreeInABareRepository() {
        repository.write("a.yml", "x: 1\n").commit("Add");
        repository = repository.cloneTo(temporary.resolve("bare"), "--bare");

        assertThatThrownBy(() -> files(WORK_TREE, path -> true)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> files(INDEX, path -> true)).isInstanceOf(UsageException.class);
    }

    private List<SourceFile> files(Revision revision, Predicate<String> wanted) {
        try (GitRepository opened = open()) {
            return opened.files(revision, wanted);
        }
    }

    private String text(Revision revision, String path) {
        try (GitRepository opened = open()) {
            Content content = opened.read(opened.file(revision, path).orElseThrow(), 1000);
            return new String(((Content.Bytes) content).bytes(), UTF_8);
        }
    }

    private GitRepository open() {
        return GitRepository.open(repository.dir());
    }
}
