package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Reader;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.List;
import java.util.stream.Stream;

/** Finds timeouts that are set and that no code reads, beside keys that code does read. */
record TimeoutKeyUnread(RuleSheet sheet) implements Rule {

    private static final List<KeyGlob> TIMEOUTS =
            List.of(KeyGlob.parse("**.*-{timeout,timeouts,deadline}-*"), KeyGlob.parse("**.*timeout*"));

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        boolean set = change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.MODIFIED;
        if (!set || !facts.readers().isEmpty() || TIMEOUTS.stream().noneMatch(glob -> glob.matches(change.key()))) {
            return Stream.empty();
        }
        return facts.around().readership().beside(change).stream()
                .filter(reader -> reader.timeout() == Reader.Timeout.MISSING)
                .map(reader -> ReaderWords.finding(
                        sheet,
                        facts,
                        reader,
                        change.key() + " is read by no code; what is beside it is read at " + ReaderWords.place(reader)
                                + " by a client without a timeout ("
                                + reader.waits().client() + ")"));
    }
}
