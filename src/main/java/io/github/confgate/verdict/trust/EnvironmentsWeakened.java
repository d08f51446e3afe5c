package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.KeyScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        for (KeyScope scope : old.keys()) {
            if (!now.keys().contains(scope)) {
                found.add(Weakening.lost(
                        key.name("keys").name(scope.toString()), scope, "these keys are " + old.name() + " no longer"));
            }
        }
        elsewhere(key.name("branch"), old.branch(), now.branch(), found);
        elsewhere(key.name("repository"), old.repository(), now.repository(), found);
        if (now.soak().compareTo(old.soak()) < 0) {
            found.add(Weakening.of(
                    key.name("soak"), span(old.soak()), span(now.soak()), "values need not stand as long before"));
        }
    }

    /** Nobody knows what another place proves. */
    private static void elsewhere(KeyPath key, @Nullable String old, @Nullable String now, List<Weakening> found) {
        if (!Objects.equals(old, now)) {
            found.add(new Weakening(key, old, now, "what the environment holds is told by another place"));
        }
    }

    /** As a policy writes it. */
    static String span(Duration time) {
        return time.isZero() ? "nothing" : time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
