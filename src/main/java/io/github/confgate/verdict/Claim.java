package io.github.confgate.verdict;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.source.Region;
import java.util.List;

/**
 * A waiver as somebody wrote it, and whether it counts.
 *
 * @param rules that it names; empty where it names none that exist
 * @param scope which of their findings it is about, by the change
 * @param path where it stands
 * @param text it in words
 * @param why it does not count, as the rest of a sentence; empty when it does
 * @param fresh whether the range brings it
 */
public record Claim(
        Waiver waiver,
        List<RuleId> rules,
        Scope scope,
        String path,
        Region region,
        String text,
        Standing standing,
        String why,
        boolean fresh) {

    public Claim {
        rules = List.copyOf(rules);
    }

    /** Whether it counts. */
    public enum Standing {
        COUNTS,
        /** It would count if base had it. */
        REQUESTED,
        EXPIRED,
        INVALID
    }

    /** The findings about which changes a waiver accepts. */
    public interface Scope {
        boolean covers(Facts facts);
    }

    /** Whether it is about this finding, counting or not. */
    public boolean covers(Finding finding) {
        return rules.contains(finding.rule()) && scope.covers(finding.subject());
    }

    public boolean counts() {
        return standing == Standing.COUNTS;
    }

    /** The same once somebody has granted it. */
    public Claim granted(String by) {
        Waiver granted = new Waiver(waiver.source(), by, waiver.reason(), waiver.ticket(), waiver.expires());
        return new Claim(granted, rules, scope, path, region, text, Standing.COUNTS, "", fresh);
    }
}
