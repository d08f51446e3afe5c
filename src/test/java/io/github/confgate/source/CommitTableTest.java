package io.github.confgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommitTableTest {

    @Test
    void givesBackCommitsByNumbersWithGaps() {
        CommitTable commits = new CommitTable();
        for (int i = 0; i < 100; i++) {
            commits.add(3 * i, commit(i));
            commits.add(3 * i, commit(i));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(commits.get(3 * i)).isEqualTo(commit(i));
        }
    }

    private static CommitInfo commit(int i) {
        Instant time = Instant.ofEpochSecond(4_000_000_000L - i);
        return new CommitInfo(String.format("%040x", i + 1), time, "Ada " + i % 3, "Subject " + i);
    }
}
