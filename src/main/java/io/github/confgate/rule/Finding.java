package io.github.confgate.rule;

import io.github.confgate.fact.Facts;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import java.util.List;

/**
 * What a rule says about a change.
 *
 * @param subject the change and its facts
 * @param region in the change's file
 * @param message one sentence; values in it are masked already
 * @param related other places that a reader wants to see
 */
public record Finding(
        RuleSheet sheet,
        Severity severity,
        Confidence confidence,
        Facts subject,
        Region region,
        String message,
        List<Related> related) {

    public Finding {
        related = List.copyOf(related);
    }

    /** With the severity and the confidence of its rule, where the change is. */
    public static Finding of(RuleSheet sheet, Facts subject, String message) {
        return new Finding(
                sheet,
                sheet.severity(),
                sheet.confidence(),
                subject,
                subject.change().region(),
                message,
                List.of());
    }

    /** A place, and what it has to do with the finding. */
    public record Related(Location location, String message) {}

    public RuleId rule() {
        return sheet.id();
    }

    /** The same, of a change that this one's is a part of. */
    Finding about(Facts whole) {
        return new Finding(sheet, severity, confidence, whole, whole.change().region(), message, related);
    }

    public Finding withConfidence(Confidence other) {
        return new Finding(sheet, severity, other, subject, region, message, related);
    }

    public Finding withSeverity(Severity other) {
        return new Finding(sheet, other, confidence, subject, region, message, related);
    }
}
