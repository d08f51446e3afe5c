package io.github.confgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternNeedlesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            abc                              ~ abc
            ABC                              ~ abc
            (?i)--No-Auth\\b                 ~ --no-auth
            ab?cd                            ~ cd
            ab*cd                            ~ cd
            ab+cd                            ~ ab cd
            ab{0,2}cde                       ~ cde
            x(one|three)y                    ~ one three
            x(one|)yes                       ~ yes
            (one|three)?yes                  ~ yes
            ^\\s*(?:true|on)[ab]c$           ~ true on
            \\*\\.internal                   ~ *.internal
            [])]x]no                         ~ x]no
            """)
    void areTheTextsThatAMatchCannotDoWithout(String pattern, String needles) {
        List<String> found = PatternNeedles.of(pattern);
        assertThat(Arrays.asList(needles.split(" "))).as(pattern).containsAll(found);
        assertThat(found).as(pattern).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a|b
            (abc)?
            .*
            (?s)abc
            (?P<name>abc)
            \\Qabc\\E
            \\x41bc
            [[:alpha:]]abc
            abc|[0-9]
            """)
    void areNoneWhereAMatchMayHoldAnythingOrTheSyntaxIsUnknown(String pattern) {
        assertThat(PatternNeedles.of(pattern)).as(pattern).isEmpty();
    }

    @Property(tries = 20_000)
    void oneStandsInEveryTextThatMatches(
            @ForAll long seed,
            @ForAll @Chars({'a', 'b', 'A', 'B', '.', '-', ']'}) @StringLength(max = 10) String text) {
        Random random = new Random(seed);
        String pattern = (random.nextInt(4) == 0 ? "(?i)" : "") + pattern(random, 3);
        List<String> needles = PatternNeedles.of(pattern);
        if (!needles.isEmpty() && Pattern.compile(pattern).matcher(text).find()) {
            assertThat(needles).as("%s in %s", pattern, text).anyMatch(text.toLowerCase(Locale.ROOT)::contains);
        }
    }

    private static String pattern(Random random, int depth) {
        if (depth == 0) {
            return ATOMS.get(random.nextInt(ATOMS.size()));
        }
        return switch (random.nextInt(5)) {
            case 0 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
            case 1 -> "(?:" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + "|)";
            case 2 -> "(?:" + pattern(random, depth - 1) + ")" + TIMES.get(random.nextInt(TIMES.size()));
            case 3 -> pattern(random, 0) + TIMES.get(random.nextInt(TIMES.size())) + pattern(random, depth - 1);
            default -> pattern(random, depth - 1) + pattern(random, depth - 1);
        };
    }

    private static final List<String> ATOMS =
            List.of("a", "b", "ab", "ba", "aab", "\\.", "-", ".", "[ab]", "[^a]", "[]a]", "[a\\]]", "\\w", "\\b");
    private static final List<String> TIMES = List.of("*", "+", "?", "*?", "{2}", "{0,2}", "{1,3}");
}
