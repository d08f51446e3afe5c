package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Property
    void writesWhatAnotherParserReadsBack(@ForAll String text) throws IOException {
        String json =
                new JsonWriter().beginObject().member("text", text).endObject().text();
        byte[] sent = json.getBytes(StandardCharsets.UTF_8);

        assertThat(new ObjectMapper().readTree(sent).get("text").textValue()).isEqualTo(text);
    }

    @Test
    void keepsALoneSurrogateAndHidesWhatTerminalsObey() {
        String json = new JsonWriter()
                .value("\ud800 \u001b \u202e \"\\ 🚀 \udb40\udc41")
                .text();

        assertThat(json).isEqualTo("\"\\ud800 \\u001b \\u202e \\\"\\\\ 🚀 \\udb40\\udc41\"\n");
    }

    @Test
    void indentsNestedValues() {
        String json = new JsonWriter()
                .beginObject()
                .name("list")
                .beginArray()
                .value(1)
                .beginObject()
                .endObject()
                .endArray()
                .member("none", null)
                .member("yes", true)
                .endObject()
                .text();

        assertThat(json).isEqualTo("{\n  \"list\": [\n    1,\n    {}\n  ],\n  \"none\": null,\n  \"yes\": true\n}\n");
    }

    @Test
    void writesNothingThatABuildServerTakesForACommand() {
        assertThat(new JsonWriter().value("###[error]#").text()).isEqualTo("\"#\\u0023\\u0023[error]#\"\n");
    }
}
