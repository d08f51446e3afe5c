package io.github.confgate.rule.sheet;

import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the value only went from one key to another in this range: what came stood under a key that went, or the other
 * way round. Both keys end in the same words and have most of the words before in common, and their files are of the same
 * environment, or one of them is of none.
 */
record CarriedOver(boolean wanted) implements Condition {

    private record Side(Facts facts, KeyPath key) {}

    private record Sides(Map<String, List<Side>> gone, Map<String, List<Side>> come) {}

    @Override
    public boolean holds(Subject subject) {
        Change.Kind kind = subject.kind();
        boolean came = kind == Change.Kind.ADDED;
        if (!came && kind != Change.Kind.REMOVED) {
            return !wanted;
        }
        Sides sides = subject.facts().all().once(CarriedOver.class, () -> sides(subject.facts()));
        String text = subject.value().text();
        List<Side> others = (came ? sides.gone() : sides.come()).getOrDefault(text, List.of());
        return wanted == others.stream().anyMatch(other -> isSame(subject, other));
    }

    private static Sides sides(Facts facts) {
        Map<String, List<Side>> gone = new HashMap<>();
        Map<String, List<Side>> come = new HashMap<>();
        for (Facts each : facts.all().everything()) {
            for (Subject subject : Subject.of(each)) {
                if (subject.kind() != Change.Kind.MODIFIED) {
                    (subject.kind() == Change.Kind.ADDED ? come : gone)
                            .computeIfAbsent(subject.value().text(), text -> new ArrayList<>())
                            .add(new Side(each, subject.key()));
                }
            }
        }
        return new Sides(gone, come);
    }

    private static boolean isSame(Subject subject, Side other) {
        String here = environment(subject.facts());
        String there = environment(other.facts());
        boolean together = here.isEmpty() || there.isEmpty() || here.equals(there);
        return together && areAlike(subject.key(), other.key());
    }

    private static String environment(Facts facts) {
        return facts.environment() == null ? "" : facts.environment().name();
    }

    /** {@code rbac/mp-rest/readTimeout} and {@code rest-client.rbac.read-timeout}. */
    private static boolean areAlike(KeyPath one, KeyPath other) {
        List<String> first = words(one);
        List<String> second = words(other);
        int ends = 0;
        int least = Math.min(first.size(), second.size());
        while (ends < least && first.get(first.size() - 1 - ends).equals(second.get(second.size() - 1 - ends))) {
            ends++;
        }
        int named = Math.min(
                NameWords.of(SiblingKeys.plain(one).lastName()).size(),
                NameWords.of(SiblingKeys.plain(other).lastName()).size());
        List<String> before = first.subList(0, first.size() - ends);
        List<String> beside = second.subList(0, second.size() - ends);
        return ends >= named && (haveMostInCommon(before, beside) || haveMostInCommon(beside, before));
    }

    private static boolean haveMostInCommon(List<String> some, List<String> others) {
        return 2 * some.stream().filter(others::contains).count() >= some.size();
    }

    private static List<String> words(KeyPath key) {
        return NameWords.of(SiblingKeys.plain(key).toString());
    }
}
