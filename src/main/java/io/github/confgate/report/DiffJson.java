package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.inspection.Inspection;

/** The report of {@code diff} for programs: {@code confgate.diff/1}, the changes of {@code confgate.check/1} unjudged. */
public final class DiffJson {
    private DiffJson() {}

    public static String write(Inspection inspection) {
        JsonWriter json = new JsonWriter();
        json.beginObject().member("schema", "confgate.diff/1");
        CheckJson.head(json, inspection.range());
        json.name("changes").beginArray();
        for (Inspection.Inspected inspected : inspection.changes()) {
            Change change = inspected.facts().change();
            json.beginObject().member("id", inspected.id());
            CheckJson.what(json, inspected.facts());
            json.member(
                    "oldKey", change.before().map(leaf -> leaf.key().toString()).orElse(null));
            json.endObject();
        }
        json.endArray();
        CheckJson.tail(json, inspection);
        return json.endObject().text();
    }
}
