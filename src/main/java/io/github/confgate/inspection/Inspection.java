package io.github.confgate.inspection;

import io.github.confgate.fact.Facts;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Range;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What confgate found out about a range; everything that a report prints.
 *
 * @param policySource {@code builtin}, {@code base:.confgate.yml}, {@code file:...}
 * @param policySha256 of the policy's bytes in hexadecimal; of nothing for the built-in one
 * @param changes in order of path and place
 * @param findings strongest first within a change, changes in the order of {@code changes}
 * @param undetermined why the verdict is undetermined, a sentence each; empty otherwise
 */
public record Inspection(
        Range range,
        String policySource,
        String policySha256,
        List<Inspected> changes,
        List<Decided> findings,
        List<Diagnostic> diagnostics,
        Coverage coverage,
        Verdict verdict,
        List<String> undetermined) {

    public Inspection {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
        undetermined = List.copyOf(undetermined);
    }

    /** The same with other decisions. */
    public Inspection with(List<Decided> decided, Verdict other) {
        return new Inspection(
                range, policySource, policySha256, changes, decided, diagnostics, coverage, other, undetermined);
    }

    /**
     * A change with all that is known about it.
     *
     * @param id {@code c1}, {@code c2}, ... in order
     * @param excerpt the line that it stands on; null where there is no text to show
     */
    public record Inspected(
            String id, Facts facts, @Nullable Excerpt excerpt) {}

    /** A line of the file with its secrets masked, and the columns (1-based, end exclusive) of the value in it. */
    public record Excerpt(String line, int column, int endColumn) {}

    /**
     * How many of the changed configuration files were read, were not, and belong to no environment.
     *
     * @param templates of those that were read, the templates: compared by line
     * @param encrypted of those that were read, the ones with ciphertext: of that only whether it changed is known
     */
    public record Coverage(int files, int parsed, int unparsed, int unmapped, int templates, int encrypted) {}
}
