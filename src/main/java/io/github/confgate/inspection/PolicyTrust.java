package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import io.github.confgate.source.Range;
import io.github.confgate.source.Region;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyReader;
import io.github.confgate.verdict.trust.PolicyComparison;
import io.github.confgate.verdict.trust.Weakening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a range does to the policy: the first one, one that cannot be read, and each way in which it lets more pass than
 * that of the merge base did.
 */
final class PolicyTrust {

    private final SourceReader reader;
    private final Range range;
    private final Rules builtin;
    private final Notices notices;
    private final Severity most;
    private final Instant at;
    private final boolean mayHaveSheets;

    /**
     * @param builtin the rules that come with confgate
     * @param judging the policy that judges: a pipeline that brings its own need not fear that of the range, and what is
     *     not committed yet is judged by its own policy anyhow
     */
    PolicyTrust(SourceReader reader, Range range, Rules builtin, Notices notices, PolicyFile judging, Instant at) {
        this.reader = reader;
        this.range = range;
        this.builtin = builtin;
        this.notices = notices;
        this.at = at;
        boolean caller = judging.origin() == PolicyFile.Origin.CALLER;
        this.mayHaveSheets = caller || !judging.policy().sheets().isEmpty();
        this.most =
                caller ? Severity.LOW : range.head() instanceof Revision.Commit ? Severity.CRITICAL : Severity.MEDIUM;
    }

    /** The findings, each about a change of its own; none in most ranges, for the price of two look-ups. */
    List<Finding> findings() {
        Optional<SourceFile> before = reader.file(range.mergeBase(), PolicyAt.NAME);
        Optional<SourceFile> after = reader.file(range.head(), PolicyAt.NAME);
        // A branch that is older than the first policy brings none of its own by that.
        Revision from = before.isPresent() ? range.mergeBase() : range.base();
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        boolean same = before.isPresent()
                && after.isPresent()
                && !before.get().blob().isEmpty()
                && before.get().blob().equals(after.get().blob());
        if (same && !mayHaveSheets) {
            return List.of();
        }
        PolicyAt old = PolicyAt.of(reader, from, builtin);
        boolean sheets = old.policy() != null && !old.policy().sheets().isEmpty();
        PolicyAt now = PolicyAt.of(reader, range.head(), builtin);
        boolean changed = !Arrays.equals(old.bytes(), now.bytes())
                || old.isThere() != now.isThere()
                || (old.unreadable() == null) != (now.unreadable() == null);
        List<Finding> found = new ArrayList<>();
        if (changed || sheets) {
            compare(old, now, found);
        }
        Policy was = old.policy();
        Policy is = now.policy();
        if (sheets && was != null && is != null) {
            SheetTrust.weakened(reader, from, was.sheets(), range.head(), is.sheets())
                    .forEach(change -> weakened(change).ifPresent(found::add));
        }
        return found;
    }

    private void compare(PolicyAt old, PolicyAt now, List<Finding> found) {
        Policy was = old.policy();
        Policy is = now.policy();
        if (!now.isThere()) {
            notices.of(
                            "gate-weakened",
                            notices.facts(PolicyAt.NAME, KeyPath.ROOT, Region.start(), "a policy", null),
                            "the policy is gone: the built-in one judges once this is merged",
                            most)
                    .ifPresent(found::add);
        } else if (is == null) {
            invalid(now).ifPresent(found::add);
        } else if (was == null) {
            String message = old.isThere()
                    ? "the policy, which could not be read before, is repaired: it judges once it is merged"
                    : "the first policy: it judges once it is merged";
            notices.of(
                            "policy-introduced",
                            notices.facts(PolicyAt.NAME, KeyPath.ROOT, Region.start(), null, "a policy"),
                            message,
                            most)
                    .ifPresent(found::add);
        } else {
            List<Weakening> weakenings = MappingTrust.refined(
                    reader, range, was, is, new PolicyComparison(was, old.rules(), is, now.rules(), at).weakenings());
            Document document = PolicyReader.parse(PolicyAt.NAME, now.bytes());
            weakenings.forEach(each -> weakened(each, document).ifPresent(found::add));
        }
    }

    private Optional<Finding> weakened(Weakening weakening, Document policy) {
        Facts facts = notices.facts(
                PolicyAt.NAME,
                weakening.key(),
                PolicyPlaces.of(policy, weakening.key()),
                weakening.old(),
                weakening.now());
        return notices.of("gate-weakened", facts, message(facts, weakening.effect()), most);
    }

    private Optional<Finding> weakened(Change change) {
        Facts facts = notices.facts(change);
        return notices.of(
                "gate-weakened",
                facts,
                message(
                        facts,
                        change.key().lastName().equals("severity")
                                ? "a rule of your own weighs less"
                                : "a rule of your own matches something else"),
                most);
    }

    private static String message(Facts facts, String effect) {
        String key = facts.change().key().toString();
        String what =
                switch (facts.change().kind()) {
                    case ADDED -> key + one(facts, " gains", facts.shown().now(), " is new");
                    case REMOVED -> key + one(facts, " loses", facts.shown().old(), " is gone");
                    case MODIFIED, MOVED ->
                        key + " goes from `" + Shown.value(facts.shown().old()) + "` to `"
                                + Shown.value(facts.shown().now()) + "`";
                };
        return what + ": " + effect;
    }

    /** The last name of some keys is what they say. */
    private static String one(Facts facts, String verb, @Nullable String value, String alone) {
        return facts.change().key().lastName().equals(value) ? alone : verb + " `" + Shown.value(value) + "`";
    }

    private Optional<Finding> invalid(PolicyAt now) {
        String problem = now.problem() != null
                ? String.valueOf(now.problem().getMessage())
                : now.unreadable() == null
                        ? ""
                        : PolicyAt.NAME + " " + now.unreadable().message();
        Matcher place = Pattern.compile("(.+?):(\\d{1,9})(?::(\\d{1,9}))?: (.*)", Pattern.DOTALL)
                .matcher(problem);
        boolean placed = place.matches();
        int line = placed ? Math.max(1, Integer.parseInt(place.group(2))) : 1;
        int column = placed && place.group(3) != null ? Math.max(1, Integer.parseInt(place.group(3))) : 1;
        return notices.of(
                "policy-invalid",
                notices.facts(
                        placed ? place.group(1) : PolicyAt.NAME,
                        KeyPath.ROOT,
                        new Region(line, column, line, column),
                        "a policy",
                        "no policy"),
                "the policy cannot be read: " + (placed ? place.group(4) : problem),
                most);
    }
}
