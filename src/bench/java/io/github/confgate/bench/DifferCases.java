package io.github.confgate.bench;

import static io.github.confgate.bench.Texts.each;
import static io.github.confgate.bench.Texts.reversed;
import static io.github.confgate.bench.Texts.shuffled;
import static io.github.confgate.bench.Texts.tree;

import io.github.confgate.bench.Growth.Case;
import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Two states of a large file. */
final class DifferCases {

    private static final int ITEMS = 10_000;
    private static final int KEYS = 25_000;
    private static final IntFunction<String> KEY = i -> "key-" + i + ": " + i + "\n";
    private static final IntFunction<String> SCALAR = i -> "- item-" + i + "\n";
    private static final IntFunction<String> MAP = i -> "- name: n" + i + "\n  value: v" + i + "\n";

    private final List<Case> cases = new ArrayList<>();

    private DifferCases() {}

    static List<Case> all() {
        DifferCases all = new DifferCases();
        all.keys();
        all.lists();
        all.documents();
        all.lookups();
        return all.cases;
    }

    private void add(String name, int n, IntFunction<String> before, IntFunction<String> after) {
        cases.add(new Case("diff: " + name, n, size -> {
            Document old = Texts.read(Format.YAML, before.apply(size));
            Document now = Texts.read(Format.YAML, after.apply(size));
            return () -> Growth.Sink.result = DocumentDiffer.diff(old, now);
        }));
    }

    private void keys() {
        add("equal keys", KEYS, n -> each(n, KEY), n -> each(n, KEY));
        add("keys in another order", KEYS, n -> each(n, KEY), n -> shuffled(n, KEY));
        add("every value changed", KEYS, n -> each(n, KEY), n -> each(n, i -> "key-" + i + ": x" + i + "\n"));
        add("every key renamed", KEYS, n -> each(n, i -> "a" + i + ": value-" + i + "\n"), n -> each(n, i -> "b" + i + ": value-" + i + "\n"));
        add("every key renamed, all values equal", KEYS, n -> each(n, i -> "a" + i + ": value\n"), n -> each(n, i -> "b" + i + ": value\n"));
        add("every key moved to one map", KEYS, n -> each(n, KEY), n -> "m:\n" + each(n, i -> "  key-" + i + ": " + i + "\n"));
        add("maps moved as a whole", ITEMS, n -> "a:\n" + each(n, i -> "  m" + i + ": {x: " + i + ", y: [1]}\n"), n -> "b:\n" + each(n, i -> "  m" + i + ": {x: " + i + ", y: [1]}\n"));
        add("equal maps moved", ITEMS, n -> each(n, i -> "a" + i + ": {x: 1, y: 2}\n"), n -> each(n, i -> "b" + i + ": {x: 1, y: 2}\n"));
        add("everything gone", KEYS, n -> each(n, KEY), n -> "a: 1\n");
        add("everything new", KEYS, n -> "a: 1\n", n -> each(n, KEY));
        add("trees 90 deep", KEYS, n -> tree(n, 90, " ", ":\n", ""), n -> tree(n, 90, " ", ":\n", "") + "z: 1\n");
        add("a long text", 262_144, n -> "a: " + "x".repeat(n), n -> "a: " + "y".repeat(n));
        add("aliases", ITEMS, n -> "a: &a {x: 1}\n" + each(n, i -> "k" + i + ": *a\n"), n -> "a: &a {x: 2}\n" + each(n, i -> "k" + i + ": *a\n"));
        add("merge keys", ITEMS, n -> "a: &a {x: 1}\n" + each(n, i -> "k" + i + ": {<<: *a}\n"), n -> "a: &a {x: 2}\n" + each(n, i -> "k" + i + ": {<<: *a}\n"));
    }

