package io.github.confgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRepositoryTest {

    @Test
    void makesTheSameObjectIdsEverywhere(@TempDir Path first, @TempDir Path second) {
        String one = TestRepository.in(first).write("a/b.yml", "x: 1\n").commit("Add b");
        String two = TestRepository.in(second).write("a/b.yml", "x: 1\n").commit("Add b");

        assertThat(one).isEqualTo(two).hasSize(40);
    }

    @Test
    void mergesWithACommitOfItsOwn(@TempDir Path temporary) {
        TestRepository repository = TestRepository.in(temporary);
        repository.write("a.yml", "x: 1\n").commit("Add a");
        repository.branch("topic").checkout("topic");
        repository.write("b.yml", "x: 1\n").commit("Add b");
        repository.checkout("main").merge("topic");

        assertThat(repository.git("rev-list", "--count", "HEAD")).isEqualTo("3");
        assertThat(repository.git("ls-files")).isEqualTo("a.yml\nb.yml");
    }
}
