package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds changes of gated files that hold no value to compare: files that cannot be read, directives of templates. */
record UnreadableDocumentChanged(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        if (!change.isUnread() || facts.promotion().status() == Promotion.Status.NOT_GATED) {
            return Stream.empty();
        }
        Leaf leaf = change.after().or(change::before).orElseThrow();
        String message = leaf.is(ScalarType.DIRECTIVE) ? ofDirectives(facts) : ofFile(facts);
        return Stream.of(Finding.of(sheet, facts, message));
    }

    private static String ofDirectives(Facts facts) {
        return "directives of a template go from `" + Shown.value(facts.shown().old()) + "` to `"
                + Shown.value(facts.shown().now()) + "`: what " + Shown.place(facts)
                + " gets is known only once it is rendered";
    }

    private static String ofFile(Facts facts) {
        String old = kind(facts.change().before());
        String now = kind(facts.change().after());
        String what =
                switch (facts.change().kind()) {
                    case ADDED -> "this " + now + " is new";
                    case REMOVED -> "this was " + a(old) + " and is gone";
                    case MODIFIED, MOVED ->
                        old.equals(now) ? "this is another " + now : "this was " + a(old) + " and is " + a(now);
                };
        return what + ": what " + Shown.place(facts) + " gets from it is not compared";
    }

    private static String a(String kind) {
        return (kind.startsWith("un") ? "an " : "a ") + kind;
    }

    /** What a file that cannot be read is; behind that stands which of its states it is. */
    private static String kind(Optional<Leaf> leaf) {
        String text = leaf.map(Leaf::text).orElse("");
        int end = text.indexOf(" (");
        return end < 0 ? text : text.substring(0, end);
    }
}
