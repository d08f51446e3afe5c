package io.github.confgate.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A regular expression that users write: it takes linear time on any text. */
public final class LinearPattern {

    private final String text;
    private volatile @Nullable Compiled compiled;

    private record Compiled(Pattern pattern, List<String> needles) {}

    private LinearPattern(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public static LinearPattern of(String text) {
        try {
            LinearPattern pattern = new LinearPattern(text);
            pattern.compiled();
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "not a regular expression that takes linear time: " + e.getDescription(), e);
        }
    }

    /** An expression that a test has compiled. It is compiled when a text is first compared with it. */
    public static LinearPattern tested(String text) {
        return new LinearPattern(text);
    }

    /** Threads may make it twice: all of them are alike. */
    private Compiled compiled() {
        Compiled made = compiled;
        if (made == null) {
            made = new Compiled(Pattern.compile(text), PatternNeedles.of(text));
            compiled = made;
        }
        return made;
    }

    public boolean matchesAll(String other) {
        return compiled().pattern().matches(other);
    }

    public boolean matchesSomeOf(String other) {
        Compiled made = compiled();
        return mayMatch(made.needles(), other) && made.pattern().matcher(other).find();
    }

    /** Tells most values from most expressions at a fraction of the cost. */
    private static boolean mayMatch(List<String> needles, String text) {
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
        return other instanceof LinearPattern linear && linear.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
