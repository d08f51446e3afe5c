package io.github.confgate.rule.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "00:00:30, 30",
        "30:00:00, 108000",
        "1.00:00:00, 86400",
        "00:00:01.5, 1.5",
        "12:30,",
        "00:61:00,",
        "a:b:c,"
    })
    void readsASpanOfTime(String text, String seconds) {
        assertThat(Amounts.clock(text).map(BigDecimal::toPlainString)).isEqualTo(Optional.ofNullable(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", nullValues = "none", textBlock = """
            -Xmx4g -ea | -Xmx1g -ea | 0.25
            -Xms6g -Xmx6g | -Xms1g -Xmx2g | 0.3333333
            errors > 0.05 | errors > 5 | 100
            --max-old-space-size=4096 | --max-old-space-size=1024 | 0.25
            -XX:ParallelGCThreads=8 | -XX:ParallelGCThreads=2 | none
            -Xms1g -Xmx2g | -Xms2g -Xmx1g | none
            -Xmx4g -ea | -Xmx1g -da | none
            web:1.2.3 | web:1.2.4 | none
            """)
    void dividesTheAmountsInWhichTwoTextsDiffer(String old, String now, String ratio) {
        assertThat(Amounts.onlyRatio(old, now)
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString))
                .isEqualTo(Optional.ofNullable(ratio));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1:80 weight 5 check, 10.0.0.1:80 weight 95 check, 90", "a 5 b, a 5 c,"})
    void subtractsTheNumberInWhichTwoTextsDiffer(String old, String now, String step) {
        assertThat(Amounts.onlyStep(old, now).map(BigDecimal::toPlainString)).isEqualTo(Optional.ofNullable(step));
    }
}
