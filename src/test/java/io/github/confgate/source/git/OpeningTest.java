package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Content;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.UsageException;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    Path temporary;

    @Test
    void findsTheRepositoryFromAFolderDeepInside() throws IOException {
        TestRepository repository = sample("one");
        Files.createDirectories(repository.path("a/b/c"));

        assertThat(read(repository.path("a/b/c"), repository.head())).isEqualTo("x: 1\n");
    }

    @Test
    void findsTheRepositoryThroughASymbolicLink() throws IOException {
        TestRepository repository = sample("one");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), repository.path("config"));

        assertThat(read(link, repository.head())).isEqualTo("x: 1\n");
    }

    @Test
    void opensABareRepository() {
        TestRepository bare = sample("one").cloneTo(temporary.resolve("bare"), "--bare");

        assertThat(read(bare.dir(), bare.head())).isEqualTo("x: 1\n");
    }

    @Test
    void opensALinkedWorkTreeWithItsOwnHeadAndIndex() {
        TestRepository repository = sample("one");
        repository.git(
                "worktree",
                "add",
                "-q",
                "-b",
                "topic",
                temporary.resolve("linked").toString());
        TestRepository linked = TestRepository.at(temporary.resolve("linked"));
        String topic = linked.write("config/a.yml", "x: 2\n").commit("Change a");
        linked.write("config/a.yml", "x: 3\n").stage();

        try (GitRepository opened = GitRepository.open(linked.path("config"))) {
            assertThat(opened.resolve(new RangeRequest.Staged()).base()).isEqualTo(new Revision.Commit(topic));
            assertThat(text(opened, new Revision.Index())).isEqualTo("x: 3\n");
        }
    }

    @Test
    void readsObjectsFromAlternates() {
        TestRepository repository = sample("one");
        repository.git(
                "clone",
                "-q",
                "--shared",
                repository.dir().toString(),
                temporary.resolve("two").toString());

        assertThat(read(temporary.resolve("two"), repository.head())).isEqualTo("x: 1\n");
    }

    @Test
    void readsPackedRefsAndPackedObjects() {
        TestRepository repository = sample("one");
        repository.tag("v1");
        repository.git("gc", "-q");
        repository.git("pack-refs", "--all");

        assertThat(repository.path(".git/refs/heads/main")).doesNotExist();
        try (GitRepository opened = GitRepository.open(repository.dir())) {
            assertThat(opened.resolve(new RangeRequest.Between("v1", "main")).head())
                    .isEqualTo(new Revision.Commit(repository.head()));
            assertThat(text(opened, new Revision.Commit(repository.head()))).isEqualTo("x: 1\n");
        }
    }

    /** Plain files of a commit can be a repository, whose history and settings its author has made up. */
    @Test
    void refusesARepositoryThatIsFilesOfTheOneAroundIt() throws IOException {
        TestRepository repository = sample("one");
        TestRepository made = sample("other").cloneTo(repository.path("deploy/prod"), "--bare");
        made.git("pack-refs", "--all");
        repository.write("deploy/prod/refs/keep", "");
        String message = made.dir().toRealPath() + " is no repository but files of the one in "
                + repository.dir().toRealPath() + ", which a change could bring along: name that one";

        assertThat(read(made.dir(), made.head())).isEqualTo("x: 1\n");
        repository.commit("Bring a repository along");
        assertThatThrownBy(() -> GitRepository.open(made.dir()))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> GitRepository.open(made.path("refs")))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void saysThatThereIsNoRepository() {
        assertThatThrownBy(() -> GitRepository.open(temporary))
                .isInstanceOf(UsageException.class)
                .hasMessage("there is no Git repository in " + temporary
                        + " or above it: run confgate inside one, or name one with --repo DIR");
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertThatThrownBy(() -> GitRepository.open(temporary.resolve("nowhere")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "there is no folder " + temporary.resolve("nowhere") + ": name the repository with --repo DIR");
    }

    @Test
    void cannotJudgeARepositoryOfAnUnknownFormat() {
        TestRepository repository = sample("one");
        repository.git("config", "core.repositoryformatversion", "99");

        assertThatThrownBy(() -> GitRepository.open(repository.dir()))
                .isInstanceOf(CannotJudgeException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void takesTheIndexThatGitNamesToAHookButNoneFromElsewhere() throws IOException {
        TestRepository repository = sample("one");
        repository.write("config/a.yml", "x: 2\n").stage();
        Path next = Files.copy(repository.path(".git/index"), repository.path(".git/next-index.lock"));
        Path foreign = Files.copy(next, temporary.resolve("foreign"));
        repository.git("reset", "-q");

        assertThat(staged(repository, next)).isEqualTo("x: 2\n");
        assertThat(staged(repository, foreign)).isEqualTo("x: 1\n");
        assertThat(staged(repository, temporary.resolve("nowhere"))).isEqualTo("x: 1\n");
    }

    @Test
    void startsNoProcessAndLeavesTheHomeEmpty() throws Exception {
        TestRepository repository = sample("one");
        repository.write("config/b.yml", "x: 1\n");
        Path home = Files.createDirectory(temporary.resolve("home"));
        Path programs = Files.createDirectory(temporary.resolve("programs"));
        Path marker = temporary.resolve("started");
        for (String name : List.of("git", "sh", "bash", "cygpath")) {
            Path program =
                    Files.writeString(programs.resolve(name), "#!/bin/sh\necho " + name + " >> " + marker + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        assertThat(inOtherJvm(repository.dir(), home, programs, ".yml")).isEqualTo("config/a.yml\nconfig/b.yml\n");
        assertThat(marker).doesNotExist();
        assertThat(home).isEmptyDirectory();
        assertThat(inOtherJvm(repository.dir(), Path.of("/nonexistent"), Path.of("/nonexistent"), ".yml"))
                .isEqualTo("config/a.yml\nconfig/b.yml\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsOtherFilesWhereTheLocaleCannotSpellAName() throws Exception {
        TestRepository repository = sample("one");
        repository.write("config/ä/ö/b.txt", "1").stage().write("config/ä/ö/c.txt", "1");
        Path nowhere = Path.of("/nonexistent");

        assertThat(inOtherJvm(repository.dir(), nowhere, nowhere, ".yml")).isEqualTo("config/a.yml\n");
        assertThat(inOtherJvm(repository.dir(), nowhere, nowhere, ".txt"))
                .isEqualTo("the file name config/? cannot be spelled in this locale:"
                        + " set LC_ALL=C.UTF-8 and try again\n");
    }

    /** Prints the files of a work tree; started by the test above with an environment of its own. */
    static final class PrintFiles {
        public static void main(String[] args) {
            try (GitRepository opened = GitRepository.open(Path.of(args[0]))) {
                Revision head =
                        opened.resolve(new RangeRequest.WorkTreeChanges()).head();
                opened.files(head, path -> path.endsWith(args[1])).forEach(file -> System.out.println(file.path()));
            } catch (CannotJudgeException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static String inOtherJvm(Path repository, Path home, Path programs, String suffix) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                PrintFiles.class.getName(),
                repository.toString(),
                suffix);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", programs.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private TestRepository sample(String name) {
        TestRepository repository = TestRepository.in(temporary.resolve(name));
        repository.write("config/a.yml", "x: 1\n").commit("Add a");
        return repository;
    }

    private static String staged(TestRepository repository, Path index) {
        try (GitRepository opened = GitRepository.open(repository.dir(), Map.of("GIT_INDEX_FILE", index.toString()))) {
            return text(opened, new Revision.Index());
        }
    }

    private static String read(Path directory, String commit) {
        try (GitRepository opened = GitRepository.open(directory)) {
            return text(opened, new Revision.Commit(commit));
        }
    }

    private static String text(GitRepository opened, Revision revision) {
        SourceFile file = opened.file(revision, "config/a.yml").orElseThrow();
        return new String(((Content.Bytes) opened.read(file, 1000)).bytes(), UTF_8);
    }
}
