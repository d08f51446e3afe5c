package io.github.confgate.verdict.trust;

import io.github.confgate.rule.Rules;
import io.github.confgate.verdict.Policy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares what two policies mean, not how they are written.
 *
 * @param rules all that the old policy knew
 * @param rulesNow all that the new one knows
 * @param at the time that is now: a freeze that is over protects nothing
 */
public record PolicyComparison(Policy old, Rules rules, Policy now, Rules rulesNow, Instant at) {

    /** In the order of a policy's sections. */
    public List<Weakening> weakenings() {
        return Stream.of(
                        EnvironmentsWeakened.find(old.environments(), now.environments()),
                        EvidenceWeakened.find(old.evidence(), now.evidence()),
                        DocumentsWeakened.find(old, now),
                        CodeWeakened.find(old.code(), now.code()),
                        PromotionWeakened.find(old, now),
                        FreezeWeakened.find(old.freeze(), now.freeze(), at),
                        RampWeakened.find(old.rampStep(), now.rampStep()),
                        RulesWeakened.find(this),
                        GateWeakened.find(old.gate(), now.gate()),
                        WaiversWeakened.find(old.waivers(), now.waivers()),
                        LimitsWeakened.find(old.limits(), now.limits()))
                .flatMap(List::stream)
                .toList();
    }
}
