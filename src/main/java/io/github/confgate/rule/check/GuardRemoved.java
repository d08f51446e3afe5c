package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;

/** Finds filters, policies and checks that are gone, emptied or switched off while what they guard stays. */
record GuardRemoved(RuleSheet sheet) implements RangeRule {

    @Override
    public void look(List<Facts> changes, Said said) {
        for (Gone gone : Gone.of(changes)) {
            if (gone.first().distance() == 0) {
                whole(gone, said);
            }
        }
        for (Facts facts : changes) {
            if (facts.distance() == 0) {
                value(facts, said);
            }
        }
        GuardingObjects.look(changes, said);
    }

    private static void whole(Gone gone, Said said) {
        KeyPath root = gone.root();
        if (!guarded(gone)
                || GuardlessWords.standAbove(root)
                || Nodes.isBlank(gone.was())
                || isOff(gone.was())
                || StillThere.is(gone)) {
            return;
        }
        KeyPath.Segment last = root.segments().get(root.segments().size() - 1);
        if (last instanceof KeyPath.Name) {
            said.at(gone.first(), isGone(root.toString(), gone.first()));
            return;
        }
        if (RequestSteps.isGuarding(root, gone.was())) {
            boolean named = last instanceof KeyPath.Selector;
            String step = named
                    ? root.toString()
                    : "`" + Shown.value(gone.first().shown().old()) + "` of " + root.parent();
            said.at(gone.first(), isGone(step, gone.first()));
        } else {
            boolean left = gone.container() instanceof Node.Sequence list
                    && !list.items().isEmpty();
            boolean loses = !RuleItem.of(gone.was()).action().isEmpty()
                    && !RuleItem.of(gone.was()).denies();
            if (Guards.isLimit(gone.was()) && left) {
                said.at(
                        gone.first(),
                        Severity.HIGH,
                        "the limit " + root + " is gone from " + Shown.place(gone.first())
                                + " and what it limited stays");
            } else if (!left || !loses) {
                said.at(
                        gone.first(),
                        left && !RuleItem.of(gone.was()).denies() ? Severity.HIGH : Severity.CRITICAL,
                        "an item of the guard " + root.parent() + " is gone from " + Shown.place(gone.first())
                                + (left ? "" : ", and nothing is left of it"));
            }
        }
    }

    static String isGone(String guard, Facts facts) {
        return "the guard " + guard + " is gone from " + Shown.place(facts) + " and what it guarded stays";
    }

    private static boolean guarded(Gone gone) {
        KeyPath root = gone.root();
        KeyPath.Segment last = root.segments().get(root.segments().size() - 1);
        return last instanceof KeyPath.Name name
                ? (Guards.isGuard(name.name()) || isGuardingRule(name.name(), gone)) && !isOfPasses(gone.was())
                : RequestSteps.isGuarding(root, gone.was())
                        || (Guards.isGuard(root.parent().lastName()) && !GuardlessWords.areOfItem(last))
                        || isGuardingTerm(gone)
                        || Guards.isLimit(gone.was());
    }

    /** A rule with a name of its own, or a directive, that rejected something. */
    private static boolean isGuardingRule(String name, Gone gone) {
        boolean rule = Guards.isRule(name) || Guards.isRule(gone.root().parent().lastName());
        return rule && RuleItem.of(gone.was()).denies();
    }

    /** An item of a list of rules that rejected something. */
    private static boolean isGuardingTerm(Gone gone) {
        return FirstMatch.isList(gone.root().parent())
                && RuleItem.of(gone.was()).denies();
    }

    /** Which traffic is let through: a chart that makes a network policy has a default without it. */
    private static boolean isOfPasses(Node node) {
        return node instanceof Node.Mapping map
                && map.get("enabled") == null
                && (map.get("ingress") != null || map.get("egress") != null);
    }

    /** Switched off, or a block that says so of itself. */
    private static boolean isOff(Node node) {
        if (node instanceof Node.Mapping map) {
            Node enabled = map.get("enabled");
            return enabled != null && isOff(enabled);
        }
        return node instanceof Node.Scalar scalar
                && Value.Truth.of(scalar.text())
                        .filter(truth -> !truth.isTrue())
                        .isPresent();
    }

    private static void value(Facts facts, Said said) {
        Change change = facts.change();
        if (change.kind() != Change.Kind.MODIFIED) {
            return;
        }
        Leaf old = change.before().orElseThrow();
        Leaf now = change.after().orElseThrow();
        String name = now.key().lastName();
        Optional<String> step = RequestSteps.lost(name, old.text(), now.text());
        if (step.isPresent()
                && !GuardlessWords.standAbove(now.key())
                && !facts.shown().secret()) {
            said.at(
                    facts,
                    "the guard `" + step.get() + "` is gone from " + now.key() + " in " + Shown.place(facts)
                            + " and what it guarded stays");
            return;
        }
        boolean toggle = name.equalsIgnoreCase("enabled") || name.equalsIgnoreCase("enable");
        String guard = toggle ? now.key().parent().lastName() : name;
        if (!Guards.isGuard(guard) || GuardlessWords.standAbove(now.key())) {
            return;
        }
        Optional<Value.Truth> was = Value.Truth.of(old.text());
        if (Nodes.isBlank(now.value()) && !Nodes.isBlank(old.value())) {
            said.at(facts, "the guard " + now.key() + " is blank in " + Shown.place(facts) + " now");
        } else if (isOff(now.value()) && was.filter(Value.Truth::isTrue).isPresent()) {
            said.at(facts, "the guard " + now.key() + " is switched off in " + Shown.place(facts));
        }
    }
}