    private void lists() {
        IntFunction<String> object = i -> "- {kind: Service, metadata: {name: s" + i + "}, x: 1}\n";
        add("objects of a list in another order", ITEMS, n -> "items:\n" + each(n, object), n -> "items:\n" + shuffled(n, object));

        add("a list reversed", ITEMS, n -> each(n, SCALAR), n -> reversed(n, SCALAR));
        add("a list shuffled", ITEMS, n -> each(n, SCALAR), n -> shuffled(n, SCALAR));
        add("a list with duplicates, shuffled", ITEMS, n -> each(n, i -> "- " + i % 100 + "\n"), n -> shuffled(n, i -> "- " + i % 100 + "\n"));
        add("a list of pairs, shuffled", ITEMS, n -> each(n, i -> "- " + i / 2 + "\n"), n -> shuffled(n, i -> "- " + i / 2 + "\n"));
        add("a list of two values", ITEMS, n -> each(n, i -> "- " + i % 2 + "\n"), n -> each(n, i -> "- " + i % 3 % 2 + "\n"));
        add("every second item gone", ITEMS, n -> each(n, SCALAR), n -> each(n / 2, i -> SCALAR.apply(2 * i)));
        add("an item between each two", ITEMS, n -> each(n, SCALAR), n -> each(n, i -> SCALAR.apply(i) + "- new-" + i + "\n"));
        add("items that are alone only where the list is cut", ITEMS, n -> cut(n, "old"), n -> cut(n, "new"));
        add("maps reversed", ITEMS, n -> each(n, MAP), n -> reversed(n, MAP));
        add("maps shuffled", ITEMS, n -> each(n, MAP), n -> shuffled(n, MAP));
        add("maps without a name, shuffled", ITEMS, n -> each(n, i -> "- a: " + i % 50 + "\n  b: " + i % 70 + "\n"), n -> shuffled(n, i -> "- a: " + i % 50 + "\n  b: " + i % 70 + "\n"));
        add("maps of one name", ITEMS, n -> each(n, i -> "- name: n\n  b: " + i + "\n"), n -> shuffled(n, i -> "- name: n\n  b: " + i + "\n"));
        add("maps of many keys", 500, n -> wide(n, 0), n -> wide(n, 1));
        add("lists of lists", ITEMS, n -> each(n, i -> "- [1, " + i + "]\n"), n -> shuffled(n, i -> "- [1, " + i + "]\n"));
    }

    private void documents() {
        IntFunction<String> object = i -> "---\nkind: A\nmetadata: {name: a" + i + "}\nx: " + i + "\n";
        IntFunction<String> numbered = i -> "---\nx: " + i + "\n";
        add("documents shuffled", ITEMS, n -> each(n, numbered), n -> shuffled(n, numbered));
        add("documents all changed", ITEMS, n -> each(n, numbered), n -> each(n, i -> "---\nx: new-" + i + "\n"));
        add("documents all gone", ITEMS, n -> each(n, numbered), n -> "x: 1\n");
        add("Kubernetes objects shuffled", ITEMS, n -> each(n, object), n -> shuffled(n, object));
    }

    /** What the facts of a change ask of the other states of its file. */
    private void lookups() {
        cases.add(new Case("lookup: each key of a flat file", ITEMS, n -> {
            Part part = Texts.read(Format.YAML, each(n, KEY)).parts().get(0);
            return () -> {
                for (int i = 0; i < n; i++) {
                    Growth.Sink.result = Lookup.find(part, KeyPath.ROOT.name("key-" + i));
                }
            };
        }));
    }

    /** Each item twice, so that one is alone only behind the one before; what stands between differs. */
    private static String cut(int n, String between) {
        return "- a0\n" + each(n, i -> "- " + between + "\n- a" + (i + 1) + "\n- " + between + i % 2 + "\n- a" + (i == 0 ? "x" : i) + "\n");
    }

    private static String wide(int n, int from) {
        return each(20, item -> "- k0: " + item + "\n" + each(n, i -> "  key-" + i + ": " + (i + from) + "\n"));
    }
}
