package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.SameTrees.Answer;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameTreesTest {

    private static Node.Scalar text(String text) {
        return new Node.Scalar(ScalarType.STRING, text, Region.start(), null);
    }

    private static Node map(Node.Entry... entries) {
        return new Node.Mapping(List.of(entries), Region.start(), null);
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(key, Region.start(), value);
    }

    private static Node list(Node... items) {
        return new Node.Sequence(List.of(items), Region.start(), null);
    }

    private static Answer compare(Node a, Node b) {
        return SameTrees.compare(a, b, (one, other) -> one.text().equals(other.text()));
    }

    @Test
    void tellsEqualTreesAndThoseThatDifferInALeaf() {
        Node one = map(entry("a", list(text("x"), text("y"))));
        assertThat(compare(one, map(entry("a", list(text("x"), text("y")))))).isEqualTo(Answer.SAME);
        assertThat(compare(one, map(entry("a", list(text("x"), text("z")))))).isEqualTo(Answer.DIFFERENT);
        assertThat(compare(one, map(entry("a", list(text("x")))))).isEqualTo(Answer.DIFFERENT);
        assertThat(compare(one, map(entry("a", text("x"))))).isEqualTo(Answer.DIFFERENT);
    }

    @Test
    void leavesMapsInAnotherOrderToWhoNumbersThem() {
        Node one = map(entry("a", text("x")), entry("b", text("y")));
        assertThat(compare(one, map(entry("b", text("y")), entry("a", text("x")))))
                .isEqualTo(Answer.UNKNOWN);
        assertThat(new Shapes(true).same(one, map(entry("b", text("y")), entry("a", text("x")))))
                .isTrue();
    }

    @Test
    void givesUpOnFewLinesThatStandForMany() {
        Node one = text("x");
        Node other = text("x");
        for (int i = 0; i < 40; i++) {
            one = list(one, one);
            other = list(other, other);
        }
        assertThat(compare(one, other)).isEqualTo(Answer.UNKNOWN);
        assertThat(new Shapes(true).same(one, other)).isTrue();
    }
}
