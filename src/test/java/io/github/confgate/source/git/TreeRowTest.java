package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TreeRowTest {

    private static final PathTree FOLDER = PathTree.of(List.of("a.yml", "b/c.yml", "d"));

    private record Line(String mode, String name, int id) {}

    /** A tree that is read after others has the same entries as one that is read alone. */
    @Property(tries = 500)
    void readsATreeAsIfItWereTheFirst(@ForAll("rows") List<List<Line>> row) {
        TreeRow reused = new TreeRow(FOLDER);
        for (List<Line> tree : row) {
            byte[] bytes = bytes(tree);
            assertThat(reused.find(bytes)).isEqualTo(new TreeRow(FOLDER).find(bytes));
        }
    }

    @Test
    void readsOnAfterATreeThatIsBroken() {
        TreeRow row = new TreeRow(FOLDER);
        byte[] tree = bytes(List.of(new Line("100644", "a.yml", 1)));
        row.find(tree);
        try {
            row.find(Arrays.copyOf(tree, tree.length - 30));
        } catch (IndexOutOfBoundsException e) {
            assertThat(e).isNotNull();
        }
        assertThat(row.find(new byte[0])).containsOnlyNulls().hasSize(3);
        assertThat(row.find(tree)[0]).isNotNull();
    }

    @Provide
    Arbitrary<List<List<Line>>> rows() {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.of("100644", "100755", "40000"),
                        Arbitraries.of("a.yml", "b", "d", "e", "a.yaml"),
                        Arbitraries.integers().between(0, 2))
                .as(Line::new);
        return line.list().ofMaxSize(3).list().ofSize(6);
    }

    private static byte[] bytes(List<Line> tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Line line : tree) {
            out.writeBytes((line.mode() + " " + line.name() + "\0").getBytes(UTF_8));
            IntStream.range(0, 20).forEach(i -> out.write(i == 7 ? line.id() : 'x'));
        }
        return out.toByteArray();
    }
}
