package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Spelling;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.RelaxedKey;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import io.github.confgate.rule.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds keys that are gone while code still reads them: it fails, or something else counts from now on. */
record RemovedKeyStillRead(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        return worst(facts).stream().map(reader -> ReaderWords.finding(sheet, facts, reader, message(facts, reader)));
    }

    @Override
    public Finding weigh(Finding finding, boolean highRisk, RuleSettings settings) {
        Severity most = worst(finding.subject()).stream()
                .map(reader -> severity(finding.subject(), reader))
                .findFirst()
                .orElse(sheet.severity());
        return finding.withSeverity(
                Weight.ofRule(sheet, finding.subject(), highRisk, settings).atMost(most));
    }

    private static List<Reader> worst(Facts facts) {
        Change change = facts.change();
        boolean gone = change.kind() == Change.Kind.REMOVED
                || (change instanceof Change.Moved moved
                        && !moved.old().key().equals(moved.now().key()));
        return gone
                ? facts.around().readership().before(change).stream()
                        .filter(reader -> isOfThisKey(change, reader))
                        .sorted(Comparator.comparing((Reader reader) -> severity(facts, reader))
                                .reversed())
                        .limit(1)
                        .toList()
                : List.of();
    }

    /** Code that takes a whole map or list, whatever is in it, misses no single key of it. */
    private static boolean isOfThisKey(Change change, Reader reader) {
        KeyPath key = change.before().map(Leaf::key).orElse(KeyPath.ROOT);
        boolean item = key.isRoot() || !(key.segments().get(key.segments().size() - 1) instanceof KeyPath.Name);
        return !item && !RelaxedKey.uniform(key.toString()).startsWith(RelaxedKey.uniform(reader.key()) + ".");
    }

    private static Severity severity(Facts facts, Reader reader) {
        Reader.Fallback fallback = reader.fallback();
        if (fallback == null) {
            return reader.required() ? Severity.CRITICAL : Severity.HIGH;
        }
        return isSame(facts, fallback) ? Severity.LOW : Severity.HIGH;
    }

    private static boolean isSame(Facts facts, Reader.Fallback fallback) {
        String old = facts.change().before().map(Leaf::text).orElse("");
        return old.equals(fallback.text()) || Spelling.isOther(old, fallback.text());
    }

    private static String message(Facts facts, Reader reader) {
        Change change = facts.change();
        String key = (change instanceof Change.Moved moved ? moved.old().key() : change.key()).toString();
        String start = key + " is gone from " + Shown.place(facts) + " and still read at " + ReaderWords.place(reader);
        Reader.Fallback fallback = reader.fallback();
        if (fallback == null) {
            return start
                    + (reader.required()
                            ? ", which fails without it"
                            : ", which has no default for it; it was `"
                                    + Shown.value(facts.shown().old()) + "`");
        }
        return start + ", where the default `" + Shown.value(fallback.shown()) + "` counts from now on"
                + (isSame(facts, fallback)
                        ? ", which is the same"
                        : " in place of `" + Shown.value(facts.shown().old()) + "`");
    }
}
