package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void columns_count_code_points_and_lines_end_as_in_the_jdk() {
        Lines lines = Lines.of("a\ud83d\ude00b\r\nc\rd\n");
        assertThat(lines.region(3, 4)).isEqualTo(new Region(1, 3, 1, 4));
        assertThat(lines.region(6, 7)).isEqualTo(new Region(2, 1, 2, 2));
        assertThat(lines.region(8, 9)).isEqualTo(new Region(3, 1, 3, 2));
        assertThat(lines.region(0, 10)).isEqualTo(new Region(1, 1, 4, 1));
        assertThat(lines.count()).isEqualTo(4);
        assertThat(lines.slice(new Region(1, 2, 1, 3))).isEqualTo("\ud83d\ude00");
        assertThat(lines.offset(9, 1)).isEqualTo(10);
    }

    @Test
    void a_line_is_given_without_what_ends_it() {
        Lines lines = Lines.of("a\ud83d\ude00\r\nc\rd\n").below(2);
        assertThat(lines.text(3)).contains("a\ud83d\ude00");
        assertThat(lines.text(4)).contains("c");
        assertThat(lines.text(5)).contains("d");
        assertThat(lines.text(6)).contains("");
        assertThat(lines.text(7)).isEmpty();
        assertThat(lines.text(2)).isEmpty();
    }

    @Property
    void a_region_slices_back_to_what_it_was_made_of(
            @ForAll("texts") String text, @ForAll double from, @ForAll double length) {
        int points = text.codePointCount(0, text.length());
        int start = (int) (Math.abs(from % 1) * points);
        int end = start + (int) (Math.abs(length % 1) * (points - start));
        int first = text.offsetByCodePoints(0, start);
        int last = text.offsetByCodePoints(0, end);
        Lines lines = Lines.of(text);
        assertThat(lines.slice(lines.region(first, last))).isEqualTo(text.substring(first, last));
        assertThat(lines.codePoints(start, end)).isEqualTo(lines.region(first, last));
    }

    @Property
    void lines_are_those_of_the_jdk(@ForAll("texts") String text) {
        Lines lines = Lines.of(text + "x");
        List<String> wanted = (text + "x").lines().toList();
        assertThat(lines.count()).isEqualTo(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(lines.text(i + 1)).contains(wanted.get(i));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "\n", "\r", "\r\n", "\ud83d\ude00", "\u0085", "b ")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
