package io.github.confgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.UsageException;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeTest {

    @TempDir
    Path temporary;

    private TestRepository repository;
    private String first;
    private String second;
    private String topic;

    @BeforeEach
    void makeTwoBranches() {
        repository = TestRepository.in(temporary.resolve("one"));
        first = repository.write("a.yml", "x: 1\n").commit("Add a");
        repository.branch("topic");
        second = repository.write("b.yml", "x: 1\n").commit("Add b");
        repository.checkout("topic");
        topic = repository.write("c.yml", "x: 1\n").commit("Add c");
    }

    @Test
    void comparesTheHeadWithTheMergeBase() {
        assertThat(between("main", "topic")).isEqualTo(range(second, topic, first));
    }

    @Test
    void takesABaseThatIsAnAncestorAsTheMergeBase() {
        assertThat(between("topic~1", "topic")).isEqualTo(range(first, topic, first));
        assertThat(between("topic", "topic~1")).isEqualTo(range(topic, first, first));
        assertThat(between("topic", "topic")).isEqualTo(range(topic, topic, topic));
    }

    @Test
    void understandsTheNamesOfGit() {
        repository.tag("light").annotatedTag("heavy");
        repository.git("update-ref", "refs/remotes/origin/x", second);

        for (String name : new String[] {
            "light",
            "heavy",
            "refs/tags/heavy",
            "topic",
            "HEAD",
            "",
            topic,
            topic.substring(0, 7),
            "heavy^{commit}",
            "HEAD~0"
        }) {
            assertThat(between(name, name).head()).as(name).isEqualTo(new Revision.Commit(topic));
        }
        assertThat(between("origin/x", "HEAD^").base()).isEqualTo(new Revision.Commit(second));
    }

    @Test
    void takesTheNewestOfSeveralMergeBases() {
        repository.merge("main");
        repository.git("checkout", "-q", "-b", "other", second);
        repository.git("merge", "-q", "--no-ff", "-m", "Cross", topic);

        assertThat(between("other", "topic").mergeBase()).isEqualTo(new Revision.Commit(topic));
    }

    @Test
    void findsTheMergeBaseWhereClocksWentBack() {
        String early = repository.write("d.yml", "x: 1\n").commit("Add d", Instant.parse("2001-01-01T00:00:00Z"));
        repository.git("checkout", "-q", "-b", "side");
        String side = repository.write("e.yml", "x: 1\n").commit("Add e", Instant.parse("2030-01-01T00:00:00Z"));
        repository.checkout("topic");
        String late = repository.write("f.yml", "x: 1\n").commit("Add f", Instant.parse("2000-01-01T00:00:00Z"));

        assertThat(between("side", "topic")).isEqualTo(range(side, late, early));
    }

    @Test
    void saysThatARevisionDoesNotExist() {
        assertUsage("nowhere", "there is no revision nowhere in this repository: fetch it, or name another");
        assertUsage("HEAD~7", "there is no revision HEAD~7 in this repository: fetch it, or name another");
        assertUsage(
                "0".repeat(39) + "1",
                "there is no revision " + "0".repeat(39) + "1 in this repository: fetch it, or name another");
        assertUsage("HEAD:a.yml", "the revision HEAD:a.yml is not a commit");
        assertUsage("a..b..c", "the revision a..b..c is not written as Git writes revisions");
        assertUsage(
                "HEAD@{1}", "the revision HEAD@{1} depends on this clone's reflog: name a commit, a branch or a tag");
    }

    @Test
    void comparesTheWorkTreeWithTheMergeBaseOfTheDefaultBranch() {
        assertThat(workTree()).isEqualTo(new Range(commit(second), new Revision.WorkTree(), commit(first)));
    }

    @Test
    void comparesTheWorkTreeWithHeadOnTheDefaultBranch() {
        repository.checkout("main");
        assertThat(workTree()).isEqualTo(new Range(commit(second), new Revision.WorkTree(), commit(second)));

        repository.git("checkout", "-q", "--detach");
        assertThat(workTree()).isEqualTo(new Range(commit(second), new Revision.WorkTree(), commit(second)));
    }

    @Test
    void prefersTheDefaultBranchOfTheRemote() {
        repository.git("update-ref", "refs/remotes/origin/develop", topic);
        repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");

        assertThat(workTree().base()).isEqualTo(commit(topic));

        repository.git("checkout", "-q", "-b", "develop", second);
        assertThat(workTree()).isEqualTo(new Range(commit(second), new Revision.WorkTree(), commit(second)));
    }

    @Test
    void passesOverARemoteHeadThatPointsNowhere() {
        repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone");

        assertThat(workTree().base()).isEqualTo(commit(second));
    }

    @Test
    void takesMasterWhereThereIsNoMain() {
        repository.git("branch", "-m", "main", "master");

        assertThat(workTree().base()).isEqualTo(commit(second));
    }

    @Test
    void asksForTheRangeWhereNoDefaultBranchCanBeTold() {
        repository.git("branch", "-m", "main", "trunk");

        assertThatThrownBy(this::workTree)
                .isInstanceOf(UsageException.class)
                .hasMessage("no default branch can be told (there is no origin/HEAD, main or master):"
                        + " name the range with --base REV --head REV");
    }

    @Test
    void comparesTheIndexWithHead() {
        assertThat(resolve(new RangeRequest.Staged()))
                .isEqualTo(new Range(commit(topic), new Revision.Index(), commit(topic)));
    }

    @Test
    void comparesWithNothingOnAnUnbornBranch() {
        repository = TestRepository.in(temporary.resolve("new"));

        assertThat(workTree())
                .isEqualTo(new Range(new Revision.Empty(), new Revision.WorkTree(), new Revision.Empty()));
        assertThat(resolve(new RangeRequest.Staged()))
                .isEqualTo(new Range(new Revision.Empty(), new Revision.Index(), new Revision.Empty()));
    }

    @Test
    void asksForTheRangeInABareRepository() {
        repository = repository.cloneTo(temporary.resolve("bare"), "--bare");

        assertThat(between("main", "topic")).isEqualTo(range(second, topic, first));
        assertThatThrownBy(this::workTree)
                .isInstanceOf(UsageException.class)
                .hasMessage("a bare repository has no work tree: name the range with --base REV --head REV");
        assertThatThrownBy(() -> resolve(new RangeRequest.Staged()))
                .isInstanceOf(UsageException.class)
                .hasMessage("a bare repository has no index: name the range with --base REV --head REV");
    }

    @Test
    void cannotJudgeWithoutTheMergeBaseOfAShallowClone() {
        repository = repository.cloneTo(temporary.resolve("shallow"), "--depth=1", "--no-single-branch");

        assertThatThrownBy(() -> between("origin/main", "HEAD"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessage(
                        "this clone is shallow and does not hold the merge base of " + second + " and " + topic
                                + ": run `git fetch --unshallow`, or in a workflow check out with `fetch-depth: 0`, and try again");
        assertThatThrownBy(() -> between("HEAD~1", "HEAD"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageStartingWith("this clone is shallow and does not hold the revision HEAD~1: run `git fetch");
        assertThatThrownBy(() -> between(first, "HEAD"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageStartingWith("this clone is shallow and does not hold the revision " + first);
    }

    @Test
    void knowsThatALinkedWorkTreeOfAShallowCloneIsShallow() {
        TestRepository shallow = repository.cloneTo(temporary.resolve("shallow"), "--depth=1", "--no-single-branch");
        shallow.git(
                "worktree", "add", "-q", "--detach", temporary.resolve("linked").toString());
        repository = TestRepository.at(temporary.resolve("linked"));

        assertThatThrownBy(() -> between("origin/main", "HEAD"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageContaining("git fetch --unshallow");
    }

    @Test
    void cannotJudgeHistoriesThatHaveNothingInCommon() {
        repository.git("checkout", "-q", "--orphan", "island");
        String island = repository.commit("Start again");

        assertThatThrownBy(() -> between("main", "island"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessage("the commits " + second + " and " + island
                        + " have no common history, so there is no merge base to compare with: name another base");
    }

    @Test
    void namesACommitThatTheRepositoryHasLost() throws IOException {
        Files.delete(repository.path(".git/objects/" + first.substring(0, 2) + "/" + first.substring(2)));

        assertThatThrownBy(() -> between("main", "topic"))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageContaining(first)
                .hasMessageContaining("git fetch --refetch");
    }

    @Test
    void readsNoReplacedCommit() {
        repository.git("replace", second, first);

        assertThat(between("main", "main").head()).isEqualTo(commit(second));
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            assertThat(opened.commit(new Revision.Commit(second)).subject()).isEqualTo("Add b");
        }
    }

    private void assertUsage(String name, String message) {
        assertThatThrownBy(() -> between(name, "HEAD"))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    private Range workTree() {
        return resolve(new RangeRequest.WorkTreeChanges());
    }

    private Range between(String base, String head) {
        return resolve(new RangeRequest.Between(base, head));
    }

    private Range resolve(RangeRequest request) {
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            return opened.resolve(request);
        }
    }

    private static Range range(String base, String head, String mergeBase) {
        return new Range(commit(base), commit(head), commit(mergeBase));
    }

    private static Revision commit(String sha) {
        return new Revision.Commit(sha);
    }
}
