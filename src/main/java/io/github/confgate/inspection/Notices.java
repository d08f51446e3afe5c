package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.change.PartRef;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the findings that the gate itself has: in the words of their sheets, weighed and switched off like others. */
final class Notices {

    private static final PartRef WHOLE = new PartRef(new KeyPath.Index(0), true);

    private final Rules rules;
    private final RuleSettings settings;
    private final Masking masking;

    Notices(Rules rules, RuleSettings settings, Masking masking) {
        this.rules = rules;
        this.settings = settings;
        this.masking = masking;
    }

    /** A finding about a change; none where the rule is disabled. {@code most} is the severity that it has at most. */
    Optional<Finding> of(String rule, Facts about, String message, Severity most) {
        RuleId id = new RuleId(rule);
        if (settings.disabled().contains(id)) {
            return Optional.empty();
        }
        return rules.find(id)
                .map(found -> found.sheet())
                .map(sheet -> new Finding(
                        sheet,
                        severity(sheet).atMost(most),
                        sheet.confidence(),
                        about,
                        about.change().region(),
                        message,
                        List.of()));
    }

    private Severity severity(RuleSheet sheet) {
        return settings.severities().getOrDefault(sheet.id(), sheet.severity());
    }

    /** The facts of something that is said in a file of no environment: of a policy, or of a comment. */
    Facts facts(String path, KeyPath key, Region region, @Nullable String old, @Nullable String now) {
        return facts(change(path, key, region, old, now));
    }

    /** The facts of a change that reaches no environment. */
    Facts facts(Change change) {
        return new Facts(
                change,
                masking.mask(change),
                null,
                List.of(),
                List.of(Promotion.of(Promotion.Status.NOT_GATED, null)),
                List.of(),
                0,
                List.of(),
                true,
                List::of,
                Surroundings.none());
    }

    private static Change change(String path, KeyPath key, Region region, @Nullable String old, @Nullable String now) {
        if (old == null || now == null) {
            Leaf leaf = leaf(key, old == null ? now == null ? "" : now : old, region);
            return old == null
                    ? new Change.Added(path, WHOLE, leaf)
                    : new Change.Removed(path, path, WHOLE, leaf, region);
        }
        return new Change.Modified(path, path, WHOLE, leaf(key, old, region), leaf(key, now, region));
    }

    private static Leaf leaf(KeyPath key, String text, Region region) {
        return new Leaf(key, new Node.Scalar(ScalarType.STRING, text, region, null), region, region, null);
    }
}
