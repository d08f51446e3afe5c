package io.github.confgate.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression that users write: it takes linear time on any text. */
public final class LinearPattern {

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
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
        return pattern.matcher(text).find();
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
