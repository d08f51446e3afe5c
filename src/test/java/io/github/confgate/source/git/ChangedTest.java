package io.github.confgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.FilePair;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.testing.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedTest {

    private static final Revision INDEX = new Revision.Index();
    private static final Revision WORK_TREE = new Revision.WorkTree();
    private static final Revision EMPTY = new Revision.Empty();

    @TempDir
    Path temporary;

    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = TestRepository.in(temporary.resolve("one"));
    }

    @Test
    void tellsAddedModifiedAndDeletedFilesByPath() {
        repository.write("a.yml", "x: 1\n").write("b/c.yml", "y: 1\n").write("same/d.yml", "z: 1\n");
        Revision before = commit("Add");
        repository.write("a.yml", "x: 2\n").delete("b").write("e.yml", "long and new: true\n");

        assertEverywhere(before, "a.yml -> a.yml", "b/c.yml -> ", " -> e.yml");
    }

    @Test
    void tellsOnlyOfWantedFiles() {
        repository.write("a.yml", "x: 1\n").write("b.txt", "1");
        Revision before = commit("Add");
        repository.write("a.yml", "x: 2\n").write("b.txt", "2").write("c.txt", "3");
        Revision after = commit("Change");

        assertThat(changed(before, after, path -> path.endsWith(".yml"))).containsExactly("a.yml -> a.yml");
        assertThat(changed(before, WORK_TREE, path -> path.endsWith(".yml"))).containsExactly("a.yml -> a.yml");
    }

    @Test
    void comparesWithNothing() {
        repository.write("a.yml", "x: 1\n").write("b/c.yml", "x: 2\n").stage();

        assertThat(changed(EMPTY, INDEX, path -> true)).containsExactly(" -> a.yml", " -> b/c.yml");
        assertThat(changed(EMPTY, WORK_TREE, path -> true)).containsExactly(" -> a.yml", " -> b/c.yml");
        Revision commit = commit("Add");
        assertThat(changed(EMPTY, commit, path -> true)).containsExactly(" -> a.yml", " -> b/c.yml");
        assertThat(changed(commit, EMPTY, path -> true)).containsExactly("a.yml -> ", "b/c.yml -> ");
    }

    @Test
    void comparesTheIndexWithTheWorkTree() {
        repository.write("a.yml", "x: 1\n").write("b.yml", "x: 1\n");
        Revision before = commit("Add");
        repository.write("a.yml", "x: 2\n").stage().write("b.yml", "x: 2\n");

        assertThat(changed(before, INDEX, path -> true)).containsExactly("a.yml -> a.yml");
        assertThat(changed(INDEX, WORK_TREE, path -> true)).containsExactly("b.yml -> b.yml");
        assertThat(changed(before, WORK_TREE, path -> true)).containsExactly("a.yml -> a.yml", "b.yml -> b.yml");
    }

    @Test
    void seesNoChangeWhereTheWorkTreeWentBackToTheCommit() {
        repository.write("a.yml", "x: 1\n");
        Revision before = commit("Add");
        repository.write("a.yml", "x: 2\n").stage().write("a.yml", "x: 1\n");

        assertThat(changed(before, WORK_TREE, path -> true)).isEmpty();
    }

    @Test
    void seesNoChangeInAnotherMode() throws Exception {
        repository.write("a.yml", "x: 1\n");
        Revision before = commit("Add");
        Files.setPosixFilePermissions(repository.path("a.yml"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertEverywhere(before);
    }

    @Test
    void seesAFileThatBecameALink() {
        repository.write("a.yml", "b.yml").write("b.yml", "x: 1\n");
        Revision before = commit("Add");
        repository.delete("a.yml").link("a.yml", "b.yml");

        assertEverywhere(before, "a.yml -> a.yml");
    }

    @Test
    void seesAFileThatBecameAFolderAndBack() {
        repository.write("a", "one: 1\n").write("b.yml", "x: 1\n");
        Revision file = commit("File");
        repository.delete("a").write("a/c.yml", "something: else\n");

        assertEverywhere(file, "a -> ", " -> a/c.yml");
        Revision folder = new Revision.Commit(repository.head());
        repository.delete("a").write("a", "one: 1\n");
        assertEverywhere(folder, " -> a", "a/c.yml -> ");
    }

    @Test
    void seesASubmoduleThatMovedOn() {
        TestRepository inner = TestRepository.in(temporary.resolve("inner"));
        String first = inner.write("x.yml", "x: 1\n").commit("One");
        String second = inner.write("x.yml", "x: 2\n").commit("Two");
        repository.write("a.yml", "x: 1\n").stage();
        repository.git("update-index", "--add", "--cacheinfo", "160000," + first + ",inner");
        repository.git("commit", "-q", "-m", "One");
        Revision before = new Revision.Commit(repository.head());
        repository.git("update-index", "--cacheinfo", "160000," + second + ",inner");

        assertThat(changed(before, INDEX, path -> true)).containsExactly("inner -> inner");
    }

    @Test
    void pairsARenamedFileWithItsOldSelf() {
        repository.write("old/a.yml", lines(20));
        Revision before = commit("Add");
        repository.move("old/a.yml", "new/b.yml").write("new/b.yml", lines(20) + "more: 1\n");

        assertEverywhere(before, "old/a.yml -> new/b.yml");
    }

    @Test
    void pairsARenamedFileOfWhichOneSideIsWanted() {
        repository.write("a.yml", lines(20)).write("b.bak", "other: 1\n" + lines(30));
        Revision before = commit("Add");
        repository.move("a.yml", "a.yml.bak").move("b.bak", "b.yml").write("b.yml", "other: 2\n" + lines(30));
        Predicate<String> wanted = path -> path.endsWith(".yml");

        assertThat(changed(before, WORK_TREE, wanted)).containsExactly("a.yml -> a.yml.bak", "b.bak -> b.yml");
        repository.stage();
        assertThat(changed(before, INDEX, wanted)).containsExactly("a.yml -> a.yml.bak", "b.bak -> b.yml");
        assertThat(changed(before, commit("Move"), wanted)).containsExactly("a.yml -> a.yml.bak", "b.bak -> b.yml");
    }

    @Test
    void pairsTwinsByTheNearestPath() {
        repository.write("a/one.yml", lines(5)).write("a/two.yml", lines(5)).write("b/one.yml", lines(5));
        Revision before = commit("Add");
        repository.move("a", "c").move("b", "d");

        assertEverywhere(before, "a/one.yml -> c/one.yml", "a/two.yml -> c/two.yml", "b/one.yml -> d/one.yml");
    }

    @Test
    void doesNotPairFilesThatHaveLittleInCommon() {
        repository.write("a.yml", lines(3) + "this: is\nanother: file\naltogether: yes\n");
        Revision before = commit("Add");
        repository.delete("a.yml").write("b.yml", lines(3) + "with: its\nown: text\nand: nothing shared at all\n");

        assertEverywhere(before, "a.yml -> ", " -> b.yml");
    }

    @Test
    void neverPairsEmptyOrLinkedFiles() {
        repository.write("a.yml", "").link("b.yml", "somewhere");
        Revision before = commit("Add");
        repository.delete("a.yml").delete("b.yml").write("c.yml", "x: 1\n").link("d.yml", "somewhere");

        assertEverywhere(before, "a.yml -> ", "b.yml -> ", " -> c.yml", " -> d.yml");
    }

    @Test
    void neverRunsAFilter() throws Exception {
        repository.write(".gitattributes", "*.yml filter=evil\n").write("a.yml", "x: 1\n");
        Revision before = commit("Add");
        Path marker = temporary.resolve("ran");
        for (String kind : List.of("clean", "smudge", "process")) {
            repository.git("config", "filter.evil." + kind, "touch '" + marker + "'; cat");
        }
        repository.git("config", "core.fsmonitor", "touch '" + marker + "'");
        repository.git("config", "diff.external", "touch '" + marker + "'");
        Files.writeString(repository.path("a.yml"), "x: 2\n");
        Files.writeString(repository.path("b.yml"), "x: 2\n");

        assertThat(changed(before, WORK_TREE, path -> true)).containsExactly("a.yml -> a.yml", " -> b.yml");
        assertThat(changed(before, INDEX, path -> true)).isEmpty();
        assertThat(marker).doesNotExist();
    }

    @Test
    void seesNoChangeInLineEndsOfTheWorkTree() {
        repository.write("a.yml", "x: 1\ny: 2\n");
        Revision before = commit("Add");
        repository.write("a.yml", "x: 1\r\ny: 2\r\n");
        assertThat(changed(before, WORK_TREE, path -> true)).isEmpty();

        repository.write("a.yml", "x: 1\r\ny: 3\r\n");
        assertThat(changed(before, WORK_TREE, path -> true)).containsExactly("a.yml -> a.yml");
    }

    @Test
    void seesAChangeThatKeepsSizeAndTime() throws Exception {
        repository.write("a.yml", "x: 1\n");
        FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(repository.path("a.yml"), time);
        Revision before = commit("Add");
        repository.git("update-index", "--refresh");
        repository.write("a.yml", "x: 2\n");

        assertThat(changed(before, WORK_TREE, path -> true)).containsExactly("a.yml -> a.yml");
    }

    @Test
    void doesNotDeleteWhatASparseCheckoutLeftOut() {
        repository.write("in/a.yml", "x: 1\n").write("out/b.yml", "x: 2\n");
        Revision before = commit("Add");
        repository.git("sparse-checkout", "set", "in");

        assertThat(changed(before, WORK_TREE, path -> true)).isEmpty();
        assertThat(changed(before, INDEX, path -> true)).isEmpty();
    }

    @Test
    void doesNotDeleteWhatIsAssumedToBeUnchanged() {
        repository.write("a.yml", "x: 1\n").write("b.yml", "x: 1\n");
        Revision before = commit("Add");
        repository.git("update-index", "--assume-unchanged", "a.yml");
        repository.delete("a.yml").delete("b.yml");

        assertThat(changed(before, WORK_TREE, path -> true)).containsExactly("b.yml -> ");
    }

    @Test
    void comparesAMergeWithItsFirstParent() {
        repository.write("a.yml", "x: 1\n").commit("Add");
        repository.branch("topic").write("b.yml", "x: 1\n").commit("Add b");
        Revision main = new Revision.Commit(repository.head());
        repository.checkout("topic").write("c.yml", "other\n").commit("Add c");
        repository.checkout("main");
        Revision merge = new Revision.Commit(repository.merge("topic"));

        assertThat(changed(main, merge, path -> true)).containsExactly(" -> c.yml");
    }

    /** The same change in the work tree, in the index, and committed. */
    private void assertEverywhere(Revision before, String... pairs) {
        assertThat(changed(before, WORK_TREE, path -> true)).as("work tree").containsExactly(pairs);
        repository.stage();
        assertThat(changed(before, INDEX, path -> true)).as("index").containsExactly(pairs);
        assertThat(changed(before, commit("Change"), path -> true)).as("commit").containsExactly(pairs);
    }

    private List<String> changed(Revision from, Revision to, Predicate<String> wanted) {
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            List<FilePair> pairs = opened.changed(from, to, wanted);
            return pairs.stream()
                    .map(pair -> path(pair.before()) + " -> " + path(pair.after()))
                    .toList();
        }
    }

    private static String path(@Nullable SourceFile file) {
        return file == null ? "" : file.path();
    }

    private Revision commit(String message) {
        return new Revision.Commit(repository.commit(message));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "key-" + i + ": " + i * 7 + "\n")
                .collect(Collectors.joining());
    }
}
