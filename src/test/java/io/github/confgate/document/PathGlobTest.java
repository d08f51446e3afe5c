package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "config/** config/a/b.yml true",
                "config/** config/a.yml true",
                "config/** config false",
                "config/** x/config/a.yml false",
                "**/config/** config/a.yml true",
                "**/config/** x/y/config/a.yml true",
                "**/config/** x/myconfig/a.yml false",
                "**/*.yml a.yml true",
                "**/*.yml x/y/a.yml true",
                "*.yml a.yml true",
                "*.yml x/a.yml false",
                "a/**/b.yml a/b.yml true",
                "a/**/b.yml a/x/y/b.yml true",
                "a/**/b.yml ab.yml false",
                "values-{dev,prod}.yaml values-prod.yaml true",
                "values-{dev,prod}.yaml values-qa.yaml false",
                "{a,b{c,d}}/x bd/x true",
                "{a,b{c,d}}/x b/x false",
                "{,x}a a true",
                "{**/a,b} x/a true",
                "a?.yml ab.yml true",
                "a?.yml a/.yml false",
                "a{b a{b true",
                "a}b a}b true",
                "a,b a,b true",
                "a.yml aXyml false",
                "[a] [a] true",
                "** a/b/c true",
                "a** a/b true",
            })
    void matches_the_whole_path(String glob, String path, boolean expected) {
        assertThat(PathGlob.of(glob).matches(path)).isEqualTo(expected);
    }

    @Test
    void takes_time_in_the_order_of_its_length_for_hostile_patterns() {
        String path = "a".repeat(2_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(PathGlob.of("*a".repeat(500) + "b").matches(path)).isFalse();
            assertThat(PathGlob.of("{a,*a,**}".repeat(200) + "?b").matches(path))
                    .isFalse();
            assertThat(PathGlob.of("**/".repeat(1_000) + "b").matches(path)).isFalse();
            assertThat(PathGlob.of("{".repeat(20_000)).matches(path)).isFalse();
            assertThat(PathGlob.of("{".repeat(10_000) + "a" + "}".repeat(10_000))
                            .matches("a"))
                    .isTrue();
            assertThat(PathGlob.of("{" + "a,".repeat(20_000) + "b}").matches("b"))
                    .isTrue();
        });
    }
}
