package io.github.confgate.report;

import io.github.confgate.inspection.WhatIf;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a policy would have blocked, for programs: {@code confgate.what-if/1}. */
public final class WhatIfJson {
    private WhatIfJson() {}

    public static String write(WhatIf whatIf) {
        JsonWriter json = new JsonWriter();
        json.beginObject().member("schema", "confgate.what-if/1").name("tool").beginObject();
        json.member("name", Tool.NAME).member("version", Tool.VERSION).endObject();
        json.name("range").beginObject();
        json.member("after", whatIf.after()).member("head", whatIf.tip());
        json.member("since", text(whatIf.since()))
                .member("until", text(whatIf.until()))
                .endObject();
        side(json.name("now"), whatIf.now());
        side(json.name("then"), whatIf.then());
        json.member("newly", whatIf.newly()).name("reasons").beginArray();
        whatIf.reasons().forEach(reason -> reason(json, reason));
        return json.endArray().endObject().text();
    }

    private static void side(JsonWriter json, WhatIf.Side side) {
        json.beginObject().name("policy").beginObject();
        json.member("source", side.source()).member("sha256", side.sha256()).endObject();
        json.member("commits", side.commits()).member("blocked", side.blocked()).endObject();
    }

    private static void reason(JsonWriter json, WhatIf.Reason reason) {
        json.beginObject().member("rule", reason.rule().value());
        json.member("severity", reason.severity().id());
        json.member("commits", reason.commits()).member("changes", reason.changes());
        json.name("promotions").beginObject();
        new TreeMap<>(reason.statuses()).forEach((status, count) -> json.member(status.id(), count));
        json.endObject().name("examples").beginArray();
        for (WhatIf.Example example : reason.examples()) {
            json.beginObject().member("commit", example.commit().sha());
            json.member("committed", example.commit().time().toString());
            json.member("path", example.path()).member("line", example.line());
            json.member("key", example.key())
                    .member("message", example.message())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
