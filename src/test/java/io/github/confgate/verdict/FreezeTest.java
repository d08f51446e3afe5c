package io.github.confgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Environment;
import io.github.confgate.rule.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeTest {

    private static Freeze freeze(String window) {
        return new PolicyReader(sheets -> Rules.builtin()::isKnown)
                .read("p", ("freeze: [{" + window + "}]").getBytes(StandardCharsets.UTF_8))
                .freeze()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-19T23:59:59Z, false",
        "2026-12-20T00:00:00Z, true",
        "2027-01-01T23:59:59Z, true",
        "2027-01-02T00:00:00Z, false",
    })
    void itsFirstMomentBelongsToItAndItsLastDoesNot(String time, boolean frozen) {
        Freeze window = freeze("from: 2026-12-20T00:00Z, to: 2027-01-02T00:00Z");
        assertThat(window.isAt(Instant.parse(time))).isEqualTo(frozen);
    }

    @ParameterizedTest
    @CsvSource({
        // Friday, 16:00 in Berlin is 15:00 in winter and 14:00 in summer
        "2026-01-09T14:59:59Z, false",
        "2026-01-09T15:00:00Z, true",
        "2026-01-11T12:00:00Z, true",
        "2026-01-12T06:59:59Z, true",
        "2026-01-12T07:00:00Z, false",
        "2026-07-10T13:59:59Z, false",
        "2026-07-10T14:00:00Z, true",
        "2026-07-13T06:00:00Z, false",
        // the night of 28 to 29 March is an hour shorter
        "2026-03-30T05:59:59Z, true",
        "2026-03-30T06:00:00Z, false",
    })
    void weeklyTimesGoByTheClockOnTheWall(String time, boolean frozen) {
        Freeze window = freeze("weekly: Fri 16:00 - Mon 08:00, zone: Europe/Berlin");
        assertThat(window.isAt(Instant.parse(time))).isEqualTo(frozen);
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-10-25, 03:00 becomes 02:00 again: 02:30 is at 00:30Z and at 01:30Z
        "Sun 02:30 - Sun 05:00, 2026-10-25T00:29:59Z, false",
        "Sun 02:30 - Sun 05:00, 2026-10-25T00:30:00Z, true",
        "Sun 02:30 - Sun 05:00, 2026-10-25T01:00:00Z, true",
        "Sat 20:00 - Sun 02:30, 2026-10-25T01:29:59Z, true",
        "Sat 20:00 - Sun 02:30, 2026-10-25T01:30:00Z, false",
        // 2026-03-29, 02:00 becomes 03:00: there is no 02:30
        "Sun 02:30 - Sun 05:00, 2026-03-29T00:59:59Z, false",
        "Sun 02:30 - Sun 05:00, 2026-03-29T01:30:00Z, true",
    })
    void daylightSavingNeverCutsAStretchInTwo(String weekly, String time, boolean frozen) {
        Freeze window = freeze("weekly: " + weekly + ", zone: Europe/Berlin");
        assertThat(window.isAt(Instant.parse(time))).isEqualTo(frozen);
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 08:00 - Mon 07:00, 2026-01-05T07:30:00Z, false",
        "Mon 08:00 - Mon 07:00, 2026-01-05T06:30:00Z, true",
        "Mon 08:00 - Mon 07:00, 2026-01-10T12:00:00Z, true",
        "Mon 08:00 - Mon 09:00, 2026-01-05T08:30:00Z, true",
        "Mon 08:00 - Mon 09:00, 2026-01-06T08:30:00Z, false",
    })
    void aStretchMayGoOverAWholeWeek(String weekly, String time, boolean frozen) {
        assertThat(freeze("weekly: " + weekly + ", zone: UTC").isAt(Instant.parse(time)))
                .isEqualTo(frozen);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T12:00:00Z, false",
        "2026-01-09T20:00:00Z, true",
        "2026-01-30T20:00:00Z, false",
    })
    void aWeeklyTimeMayBeginAndEnd(String time, boolean frozen) {
        Freeze window = freeze("weekly: Fri 16:00 - Mon 08:00, zone: UTC, from: 2026-01-05, to: 2026-01-20");
        assertThat(window.isAt(Instant.parse(time))).isEqualTo(frozen);
    }

    @ParameterizedTest
    @CsvSource({
        "production, production, production, true",
        "production, production-eu, production, true",
        "production, production-eu, production-eu, true",
        "production-eu, production-us, production, false",
        "production-eu, production, production, false",
        "prod, production, production, true",
        "production, prod, prod, true",
        "staging, production, production, false",
    })
    void aStageMeansAllItsRegionsInAnyUsualSpelling(String wanted, String name, String stage, boolean frozen) {
        Freeze window = freeze("environments: [" + wanted + "], from: 2026-01-05T00:00Z");
        assertThat(window.freezes(new Environment(name, stage), true)).isEqualTo(frozen);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void withoutEnvironmentsItIsAboutThoseThatAreGated(boolean gated) {
        assertThat(freeze("from: 2026-01-05T00:00Z").freezes(Environment.of("any"), gated))
                .isEqualTo(gated);
    }
}
