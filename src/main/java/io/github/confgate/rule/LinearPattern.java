package io.github.confgate.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A regular expression that users write: it takes linear time on any text. */
public final class LinearPattern {

    private final Pattern pattern;
    private final List<String> needles;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
        this.needles = PatternNeedles.of(pattern.pattern());
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public static LinearPattern of(String text) {
        try {
            return new LinearPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "not a regular expression that takes linear time: " + e.getDescription(), e);
        }
    }

    public boolean matchesAll(String text) {
        return pattern.matches(text);
    }

    public boolean matchesSomeOf(String text) {
        return mayMatch(text) && pattern.matcher(text).find();
    }

    /** Tells most values from most expressions at a fraction of the cost. */
    private boolean mayMatch(String text) {
        if (needles.isEmpty()) {
            return true;
        }
        String folded = text.toLowerCase(Locale.ROOT);
        for (String needle : needles) {
            if (folded.contains(needle)) {
                return true;
            }
        }
        // Letters beyond ASCII fold in ways of their own.
        return text.chars().anyMatch(c -> c >= 128);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearPattern linear && linear.pattern.equals(pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
