package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.verdict.Decided;
import org.jspecify.annotations.Nullable;

/** A change in HTML with all that speaks for and against it. */
final class HtmlChange {
    private static final int VALUE = 300;

    private HtmlChange() {}

    /** @param kind the class of the section: {@code blocked} or {@code warned} */
    static String of(AuditEntry.Changed changed, String kind) {
        Facts facts = changed.facts();
        Change change = facts.change();
        CommitInfo commit = changed.commit();
        StringBuilder out = new StringBuilder("<section class=\"" + kind + "\">\n<p><strong>");
        out.append(code(Changes.key(change.key(), VALUE))).append("</strong>");
        out.append(Markup.escape(Visible.shorten(Changes.in(facts), VALUE))).append("</p>\n<table>\n");
        out.append(row("place", place(changed)));
        out.append(row("commit", code(commit.sha()) + " of " + Time.point(commit.time())));
        out.append(row("author", Markup.escape(Visible.shorten(commit.author(), VALUE))));
        out.append(row("message", Markup.escape(Visible.shorten(commit.subject(), VALUE))));
        if (change instanceof Change.Moved moved) {
            out.append(row("was", code(Changes.key(moved.old().key(), VALUE))));
        }
        out.append(row("old", value(facts.shown().old())));
        out.append(row("new", value(facts.shown().now())));
        boolean removed = change.kind() == Change.Kind.REMOVED;
        facts.promotions().forEach(promotion -> out.append(row("promotion", promotion(promotion, removed))));
        for (Decided decided : changed.findings()) {
            out.append(row(decided.decision().id(), finding(decided)));
        }
        return out.append("</table>\n</section>\n").toString();
    }

    static String row(String name, String cell) {
        return "<tr><th>" + name + "</th><td>" + cell + "</td></tr>\n";
    }

    static String code(String text) {
        return "<code>" + Markup.escape(text) + "</code>";
    }

    static String place(AuditEntry.Changed changed) {
        Change change = changed.facts().change();
        return code(
                Visible.shorten(change.path(), VALUE) + ":" + change.region().line());
    }

    private static String value(@Nullable String text) {
        if (text == null) {
            return "none";
        }
        return text.isEmpty() ? "empty" : code(Visible.shorten(text, VALUE));
    }

    private static String finding(Decided decided) {
        String text = decided.finding().severity().id() + " "
                + code(decided.finding().rule().value()) + ": "
                + Markup.escape(Visible.shorten(decided.finding().message(), VALUE));
        return Groups.isOpen(decided)
                ? text
                : text + "; accepted: " + Markup.escape(Accepted.of(decided).words());
    }

    /** {@code too-fresh; staging held it since 2026-03-01 09:00 UTC (fc5d19b), for 2h of 4h}. */
    private static String promotion(Promotion promotion, boolean removed) {
        StringBuilder out = new StringBuilder(promotion.status().id());
        if (promotion.from() == null) {
            return out.toString();
        }
        out.append("; ").append(Markup.escape(promotion.from().name()));
        CommitInfo since = promotion.commit();
        String held = removed ? " had no such key" : " held this value";
        if (since != null) {
            out.append(held).append(" since ").append(Time.point(since.time()));
            out.append(" (").append(since.shortSha()).append(')');
        } else if (promotion.status() == Promotion.Status.SKIPPED) {
            out.append(removed ? " still has the key" : " never held this value");
        } else if (promotion.status() == Promotion.Status.NO_COUNTERPART) {
            out.append(" never had this key");
        }
        if (promotion.soak() != null) {
            out.append(", for ").append(Time.span(promotion.soak()));
            out.append(promotion.required().isZero() ? "" : " of " + Time.span(promotion.required()));
        }
        if (promotion.holds() != null) {
            out.append("; it held ").append(code(Visible.shorten(promotion.holds(), VALUE)));
        }
        if (promotion.restores() != null) {
            out.append("; restores the value of ").append(promotion.restores().shortSha());
        }
        if (promotion.elsewhere() != null) {
            out.append("; held already in ").append(code(promotion.elsewhere().path()));
        }
        return out.toString();
    }
}
