package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.DeclaredEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds environments that are gated less than before: gone, with fewer files, fewer predecessors or less soak. */
final class EnvironmentsWeakened {

    private static final KeyPath KEY = Weakening.key("environments");

    private EnvironmentsWeakened() {}

    static List<Weakening> find(List<DeclaredEnvironment> old, List<DeclaredEnvironment> now) {
        List<Weakening> found = new ArrayList<>();
        for (DeclaredEnvironment before : old) {
            Optional<DeclaredEnvironment> after = now.stream()
                    .filter(each -> each.name().equals(before.name()))
                    .findFirst();
            if (after.isEmpty()) {
                found.add(Weakening.lost(
                        key(before), before.name(), "what was declared of this environment counts no longer"));
            } else {
                compare(before, after.get(), found);
            }
        }
        return found;
    }

    private static KeyPath key(DeclaredEnvironment environment) {
        return KEY.then(KeyPath.Selector.of("name", environment.name()));
    }

    private static void compare(DeclaredEnvironment old, DeclaredEnvironment now, List<Weakening> found) {
        KeyPath key = key(old);
        for (String path : old.paths()) {
            if (!now.paths().contains(path)) {
                found.add(Weakening.lost(
                        key.name("paths").name(path), path, "these files are " + old.name() + " no longer"));
            }
        }
        for (String before : old.after()) {
            if (!now.after().contains(before)) {
                found.add(Weakening.lost(
                        key.name("after").name(before), before, "values need not have been there any more"));
            }
        }
        if (now.soak().compareTo(old.soak()) < 0) {
            found.add(Weakening.of(
                    key.name("soak"), span(old.soak()), span(now.soak()), "values need not stand as long before"));
        }
    }

    private static String span(Duration soak) {
        return soak.isZero() ? "nothing" : soak.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
