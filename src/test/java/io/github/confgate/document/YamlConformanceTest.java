package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * yaml/yaml-test-suite: the same trees as its {@code in.json}, its errors refused. Where SnakeYAML's YAML 1.1 differs,
 * {@code testdata/conformance/yaml-deviations.txt} says so and why; the test fails when a line of it is stale.
 */
class YamlConformanceTest {

    @Test
    void reads_the_trees_of_the_suite_but_for_the_listed_deviations() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path test : cases(Conformance.suite("yaml"))) {
            String deviation = deviation(test);
            if (!deviation.isEmpty()) {
                found.put(Conformance.suite("yaml").relativize(test).toString(), deviation);
            }
        }
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("testdata", "conformance", "yaml-deviations.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split("\\s+", 3);
                assertThat(columns).as("%s has a reason", line).hasSize(3);
                listed.put(columns[0], columns[1]);
            }
        }
        assertThat(found).isEqualTo(listed);
    }

    private static List<Path> cases(Path suite) {
        List<Path> cases = new ArrayList<>();
        for (Path folder : Conformance.entries(suite)) {
            if (Files.exists(folder.resolve("in.yaml"))) {
                cases.add(folder);
            } else if (Files.isDirectory(folder)) {
                Conformance.entries(folder).stream()
                        .filter(inner -> Files.exists(inner.resolve("in.yaml")))
                        .forEach(cases::add);
            }
        }
        return cases;
    }

    private static String deviation(Path test) throws IOException {
        Parsed parsed =
                Documents.parse("in.yaml", Conformance.bytes(test.resolve("in.yaml")), Format.YAML, Limits.standard());
        if (Files.exists(test.resolve("error"))) {
            return parsed instanceof Parsed.Failed ? "" : "accepted";
        }
        if (!(parsed instanceof Parsed.Ok ok)) {
            return "refused";
        }
        Path json = test.resolve("in.json");
        if (!Files.exists(json)) {
            return "";
        }
        List<Object> expected = roots(Files.readString(json));
        expected.removeIf("null"::equals);
        List<Object> actual = new ArrayList<>();
        ok.document().parts().forEach(part -> actual.add(plain(part.root())));
        actual.removeIf(root -> root.equals("null") || (root.equals(Map.of()) && expected.isEmpty()));
        return expected.equals(actual) ? "" : "differs";
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping map) {
            Map<String, Object> plain = new TreeMap<>();
            map.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
            return plain;
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(YamlConformanceTest::plain).toList();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.type()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean " + scalar.text();
            case INTEGER, DECIMAL -> "number " + number(scalar.text());
            case STRING, ENCRYPTED, DIRECTIVE, UNREADABLE -> "string " + scalar.text();
        };
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static List<Object> roots(String json) throws IOException {
        List<Object> roots = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                roots.add(value(parser));
            }
        }
        return roots;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.getText();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> "string " + parser.getText();
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "boolean " + parser.getText();
            default -> "number " + number(parser.getText());
        };
    }
}
