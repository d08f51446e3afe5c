package io.github.confgate.report;

import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.inspection.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who set a key to what, and when, for people: newest first. */
public final class KeyLogText {
    private static final int VALUE = 120;

    private KeyLogText() {}

    /**
     * Writes the report.
     *
     * @param key as the caller named it
     * @param oldestFirst the changes of the key
     * @param commits how many commits were looked at
     */
    public static String write(String key, List<AuditEntry.Changed> oldestFirst, int commits, Style style) {
        if (oldestFirst.isEmpty()) {
            return "no change of " + Visible.escape(key) + " in " + Summary.count(commits, "commit") + "\n";
        }
        StringBuilder out = new StringBuilder();
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            change(out, oldestFirst.get(i), style);
        }
        return out.toString();
    }

    private static void change(StringBuilder out, AuditEntry.Changed changed, Style style) {
        Facts facts = changed.facts();
        out.append(style.frame(changed.commit().shortSha())).append("  ");
        out.append(Time.point(changed.commit().time())).append("  ");
        out.append(Visible.escape(changed.commit().author())).append("  ");
        out.append(style.dim(Visible.escape(
                        facts.change().path() + ":" + facts.change().region().line())))
                .append('\n');
        out.append("    ").append(style.bold(Changes.key(facts.change().key(), VALUE)));
        out.append(" in ").append(Changes.where(List.of(facts))).append(": ").append(what(facts));
        Promotion promotion = facts.promotion();
        String status = promotion.status().id()
                + (promotion.from() == null ? "" : ", " + promotion.from().name());
        out.append(promotion.status() == Promotion.Status.NOT_GATED ? "" : style.dim("  (" + status + ")"));
        out.append('\n');
    }

    private static String what(Facts facts) {
        return switch (facts.change().kind()) {
            case ADDED -> "set to " + shown(facts.shown().now());
            case REMOVED -> "removed, was " + shown(facts.shown().old());
            case MODIFIED ->
                shown(facts.shown().old()) + " -> " + shown(facts.shown().now());
            case MOVED ->
                "moved here from "
                        + facts.change()
                                .before()
                                .map(leaf -> Changes.key(leaf.key(), VALUE))
                                .orElse("")
                        + ", " + shown(facts.shown().now());
        };
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value.isEmpty() ? "\"\"" : Visible.shorten(value, VALUE);
    }
}
