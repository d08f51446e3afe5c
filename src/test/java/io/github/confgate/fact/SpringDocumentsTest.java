package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What tables tell of files with many documents and of maps with many names is what a search through all of them does. */
class SpringDocumentsTest {

    private static final List<String> PROFILES = List.of("production", "extra");

    @Property(tries = 200)
    void many_documents_say_what_each_of_them_says(@ForAll("documents") List<String> texts) {
        Document document = document(String.join("", texts));
        Layer layer = new Layer("application.yml", KeyPath.ROOT, PROFILES);
        LayerStack stack = new LayerStack(List.of(layer), LayerStack.How.RELAXED);
        List<Part> active = new ArrayList<>();
        for (Part part : document.parts()) {
            if (ProfileExpression.accepts(part, PROFILES)) {
                active.add(part);
            }
        }
        assertThat(layer.active(document, stack.springs())).isEqualTo(active);
        Collections.reverse(active);
        KeyPath.Segment id = document.parts().get(0).id();
        for (KeyPath key : keys(document)) {
            List<LayerStack.Said> wanted = new ArrayList<>();
            for (Part part : active) {
                add(wanted, new LayerStack.Said(searched(part, key), ends(part.root(), key)));
            }
            List<LayerStack.Said> said = new ArrayList<>();
            stack.said(layer, Optional.of(document), id, key, word -> false).forEach(each -> add(said, each));
            assertThat(said).as("%s", key).isEqualTo(wanted);
        }
    }

    private static void add(List<LayerStack.Said> all, LayerStack.Said said) {
        if (said.held().isPresent() || said.ends()) {
            all.add(said);
        }
    }

    /** The keys that are there, some of their parents, and the names of variables for them. */
    private static List<KeyPath> keys(Document document) {
        List<KeyPath> keys = new ArrayList<>(List.of(KeyPath.ROOT, KeyPath.ROOT.name("none")));
        for (Part part : document.parts()) {
            for (Leaf leaf : Leaves.of(part)) {
                keys.add(leaf.key());
                keys.add(leaf.key().parent());
                keys.add(leaf.key().name("below"));
                keys.add(KeyPath.ROOT.name(RelaxedKey.variable(leaf.key())));
            }
        }
        return keys.stream().distinct().limit(120).toList();
    }

    private static Optional<Lookup.Held> searched(Part part, KeyPath key) {
        Optional<Lookup.Held> exact = Lookup.find(part, key);
        return exact.isPresent() ? exact : spelled(part.root(), key).flatMap(found -> Lookup.find(part, found));
    }

    private static Optional<KeyPath> spelled(Node root, KeyPath key) {
        List<KeyPath.Segment> found = new ArrayList<>();
        if (nested(root, key.segments(), 0, found)) {
            return Optional.of(new KeyPath(found));
        }
        found.clear();
        String variable = RelaxedKey.variable(key);
        return !variable.isEmpty() && flat(root, variable, found) ? Optional.of(new KeyPath(found)) : Optional.empty();
    }

    private static boolean nested(Node node, List<KeyPath.Segment> wanted, int i, List<KeyPath.Segment> found) {
        if (i == wanted.size()) {
            return true;
        }
        if (!(wanted.get(i) instanceof KeyPath.Name name) || !(node instanceof Node.Mapping map)) {
            boolean item = !(wanted.get(i) instanceof KeyPath.Name) && node instanceof Node.Sequence;
            found.addAll(item ? wanted.subList(i, wanted.size()) : List.of());
            return item;
        }
        for (boolean exact : new boolean[] {true, false}) {
            for (Node.Entry entry : map.entries()) {
                if (exact == entry.key().equals(name.name()) && (exact || same(entry.key(), name.name()))) {
                    found.add(new KeyPath.Name(entry.key()));
                    if (nested(entry.value(), wanted, i + 1, found)) {
                        return true;
                    }
                    found.subList(i, found.size()).clear();
                }
            }
        }
        return false;
    }

    private static boolean flat(Node node, String rest, List<KeyPath.Segment> found) {
        List<Node.Entry> entries = node instanceof Node.Mapping map ? map.entries() : List.of();
        for (Node.Entry entry : entries) {
            String name = RelaxedKey.variable(entry.key());
            boolean whole = rest.equals(name);
            if (!name.isEmpty() && (whole || rest.startsWith(name + "_"))) {
                found.add(new KeyPath.Name(entry.key()));
                if (whole || flat(entry.value(), rest.substring(name.length() + 1), found)) {
                    return true;
                }
                found.remove(found.size() - 1);
            }
        }
        return false;
    }

    private static boolean ends(Node root, KeyPath key) {
        Node node = root;
        for (KeyPath.Segment segment : key.segments()) {
            if (!(node instanceof Node.Mapping map)) {
                return node instanceof Node.Sequence;
            }
            node = segment instanceof KeyPath.Name name ? value(map, name.name()) : null;
            if (node == null) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable Node value(Node.Mapping map, String name) {
        Node exact = map.get(name);
        return exact != null
                ? exact
                : map.entries().stream()
                        .filter(entry -> same(entry.key(), name))
                        .map(Node.Entry::value)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean same(String a, String b) {
        return uniform(a).equals(uniform(b));
    }

    private static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Provide
    Arbitrary<List<String>> documents() {
        Arbitrary<String> profile = Arbitraries.of("", "production", "staging", "a | production", "!staging", "extra");
        Arbitrary<String> name =
                Arbitraries.of("a", "A", "a-b", "aB", "A_B", "a_b_c", "c", "C_0", "list", "LIST_0", "b", "B_C", "_");
        Arbitrary<String> value =
                Arbitraries.of("1", "{}", "[]", "~", "[1, 2]", "[{name: x, c: 1}]", "{a-b: 1, c: {b: 2}}");
        Arbitrary<String> entries = Combinators.combine(name, name, value)
                .as((outer, inner, text) -> outer + ": {" + inner + ": " + text + "}\n")
                .list()
                .ofMaxSize(3)
                .map(lines -> String.join("", lines));
        Arbitrary<Boolean> wide =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(1, true), net.jqwik.api.Tuple.of(5, false));
        return Combinators.combine(profile, entries, wide)
                .as((on, text, many) -> "---\n"
                        + (on.isEmpty() ? "" : "spring.config.activate.on-profile: '" + on + "'\n")
                        + (many ? filler() : "")
                        + text)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** Names enough for a table, some of them spellings of others. */
    private static String filler() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            out.append("k").append(i).append("-x: 1\nK").append(i / 2).append("_Y: {z: 1}\n");
        }
        return out + "k1X: 2\n";
    }

    private static Document document(String text) {
        Parsed parsed = Documents.parse("application.yml", text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        return ((Parsed.Ok) parsed).document();
    }
}
