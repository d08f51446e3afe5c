package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Typesafe Config says what a HOCON file means. */
class HoconLawTest {

    private static final ConfigParseOptions NO_INCLUDES = ConfigParseOptions.defaults()
            .setIncluder(new ConfigIncluder() {
                @Override
                public ConfigIncluder withFallback(ConfigIncluder fallback) {
                    return this;
                }

                @Override
                public ConfigObject include(ConfigIncludeContext context, String what) {
                    return ConfigFactory.empty().root();
                }
            });

    @Property(tries = 10_000)
    void means_what_typesafe_config_reads(@ForAll("texts") String text) {
        Object expected = null;
        String refused = "";
        try {
            ConfigObject root = ConfigFactory.parseString(text, NO_INCLUDES).root();
            // What holds a substitution cannot be asked for its value.
            expected = text.contains("${") || text.contains("+=") ? null : plain(root.unwrapped());
        } catch (ConfigException.WrongType list) {
            return;
        } catch (ConfigException e) {
            refused = String.valueOf(e.getMessage());
        }
        Parsed parsed = Trees.parse("a.hocon", text);
        assertThat(parsed instanceof Parsed.Ok)
                .as(KeyPath.quoted(text) + " " + refused + " " + parsed)
                .isEqualTo(refused.isEmpty());
        if (parsed instanceof Parsed.Ok ok && expected != null) {
            assertThat(plain(ok.document().parts().get(0).root()))
                    .as(KeyPath.quoted(text))
                    .isEqualTo(expected);
        }
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping map) {
            Map<String, Object> plain = new TreeMap<>();
            map.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
            return plain;
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(HoconLawTest::plain).toList();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.type()) {
            case INTEGER, DECIMAL -> Double.parseDouble(scalar.text());
            default -> scalar.text();
        };
    }

    private static Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((key, each) -> plain.put((String) key, plain(each)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(HoconLawTest::plain).toList();
        }
        return value instanceof Number number ? number.doubleValue() : String.valueOf(value);
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
                ":",
                "1",
                "1.5",
                "1e3",
                " = 1e+3\n",
                "1e+3",
                "-.5",
                "+=",
                "-",
                "true",
                "null",
                "\n",
                "\r\n",
                "a {",
                "a.b {",
                "[",
                "]",
                "{",
                "}",
                ", ",
                ",",
                "\"",
                "\"\"\"",
                "\\",
                "\\n",
                "\\u0041",
                "#",
                "//",
                " ",
                "\t",
                "a = 1\n",
                "b = 2\n",
                "a.b = 3\n",
                "a.c = 4\n",
                "a = {}\n",
                "a = []\n",
                "a = [1, 2] [3]\n",
                "b = {a = 1} {b.c = 2}\n",
                "\u00e4",
                "\ud83d\ude00",
                "\"x\"",
                "\"x.y\"",
                "10s",
                "http",
                "/",
                "+",
                "a b",
                "${a}",
                "${?a.b}",
                "${",
                "$",
                "include \"x\"\n",
                "include",
                "?",
                "*");
        return tokens.list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
