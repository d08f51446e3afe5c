package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

    @ParameterizedTest
    @CsvSource({"PT4H, 4h", "PT90M, 1h 30m", "PT50H, 2d 2h", "PT24H, 1d", "PT30S, 30s", "PT0S, 0s"})
    void writesSpansInTheirLargestUnits(Duration span, String text) {
        assertThat(Time.span(span)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, 2026-03-02 09:00 UTC",
        "2026-03-02T09:05:59Z, 2026-03-02 09:05 UTC",
        "2026-03-02T00:00:00Z, 2026-03-02 00:00 UTC",
    })
    void writesPointsOfTimeToTheMinute(Instant point, String text) {
        assertThat(Time.point(point)).isEqualTo(text);
    }
}
