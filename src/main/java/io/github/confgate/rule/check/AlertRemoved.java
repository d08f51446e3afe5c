package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.FoldedKey;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds conditions of alerts that are gone, where none that asks much the same comes in their place. */
record AlertRemoved(RuleSheet sheet) implements RangeRule {

    private static final List<KeyGlob> CONDITIONS = Stream.of(
                    "**.{rules,alerts,alerting-rules}[*].expr",
                    "**.alerting-rules.**.expr",
                    "**.{alerts,alarms,monitors}.**.{query,expr,threshold,metric-name}",
                    "**.{datadog-monitor,aws-cloudwatch-metric-alarm,google-monitoring-alert-policy,"
                            + "azurerm-monitor-metric-alert,newrelic-nrql-alert-condition}"
                            + ".**.{query,metric-name,filter,condition-threshold}")
            .map(KeyGlob::parse)
            .toList();
    private static final int SHORTEST_WORD = 4;

    @Override
    public List<String> needles() {
        return List.of("expr", "query", "threshold", "metric", "filter");
    }

    @Override
    public void look(List<Facts> changes, Said said) {
        List<Facts> gone = new ArrayList<>();
        List<Set<String>> come = new ArrayList<>();
        for (Facts facts : changes) {
            Change change = facts.change();
            if (change.kind() == Change.Kind.REMOVED && isGone(facts)) {
                gone.add(facts);
            } else if (change.kind() != Change.Kind.REMOVED) {
                // What an alert asks anew may be what another one asked.
                change.after().filter(AlertRemoved::isCondition).ifPresent(now -> come.add(words(now)));
            }
        }
        Map<String, List<Facts>> missed = new LinkedHashMap<>();
        for (Facts facts : gone) {
            Leaf old = facts.change().before().orElseThrow();
            if (come.stream().noneMatch(words -> areAlike(words(old), words))) {
                missed.computeIfAbsent(facts.change().path(), path -> new ArrayList<>())
                        .add(facts);
            }
        }
        missed.values().forEach(inFile -> tell(inFile, said));
    }

    /** Once a file: whoever takes all of them out has one thing in mind. */
    private static void tell(List<Facts> missed, Said said) {
        Facts first = missed.get(0);
        boolean known = first.environment() != null || !first.reaches().isEmpty();
        said.at(
                first,
                known ? Severity.HIGH : Severity.MEDIUM,
                first.change().key() + " is gone from " + Shown.place(first) + ": nobody is told any more of `"
                        + Shown.value(first.shown().old()) + "`"
                        + (missed.size() == 1 ? "" : ", nor of " + (missed.size() - 1) + " more in this file"));
    }

    /** Not a series that is only worked out, nor a field of an alert that stays, nor what goes with all around it. */
    private static boolean isGone(Facts facts) {
        Leaf old = facts.change().before().orElseThrow();
        if (facts.distance() > 0 || !isCondition(old)) {
            return false;
        }
        KeyPath alert = old.key().parent();
        boolean series = facts.around()
                .partBefore(facts.change())
                .flatMap(part -> Lookup.node(part, alert.name("record")))
                .isPresent();
        boolean stays = facts.around()
                .partAfter(facts.change())
                .flatMap(part -> Lookup.node(part, alert))
                .isPresent();
        return !series && !stays && StillThere.isFolder(facts);
    }

    private static boolean isCondition(Leaf leaf) {
        FoldedKey folded = FoldedKey.of(leaf.key());
        return CONDITIONS.stream().anyMatch(glob -> glob.matches(folded));
    }

    /** Most of what one asks the other asks too. */
    private static boolean areAlike(Set<String> gone, Set<String> come) {
        return 2 * gone.stream().filter(come::contains).count() >= gone.size();
    }

    private static Set<String> words(Leaf condition) {
        Set<String> words = new HashSet<>();
        for (String word : condition.text().toLowerCase(Locale.ROOT).split("[^a-z0-9_:]+", -1)) {
            if (word.length() >= SHORTEST_WORD) {
                words.add(word);
            }
        }
        return words;
    }
}
