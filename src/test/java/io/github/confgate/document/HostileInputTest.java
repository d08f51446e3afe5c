package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Diagnostic.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to overflow, to exhaust or to slow down: each is read or refused, in time that grows with its size. */
class HostileInputTest {

    private static final Duration QUICK = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "- ", "? ", "{a: ", "[a, ", "!t ", "&a ", "*a ", "{a", "a: ", "'", "\"", "%", "---\n"})
    void yaml_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.yml", unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "\"", "1", "[1],", "[[],"})
    void json_that_repeats_itself_is_refused_or_read(String unit) {
        quick("config.json", unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a[0]", "[", "]", "a\\\n", "=", "\\", "a=1\n", "a.a=1\n", "#\n"})
    void properties_that_repeat_themselves_are_refused_or_read(String unit) {
        quick("a.properties", unit.repeat(100_000));
        quick("application.properties", unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=\"\n", "A='\n", "A=\"\\\n", "=", "A", "A=\"\"x\n", "export ", "A= #"})
    void dotenv_that_repeats_itself_is_refused_or_read(String unit) {
        quick(".env", unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=[",
                "a={b=",
                "[",
                "[[",
                "[a",
                "a.",
                "a.b",
                "=",
                "\"",
                "'",
                "a='''\n",
                "a=\"\"\"\n",
                "a=\"\n",
                "a=1\n",
                "a.a=1\n",
                "[a]\n",
                "[[a]]\n",
                "[a.b]\n",
                "[a.[b",
                "a=\"\\\n",
                "a=1_",
                "a=1 ",
                "#\n",
                "{",
                "a={a.a=1,"
            })
    void toml_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.toml", unit.repeat(100_000));
        quick("a.toml", "a=" + unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=[",
                "a{",
                "a:{b=",
                "[",
                "{",
                "a.",
                "a.b",
                "=",
                "\"",
                "\"\"\"",
                "a=\"\"\"\n",
                "a=\"\n",
                "a=1\n",
                "a+=1\n",
                "a.a=1\n",
                "a{}\n",
                "a=${a}\n",
                "a=${?a}\n",
                "${",
                "${a} ",
                "a=${?a",
                "[1] ",
                "{a=1} ",
                "a.b{c=1}\n",
                "include \"a\"\n",
                "include ",
                "//",
                "#\n",
                "a ",
                "1e",
                "1e+",
                "a=1e+1\n",
                "\\",
                "a={a=1} {a=2}\n",
                "\n",
                " "
            })
    void hocon_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.hocon", unit.repeat(100_000));
        quick("a.hocon", "a=" + unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[a]\n", "[a", "a", "a=", "a=1\n", " a=1\n", "a=\n ", "\n ", "=", "\"", "a=\"", " ;", ";\n"
            })
    void ini_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.ini", unit.repeat(100_000));
        quick("a.ini", "a=1\n" + unit.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "/*", "//", "//\n", "/**/", ",", "[1,],"})
    void json_with_comments_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.jsonc", unit.repeat(100_000));
    }

    @Test
    void depth_is_a_limit_with_its_name() {
        assertThat(Trees.failure("a.yml", "[".repeat(100_000)))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.LIMIT))
                .satisfies(d -> assertThat(d.message()).contains("`limits.depth`"));
        assertThat(Trees.failure("config.json", "[".repeat(100_000)).message()).contains("`limits.depth`");
        assertThat(Trees.failure("a.properties", "a.".repeat(100_000) + "b=1").message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.toml", "a=" + "[".repeat(100_000)).message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.toml", "a.".repeat(100_000) + "a=1").message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.toml", "a=" + "{a=".repeat(100_000)).message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.toml", "[a.a]\na.a.a=" + "[".repeat(96)).message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.hocon", "a=" + "[".repeat(100_000)).message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.hocon", "a{".repeat(100_000)).message()).contains("`limits.depth`");
        assertThat(Trees.failure("a.hocon", "a.".repeat(100_000) + "a=1").message())
                .contains("`limits.depth`");
        assertThat(Trees.failure("a.jsonc", "[".repeat(100_000)).message()).contains("`limits.depth`");
        String dotted = IntStream.range(0, 90)
                .mapToObj(i -> "  ".repeat(i) + "a.b.c:\n")
                .collect(Collectors.joining());
        assertThat(Trees.failure("application.yml", dotted + "  ".repeat(90) + "a: 1")
                        .message())
                .contains("`limits.depth`");
    }

    @Test
    void a_thousand_million_laughs_cost_what_their_text_costs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " ["
                    + String.join(", ", List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))
                    + "]\n");
        }
        assertThat(Trees.failure("a.yml", text.toString()).message()).contains("`limits.nodes`");
    }

    @Test
    void a_chain_of_aliases_is_as_deep_as_what_it_stands_for() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 200; i++) {
            text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertThat(Trees.failure("a.yml", text.toString()).message()).contains("`limits.depth`");
    }

    @Test
    void shared_nodes_stay_shared() {
        StringBuilder text = new StringBuilder("base: &b\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("  k" + i + ": v\n");
        }
        for (int i = 0; i < 1_900; i++) {
            text.append("m" + i + ": *b\n");
        }
        Assertions.assertTimeout(QUICK, () -> {
            Node root = Trees.document("application.yml", text + "x.y: 1\n")
                    .parts()
                    .get(0)
                    .root();
            Node.Mapping map = (Node.Mapping) root;
            assertThat(((Node.Mapping) map.entries().get(0).value()).entries())
                    .isSameAs(((Node.Mapping) map.entries().get(1_900).value()).entries());
        });
    }

    @Test
    void many_keys_and_long_lines_take_time_in_the_order_of_their_size() {
        String keys = IntStream.range(0, 100_000)
                .mapToObj(i -> "key" + i + ": &a" + i + " v\n")
                .collect(Collectors.joining());
        quick("a.yml", keys);
        quick("application.yml", keys + "a.b: 1\n");
        quick("a.properties", keys);
        quick("a.yml", "a: " + "x".repeat(2_000_000));
        quick("a.yml", "a: '" + "x ".repeat(100_000) + "'");
        quick("a.yml", "a: |\n" + "  x\n".repeat(200_000));
        quick("a.yml", "x: &a 1\ny: [" + "*a,".repeat(100_000) + "]");
        quick("a.yml", "[" + "😀,".repeat(100_000) + "]");
        quick("config.json", "[" + "\"😀\",".repeat(100_000) + "1]");
        quick("a.yml", "a: 1\n".repeat(100_000));
        quick("config.json", "{" + "\"a\":1,".repeat(100_000) + "\"b\":1}");
        quick(".env", IntStream.range(0, 50_000).mapToObj(i -> "K" + i + "=v\n").collect(Collectors.joining()));
        String values = IntStream.range(0, 100_000)
                .mapToObj(i -> "app.key" + i + " = \"v\"\n")
                .collect(Collectors.joining());
        for (String path : List.of("a.toml", "a.hocon", "a.ini")) {
            quick(path, values);
            quick(path, values.replace("=", "=\n  ").replace("app.", "a"));
            quick(path, "a = '" + "x ".repeat(1_000_000) + "'\n");
            quick(path, "a = \"" + "x ".repeat(1_000_000) + "\"\n");
            quick(path, "a = [" + "1, ".repeat(100_000) + "1]\n");
            quick(path, "[" + "a".repeat(1_000_000) + "]\n");
        }
        quick(
                "a.hocon",
                IntStream.range(0, 50_000).mapToObj(i -> "x = ${?V" + i + "}\n").collect(Collectors.joining()));
        quick("a.hocon", "x = 1 " + "${?V}".repeat(100_000));
        quick("a.hocon", "x { y { z = 1 } }\n".repeat(50_000));
        quick(
                "a.toml",
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "[t.t" + i + "]\na=1\n")
                        .collect(Collectors.joining()));
        quick("a.properties", "a" + "\\\n b".repeat(100_000));
        quick("a.yml", "a: \"" + "\\\n".repeat(100_000) + "\"");
        quick("a.yml", "0".repeat(200_000) + ": " + "0:0".repeat(100_000));
        quick("a.yml", ("0".repeat(500) + ":0".repeat(200) + "x: 1\n").repeat(1_000));
    }

    @Test
    void remarks_are_told_up_to_a_hundred() {
        Parsed.Ok parsed = (Parsed.Ok) Trees.parse("a.yml", "a: 1\n".repeat(1_000));
        assertThat(parsed.remarks()).hasSize(101);
        assertThat(parsed.remarks().get(100).message()).isEqualTo("more keys stand twice; only the first 100 are told");
    }

    @Test
    void each_limit_has_its_name() {
        Limits small = new Limits(70, 25, 4, 10, 2, Duration.ofSeconds(10));
        for (Format format : Format.values()) {
            assertThat(limit(format, "a".repeat(71), small))
                    .isEqualTo("0 is larger than 70 bytes: split the file, or raise `limits.bytes` in the policy");
            assertThat(limit(format, "\n".repeat(30) + "a".repeat(26), small))
                    .isEqualTo(
                            "31 has a line of more than 25 characters: break the line, or raise `limits.line` in the policy");
        }
        String depth =
                " maps and lists are nested deeper than 4 levels: nest less, or raise `limits.depth` in the policy";
        assertThat(limit(Format.YAML, "[[[[[1]]]]]", small)).endsWith(depth);
        assertThat(limit(Format.JSON, "[[[[[1]]]]]", small)).endsWith(depth);
        assertThat(limit(Format.JSONC, "[[[[[1]]]]]", small)).endsWith(depth);
        assertThat(limit(Format.PROPERTIES, "a.b.c.d.e=1", small)).endsWith(depth);
        assertThat(limit(Format.TOML, "a=[[[[[1]]]]]", small)).endsWith(depth);
        assertThat(limit(Format.HOCON, "a=[[[[[1]]]]]", small)).endsWith(depth);
        assertThat(limit(Format.XML, "<a><a><a><a><a/></a>\n</a></a></a>", small))
                .endsWith(depth);
        assertThat(limit(Format.HCL, "a=[[[[[1]]]]]", small)).endsWith(depth);
        String nodes = " has more than 10 nodes with its aliases expanded: use fewer aliases, split the file, or raise"
                + " `limits.nodes` in the policy";
        String list = "[1,1,1,1,1,1,1,1,1,1,1]";
        String keys = IntStream.range(0, 11).mapToObj(i -> "k" + i + "=1\n").collect(Collectors.joining());
        assertThat(limit(Format.YAML, list, small)).endsWith(nodes);
        assertThat(limit(Format.JSON, list, small)).endsWith(nodes);
        assertThat(limit(Format.JSONC, list, small)).endsWith(nodes);
        for (Format format : List.of(
                Format.PROPERTIES, Format.DOTENV, Format.KEYVALUE, Format.INI, Format.TOML, Format.HOCON, Format.HCL)) {
            assertThat(limit(format, keys, small)).as(format.id()).endsWith(nodes);
        }
        assertThat(limit(Format.XML, "<a>" + "<b/>\n".repeat(11) + "</a>", small))
                .endsWith(nodes);
        assertThat(limit(Format.YAML, "--- 1\n--- 2\n--- 3\n", small))
                .isEqualTo(
                        "3 has more than 2 documents in one file: split the file, or raise `limits.parts` in the policy");
    }

    @Test
    void time_is_a_limit_with_its_name() {
        Limits impatient = new Limits(10_000_000, 10_000_000, 100, 10_000_000, 10, Duration.ofMillis(1));
        assertThat(limit(Format.YAML, "a: [b, {c: d}]\n".repeat(100_000), impatient))
                .isEqualTo("0 takes longer than 1 ms to read: split the file, or raise `limits.time` in the policy");
        // This parser looks at the clock itself.
        assertThat(limit(Format.JSON, "[" + "{\"a\": 1},\n".repeat(200_000) + "1]", impatient))
                .isEqualTo("0 takes longer than 1 ms to read: split the file, or raise `limits.time` in the policy");
    }

    private static String limit(Format format, String text, Limits limits) {
        Parsed parsed = Documents.parse("a/b", text.getBytes(StandardCharsets.UTF_8), format, limits);
        assertThat(parsed).as("%s", format).isInstanceOf(Parsed.Failed.class);
        Diagnostic diagnostic = ((Parsed.Failed) parsed).diagnostic();
        assertThat(diagnostic.path()).isEqualTo("a/b");
        assertThat(diagnostic.kind()).as("%s", diagnostic).isEqualTo(Kind.LIMIT);
        return diagnostic.line() + " " + diagnostic.message();
    }

    private static void quick(String path, String text) {
        Assertions.assertTimeout(QUICK, () -> {
            if (Trees.parse(path, text) instanceof Parsed.Ok ok) {
                List<Leaf> leaves = new ArrayList<>();
                ok.document().parts().forEach(part -> leaves.addAll(Leaves.of(part)));
                assertThat(leaves).isNotNull();
            }
        });
    }

    /** 16,000 names of one hash: where a table searched them one by one this took ten seconds and more. */
    @Test
    void names_that_were_chosen_to_have_one_hash_cost_no_more_than_others() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16_000; i++) {
            for (int bit = 0; bit < 14; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("=1\n");
        }
        Limits three = new Limits(1 << 20, 1 << 20, 100, 100_000, 10, Duration.ofSeconds(3));
        assertThat(Documents.parse("a.properties", text.toString().getBytes(StandardCharsets.UTF_8), three))
                .isInstanceOf(Parsed.Ok.class);
    }
}
