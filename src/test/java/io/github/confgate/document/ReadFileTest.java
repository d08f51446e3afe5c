package io.github.confgate.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReadFileTest {

    private static final String PATH = "values.yaml";
    private static final Limits LIMITS = Limits.standard();

    /** Where a node begins and ends. */
    private static final Pattern PLACE = Pattern.compile("@(\\d+):(\\d+)-[0-9:]+(?: from [-0-9:]+)?");

    /** Long enough to be worth it, with entries of every shape. */
    private static final String FILE = file();

    /** Anchors of every kind, in force for a while, and what uses them. */
    private static final String ANCHORED = anchored();

    @Property(tries = 1_500)
    void isReadByWhatDiffersAsItIsReadWhole(@ForAll("edits") List<Edit> edits) {
        isReadAsItIsReadWhole(FILE, edits);
    }

    @Property(tries = 1_500)
    void isReadByWhatDiffersWhereAnchorsAreUsed(@ForAll("anchorEdits") List<Edit> edits) {
        isReadAsItIsReadWhole(ANCHORED, edits);
    }

    /** A version is what one or several edits make of the one before. */
    private static void isReadAsItIsReadWhole(String file, List<Edit> edits) {
        String text = file;
        ReadFile read = ReadFile.of(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
        ReadFile values = ReadFile.valuesOf(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
        for (Edit edit : edits) {
            text = edit.of(text);
            if (edit.at() % 2 == 0) {
                byte[] bytes = text.getBytes(UTF_8);
                read = read.next(PATH, bytes, Format.YAML, LIMITS);
                values = values.next(PATH, bytes, Format.YAML, LIMITS);
                Parsed whole = Documents.parse(PATH, bytes, Format.YAML, LIMITS);
                assertThat(Trees.dump(read.parsed())).as("after %s", edit).isEqualTo(Trees.dump(whole));
                assertThat(inOrder(values.parsed())).as("values after %s", edit).isEqualTo(inOrder(whole));
            }
        }
    }

    /** A tree with the order of the lines on which its nodes begin in the place of the lines. */
    private static String inOrder(Parsed parsed) {
        if (parsed instanceof Parsed.Failed failed) {
            return failed.diagnostic().kind().id();
        }
        String dump = Trees.dump(new Parsed.Ok(((Parsed.Ok) parsed).document(), List.of()));
        List<Integer> lines = PLACE.matcher(dump)
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .sorted()
                .distinct()
                .toList();
        return PLACE.matcher(dump)
                .replaceAll(place ->
                        "@" + Collections.binarySearch(lines, Integer.valueOf(place.group(1))) + ":" + place.group(2));
    }

    @Test
    void keepsWhatStandsBelowWhereOnlyValuesCount() {
        ReadFile read = ReadFile.valuesOf(PATH, FILE.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = FILE.replace("  port: 8003\n", "  port: 9003\n  more: 1\n  still: more\n");
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(root(next).entry("service-5")).isSameAs(root(read).entry("service-5"));
        assertThat(root(next).entry("service-3")).isNotEqualTo(root(read).entry("service-3"));
    }

    @Test
    void goesOnWhereLinesComeAgainAndAgainAtOnePlace() {
        String text = FILE;
        ReadFile read = ReadFile.valuesOf(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
        for (int i = 0; i < 60; i++) {
            text = text.replace("  port: 8003\n", "  port: 8003\n  more-" + i + ": " + i + "\n");
            read = read.next(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
            assertThat(inOrder(read.parsed()))
                    .isEqualTo(inOrder(Documents.parse(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS)));
        }
        assertThat(read.patch()).isNotNull();
    }

    @Test
    void parsesEachOfSeveralEntriesThatDiffer() {
        ReadFile read = ReadFile.of(PATH, ANCHORED.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = ANCHORED.replace("  port: 8002\n", "  port: 9002\n  new: [*number, *map]\n")
                .replace("  port: 8005\n", "")
                .replace("  port: 8008\n", "  ports: [*number]\n");
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(Trees.dump(next.parsed()))
                .isEqualTo(Trees.dump(Documents.parse(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS)));
        assertThat(root(next).entry("user-1")).isSameAs(root(read).entry("user-1"));
        assertThat(next.patch()).isNotNull();
    }

    @Test
    void readsAnEntryWithAliasesByItself() {
        ReadFile read = ReadFile.of(PATH, ANCHORED.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = ANCHORED.replace("  port: 8003\n", "  port: *number\n  more: *map\n");
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(Trees.dump(next.parsed()))
                .isEqualTo(Trees.dump(Documents.parse(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS)));
        assertThat(root(next).entry("map")).isSameAs(root(read).entry("map"));
        assertThat(root(next).entry("user-3")).isNotEqualTo(root(read).entry("user-3"));
    }

    @Test
    void readsAnAliasThatComesToWhatWasChangedBefore() {
        String unused = ANCHORED.replace("use: *outer\n", "");
        String changed = unused.replace("    w: 3\n", "    w: 4\n    t: 5\n");
        String used = changed.replace("  port: 8009\n", "  port: *outer\n");
        ReadFile read = ReadFile.of(PATH, unused.getBytes(UTF_8), Format.YAML, LIMITS)
                .next(PATH, changed.getBytes(UTF_8), Format.YAML, LIMITS)
                .next(PATH, used.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(Trees.dump(read.parsed()))
                .isEqualTo(Trees.dump(Documents.parse(PATH, used.getBytes(UTF_8), Format.YAML, LIMITS)));
    }

    @Test
    void readsAliasesAnewThatStandForSomethingElse() {
        ReadFile read = ReadFile.of(PATH, ANCHORED.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = ANCHORED.replace("number: &number 7\n", "number: &number 8\n");
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(Trees.dump(next.parsed()))
                .isEqualTo(Trees.dump(Documents.parse(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS)));
        assertThat(own(next, "user-2")).isNotEqualTo(own(read, "user-2"));
        // Another anchor of that name counts by then: only who takes in what lies above it is read anew.
        assertThat(own(next, "user-6")).isSameAs(own(read, "user-6"));
    }

    private static Node own(ReadFile file, String user) {
        return ((Node.Mapping) root(file).get(user)).get("own");
    }

    @Test
    void readsAliasesThatComeWithTheirAnchorElsewhere() {
        ReadFile read = ReadFile.of(PATH, ANCHORED.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = ANCHORED.replace("  port: 8003\n", "  port: &fresh 9003\n")
                .replace("  port: 8006\n", "  port: *fresh\n");
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(Trees.dump(next.parsed()))
                .isEqualTo(Trees.dump(Documents.parse(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS)));
        assertThat(own(next, "user-5")).isSameAs(own(read, "user-5"));
    }

    @Test
    void keepsTheCountOfNodesThatAliasesExpandTo() {
        Limits few = new Limits(1 << 20, 1 << 20, 100, 2_500, 10, Duration.ofSeconds(30));
        ReadFile read = ReadFile.of(PATH, ANCHORED.getBytes(UTF_8), Format.YAML, few);
        assertThat(read.parsed() instanceof Parsed.Ok).isTrue();
        String text = ANCHORED;
        for (int i = 0; i < 60 && read.parsed() instanceof Parsed.Ok; i++) {
            text = text.replace("  port: 8003\n", "  port: 8003\n  more-" + i + ": {a: *map, b: [*map, *map, *map]}\n");
            byte[] bytes = text.getBytes(UTF_8);
            read = read.next(PATH, bytes, Format.YAML, few);
            assertThat(Trees.dump(read.parsed())).isEqualTo(Trees.dump(Documents.parse(PATH, bytes, Format.YAML, few)));
        }
        assertThat(read.parsed() instanceof Parsed.Failed).isTrue();
    }

    @Test
    void readsByWhatDiffersBesideAKeyThatHasConfigMapInItsName() {
        String text = FILE.replace("first: 1\n", "first: 1\nnginxConfigMap: {create: false}\n");
        ReadFile read = ReadFile.of(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
        ReadFile next = read.next(PATH, text.replace("port: 8003", "port: 9003").getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(root(next).entry("service-2")).isSameAs(root(read).entry("service-2"));
    }

    @Test
    void readsByWhatDiffersBehindTheMarkOfADocument() {
        String text = "# about\n\n---\n" + FILE;
        ReadFile read = ReadFile.of(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
        ReadFile next = read.next(PATH, text.replace("port: 8003", "port: 9003").getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(root(next).entry("service-2")).isSameAs(root(read).entry("service-2"));
    }

    @Test
    void opensTheFilesOfAConfigMapThatAChangeMakes() {
        String text = FILE.replace("first: 1\n", "kind: Config\ndata:\n  a.json: |\n    {\"b\": 1}\n");
        String other = text.replace("kind: Config\n", "kind: ConfigMap\n");
        ReadFile read = ReadFile.of(PATH, text.getBytes(UTF_8), Format.YAML, LIMITS);
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        assertThat(Trees.dump(next.parsed()))
                .isEqualTo(Trees.dump(Documents.parse(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS)));
    }

    @Test
    void parsesOnlyTheEntryThatDiffers() {
        ReadFile read = ReadFile.of(PATH, FILE.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = FILE.replace("port: 8003", "port: 9003");
        ReadFile next = read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS);
        Node.Mapping before = root(read);
        Node.Mapping after = root(next);
        assertThat(after).isNotEqualTo(before);
        for (int i = 0; i < before.entries().size(); i++) {
            if (!before.entries().get(i).key().equals("service-3")) {
                assertThat(after.entries().get(i)).isSameAs(before.entries().get(i));
            }
        }
    }

    @Test
    void parsesOnlyTheItemThatDiffers() {
        ReadFile read = ReadFile.of(PATH, FILE.getBytes(UTF_8), Format.YAML, LIMITS);
        String other = FILE.replace("      value: 3\n", "      value: 33\n");
        Node.Sequence before = (Node.Sequence) root(read).get("apps");
        Node.Sequence after = (Node.Sequence) root(read.next(PATH, other.getBytes(UTF_8), Format.YAML, LIMITS))
                .get("apps");
        assertThat(after).isNotEqualTo(before);
        assertThat(after.items().get(2)).isSameAs(before.items().get(2));
        assertThat(after.items().get(4)).isSameAs(before.items().get(4));
    }

    private static Node.Mapping root(ReadFile file) {
        return (Node.Mapping)
                ((Parsed.Ok) file.parsed()).document().parts().get(0).root();
    }

    private static String file() {
        StringBuilder text = new StringBuilder("# a comment\nfirst: 1\n\n");
        text.append("base: &base\n  x: 1\n  nested: {y: 2}\nuses:\n  <<: *base\n  z: 3\nalso: *base\napps:\n");
        for (int i = 0; i < 10; i++) {
            text.append("- name: app-")
                    .append(i)
                    .append("\n  env:\n    - name: A\n      value: ")
                    .append(i);
            text.append("\n    - name: B\n      value: \"x\"\n  # note\n  image: {tag: 1}\n");
        }
        text.append("shared:\n  - &item\n    a: 1\n    b: 2\n  - *item\n");
        for (int i = 0; i < 12; i++) {
            text.append("service-").append(i).append(":\n");
            text.append("  port: ").append(8000 + i).append("\n  # about the list\n  list:\n");
            text.append("  - a\n  - name: b\n    value: \"two\n\n      lines\"\n");
            text.append("  deep:\n    deeper:\n      url: https://host-")
                    .append(i)
                    .append(".example.com/a?b=c\n");
            text.append("      flow: {a: 1, b: [x, y],\n        c: d}\n      text: |\n        one\n          two\n\n");
            text.append("      folded: >-\n        three\n        four\n    empty:\n  last: 'it''s'\n");
        }
        return text.append("end: plain\n  continued\n").toString();
    }

    private static String anchored() {
        StringBuilder text = new StringBuilder("number: &number 7\nlist: &list\n- 1\n- {a: *number}\n");
        text.append("map: &map\n  a: 1\n  b:\n    c: &inner {d: 2}\n    e: *inner\n  l: *list\n");
        text.append("hidden:\n  a: 9\n  b: 8\n  l: 7\n  <<: *map\n  z: 1\n");
        for (int i = 0; i < 10; i++) {
            text.append("user-").append(i).append(":\n  port: ").append(8000 + i);
            text.append("\n  own:\n    x: &own ").append(i).append("\n    y: *own\n    z: [*own, *number]\n");
            text.append("  merged:\n    <<: *map\n    more: 1\n  twice:\n    a: 0\n    <<: [*map, *inner]\n    b: 3\n");
            text.append(
                    "  items:\n  - *list\n  - name: n\n    value: *number\n  - <<: *inner\n    f: 1\n  last: *inner\n");
            if (i == 4) {
                text.append("again: &map\n  a: &number 5\n  q: {r: *number}\n");
            }
            if (i == 7) {
                text.append(
                        "outer: &outer\n  deep:\n    deeper: &deeper\n      u: 1\n      v: 2\n    w: 3\nuse: *outer\n");
            }
        }
        return text.append("end: *map\n").toString();
    }

    /** Takes characters out of the text and puts others in. */
    record Edit(int at, int remove, boolean wholeLines, String put) {
        /** A line that stands elsewhere in the text. */
        static final String COPY = "(copy)";

        String of(String text) {
            if (text.isEmpty()) {
                return put;
            }
            if (wholeLines) {
                List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
                int line = at % lines.size();
                String more = put.equals(COPY) ? lines.get(at / 7 % lines.size()) : put + "\n";
                for (int i = 0; i < remove % 4 && line < lines.size(); i++) {
                    lines.remove(line);
                }
                lines.add(Math.min(line, lines.size()), more);
                return String.join("", lines);
            }
            int from = at % text.length();
            return text.substring(0, from) + put + text.substring(Math.min(text.length(), from + remove));
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> puts = Arbitraries.of(
                "",
                "x",
                " ",
                "  ",
                "\n",
                "key: value",
                "  key: value",
                "    key: value",
                "      key: value",
                "- item",
                "  - item",
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                "#",
                " # c",
                ": ",
                ":",
                "|",
                "  block: |\n    text",
                "&a ",
                "*a",
                "<<: *a",
                "---",
                "...",
                "%YAML 1.1",
                "\t",
                "\r\n",
                "{{ x }}",
                "first: 2",
                "  port: 1",
                "é",
                "\u2028",
                "\u0085",
                "? key",
                "!!str ",
                "!tag ",
                "ENC[",
                "kind: ConfigMap",
                "service-3:",
                "end:",
                "  \"quoted\": 1",
                "@",
                "`",
                "~",
                "null",
                "  deep:\n    deeper:\n      x: 1",
                "12",
                ">",
                "  \n",
                "      more");
        return edits(puts);
    }

    @Provide
    Arbitrary<List<Edit>> anchorEdits() {
        return edits(Arbitraries.of(
                Edit.COPY,
                Edit.COPY,
                Edit.COPY,
                "",
                "1",
                "\n",
                " ",
                "*map",
                "*number ",
                "&number ",
                "&map ",
                "&own ",
                "&other ",
                "*other",
                "*own",
                "#",
                "    k: *own",
                "    k: *map",
                "  k: *inner",
                "  k: &inner 3",
                "  k: &map {s: 1}",
                "    <<: *map",
                "  <<: *map",
                "  <<: *inner",
                "  <<: [*map, *inner]",
                "<<: *inner",
                "  - *list",
                "  - &own 4",
                "  *number : 1",
                "  &number k: v",
                "k: &x",
                "k: *number",
                "k: &deeper\n  d: *inner",
                "    deeper: &outer",
                "- *number",
                "    a: 2",
                "    d: 2",
                "<<:\n*map",
                "  v: !tag &t 1",
                "  v: &t !!str 1",
                "  v: &t\n    w: *number",
                "---"));
    }

    private static Arbitrary<List<Edit>> edits(Arbitrary<String> puts) {
        return Arbitraries.randomValue(random -> edit(random, ""))
                .flatMap(any -> puts.list().ofMinSize(1).ofMaxSize(6).map(list -> {
                    Random random = new Random(list.hashCode() * 31L + any.at());
                    return list.stream().map(put -> edit(random, put)).toList();
                }));
    }

    private static Edit edit(Random random, String put) {
        return new Edit(random.nextInt(1 << 20), random.nextInt(5), random.nextBoolean(), put);
    }
}
