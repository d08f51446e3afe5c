package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Decided;
import java.util.HashSet;
import java.util.Set;

/**
 * The findings of {@code check} as GitLab reads them from a job ({@code artifacts: reports: codequality}), the most
 * dangerous first. That format knows no waivers: what is accepted is left out.
 */
public final class CheckGitlab {
    private static final int TEXT = 500;

    private CheckGitlab() {}

    public static String write(Inspection inspection) {
        JsonWriter json = new JsonWriter();
        Set<String> used = new HashSet<>();
        json.beginArray();
        for (Decided decided : Groups.strongestFirst(inspection)) {
            if (Groups.isOpen(decided)) {
                entry(json, decided, used);
            }
        }
        return json.endArray().text();
    }

    private static void entry(JsonWriter json, Decided decided, Set<String> used) {
        Finding finding = decided.finding();
        json.beginObject();
        json.member("description", Visible.shorten(finding.message(), TEXT));
        json.member("check_name", finding.rule().value());
        json.member("fingerprint", unique(decided.fingerprint(), used));
        json.member("severity", severity(finding.severity()));
        json.name("location").beginObject();
        json.member("path", finding.subject().change().path());
        json.name("lines").beginObject().member("begin", finding.region().line());
        json.endObject().endObject().endObject();
    }

    /** GitLab shows one entry of each fingerprint; a list may hold the same value twice. */
    private static String unique(String fingerprint, Set<String> used) {
        String unique = fingerprint;
        for (int i = 2; !used.add(unique); i++) {
            unique = fingerprint + "-" + i;
        }
        return unique;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
            case INFO -> "info";
        };
    }
}
