package io.github.confgate.report;

import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A sheet as a rule of SARIF, and the plain words, addresses and levels of it. */
final class SarifRule {
    /** GitHub takes 1,024 characters of a description. */
    private static final int DESCRIPTION = 1000;

    private static final String UNRESERVED = "-._~/";

    private SarifRule() {}

    static void write(JsonWriter json, RuleSheet sheet) {
        json.beginObject().member("id", sheet.id().value());
        text(json, "shortDescription", sheet.summary());
        text(json, "fullDescription", sheet.why());
        json.name("help").beginObject();
        json.member("text", plain(Visible.prose(sheet.why()) + " Instead: " + Visible.prose(sheet.instead())));
        json.member("markdown", markdown(sheet)).endObject();
        if (isAddress(sheet.reference())) {
            json.member("helpUri", sheet.reference());
        }
        json.name("defaultConfiguration").beginObject();
        json.member("level", level(sheet.severity())).endObject();
        json.name("properties").beginObject().name("tags").beginArray();
        tags(sheet).forEach(json::value);
        json.endArray();
        json.member("precision", sheet.confidence().id());
        json.member("problem.severity", problem(sheet.severity()));
        json.endObject().endObject();
    }

    /** GitHub shows ten of them: what auditors look for comes before what only says how the rule works. */
    private static Set<String> tags(RuleSheet sheet) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(sheet.area());
        sheet.controls().forEach(control -> tags.add(tag(control)));
        tags.add("configuration");
        tags.add(sheet.kind().name().toLowerCase(Locale.ROOT) + "-rule");
        if (sheet.highRisk()) {
            tags.add("high-risk");
        }
        return tags;
    }

    /** A control as a tag; weaknesses as CodeQL writes them, which is how GitHub knows them. */
    private static String tag(String control) {
        return control.startsWith("CWE-")
                ? String.format(Locale.ROOT, "external/cwe/cwe-%03d", Integer.parseInt(control.substring(4)))
                : Visible.escape(control);
    }

    private static String markdown(RuleSheet sheet) {
        String text = "**Why:** " + Markdown.prose(sheet.why()) + "\n\n**Instead:** " + Markdown.prose(sheet.instead())
                + "\n";
        return isAddress(sheet.reference()) && !sheet.isOwn()
                ? text + "\n[Reference](" + sheet.reference() + ")\n"
                : text;
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String problem(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "recommendation";
        };
    }

    private static void text(JsonWriter json, String name, String text) {
        json.name(name).beginObject().member("text", plain(Visible.prose(text))).endObject();
    }

    /** Text of a message, in which {@code [words](address)} would be a link (SARIF 2.1.0, 3.11.6). */
    static String plain(String text) {
        return Visible.shorten(text, DESCRIPTION).replace("](", "] (");
    }

    /**
     * A path as a relative URI (RFC 3986): all but unreserved characters is percent-encoded, a colon too. A policy of the
     * caller's own may have an absolute path, which no repository has.
     */
    static String uri(String path) {
        String relative = path.replaceFirst("^/+", "");
        StringBuilder out = new StringBuilder(relative.isEmpty() ? "." : "");
        for (byte b : relative.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    /** Whether a reader may be sent there. */
    static boolean isAddress(String reference) {
        try {
            URI uri = new URI(reference);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && reference.chars().noneMatch(c -> "()<>\\'\"".indexOf(c) >= 0);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
