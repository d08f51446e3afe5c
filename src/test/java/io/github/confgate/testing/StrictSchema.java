package io.github.confgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.confgate.report.Schemas;
import java.io.IOException;
import java.util.Set;

/** Holds our own output to our own schema, more strictly than readers do: there is no field that it does not name. */
public final class StrictSchema {
    private StrictSchema() {}

    public static void check(String name, String json) throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Schemas.find(name).orElseThrow());
        forbidOthers(schema);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
        assertThat(compiled.validate(json, InputFormat.JSON)).isEmpty();
    }

    /** What a schema finds in a YAML file. */
    public static Set<ValidationMessage> faults(String name, String yaml) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Schemas.find(name).orElseThrow())
                .validate(yaml, InputFormat.YAML);
    }

    private static void forbidOthers(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(StrictSchema::forbidOthers);
    }
}
