package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Stack;
import io.github.confgate.fact.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What environments really get before a range and after it.
 *
 * @param before the merge base
 * @param after the head
 */
record EffectiveValues(Layers layers, State before, State after) {

    /** Where a file belongs, with every environment that takes it as a layer. */
    Placement place(Placement placement) {
        return layers.place(placement);
    }

    /** The environments that get another value by a change. */
    List<Environment> reached(Change change, Placement placement) {
        Environment own = placement.environment();
        if (own != null) {
            return isFelt(layers.stack(placement), change) ? List.of(own) : List.of();
        }
        Map<Environment, Set<Stack>> above =
                placement.layerOf().isEmpty() ? Map.of() : layers.stacksAbove(placement.path());
        List<Environment> reached = new ArrayList<>();
        for (Environment environment : placement.layerOf()) {
            Set<Stack> stacks = above.getOrDefault(environment, Set.of());
            if (stacks.isEmpty() || stacks.stream().anyMatch(stack -> isFelt(stack, change))) {
                reached.add(environment);
            }
        }
        return reached;
    }

    /**
     * The changes as an environment sees them, for its reports; a layer of which no document of the environment is
     * known counts as it is.
     *
     * @param plain the changes of the files
     */
    List<PromotionLedger.Subject> seenBy(
            String environment, Collection<String> changed, List<PromotionLedger.Subject> plain) {
        List<PromotionLedger.Subject> seen = new ArrayList<>();
        for (Layers.Effective each : layers.effective(environment, changed, before, after)) {
            Environment own = each.through().environment();
            List<Environment> reaches = own == null ? List.of() : List.of(own);
            seen.add(new PromotionLedger.Subject(each.change(), each.through(), own, reaches));
        }
        for (PromotionLedger.Subject subject : plain) {
            boolean alone = subject.placement().isSection()
                    || (subject.placement().environment() == null
                            && layers.above(subject.placement().path()).isEmpty());
            if (alone && subject.reaches().stream().anyMatch(reached -> reached.answersTo(environment))) {
                seen.add(subject);
            }
        }
        return seen;
    }

    /** Whether a stack gives another value than before. */
    private boolean isFelt(Stack stack, Change change) {
        if (change.isUnread()
                || (!stack.isHigh() && !stack.isRelaxed())
                || !stack.paths().contains(change.path())
                || !stack.answers(change.path(), change.part().id())) {
            return true;
        }
        return change.after().map(leaf -> differs(stack, change, leaf)).orElse(false)
                || change.before().map(leaf -> differs(stack, change, leaf)).orElse(false);
    }

    /** Whether the file is the one that says it, before or after, and what is said there is not what was said. */
    private boolean differs(Stack stack, Change change, Leaf leaf) {
        KeyPath key = stack.keyFrom(change.path(), leaf.key());
        Optional<Stack.Found> old = stack.find(before, change.part().id(), key);
        Optional<Stack.Found> now = stack.find(after, change.part().id(), key);
        if (!isSaidBy(change.path(), old) && !isSaidBy(change.path(), now)) {
            return false;
        }
        if (old.isEmpty() || now.isEmpty() || isCounted(key, now.get())) {
            return true;
        }
        Lookup.Held was = old.get().held();
        // Without leaves there is a map or something unreadable, of which nothing is known.
        return was.leaves().isEmpty() || !was.sameValues(now.get().held());
    }

    private static boolean isSaidBy(String path, Optional<Stack.Found> found) {
        return found.isPresent()
                && (found.get().path().equals(path)
                        || found.get().held().leaves().isEmpty());
    }

    /** A number in a list means another item when items come and go, so that before and after do not compare. */
    private static boolean isCounted(KeyPath key, Stack.Found found) {
        return !found.held().member() && key.segments().stream().anyMatch(KeyPath.Index.class::isInstance);
    }
}
