package io.github.confgate.fact;

import io.github.confgate.change.PartRef;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Environments that are sections of files: a policy says by keys what belongs to which. Where the scopes of several fit a
 * key, the last in the order of promotion has it.
 */
final class Sections {

    /** The place of what is in no section of a file that has some. */
    static final String BESIDE = ":keys";

    private static final String PLACE = "keys:";

    private final List<DeclaredEnvironment> declared;
    private final Map<String, Set<String>> found;

    /** @param found by path, the names of the environments of which a file has keys, as far as anybody looked */
    Sections(List<DeclaredEnvironment> declared, Map<String, Set<String>> found) {
        this.declared = declared.stream().filter(each -> !each.keys().isEmpty()).toList();
        this.found = found;
    }

    /** The names of the environments of which a document has keys. */
    static Set<String> in(Document document, List<DeclaredEnvironment> declared) {
        Set<String> names = new LinkedHashSet<>();
        for (DeclaredEnvironment each : declared) {
            boolean has = !each.keys().isEmpty()
                    && each.takes(document.path())
                    && document.parts().stream().anyMatch(part -> has(part, each));
            if (has) {
                names.add(each.name());
            }
        }
        return names;
    }

    private static boolean has(Part part, DeclaredEnvironment environment) {
        for (Leaf leaf : Leaves.of(part)) {
            if (environment.scope(part.id(), leaf.key()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a placement is that of a section. */
    static boolean isSection(Placement placement) {
        return placement.place().equals(PLACE);
    }

    /** Where a key belongs by its own name. */
    Optional<Placement> of(String path, KeyPath.Segment part, KeyPath key, List<String> families) {
        for (int i = declared.size() - 1; i >= 0; i--) {
            DeclaredEnvironment each = declared.get(i);
            Optional<KeyScope> scope = each.takes(path) ? each.scope(part, key) : Optional.empty();
            if (scope.isPresent()) {
                return Optional.of(placement(path, each, families));
            }
        }
        return Optional.empty();
    }

    /** The sections that a file is known to have, in the order of promotion. */
    List<Placement> of(String path) {
        Set<String> names = found.getOrDefault(path, Set.of());
        return declared.stream()
                .filter(each -> names.contains(each.name()))
                .map(each -> placement(path, each, List.of()))
                .toList();
    }

    private static Placement placement(String path, DeclaredEnvironment environment, List<String> families) {
        String keys = String.join(
                ", ", environment.keys().stream().map(KeyScope::toString).toList());
        return new Placement(
                path,
                null,
                environment.environment(),
                families,
                PLACE,
                List.of(),
                "policy: keys " + keys + " are " + environment.name());
    }

    /** The same section of another environment: of the same file, or of those that the policy pairs with it. */
    List<Placement> counterparts(Placement of, String wanted, Stream<String> paths) {
        if (!isSection(of)) {
            return List.of();
        }
        List<Placement> counterparts = new ArrayList<>();
        Optional<String> own = remainder(of);
        for (DeclaredEnvironment other : declared) {
            if (!other.environment().answersTo(wanted) || Objects.equals(other.environment(), of.environment())) {
                continue;
            }
            if (other.takes(of.path())) {
                counterparts.add(placement(of.path(), other, List.of()));
            } else {
                paths.filter(path -> other.remainder(path)
                                .filter(rest -> own.isEmpty() || own.get().equals(rest))
                                .isPresent())
                        .forEach(path -> counterparts.add(placement(path, other, List.of())));
                return counterparts;
            }
        }
        return counterparts;
    }

    private Optional<String> remainder(Placement placement) {
        return declared.stream()
                .filter(each -> each.environment().equals(placement.environment()))
                .flatMap(each -> each.remainder(placement.path()).stream())
                .findFirst();
    }

    /** What a change of one environment asks of another, under that one's names. */
    List<Wanted> exchanged(Wanted wanted, Environment from, Environment to) {
        List<KeyScope> own = scopes(from);
        List<KeyScope> others = scopes(to);
        List<Wanted> exchanged = new ArrayList<>();
        for (int i = 0; i < own.size() && !others.isEmpty(); i++) {
            List<KeyScope> pairs = own.size() == others.size() ? List.of(others.get(i)) : others;
            for (KeyScope other : pairs) {
                exchange(wanted, own.get(i), other).ifPresent(exchanged::add);
            }
        }
        return exchanged.isEmpty() ? List.of(wanted) : exchanged;
    }

    private static Optional<Wanted> exchange(Wanted wanted, KeyScope own, KeyScope other) {
        if (own.matches(wanted.key())) {
            return own.exchange(wanted.key(), other).map(wanted::under);
        }
        return own.exchange(new PartRef(wanted.part(), false).print(wanted.key()), other)
                .filter(whole -> !whole.isRoot())
                .map(whole -> wanted.inPart(whole.segments().get(0))
                        .under(new KeyPath(
                                whole.segments().subList(1, whole.segments().size()))));
    }

    private List<KeyScope> scopes(Environment environment) {
        return declared.stream()
                .filter(each -> each.environment().equals(environment))
                .flatMap(each -> each.keys().stream())
                .toList();
    }
}
