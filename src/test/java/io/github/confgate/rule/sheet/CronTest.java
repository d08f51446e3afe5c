package io.github.confgate.rule.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 3 * * *",
                "*/15 0-6,22-23 1,15 * MON-FRI",
                "0 0 12 * * ?",
                "0 0 12 L * ? 2030",
                "0 0 * * 5L",
                "0 0 ? * 6#3",
                "0 22-4 * * *",
                "CRON_TZ=Europe/Berlin 0 3 * * *",
                "cron(0 3 * * ? *)",
                "@every 5m",
                "@daily",
                "H H(0-7) * * *",
                "0 0 15W jan-mar sun"
            })
    void takesWhatCronsTake(String schedule) {
        assertThat(Cron.isOne(schedule)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60 3 * * *",
                "0 24 * * *",
                "0 3 32 * *",
                "0 3 * 13 *",
                "0 3 * *",
                "0 3 * * fry",
                "*/0 3 * * *",
                "5-1 3 * * *",
                "0 3 0 * *",
                "",
                "daily",
                "@dayly",
                "0 3 * * * * * *",
                "0,,1 3 * * *"
            })
    void refusesWhatNoCronTakes(String schedule) {
        assertThat(Cron.isOne(schedule)).isFalse();
    }
}
