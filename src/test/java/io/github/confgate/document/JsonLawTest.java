package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.confgate.source.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** jackson-core says what is JSON, what its texts are and where they begin. */
class JsonLawTest {

    private static final JsonFactory STRICT = new JsonFactory();
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    @Property(tries = 10_000)
    void takes_what_jackson_takes(@ForAll("texts") String text) {
        same(Format.JSON, STRICT, text);
    }

    @Property(tries = 10_000)
    void takes_comments_and_last_commas_as_jackson_does(@ForAll("texts") String text) {
        same(Format.JSONC, LENIENT, text);
    }

    private static void same(Format format, JsonFactory factory, String text) {
        // Jackson wants white space behind a number that stands alone, also where a comment follows.
        if (text.matches("(?s)(\\s|//[^\n\r]*|/\\*.*?\\*/)*[0-9.eE+-]+/[/*].*")) {
            return;
        }
        List<String> expected = new ArrayList<>();
        boolean accepted;
        try (JsonParser json = factory.createParser(text)) {
            accepted = json.nextToken() != null && read(json, expected) && json.nextToken() == null;
        } catch (IOException e) {
            accepted = false;
        }
        Parsed parsed =
                new io.github.confgate.document.format.JsonParser(format).parse("a.json", text, Limits.standard());
        assertThat(parsed instanceof Parsed.Ok)
                .as(KeyPath.quoted(text) + " " + parsed)
                .isEqualTo(accepted);
        if (parsed instanceof Parsed.Ok ok && ok.remarks().isEmpty()) {
            List<String> found = new ArrayList<>();
            list(ok.document().parts().get(0).root(), found);
            assertThat(found).as(KeyPath.quoted(text)).isEqualTo(expected);
        }
    }

    /** The value whose first token was read: its keys and texts with their places. */
    private static boolean read(JsonParser json, List<String> out) throws IOException {
        int depth = 0;
        while (true) {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (!token.isStructEnd()) {
                JsonLocation at = json.currentTokenLocation();
                String shown = token.isStructStart() ? token.asString() : json.getText();
                out.add(at.getLineNr() + ":" + at.getColumnNr() + " " + shown);
            }
            if (depth == 0) {
                return true;
            }
            if (json.nextToken() == null) {
                return false;
            }
        }
    }

    private static void list(Node node, List<String> out) {
        if (node instanceof Node.Mapping map) {
            out.add(place(map.region()) + "{");
            for (Node.Entry entry : map.entries()) {
                out.add(place(entry.keyRegion()) + entry.key());
                list(entry.value(), out);
            }
        } else if (node instanceof Node.Sequence list) {
            out.add(place(list.region()) + "[");
            list.items().forEach(item -> list(item, out));
        } else {
            out.add(place(node.region()) + ((Node.Scalar) node).text());
        }
    }

    private static String place(Region region) {
        return region.line() + ":" + region.column() + " ";
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"a\"",
                "\"b\"",
                "\"\"",
                "\"\\u00e9\\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"",
                "\\",
                "1",
                "0",
                "-",
                "1.5",
                "-0.0e+1",
                "1.",
                "01",
                "1e",
                "true",
                "false",
                "null",
                "nul",
                "tru e",
                " ",
                "\n",
                "\r\n",
                "\t",
                "\f",
                "// c\n",
                "/* c\n */",
                "/",
                "*/",
                "#",
                "'a'",
                "\u00e9",
                "\u00a0",
                "{\"a\": 1}",
                "[1, 2]",
                "\"c\": ",
                "{\"a\": [",
                "\u0001",
                "\"\u0001\"",
                "\"\n\"",
                "NaN",
                "+1",
                ".5");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
