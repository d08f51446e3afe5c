package io.github.confgate.verdict;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;

/** Decides what a finding means under a policy. */
public final class Judge {

    private final Policy policy;
    private final Severity failOn;

    /** Judges with a policy; {@code failOn} is the severity from which findings block. */
    public Judge(Policy policy, Severity failOn) {
        this.policy = policy;
        this.failOn = failOn;
    }

    /** What the gate makes of a finding about the change with the given id. */
    public Decided decide(Finding finding, String change) {
        boolean blocks = !policy.observe() && finding.severity().atLeast(failOn);
        return new Decided(
                finding,
                change,
                Fingerprint.of(finding),
                blocks ? Decided.Decision.BLOCK : Decided.Decision.WARN,
                null);
    }
}
