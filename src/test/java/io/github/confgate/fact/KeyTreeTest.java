package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.KeyPathParser;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Finds every key of which two versions of a file say different things to a layer of a stack, and few others. */
class KeyTreeTest {

    private static final KeyPath.Segment PART = new KeyPath.Index(0);

    private static final List<String> KEYS =
            List.of("a", "a.b", "a.b.c", "a[0]", "a[1].b", "a[name=x]", "a[name=x].b", "a[name=x].b.c", "a[name=y].b");

    private static final LayerStack STACK = new LayerStack(List.of(Layer.of("values.yaml")), LayerStack.How.HELM);

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> small =
                Arbitraries.of("1", "'1'", "2", "null", "{}", "[]", "{c: 1}", "{c: 2}", "[1, 2]", "[2]");
        Arbitrary<String> map = small.map(value -> "{b: " + value + "}");
        Arbitrary<String> item =
                Arbitraries.of("x", "y").flatMap(name -> small.map(value -> "{name: " + name + ", b: " + value + "}"));
        Arbitrary<String> list = item.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
        return Arbitraries.oneOf(small, map, list);
    }

    @Property(tries = 2_000)
    void findsAllThatDiffer(@ForAll("values") String one, @ForAll("values") String other) {
        Document before = document("a: " + one + "\n");
        Document after = document("a: " + other + "\n");
        List<String> found = differing(root(before), root(after), KEYS);
        for (String key : KEYS) {
            if (!said(before, key).equals(said(after, key))) {
                assertThat(found).as(one + " and " + other).contains(key);
            }
        }
    }

    @Test
    void takesScalarsOfTheSameTextForTheSame() {
        Node one = root(document("a: {b: 1, c: x}\nd: 3\ne: 1\n"));
        Node other = root(document("new: 0\n\na: {b: 1, c: y}\nd: '3'\ne: 1\n"));
        assertThat(differing(one, other, List.of("a.b", "a.c", "d", "e", "gone", "a.gone")))
                .containsExactlyInAnyOrder("a.c", "d");
    }

    @Test
    void findsOneOfManyKeysOfAMap() {
        List<String> keys = List.of("a", "b", "c", "d.x", "d.y", "e", "gone");
        Node one = root(document("a: 1\nb: 2\nc: 3\nd: {x: 1, y: 2}\ne: 5\n"));
        assertThat(differing(one, root(document("a: 1\nb: 2\nc: 3\nd: {x: 1, y: 3}\ne: 6\n")), keys))
                .containsExactlyInAnyOrder("d.y", "e");
        assertThat(differing(one, root(document("a: 1\nb: 2\nd: {x: 1, y: 2}\ne: 5\ngone: 1\n")), keys))
                .containsExactlyInAnyOrder("c", "gone");
    }

    @Test
    void takesItemsThatMovedForTheSame() {
        Node one = root(document("a: [{name: x, b: 1}, {name: y, b: 2}]\n"));
        Node other = root(document("a: [{name: z, b: 1}, {name: y, b: 3}, {name: x, b: 1}]\n"));
        assertThat(differing(one, other, List.of("a[name=x].b", "a[name=y].b"))).containsExactly("a[name=y].b");
    }

    @Test
    void doesNotLookIntoWhatIsTheSameNode() {
        Node same = root(document("a: 1\n"));
        assertThat(differing(same, same, List.of("a"))).isEmpty();
        Node alias = same.at(root(document("\n\nb: 1\n")).region());
        assertThat(differing(same, alias, List.of("a"))).isEmpty();
    }

    @Test
    void forgetsWhoAsksNoMore() {
        KeyTree<String> tree = new KeyTree<>();
        tree.add(key("a.b"), "first");
        tree.add(key("a.b"), "second");
        tree.add(key("a"), "third");
        tree.remove(key("a.b"), "first");
        tree.remove(key("x.y"), "nobody");
        List<String> left = new ArrayList<>();
        tree.all(left::add);
        assertThat(left).containsExactlyInAnyOrder("second", "third");
        tree.remove(key("a.b"), "second");
        tree.remove(key("a"), "third");
        assertThat(tree.isEmpty()).isTrue();
    }

    /** What a layer says, without the places of it. */
    private static String said(Document document, String key) {
        StringBuilder out = new StringBuilder();
        for (LayerStack.Said said :
                STACK.said(STACK.layers().get(0), Optional.of(document), PART, key(key), word -> false)) {
            out.append(said.ends());
            said.held().ifPresent(held -> {
                out.append(" held ").append(held.member());
                held.leaves().forEach(leaf -> out.append(' ')
                        .append(leaf.value() instanceof Node.Scalar scalar ? scalar.type() : "")
                        .append(leaf.text()));
            });
        }
        return out.toString();
    }

    private static List<String> differing(Node one, Node other, List<String> keys) {
        KeyTree<String> tree = new KeyTree<>();
        keys.forEach(key -> tree.add(key(key), key));
        List<String> found = new ArrayList<>();
        tree.differing(one, other, found::add);
        return found;
    }

    private static KeyPath key(String text) {
        return KeyPathParser.parse(text);
    }

    private static Node root(Document document) {
        return document.parts().get(0).root();
    }

    private static Document document(String text) {
        Parsed parsed = Documents.parse("values.yaml", text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        return ((Parsed.Ok) parsed).document();
    }
}
