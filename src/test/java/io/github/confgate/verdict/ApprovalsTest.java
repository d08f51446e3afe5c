package io.github.confgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.source.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalsTest {

    private static final String HEAD = "a".repeat(40);

    private static Approvals read(String name, String text) {
        return ApprovalsReader.read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "grace, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, true",
        "grace, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, false",
        "grace, aaaaaaa, false",
        "Ada Example, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "ada@example.com, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "ADA, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
    })
    void countOnTheHeadCommitByNobodyWhoWroteOfIt(String by, String commit, boolean counts) {
        Approvals all = read(
                "a.yml", "- {accepts: gate-weakened, by: " + by + ", at: 2026-03-01T00:00Z, commit: " + commit + "}");
        Approvals counting = all.on(HEAD, List.of("Ada Example", "ada@example.com"));
        assertThat(counting.of("gate-weakened", "0123").isPresent()).isEqualTo(counts);
    }

    @Test
    void acceptOneFindingOrAllOfARule() {
        Approvals all = read("a.json", """
                [{"accepts": "0123456789abcdef", "by": "grace", "at": "2026-03-01T00:00Z", "commit": "%s"}]
                """.formatted(HEAD));
        assertThat(all.of("gate-weakened", "0123456789abcdef")).isPresent();
        assertThat(all.of("gate-weakened", "fedcba9876543210")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accepts: x | a.yml:1:1: a list of maps is wanted here",
                "- {accepts: x, by: y, on: z} | a.yml:1:23: unknown key `on`",
                "- {accepts: x, by: y, commit: z} | a.yml:1:3: `at` is missing",
                "- {accepts: x, by: y, commit: z, at: now} | a.yml:1:38: `at`: a time is like 2026-03-01T12:00Z",
                "- x | a.yml:1:3: a map of keys is wanted here",
            })
    void areRefusedWithTheirPlace(String text, String message) {
        assertThatThrownBy(() -> read("a.yml", text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }
}
