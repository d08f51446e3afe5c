package io.github.confgate.rule;

import java.util.List;
import java.util.Map;

/**
 * What a sheet says of its rule, {@code match:} aside.
 *
 * @param area the folder that it stands in: {@code endpoint}, {@code promotion}; {@code own} for a team's own sheets
 * @param since version of the built-in rules in which it came
 * @param reference an incident or a product's documentation; may be empty
 * @param controls what a finding bears on in the words of auditors: {@code CWE-319}, {@code NIST SP 800-53 CM-3}
 */
public record RuleSheet(
        RuleId id,
        String area,
        String summary,
        Severity severity,
        Confidence confidence,
        Kind kind,
        boolean highRisk,
        int since,
        String why,
        String instead,
        String reference,
        List<String> controls,
        List<Example> examples) {

    public RuleSheet {
        controls = List.copyOf(controls);
        examples = List.copyOf(examples);
    }

    /** The area of sheets that a team brings along. */
    public static final String OWN = "own";

    /** Whether a team brought it along. */
    public boolean isOwn() {
        return area.equals(OWN);
    }

    /** What promotion means to a rule. */
    public enum Kind {
        /** The value is dangerous wherever it has been before: promotion does not matter. */
        VALUE,
        /** The step is dangerous: low once the value is exactly promoted. */
        CHANGE,
        /** Speaks of promotion itself; its severity is worked out from the status. */
        PROMOTION
    }

    /**
     * A case that runs as a test: a mainline of whole trees, a day apart, and one commit on top of it an hour later. A
     * tree is path to text.
     *
     * @param earlier the trees before {@code before}, oldest first; mostly empty
     * @param before what the commit changes
     * @param after what it leaves
     * @param message the first line of what the commit says; empty where it does not matter
     * @param finds {@code path:line:column message}, sorted
     */
    public record Example(
            String name,
            List<Map<String, String>> earlier,
            Map<String, String> before,
            Map<String, String> after,
            String message,
            List<String> finds) {
        public Example {
            earlier = earlier.stream().map(Map::copyOf).toList();
            before = Map.copyOf(before);
            after = Map.copyOf(after);
            finds = List.copyOf(finds);
        }
    }
}
