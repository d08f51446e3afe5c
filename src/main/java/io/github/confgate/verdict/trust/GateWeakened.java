package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what would have blocked before and does no longer. */
final class GateWeakened {

    private static final KeyPath KEY = Weakening.key("gate");

    private GateWeakened() {}

    static List<Weakening> find(Gate old, Gate now) {
        List<Weakening> found = new ArrayList<>();
        failOn(KEY.name("fail-on"), old.failOn(), now.failOn(), found);
        Set<String> environments = new TreeSet<>(old.failOnIn().keySet());
        environments.addAll(now.failOnIn().keySet());
        for (String environment : environments) {
            Severity before = old.failOnIn().getOrDefault(environment, old.failOn());
            Severity after = now.failOnIn().getOrDefault(environment, now.failOn());
            boolean told = !before.equals(old.failOn()) || !after.equals(now.failOn());
            if (told) {
                failOn(KEY.name("fail-on").name(environment), before, after, found);
            }
        }
        if (now.observe() && !old.observe()) {
            found.add(Weakening.of(KEY.name("mode"), "enforce", "observe", "nothing blocks any more"));
        }
        if (old.blocksUnmapped() && !now.blocksUnmapped()) {
            found.add(Weakening.of(
                    KEY.name("unmapped"), "block", "pass", "files that belong to no environment may change"));
        }
        branches(old.branches(), now.branches(), found);
        return found;
    }

    /** No pattern means the default branch: where the first one comes, nobody can tell whether it still is meant. */
    private static void branches(List<String> old, List<String> now, List<Weakening> found) {
        KeyPath key = KEY.name("branches");
        if (old.isEmpty() && !now.isEmpty()) {
            found.add(Weakening.gained(key, String.join(", ", now), "a server judges pushes to these branches only"));
        }
        for (String branch : new TreeSet<>(old)) {
            if (!now.contains(branch)) {
                found.add(
                        Weakening.lost(key.name(branch), branch, "a server judges pushes to these branches no longer"));
            }
        }
    }

    private static void failOn(KeyPath key, Severity old, Severity now, List<Weakening> found) {
        if (now.compareTo(old) > 0) {
            found.add(Weakening.of(key, old.id(), now.id(), "what is `" + old.id() + "` blocks no longer"));
        }
    }
}
