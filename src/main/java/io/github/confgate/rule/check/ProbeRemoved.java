package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds probes that are gone while what they asked stays, that are switched off, or that cannot fail any more. */
record ProbeRemoved(RuleSheet sheet) implements Rule {

    private static final Set<String> PROBES = Set.of("livenessprobe", "readinessprobe", "startupprobe", "healthcheck");
    /** What comes to its end has nobody that waits for it to be ready. */
    private static final Set<String> JOBS = Set.of("jobs", "job", "cronjobs", "cronjob", "initcontainers");

    static final List<String> NEEDLES = List.of("probe", "healthcheck");
    private static final Set<String> ALWAYS_WORKS = Set.of("true", "/bin/true", ":", "exit 0", "exit 0;", "none");

    @Override
    public Stream<Finding> find(Facts facts) {
        return lost(facts).stream().map(lost -> Finding.of(sheet, facts, lost.message()));
    }

    @Override
    public List<String> needles() {
        return NEEDLES;
    }

    /** It says the same and why it is worse. */
    @Override
    public Set<RuleId> yieldsTo() {
        return Set.of(new RuleId("probe-removed-with-rollout"));
    }

    /** A probe of production that asks no more, and what to say of it. */
    record Lost(KeyPath probe, String message) {
        boolean isOfReadiness() {
            return !folded(probe.lastName()).equals("livenessprobe");
        }
    }

    static Optional<Lost> lost(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> leaf = change.kind() == Change.Kind.MOVED
                ? change.before()
                : change.after().or(change::before);
        Optional<KeyPath> probe = leaf.flatMap(found -> probe(found.key()));
        if (facts.distance() > 0 || probe.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> message =
                switch (change.kind()) {
                    // To where nobody asks by it.
                    case REMOVED, MOVED -> gone(facts, leaf.get().key());
                    case ADDED, MODIFIED -> weaker(facts, leaf.get());
                };
        return message.map(text -> new Lost(probe.get(), text));
    }

    /** Told once a probe, at the first of its keys. */
    private static Optional<String> gone(Facts facts, KeyPath key) {
        Optional<KeyPath> probe = probe(key);
        Optional<Part> after = facts.around().partAfter(facts.change());
        if (probe.isEmpty()
                || after.isEmpty()
                || Lookup.node(after.get(), probe.get()).isPresent()) {
            return Optional.empty();
        }
        if (facts.around()
                .partBefore(facts.change())
                .flatMap(part -> Lookup.node(part, probe.get()))
                .filter(ProbeRemoved::isOff)
                .isPresent()) {
            return Optional.empty();
        }
        Optional<Node> asked = Lookup.node(after.get(), probe.get().parent());
        boolean stays = asked.filter(node ->
                        node instanceof Node.Mapping map && !map.entries().isEmpty())
                .isPresent();
        boolean first = facts.around().leavesBefore(facts.change()).stream()
                .map(Leaf::key)
                .filter(other -> other.startsWith(probe.get()))
                .findFirst()
                .filter(key::equals)
                .isPresent();
        return stays && first
                ? Optional.of(probe.get() + " is gone from " + Shown.place(facts) + " and what it asked stays")
                : Optional.empty();
    }

    /** Switched off before it went. */
    private static boolean isOff(Node probe) {
        return probe instanceof Node.Mapping map
                && map.get("enabled") instanceof Node.Scalar enabled
                && Value.Truth.of(enabled.text()).equals(Optional.of(new Value.Truth(false)));
    }

    private static Optional<String> weaker(Facts facts, Leaf now) {
        Optional<KeyPath> probe = probe(now.key());
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        String name = folded(now.key().lastName());
        Optional<Boolean> truth = Value.Truth.of(now.text()).map(Value.Truth::isTrue);
        if (facts.change().kind() == Change.Kind.MODIFIED
                && ((name.equals("enabled") && truth.equals(Optional.of(false)))
                        || (name.equals("disable") && truth.equals(Optional.of(true))))) {
            return Optional.of(probe.get() + " is switched off in " + Shown.place(facts));
        }
        List<KeyPath.Segment> segments = now.key().segments();
        String list = segments.get(segments.size() - 1) instanceof KeyPath.Index
                ? folded(now.key().parent().lastName())
                : name;
        boolean command = list.equals("command") || list.equals("test");
        return command && ALWAYS_WORKS.contains(now.text().strip().toLowerCase(Locale.ROOT))
                ? Optional.of(probe.get() + " cannot fail any more in " + Shown.place(facts))
                : Optional.empty();
    }

    /** The key of the probe that a key belongs to. */
    private static Optional<KeyPath> probe(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof KeyPath.Name job && JOBS.contains(folded(job.name()))) {
                return Optional.empty();
            }
            if (segments.get(i) instanceof KeyPath.Name name && PROBES.contains(folded(name.name()))) {
                return Optional.of(new KeyPath(segments.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    private static String folded(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
