package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

    private static String readings(String text) {
        List<Value> readings = Value.readings(text);
        return readings.stream()
                .limit(readings.size() - 1)
                .map(ValueTest::shown)
                .collect(Collectors.joining(" "));
    }

    private static String shown(Value value) {
        if (value instanceof Value.Duration duration) {
            return duration.seconds().toPlainString() + "s";
        }
        if (value instanceof Value.Size size) {
            return size.decimal().toPlainString() + "/" + size.binary().toPlainString() + "B";
        }
        if (value instanceof Value.Numeric number) {
            return number.amount().toPlainString();
        }
        if (value instanceof Value.Percent percent) {
            return percent.amount().toPlainString() + "%";
        }
        if (value instanceof Value.Truth truth) {
            return Boolean.toString(truth.isTrue());
        }
        return value instanceof Value.Cidr cidr ? cidr.address() + "/" + cidr.bits() : "addresses";
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            30s | 30s
            1m30s | 90s
            2 minutes | 120s
            1 h 30 min | 5400s
            PT1M30S | 90s
            P1DT1H | 90000s
            P2W | 1209600s
            pt0.5s | 0.5s
            500ms | 0.5s
            -1s | -1s
            30000 | 30000
            1_000 | 1000
            512Mi | 536870912/536870912B
            1GiB | 1073741824/1073741824B
            512M | 512000000/536870912B
            10KB | 10000/10240B
            10 kB | 10000/10240B
            1g | 1000000000/1073741824B
            64m | 3840s
            50% | 50%
            50.0 % | 50%
            Yes | true
            disabled | false
            10.0.0.0/8 | 0a000000/8
            ::/0 | 00000000000000000000000000000000/0
            2001:db8::1/64 | 20010db8000000000000000000000001/64
            a:9092,b:9092 | addresses
            jdbc:postgresql://a:1,b:2/x | addresses
            """)
    void readsAValueInEveryWayThatItCanBeRead(String text, String read) {
        assertThat(readings(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "1M2s",
                "2s1m",
                "1d2d",
                "PT",
                "P",
                "PT1",
                "P1M",
                "P1H",
                "PT1D",
                "1.2.3s",
                "512Mib",
                "1Xi",
                "Mi",
                "1mb5",
                "8Mb",
                "10.0.0.0/33",
                "10.0.0/8",
                "256.0.0.0/8",
                "1:2/8",
                "::1::/8",
                "/8",
                "a/b",
                "%",
                "web",
                "hello 5s"
            })
    void readsNothingElse(String text) {
        assertThat(readings(text)).isIn("", "addresses");
    }

    @Test
    void aRangeOfEverythingIsOne() {
        assertThat(Value.Cidr.of("0.0.0.0/0")).get().matches(Value.Cidr::isEverything);
        assertThat(Value.Cidr.of("0.0.0.0/1")).get().matches(cidr -> !cidr.isEverything());
    }
}
