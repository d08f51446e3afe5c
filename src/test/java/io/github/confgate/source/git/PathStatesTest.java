package io.github.confgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a row of trees holds under some paths, as {@code git rev-parse TREE:PATH} tells it. */
class PathStatesTest {

    private static final List<String> PATHS = List.of("a.yml", "deep/er/b.yml", "deep/c.yml", "never.yml");

    @TempDir
    Path temporary;

    private TestRepository repository;
    private final List<ObjectId> trees = new ArrayList<>();

    @BeforeEach
    void makeTrees() {
        repository = TestRepository.in(temporary);
        commit(repository.write("a.yml", "1\n").write("deep/er/b.yml", "1\n").write("deep/c.yml", "1\n"));
        commit(repository.write("a.yml", "2\n"));
        commit(repository.write("other.yml", "1\n"));
        commit(repository.write("deep/er/b.yml", "2\n").delete("deep/c.yml"));
        commit(repository.delete("a.yml").write("a.yml/inner.yml", "1\n"));
        repository.git("rm", "-rqf", "a.yml");
        commit(repository.write("a.yml", "2\n"));
    }

    private void commit(TestRepository changed) {
        changed.commit("Change");
        trees.add(0, ObjectId.fromString(repository.git("rev-parse", "HEAD^{tree}")));
    }

    @Test
    void holdWhatGitHoldsThereLooseAndPacked() throws IOException {
        assertAgrees();
        repository.git("gc", "-q");
        assertAgrees();
    }

    @Test
    void areTheSameInEveryOrderOfTheRow() throws IOException {
        List<ObjectId> oldestFirst = new ArrayList<>(trees);
        Collections.reverse(oldestFirst);
        List<@Nullable String> down = ids(find(trees), "deep/er/b.yml");
        List<@Nullable String> up = ids(find(oldestFirst), "deep/er/b.yml");
        Collections.reverse(up);
        assertThat(up).isEqualTo(down);
    }

    @Test
    void areKnownUpToTheFirstTreeThatIsLost() throws IOException {
        String lost = repository.git("rev-parse", trees.get(3).name() + ":deep/er");
        Files.delete(temporary.resolve(".git/objects/" + lost.substring(0, 2) + "/" + lost.substring(2)));
        PathStates.Row row = find(trees);
        assertThat(row.known()).isEqualTo(3);
        assertThat(Objects.requireNonNull(row.trouble()).getMessage()).startsWith("the tree " + lost);
        assertThat(ids(row, "deep/er/b.yml").subList(0, 3)).doesNotContainNull();
    }

    private void assertAgrees() throws IOException {
        PathStates.Row row = find(trees);
        assertThat(row.known()).isEqualTo(trees.size());
        assertThat(row.trouble()).isNull();
        for (String path : PATHS) {
            List<@Nullable String> expected = new ArrayList<>();
            for (ObjectId tree : trees) {
                String line = repository.git("ls-tree", tree.name(), "--", path);
                boolean file = line.contains(" blob ");
                expected.add(file ? line.split("[ \t]")[2] : null);
            }
            assertThat(ids(row, path)).as(path).isEqualTo(expected);
        }
    }

    private static List<@Nullable String> ids(PathStates.Row row, String path) {
        List<@Nullable String> ids = new ArrayList<>();
        Arrays.stream(Objects.requireNonNull(row.entries().get(path)))
                .forEach(entry -> ids.add(entry == null ? null : entry.id().name()));
        return ids;
    }

    private PathStates.Row find(List<ObjectId> row) throws IOException {
        try (Repository opened = new FileRepositoryBuilder()
                        .setGitDir(temporary.resolve(".git").toFile())
                        .build();
                Readers readers = new Readers(opened)) {
            return new PathStates(readers, new PackOrder(readers.packs())).find(PATHS, row);
        }
    }
}
