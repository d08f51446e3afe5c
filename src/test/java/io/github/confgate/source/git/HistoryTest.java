package io.github.confgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path temporary;

    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = TestRepository.in(temporary.resolve("one"));
    }

    @Test
    void tellsVersionsNewestFirst() {
        repository.write("other.yml", "x: 1\n").commit("Start");
        String first =
                repository.write("config/a.yml", "x: 1\n").commit("Add a", Instant.parse("2026-03-01T10:00:00Z"));
        repository.write("other.yml", "x: 2\n").commit("Something else");
        String second =
                repository.write("config/a.yml", "x: 2\n").commit("Change a", Instant.parse("2026-02-01T10:00:00Z"));
        repository.write("other.yml", "x: 3\n").commit("Something else");

        assertThat(versions("config/a.yml"))
                .containsExactly(
                        new FileVersion(
                                1,
                                new CommitInfo(
                                        second, Instant.parse("2026-02-01T10:00:00Z"), "Ada Example", "Change a"),
                                file("config/a.yml", second)),
                        new FileVersion(
                                3,
                                new CommitInfo(first, Instant.parse("2026-03-01T10:00:00Z"), "Ada Example", "Add a"),
                                file("config/a.yml", first)));
    }

    @Test
    void hasNoVersionsOfAPathThatNeverWas() {
        repository.write("config/a.yml", "x: 1\n").commit("Add a");

        assertThat(versions("config/b.yml")).isEmpty();
        assertThat(versions("config")).isEmpty();
        assertThat(versions("config/a.yml/b")).isEmpty();
    }

    @Test
    void beginsWithTheRemovalOfAFileThatIsGone() {
        repository.write("a.yml", "x: 1\n").write("b.yml", "x: 1\n").commit("Add");
        repository.delete("a.yml").commit("Remove a");
        repository.write("b.yml", "x: 2\n").commit("Change b");

        assertThat(told("a.yml")).containsExactly("Remove a: gone", "Add: a.yml");
    }

    @Test
    void tellsOfAFileThatWentAndCameBack() {
        repository.write("a.yml", "x: 1\n").write("b.yml", "x: 1\n").commit("Add");
        repository.delete("a.yml").commit("Remove a");
        repository.write("a.yml", "x: 2\n").commit("Add a again");

        assertThat(told("a.yml")).containsExactly("Add a again: a.yml", "Remove a: gone", "Add: a.yml");
    }

    @Test
    void tellsOfAValueThatWentBack() {
        repository.write("a.yml", "x: 1\n").commit("One");
        repository.write("a.yml", "x: 2\n").commit("Two");
        repository.write("a.yml", "x: 1\n").commit("One again");

        assertThat(told("a.yml")).containsExactly("One again: a.yml", "Two: a.yml", "One: a.yml");
    }

    @Test
    void countsAMergeAsOneCommitAgainstItsFirstParent() {
        repository.write("a.yml", "x: 1\n").write("b.yml", "x: 1\n").commit("Start");
        repository.branch("topic").checkout("topic");
        repository.write("a.yml", "x: 2\n").commit("Two on topic");
        repository.write("a.yml", "x: 3\n").commit("Three on topic");
        repository.checkout("main").write("b.yml", "x: 2\n").commit("Change b");
        repository.merge("topic");

        assertThat(told("a.yml")).containsExactly("Merge topic: a.yml", "Start: a.yml");
        assertThat(told("b.yml")).containsExactly("Change b: b.yml", "Start: b.yml");
    }

    @Test
    void followsARenameToAnotherFolder() {
        repository.write("old/a.yml", lines(10)).write("other.yml", "x: 1\n").commit("Add");
        repository.write("old/a.yml", lines(11)).commit("Change");
        repository.move("old/a.yml", "new/b.yml").commit("Move");
        repository.write("new/b.yml", lines(12)).commit("Change again");

        assertThat(told("new/b.yml"))
                .containsExactly("Change again: new/b.yml", "Move: new/b.yml", "Change: old/a.yml", "Add: old/a.yml");
        assertThat(told("old/a.yml")).containsExactly("Move: gone", "Change: old/a.yml", "Add: old/a.yml");
    }

    @Test
    void followsARenameWithChanges() {
        repository.write("application-prod.yml", lines(10)).commit("Add");
        repository
                .delete("application-prod.yml")
                .write("config/production.yml", lines(10) + "more: 1\n")
                .commit("Move");

        assertThat(told("config/production.yml"))
                .containsExactly("Move: config/production.yml", "Add: application-prod.yml");
    }

    @Test
    void followsManyFilesThroughSeveralRenames() {
        for (int i = 0; i < 5; i++) {
            repository.write("a/" + i + ".yml", "name: " + i + "\n" + lines(i + 1));
        }
        repository.commit("Add");
        repository.move("a", "b").commit("Move to b");
        repository.move("b", "c/d").commit("Move to c");
        for (int i = 0; i < 5; i++) {
            assertThat(told("c/d/" + i + ".yml"))
                    .containsExactly(
                            "Move to c: c/d/" + i + ".yml", "Move to b: b/" + i + ".yml", "Add: a/" + i + ".yml");
        }
    }

    @Test
    void doesNotFollowACopy() {
        repository.write("a.yml", lines(10)).commit("Add a");
        repository.write("b.yml", lines(10)).commit("Copy to b");

        assertThat(told("b.yml")).containsExactly("Copy to b: b.yml");
    }

    @Test
    void seesNoVersionInAnotherModeButOneInALink() throws IOException {
        repository.write("a.yml", "b.yml").commit("Add");
        Files.setPosixFilePermissions(repository.path("a.yml"), PosixFilePermissions.fromString("rwxr-xr-x"));
        repository.commit("Make it executable");
        repository.delete("a.yml").link("a.yml", "b.yml").commit("Make it a link");

        assertThat(told("a.yml")).containsExactly("Make it a link: a.yml", "Add: a.yml");
        assertThat(versions("a.yml").get(0).file()).extracting("kind").isEqualTo(SourceFile.Kind.SYMLINK);
    }

    @Test
    void seesAFileThatWasAFolder() {
        repository.write("a/b.yml", "some: thing\n").commit("Folder");
        repository.delete("a").write("a", "other: text\n").commit("File");

        assertThat(told("a")).containsExactly("File: a");
        assertThat(told("a/b.yml")).containsExactly("File: gone", "Folder: a/b.yml");
    }

    @Test
    void goesBackOnlyAsFarAsItIsAsked() throws IOException {
        String lost = repository.write("a.yml", "x: 0\n").commit("Zero");
        for (int i = 1; i <= 60; i++) {
            repository.write("a.yml", "x: " + i + "\n").commit("Number " + i);
        }
        delete(lost);

        try (GitRepository opened = GitRepository.open(repository.dir())) {
            Iterator<FileVersion> versions =
                    history(opened).track(List.of("a.yml")).versions("a.yml").iterator();
            for (int i = 60; i >= 2; i--) {
                assertThat(versions.next().commit().subject()).isEqualTo("Number " + i);
            }
            assertThatThrownBy(versions::hasNext)
                    .isInstanceOf(CannotJudgeException.class)
                    .hasMessage("the commit " + lost + " is not in this clone: run `git fetch --refetch`"
                            + " or clone again without `--filter`, and try again");
        }
    }

    @Test
    void tellsWhatComesBeforeATreeThatIsLost() throws IOException {
        repository.write("config/a.yml", "x: 1\n").commit("One");
        String tree = repository.git("rev-parse", "HEAD:config");
        repository.write("config/a.yml", "x: 2\n").commit("Two");
        repository.write("config/a.yml", "x: 3\n").commit("Three");
        delete(tree);

        try (GitRepository opened = GitRepository.open(repository.dir())) {
            Iterator<FileVersion> versions = history(opened)
                    .track(List.of("config/a.yml"))
                    .versions("config/a.yml")
                    .iterator();
            assertThat(versions.next().commit().subject()).isEqualTo("Three");
            assertThatThrownBy(versions::next)
                    .isInstanceOf(CannotJudgeException.class)
                    .hasMessageStartingWith("the tree " + tree + " is not in this clone");
        }
    }

    @Test
    void cannotJudgeBeyondTheEndOfAShallowClone() {
        for (int i = 1; i <= 5; i++) {
            repository.write("a.yml", "x: " + i + "\n").commit("Number " + i);
        }
        String end = repository.git("rev-parse", "HEAD~2");
        repository = repository.cloneTo(temporary.resolve("shallow"), "--depth=3");

        try (GitRepository opened = GitRepository.open(repository.dir())) {
            Iterator<FileVersion> versions =
                    history(opened).track(List.of("a.yml")).versions("a.yml").iterator();
            assertThat(versions.next().commit().subject()).isEqualTo("Number 5");
            assertThat(versions.next().commit().subject()).isEqualTo("Number 4");
            assertThatThrownBy(versions::next)
                    .isInstanceOf(CannotJudgeException.class)
                    .hasMessage("this clone is shallow and its history ends at " + end
                            + ": run `git fetch --unshallow`, or in a workflow check out with `fetch-depth: 0`,"
                            + " and try again");
        }
    }

    @Test
    void cannotJudgeBeyondTheEndOfAShallowCloneFromALinkedWorkTree() {
        repository.write("a.yml", "x: 1\n").commit("One");
        repository.write("b.yml", "x: 1\n").commit("Two");
        TestRepository shallow = repository.cloneTo(temporary.resolve("shallow"), "--depth=1");
        shallow.git(
                "worktree", "add", "-q", "--detach", temporary.resolve("linked").toString());
        repository = TestRepository.at(temporary.resolve("linked"));

        assertThatThrownBy(() -> versions("a.yml"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageContaining("git fetch --unshallow");
    }

    @Test
    void honoursNoReplacedCommit() {
        String first = repository.write("a.yml", "x: 1\n").commit("One");
        repository.write("a.yml", "x: 2\n").commit("Two");
        String island = repository.git("commit-tree", "-m", "Nothing before", "HEAD^{tree}");
        repository.git("replace", repository.head(), island);

        assertThat(versions("a.yml"))
                .last()
                .extracting(version -> version.commit().sha())
                .isEqualTo(first);
    }

    @Test
    void agreesWithGitOnALongHistory() {
        int commits = 1500;
        Path target = temporary.resolve("long");
        repository.git(
                "-c",
                "alias.generate=!bash",
                "generate",
                Path.of("src/bench/history.sh").toAbsolutePath().toString(),
                target.toString(),
                String.valueOf(commits));
        repository = TestRepository.at(target);

        assertAgrees(commits);
        repository.git("gc", "-q");
        assertAgrees(commits);
    }

    private void assertAgrees(int commits) {
        List<String> paths = List.of("config/staging.yml", "config/production.yml", "services/service-07/staging.yml");
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            History.Tracked tracked = history(opened).track(paths);
            for (String path : paths) {
                List<String> told = new ArrayList<>();
                tracked.versions(path)
                        .forEach(version -> told.add(version.commit().sha()));
                assertThat(told)
                        .isEqualTo(repository
                                .git("log", "--first-parent", "--format=%H", "--diff-merges=first-parent", "--", path)
                                .lines()
                                .toList());
            }
        }
        assertThat(repository.git("rev-list", "--count", "--first-parent", "HEAD"))
                .isEqualTo("" + commits);
    }

    private List<FileVersion> versions(String path) {
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            List<FileVersion> versions = new ArrayList<>();
            history(opened).track(List.of(path)).versions(path).forEach(versions::add);
            return versions;
        }
    }

    private List<String> told(String path) {
        return versions(path).stream()
                .map(version -> version.commit().subject() + ": "
                        + (version.file() == null ? "gone" : version.file().path()))
                .toList();
    }

    private History history(GitRepository opened) {
        return opened.history(new Revision.Commit(repository.head()));
    }

    private SourceFile file(String path, String commit) {
        String blob = repository.git("rev-parse", commit + ":" + path);
        return new SourceFile(path, SourceFile.Kind.FILE, blob, new Revision.Commit(commit));
    }

    private void delete(String id) throws IOException {
        Files.delete(repository.path(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "key-" + i + ": " + i * 7 + "\n")
                .collect(Collectors.joining());
    }
}
