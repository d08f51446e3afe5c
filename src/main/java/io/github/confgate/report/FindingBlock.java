package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.inspection.Inspection.Excerpt;
import io.github.confgate.rule.Finding;
import io.github.confgate.verdict.Decided;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change in full: its strongest finding with the source line, why, what to do, and what else was found there. */
final class FindingBlock {
    private static final int VALUE = 160;

    private final StringBuilder out;
    private final Groups.Group group;
    private final Style style;
    private final String margin;

    private FindingBlock(StringBuilder out, Groups.Group group, Style style) {
        this.out = out;
        this.group = group;
        this.style = style;
        this.margin = " ".repeat(Integer.toString(lead().region().line()).length());
    }

    /** Writes a block; what was said of its rule in one before is not said again. */
    static void write(StringBuilder out, Groups.Group group, Style style, Set<String> said) {
        new FindingBlock(out, group, style).write(said);
    }

    private Finding lead() {
        return group.lead().finding();
    }

    private void write(Set<String> said) {
        Finding finding = lead();
        out.append(CheckText.label(group.lead(), style)).append(": ");
        out.append(style.bold(CheckText.message(finding))).append('\n');
        out.append(margin).append(style.frame("-->")).append(' ').append(CheckText.place(finding));
        out.append('\n');
        source(group.change().excerpt());
        Facts facts = finding.subject();
        if (!group.change().id().isEmpty()) {
            line("key", Changes.key(facts.change().key(), VALUE) + Visible.escape(Changes.in(facts)));
            values(facts);
        }
        facts(facts);
        once("why", Visible.prose(finding.sheet().why()), said);
        once("do", NextStep.of(finding), said);
        for (Finding.Related related : finding.related()) {
            line("see", place(related) + ": " + Visible.shorten(related.message(), VALUE));
        }
        if (style.isVerbose() && !finding.sheet().reference().isEmpty()) {
            line("reference", Visible.prose(finding.sheet().reference()));
        }
        for (Decided more : group.findings().subList(1, group.findings().size())) {
            line("also", CheckText.label(more, style) + ": " + CheckText.message(more.finding()));
        }
    }

    private void source(@Nullable Excerpt excerpt) {
        String empty = margin + " " + style.frame("|") + "\n";
        out.append(empty);
        if (excerpt == null) {
            return;
        }
        SourceLine line = SourceLine.of(excerpt);
        out.append(style.frame(lead().region().line() + " |"));
        out.append(line.text().isEmpty() ? "" : " ").append(line.text()).append('\n');
        out.append(margin).append(' ').append(style.frame("|")).append(" ".repeat(line.offset() + 1));
        out.append(style.of(lead().severity(), "^".repeat(line.length()))).append('\n');
        out.append(empty);
    }

    private void values(Facts facts) {
        Change change = facts.change();
        if (change instanceof Change.Moved moved) {
            line("was", Visible.shorten(moved.old().key().toString(), VALUE));
        }
        if (facts.shown().old() != null) {
            line("old", Visible.shorten(facts.shown().old(), VALUE));
        }
        String now = facts.shown().now();
        line("new", now == null ? style.dim("(removed)") : Visible.shorten(now, VALUE));
    }

    private void facts(Facts facts) {
        Promotion promotion = facts.promotion();
        if (promotion.restores() != null) {
            line(
                    "note",
                    "a repair: back to the value that " + promotion.restores().shortSha() + " of "
                            + Time.point(promotion.restores().time()) + " had");
        }
        if (promotion.elsewhere() != null) {
            line(
                    "note",
                    "this environment holds the value already in "
                            + Visible.escape(promotion.elsewhere().path()) + ":"
                            + promotion.elsewhere().region().line());
        }
        ReadersText.lines(facts.readers()).forEach(each -> line("read", each));
    }

    private static String place(Finding.Related related) {
        return Visible.escape(related.location().path()) + ":"
                + related.location().region().line() + ":"
                + related.location().region().column();
    }

    private void once(String word, String text, Set<String> said) {
        if (said.add(lead().rule() + word + text)) {
            line(word, text);
        }
    }

    private void line(String word, String text) {
        out.append(margin).append(' ').append(style.frame("=")).append(' ');
        out.append(style.bold(word + ":")).append(' ').append(text).append('\n');
    }
}
