package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.KeyPath.Index;
import io.github.confgate.document.KeyPath.Name;
import io.github.confgate.document.KeyPath.Segment;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for the difference of any two trees. They are written as JSON and read back. */
class DiffLawTest {

    private static final List<String> SCALARS =
            List.of("1", "2", "\"x\"", "\"long-value\"", "\"other-value\"", "true", "null", "\"1\"", "{}", "[]");

    private static List<Change> diff(String before, String after) {
        return DocumentDiffer.diff(parse(before), parse(after)).changes();
    }

    private static Document parse(String text) {
        Parsed parsed = Documents.parse("config.json", text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        return ((Parsed.Ok) parsed).document();
    }

    private static List<Leaf> leaves(String text) {
        return Leaves.of(parse(text).parts().get(0));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothing_differs_from_itself(@ForAll("trees") String tree) {
        assertThat(diff(tree, tree)).isEmpty();
        assertThat(diff(tree, tree.replaceAll("([,:{\\[])", "$1\n "))).isEmpty();
    }

    /**
     * Whatever the trees: what is removed was there, what is added is there, and the rest stands on both sides. Which
     * item of a list is meant does not count here.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void changes_balance(@ForAll("trees") String before, @ForAll("trees") String after) {
        List<Change> changes = diff(before, after);
        List<String> left = new ArrayList<>(
                leaves(before).stream().map(DiffLawTest::anywhere).toList());
        List<String> wanted = new ArrayList<>(
                leaves(after).stream().map(DiffLawTest::anywhere).toList());
        for (Change change : changes) {
            change.before().ifPresent(leaf -> assertThat(left.remove(anywhere(leaf)))
                    .as("%s was there", leaf)
                    .isTrue());
            change.after().ifPresent(leaf -> assertThat(wanted.remove(anywhere(leaf)))
                    .as("%s is there", leaf)
                    .isTrue());
        }
        wanted.forEach(
                leaf -> assertThat(left.remove(leaf)).as("%s is told", leaf).isTrue());
        // That nothing becomes something is told by the addition alone.
        List<String> added = changes.stream()
                .filter(change -> change.kind() != Change.Kind.REMOVED)
                .map(change -> place(change.after().orElseThrow().key()))
                .toList();
        assertThat(left).allSatisfy(leaf -> {
            assertThat(leaf).matches("\\S* (NULL null| \\{}| \\[])");
            String key = leaf.substring(0, leaf.indexOf(' '));
            assertThat(added).anyMatch(each -> each.startsWith(key));
        });
    }

    private static String anywhere(Leaf leaf) {
        return place(leaf.key()) + " " + type(leaf) + " " + leaf.text();
    }

    private static String place(KeyPath key) {
        StringBuilder out = new StringBuilder("/");
        key.segments().forEach(segment -> out.append(segment instanceof Name name ? name.name() : "[]")
                .append('/'));
        return out.toString();
    }

    private static String type(Leaf leaf) {
        return leaf.value() instanceof Node.Scalar scalar ? scalar.type().toString() : "";
    }

    /** Where items of lists of maps have names and the others are plain, keys tell all but the order of the former. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void changes_lead_from_one_to_the_other(@ForAll("named") String before, @ForAll("named") String after) {
        List<Change> changes = diff(before, after);
        State state = new State(leaves(before));
        changes.stream().filter(change -> !isReordered(change)).forEach(state::take);
        changes.stream()
                .filter(change -> !isReordered(change))
                .sorted(Comparator.comparing(DiffLawTest::index))
                .forEach(state::put);
        assertThat(state).as("%s %s", before, after).isEqualTo(new State(leaves(after)));
    }

    private static boolean isReordered(Change change) {
        return change instanceof Change.Moved moved
                && moved.old().key().equals(moved.now().key())
                && !(last(moved.now().key()) instanceof Index);
    }

    private static int index(Change change) {
        return last(change.after().or(change::before).orElseThrow().key()) instanceof Index index ? index.index() : -1;
    }

    private static Segment last(KeyPath key) {
        return key.isRoot() ? new Name("") : key.segments().get(key.segments().size() - 1);
    }

    /** Values by their keys, and plain items by the keys of their lists. */
    private static final class State {

        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, List<String>> items = new TreeMap<>();

        State(List<Leaf> leaves) {
            for (Leaf leaf : leaves) {
                if (last(leaf.key()) instanceof Index) {
                    list(leaf.key()).add(value(leaf));
                } else {
                    values.put(leaf.key().toString(), value(leaf));
                }
            }
        }

        private List<String> list(KeyPath item) {
            return items.computeIfAbsent(item.parent().toString(), key -> new ArrayList<>());
        }

        private static String value(Leaf leaf) {
            return type(leaf) + " " + leaf.text();
        }

        /** Takes out what a change finds; of a list a mark stays, so that the places of the others stay as they were. */
        void take(Change change) {
            if (change.before().isEmpty() || change instanceof Change.Modified) {
                return;
            }
            Leaf leaf = change.before().orElseThrow();
            if (last(leaf.key()) instanceof Index index) {
                assertThat(list(leaf.key()).set(index.index(), "")).isEqualTo(value(leaf));
            } else {
                assertThat(values.remove(leaf.key().toString())).isEqualTo(value(leaf));
            }
        }

        /** Puts what a change brings, lower places of lists first. */
        void put(Change change) {
            items.values().forEach(list -> list.removeIf(String::isEmpty));
            items.values().removeIf(List::isEmpty);
            if (change.after().isEmpty()) {
                return;
            }
            Leaf leaf = change.after().orElseThrow();
            boolean isNew = !(change instanceof Change.Modified);
            if (last(leaf.key()) instanceof Index index) {
                List<String> list = list(leaf.key());
                if (isNew) {
                    list.add(index.index(), value(leaf));
                } else {
                    list.set(index.index(), value(leaf));
                }
            } else {
                String was = values.put(leaf.key().toString(), value(leaf));
                assertThat(was == null).as("%s", change).isEqualTo(isNew);
            }
            KeyPath above = leaf.key();
            while (isNew && !above.isRoot()) {
                above = above.parent();
                assertThat(values.remove(above.toString())).isIn(null, "NULL null", " {}", " []");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state && values.equals(state.values) && items.equals(state.items);
        }

        @Override
        public int hashCode() {
            return values.hashCode();
        }

        @Override
        public String toString() {
            return values + " " + items;
        }
    }

    /** An item of a list of names is told as moved where, and only where, the others did not just come and go. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_order_of_names_counts(@ForAll("names") List<String> before, @ForAll("names") List<String> after) {
        List<String> kept = new ArrayList<>(before);
        kept.retainAll(after);
        List<String> now = new ArrayList<>(after);
        now.retainAll(before);
        assertThat(diff(items(before), items(after)).stream().anyMatch(DiffLawTest::isReordered))
                .isEqualTo(!kept.equals(now));
    }

    private static String items(List<String> names) {
        return "{\"n\":["
                + String.join(
                        ",",
                        names.stream()
                                .map(name -> "{\"name\":\"" + name + "\"}")
                                .toList()) + "]}";
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("a", "b", "c", "d", "e").list().uniqueElements();
    }

    /** Maps, lists of anything and scalars, of any depth, in any order, with names that identify or do not. */
    @Provide
    Arbitrary<String> trees() {
        return map(Arbitraries.of("a", "b", "c", "name", "id"), tree(3));
    }

    private static Arbitrary<String> tree(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(SCALARS);
        return depth == 0
                ? scalar
                : Arbitraries.frequencyOf(
                        Tuple.of(3, scalar),
                        Tuple.of(2, map(Arbitraries.of("a", "b", "c", "name", "id"), tree(depth - 1))),
                        Tuple.of(2, list(tree(depth - 1))));
    }

    /** The same, but that a key tells what its list holds: {@code p} plain values, {@code n} maps with names. */
    @Provide
    Arbitrary<String> named() {
        return named(3);
    }

    private static Arbitrary<String> named(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(SCALARS);
        Arbitrary<String> any = depth == 0 ? scalar : Arbitraries.oneOf(scalar, named(depth - 1));
        Arbitrary<String> item = Combinators.combine(Arbitraries.of("web", "db", "queue", "1"), any)
                .as((name, value) -> "{\"name\":\"" + name + "\",\"a\":" + value + "}");
        Arbitrary<String> items = item.list()
                .uniqueElements(text -> text.substring(0, text.indexOf(',')))
                .ofMaxSize(4)
                .map(all -> "[" + String.join(",", all) + "]");
        Arbitrary<String> entry = Arbitraries.oneOf(
                entry(Arbitraries.of("a", "b", "c", "n", "p"), any),
                entry(Arbitraries.of("p"), list(scalar)),
                entry(Arbitraries.of("n"), items));
        return map(entry);
    }

    private static Arbitrary<String> list(Arbitrary<String> items) {
        return items.list().ofMaxSize(5).map(all -> "[" + String.join(",", all) + "]");
    }

    private static Arbitrary<String> entry(Arbitrary<String> keys, Arbitrary<String> values) {
        return Combinators.combine(keys, values).as((key, value) -> "\"" + key + "\":" + value);
    }

    private static Arbitrary<String> map(Arbitrary<String> keys, Arbitrary<String> values) {
        return map(entry(keys, values));
    }

    private static Arbitrary<String> map(Arbitrary<String> entries) {
        return entries.list()
                .uniqueElements(text -> text.substring(0, text.indexOf(':')))
                .ofMaxSize(4)
                .map(all -> "{" + String.join(",", all) + "}");
    }
}
