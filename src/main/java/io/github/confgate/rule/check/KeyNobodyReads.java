package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.stream.Stream;

/** Finds new keys that no code reads, beside one of almost the same name that code reads and nobody sets. */
record KeyNobodyReads(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        boolean isNew = change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.MOVED;
        if (!isNew || !facts.readers().isEmpty() || change.isUnread()) {
            return Stream.empty();
        }
        return facts.around().readership().misspelt(change).stream()
                .map(reader -> ReaderWords.finding(
                        sheet,
                        facts,
                        reader,
                        change.key() + " is read by no code; " + ReaderWords.place(reader) + " reads `" + reader.key()
                                + "`, which nobody sets"));
    }
}
