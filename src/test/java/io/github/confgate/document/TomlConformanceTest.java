package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** toml-lang/toml-test: the cases of TOML 1.1, and what TOML 1.0 takes. */
class TomlConformanceTest {

    @Test
    void reads_every_valid_case_to_its_tree() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String file :
                Stream.concat(files("1.1.0"), files("1.0.0")).distinct().toList()) {
            if (file.startsWith("valid/")) {
                Object expected = expected(file.replace(".toml", ".json"));
                Object actual = parse(file) instanceof Parsed.Ok ok
                        ? plain(ok.document().parts().get(0).root())
                        : "refused";
                if (!expected.equals(actual)) {
                    wrong.add(file + "\n" + expected + "\n" + actual);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refuses_every_invalid_case_but_for_what_came_with_toml_1_1() throws IOException {
        Set<String> newlyValid =
                files("1.0.0").filter(TomlConformanceTest::isInvalid).collect(Collectors.toSet());
        newlyValid.removeAll(files("1.1.0").toList());
        Set<String> accepted = Stream.concat(files("1.0.0"), files("1.1.0"))
                .filter(TomlConformanceTest::isInvalid)
                .filter(file -> parse(file) instanceof Parsed.Ok)
                .collect(Collectors.toSet());
        assertThat(accepted).isNotEmpty().isSubsetOf(newlyValid);
    }

    @Test
    void leaves_out_no_file_of_the_suite() throws IOException {
        Path suite = Conformance.suite("toml");
        try (Stream<Path> all = Files.walk(suite)) {
            Set<String> listed = Stream.concat(files("1.0.0"), files("1.1.0")).collect(Collectors.toSet());
            assertThat(all.filter(file -> file.toString().endsWith(".toml"))
                            .map(file -> suite.relativize(file).toString()))
                    .isNotEmpty()
                    .isSubsetOf(listed);
        }
    }

    private static boolean isInvalid(String file) {
        return file.startsWith("invalid/");
    }

    private static Stream<String> files(String version) throws IOException {
        return Files.readAllLines(Conformance.suite("toml").resolve("files-toml-" + version)).stream()
                .filter(file -> file.endsWith(".toml"));
    }

    private static Parsed parse(String file) {
        byte[] bytes = Conformance.bytes(Conformance.suite("toml").resolve(file));
        return Documents.parse(file, bytes, Format.TOML, Limits.standard());
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping map) {
            Map<String, Object> plain = new TreeMap<>();
            map.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
            return plain;
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(TomlConformanceTest::plain).toList();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.type()) {
            case INTEGER -> "integer " + integer(scalar.text());
            case DECIMAL -> "float " + decimal(scalar.text());
            case BOOLEAN -> "bool " + scalar.text();
            default -> "text " + time(scalar.text());
        };
    }

    private static Object expected(String file) throws IOException {
        Path path = Conformance.suite("toml").resolve(file);
        try (JsonParser json = new JsonFactory().createParser(Files.readString(path))) {
            json.nextToken();
            return value(json);
        }
    }

    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(json));
            }
            return list;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return json.getText();
        }
        Map<String, Object> map = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.getText();
            json.nextToken();
            map.put(key, value(json));
        }
        return map.keySet().equals(Set.of("type", "value")) && map.get("type") instanceof String type
                ? scalar(type, String.valueOf(map.get("value")))
                : map;
    }

    private static String scalar(String type, String value) {
        return switch (type) {
            case "integer" -> "integer " + integer(value);
            case "float" -> "float " + decimal(value);
            case "bool" -> "bool " + value;
            default -> "text " + time(value);
        };
    }

    /** The suite writes dates and times in one way: with a T and a Z, with seconds, without zeros behind a fraction. */
    private static String time(String text) {
        if (!text.matches("(?s)(\\d{4}-\\d\\d-\\d\\d([Tt ].*)?)|(\\d\\d:\\d\\d.*)")) {
            return text;
        }
        return text.toUpperCase(Locale.ROOT)
                .replace(' ', 'T')
                .replaceFirst("^(.*T)?(\\d\\d:\\d\\d)($|Z|[+-])", "$1$2:00$3")
                .replaceFirst("(\\.\\d*?)0+($|Z|[+-])", "$1$2")
                .replaceFirst("\\.($|Z|[+-])", "$1");
    }

    private static long integer(String text) {
        String digits = text.replace("_", "");
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        return Long.parseLong(radix == 10 ? digits : digits.substring(2), radix);
    }

    private static double decimal(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("nan")) {
            return Double.NaN;
        }
        return digits.endsWith("inf")
                ? Double.parseDouble(digits.replace("inf", "Infinity"))
                : Double.parseDouble(digits);
    }
}
