package io.github.confgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Holds a SARIF file to the official schema and to what GitHub's documentation asks of an upload. */
public final class Sarif {
    private static final JsonSchema SCHEMA = schema();

    private Sarif() {}

    private static JsonSchema schema() {
        try (InputStream in = Objects.requireNonNull(Sarif.class.getResourceAsStream("/others/sarif-2.1.0.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parsed file. */
    public static JsonNode check(String text) throws IOException {
        JsonNode log = new ObjectMapper().readTree(text);
        assertThat(SCHEMA.validate(log)).isEmpty();
        JsonNode run = log.at("/runs/0");
        assertThat(log.get("runs")).hasSize(1);
        assertThat(run.get("results").size()).isLessThanOrEqualTo(5000);
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            assertThat(ids.add(rule.get("id").asText())).isTrue();
            assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(1024);
            assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(1024);
            assertThat(rule.at("/help/text").asText()).isNotEmpty();
            String markdown = rule.at("/help/markdown").asText();
            assertThat(markdown).isNotEmpty();
            assertThat(RenderedMarkdown.of(markdown)
                            .faults(Set.of(rule.path("helpUri").asText())))
                    .isEmpty();
            assertThat(rule.at("/properties/tags").size()).isBetween(1, 10);
        }
        for (JsonNode message : log.findValues("text")) {
            assertThat(message.asText()).as("a link, as SARIF writes it").doesNotContain("](");
        }
        for (JsonNode result : run.get("results")) {
            for (JsonNode suppression : result.get("suppressions")) {
                assertThat(suppression.get("justification").asText()).doesNotContain("](");
            }
            String rule = result.get("ruleId").asText();
            int index = result.get("ruleIndex").asInt();
            assertThat(run.at("/tool/driver/rules/" + index + "/id").asText()).isEqualTo(rule);
            assertThat(result.get("locations").size()).isEqualTo(1);
            assertThat(result.at("/partialFingerprints/confgate~1v1").asText()).matches("[0-9a-f]{16}");
            assertThat(result.has("suppressions")).isTrue();
            place(result.at("/locations/0/physicalLocation"));
            for (JsonNode related : result.path("relatedLocations")) {
                place(related.get("physicalLocation"));
            }
        }
        return log;
    }

    private static void place(JsonNode place) {
        String uri = place.at("/artifactLocation/uri").asText();
        URI parsed = URI.create(uri);
        assertThat(parsed.isAbsolute()).isFalse();
        assertThat(parsed.getRawAuthority()).isNull();
        assertThat(uri).isNotEmpty().doesNotStartWith("/").doesNotContain("\\");
        for (String name : new String[] {"startLine", "startColumn", "endLine", "endColumn"}) {
            assertThat(place.at("/region/" + name).asInt()).isPositive();
        }
    }
}
