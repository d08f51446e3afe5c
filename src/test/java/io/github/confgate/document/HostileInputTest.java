package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Diagnostic.Kind;
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
                .satisfies(d -> assertThat(d.message()).contains("`depth`"));
        assertThat(Trees.failure("config.json", "[".repeat(100_000)).message()).contains("`depth`");
        assertThat(Trees.failure("a.properties", "a.".repeat(100_000) + "b=1").message())
                .contains("`depth`");
        assertThat(Trees.failure("a.toml", "a=" + "[".repeat(100_000)).message())
                .contains("`depth`");
        assertThat(Trees.failure("a.toml", "a.".repeat(100_000) + "a=1").message())
                .contains("`depth`");
        assertThat(Trees.failure("a.toml", "a=" + "{a=".repeat(100_000)).message())
                .contains("`depth`");
        assertThat(Trees.failure("a.toml", "[a.a]\na.a.a=" + "[".repeat(96)).message())
                .contains("`depth`");
        assertThat(Trees.failure("a.hocon", "a=" + "[".repeat(100_000)).message())
                .contains("`depth`");
        assertThat(Trees.failure("a.hocon", "a{".repeat(100_000)).message()).contains("`depth`");
        assertThat(Trees.failure("a.hocon", "a.".repeat(100_000) + "a=1").message())
                .contains("`depth`");
        assertThat(Trees.failure("a.jsonc", "[".repeat(100_000)).message()).contains("`depth`");
        String dotted = IntStream.range(0, 90)
                .mapToObj(i -> "  ".repeat(i) + "a.b.c:\n")
                .collect(Collectors.joining());
        assertThat(Trees.failure("application.yml", dotted + "  ".repeat(90) + "a: 1")
                        .message())
                .contains("`depth`");
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
        assertThat(Trees.failure("a.yml", text.toString()).message()).contains("`nodes`");
    }

    @Test
    void a_chain_of_aliases_is_as_deep_as_what_it_stands_for() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 200; i++) {
            text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertThat(Trees.failure("a.yml", text.toString()).message()).contains("`depth`");
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
    void size_and_parts_are_limits_with_their_names() {
        Limits small = new Limits(10, 10, 10, 2);
        assertThat(message(Documents.parse("a.yml", new byte[11], small))).contains("`bytes`");
        assertThat(message(new io.github.confgate.document.format.YamlParser()
                        .parse("a.yml", "--- 1\n--- 2\n--- 3\n", small)))
                .contains("`parts`");
        assertThat(message(new io.github.confgate.document.format.JsonParser(Format.JSON)
                        .parse("a.json", "[1,1,1,1,1,1,1,1,1,1,1]", small)))
                .contains("`nodes`");
    }

    private static String message(Parsed parsed) {
        return ((Parsed.Failed) parsed).diagnostic().message();
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
}
