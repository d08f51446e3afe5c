package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** tomlj says what a TOML file means. */
class TomlLawTest {

    @Property(tries = 10_000)
    void means_what_tomlj_reads(@ForAll("texts") String text) {
        Parsed parsed = Trees.parse("a.toml", text);
        TomlParseResult expected = tomlj(text);
        if (expected == null || expected.errors().stream().anyMatch(TomlLawTest::isOfItsOwn)) {
            return;
        }
        // What TOML refuses may still be compared by its lines, as a template.
        boolean accepted = parsed instanceof Parsed.Ok read && read.document().form() == Document.Form.PLAIN;
        assertThat(accepted)
                .as(KeyPath.quoted(text) + " " + expected.errors() + " " + parsed)
                .isEqualTo(expected.errors().isEmpty());
        if (accepted && parsed instanceof Parsed.Ok ok) {
            assertThat(plain(ok.document().parts().get(0).root()))
                    .as(KeyPath.quoted(text))
                    .isEqualTo(plain(expected));
        }
    }

    /**
     * What tomlj says; null where it breaks down: it tells of wrong text by {@link TomlParseResult#errors()} and throws
     * for none.
     */
    private static @Nullable TomlParseResult tomlj(String text) {
        try {
            return Toml.parse(text, TomlVersion.V1_1_0);
        } catch (NullPointerException | IndexOutOfBoundsException | ClassCastException | IllegalStateException fault) {
            // A fault that is thrown very often comes without a trace.
            assertThat(List.of(fault.getStackTrace()).stream().limit(1))
                    .allMatch(place -> place.getClassName().startsWith("org.tomlj."));
            return null;
        }
    }

    /** TOML sets a limit to integers; to floats tomlj does. */
    private static boolean isOfItsOwn(TomlParseError error) {
        return String.valueOf(error.getMessage()).startsWith("Float is too ");
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping map) {
            Map<String, Object> plain = new TreeMap<>();
            map.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
            return plain;
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(TomlLawTest::plain).toList();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.type()) {
            case INTEGER -> Long.parseLong(scalar.text().replace("_", ""));
            case DECIMAL -> Double.parseDouble(scalar.text().replace("_", ""));
            default -> scalar.text();
        };
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            Map<String, Object> plain = new TreeMap<>();
            table.entrySet().forEach(entry -> plain.put(entry.getKey(), plain(entry.getValue())));
            return plain;
        }
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(TomlLawTest::plain).toList();
        }
        return value instanceof Number ? value : value.toString();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tokens = Arbitraries.of(
                "a",
                "b",
                "a.b",
                ".",
                "=",
                " = ",
                "1",
                "12_0",
                "1.5",
                "1e3",
                "+",
                "-",
                "true",
                "\n",
                "\r\n",
                "[a]\n",
                "[b]\n",
                "[a.b]\n",
                "[[a]]\n",
                "[[a.b]]\n",
                "[",
                "]",
                "{",
                "}",
                ", ",
                ",",
                "\"",
                "'",
                "\"\"\"",
                "'''",
                "\\",
                "\\n",
                "\\u0041",
                "\\x41",
                "#",
                " ",
                "\t",
                "a = 1\n",
                "b = 2\n",
                "a.b = 3\n",
                "a.c = 4\n",
                "b.a.c = 5\n",
                "a = {}\n",
                "a = []\n",
                "b = {a = 1, b.c = 2}\n",
                "\u00e4",
                "\ud83d\ude00",
                "1979-05-27\n",
                "\"x\"");
        return tokens.list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
