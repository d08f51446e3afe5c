package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.verdict.Decided;
import java.util.List;
import java.util.Set;

/** A change and what was found about it, for a narrow screen: short lines, no table. */
final class MarkdownFinding {
    private static final int VALUE = 160;
    private static final int TEXT = 300;
    private static final int ALSO = 5;

    private MarkdownFinding() {}

    /** In full; the reason of a rule that was said before is not said again. */
    static String block(Groups.Group group, Set<String> said) {
        Finding finding = group.lead().finding();
        Facts facts = finding.subject();
        StringBuilder out = new StringBuilder("\n#### ");
        out.append(group.change().id().isEmpty() ? Markdown.code(finding.rule().value()) : key(facts));
        out.append("\n\n")
                .append(label(finding))
                .append(" at ")
                .append(place(finding))
                .append("\n\n");
        line(out, "found", message(finding));
        if (!group.change().id().isEmpty()) {
            values(out, facts);
            facts.promotions().forEach(promotion -> standing(out, promotion));
            ReadersText.lines(facts.readers()).forEach(each -> line(out, "read", Markdown.text(each)));
        }
        if (said.add(finding.rule().value())) {
            line(out, "why", Markdown.prose(finding.sheet().why()));
        }
        line(out, "do", Markdown.text(NextStep.of(finding)));
        also(out, group.findings(), "");
        return out.toString();
    }

    /** In three lines. */
    static String item(Groups.Group group) {
        Finding finding = group.lead().finding();
        StringBuilder out =
                new StringBuilder("- ").append(label(finding)).append(" at ").append(place(finding));
        out.append(": ").append(message(finding)).append("\n  ");
        line(out, "do", Markdown.text(NextStep.of(finding)));
        also(out, group.findings(), "  ");
        return out.toString();
    }

    static String place(Finding finding) {
        return Markdown.code(Visible.shorten(finding.subject().change().path(), TEXT) + ":"
                + finding.region().line());
    }

    private static String label(Finding finding) {
        return "**" + finding.severity().id() + "** "
                + Markdown.code(finding.rule().value());
    }

    private static String message(Finding finding) {
        return Markdown.text(Visible.shorten(finding.message(), TEXT));
    }

    private static String key(Facts facts) {
        String key = Markdown.code(Changes.key(facts.change().key(), VALUE));
        String in = Changes.in(facts);
        String comma = in.startsWith(",") ? "," : "";
        return key
                + comma
                + (in.isEmpty() ? "" : " ")
                + Markdown.text(Visible.shorten(in.substring(comma.length()), VALUE));
    }

    private static void values(StringBuilder out, Facts facts) {
        if (facts.change() instanceof Change.Moved moved) {
            line(out, "was", Markdown.code(Changes.key(moved.old().key(), VALUE)));
        }
        String old = facts.shown().old();
        String now = facts.shown().now();
        if (old != null) {
            line(out, "old", Markdown.code(Visible.shorten(old, VALUE)));
        }
        line(out, "new", now == null ? "removed" : Markdown.code(Visible.shorten(now, VALUE)));
    }

    /** Where the environment before stands now. */
    private static void standing(StringBuilder out, Promotion promotion) {
        Environment from = promotion.from();
        if (from == null) {
            return;
        }
        String holds = promotion.holds();
        String now = holds == null ? "has no such key" : "holds " + Markdown.code(Visible.shorten(holds, VALUE));
        if (holds != null && promotion.holdsSince() != null) {
            now += " since " + Time.point(promotion.holdsSince().time()) + " ("
                    + promotion.holdsSince().shortSha() + ")";
        }
        line(
                out,
                Markdown.text(Visible.shorten(from.name(), VALUE)),
                now + "; promotion: " + promotion.status().id());
    }

    private static void also(StringBuilder out, List<Decided> findings, String indent) {
        int last = Math.min(findings.size(), ALSO + 1);
        for (Decided more : findings.subList(1, last)) {
            String accepted = Groups.isOpen(more) ? "" : " (" + more.decision().id() + ")";
            line(out.append(indent), "also", label(more.finding()) + accepted + ": " + message(more.finding()));
        }
        if (last < findings.size()) {
            line(out.append(indent), "also", findings.size() - last + " more");
        }
    }

    private static void line(StringBuilder out, String word, String text) {
        out.append("- ").append(word).append(": ").append(text).append('\n');
    }
}
