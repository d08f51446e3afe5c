package io.github.confgate.inspection;

import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Audits a mainline twice: by the policy of its tip, and by the one that is asked about. */
public final class WhatIfFinder {

    /** What is looked at when nobody says from when on. */
    static final Duration QUARTER = Duration.ofDays(90);

    private final SourceReader reader;
    private final Rules rules;

    public WhatIfFinder(SourceReader reader, Rules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /**
     * Compares what two policies block.
     *
     * @param request with the policy that is asked about; where it names no time and no range, the last quarter counts
     * @param now when a quarter ends, unless the tip is older
     * @param watcher hears every entry of both audits
     */
    public WhatIf find(AuditRequest request, Instant now, Consumer<AuditEntry> watcher) {
        AuditRequest asked = inTime(request, now);
        WhatIfTally before = new WhatIfTally();
        AuditRequest present = new AuditRequest(
                asked.tip(), asked.after(), asked.since(), asked.until(), asked.environment(), null, false);
        new Auditor(reader, rules).audit(present, watcher.andThen(before::add));
        WhatIfTally then = new WhatIfTally();
        new Auditor(reader, rules, false, true).audit(asked, watcher.andThen(then::add));
        return new WhatIf(
                then.tip(),
                asked.after(),
                asked.since(),
                asked.until(),
                before.side(),
                then.side(),
                then.blockedBeside(before),
                then.reasons());
    }

    /** Of a repository that rests, its last quarter tells more than none. */
    private AuditRequest inTime(AuditRequest request, Instant now) {
        if (request.after() != null || request.since() != null || request.until() != null) {
            return request;
        }
        Revision head = reader.resolve(new RangeRequest.Between(request.tip(), request.tip()))
                .head();
        Instant newest =
                head instanceof Revision.Commit commit ? reader.commit(commit).time() : now;
        Instant end = newest.isBefore(now) ? newest : now;
        return new AuditRequest(
                request.tip(), null, end.minus(QUARTER), null, request.environment(), request.policy(), false);
    }
}
