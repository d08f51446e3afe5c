package io.github.confgate.rule;

/** The name of a rule; completes "allow ...": {@code tls-verification-disabled}. Lower-case words joined by hyphens. */
public record RuleId(String value) implements Comparable<RuleId> {
    public RuleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a rule id: " + value);
        }
    }

    public static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > 80 || value.startsWith("-") || value.endsWith("-")) {
            return false;
        }
        return value.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
