package io.github.confgate.rule.check;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds values that code cannot make into the type that it wants. */
record ValueDoesNotConvert(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        if (facts.readers().isEmpty()) {
            return Stream.empty();
        }
        Optional<String> value = ReaderWords.plainValue(facts.change()).filter(text -> !text.isBlank());
        return value.stream().flatMap(text -> facts.readers().stream()
                .filter(reader -> !Conversion.fits(text, reader))
                .map(reader -> ReaderWords.finding(
                        sheet,
                        facts,
                        reader,
                        facts.change().key() + " is `"
                                + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts)
                                + ", and " + ReaderWords.place(reader) + " makes "
                                + Conversion.wanted(reader) + " of it")));
    }
}
