package io.github.confgate.rule.check;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds values that an annotation of the code refuses. */
record ConstraintViolated(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        if (facts.readers().isEmpty()) {
            return Stream.empty();
        }
        Optional<String> value = ReaderWords.plainValue(facts.change());
        return value.stream().flatMap(text -> facts.readers().stream().flatMap(reader -> reader.constraints().stream()
                .filter(constraint -> !Constrained.fits(text, constraint, reader))
                .map(constraint -> ReaderWords.finding(
                        sheet,
                        facts,
                        reader,
                        facts.change().key() + " is `"
                                + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts) + ", and "
                                + ReaderWords.place(reader) + " refuses it: " + Constrained.text(constraint)))));
    }
}
