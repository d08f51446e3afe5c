package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The hosts that the files around a change name, as they are now. */
final class Addresses {

    /** Longer values are files in files. */
    static final int LONGEST = 2_000;

    private static final int LEAST_PIECE = 3;
    private static final int MOST_FILES = 200;

    private record Near(String environment, String piece) {}

    private record Hosts(String path) {}

    /** A host, and where it stands. */
    record Named(String host, Leaf leaf) {}

    private Addresses() {}

    /**
     * The hosts of the files that may hold one that is a letter or two from this one: the file itself, those of its
     * environment and those of none. Half of the host at least is written alike there.
     */
    static List<String> near(String host, Facts facts) {
        Set<String> near = new LinkedHashSet<>();
        Change change = facts.change();
        Surroundings around = facts.around();
        Set<String> paths = new LinkedHashSet<>();
        Environment environment = facts.environment();
        String name = environment == null ? "" : environment.name();
        String first = piece(host.substring(0, host.length() / 2));
        String second = piece(host.substring(host.length() / 2));
        if (first.length() < LEAST_PIECE || second.length() < LEAST_PIECE) {
            return List.of();
        }
        paths.addAll(paths(new Near(name, first), around));
        paths.addAll(paths(new Near(name, second), around));
        paths.add(change.path());
        for (String path : paths) {
            for (Named named : in(path, around)) {
                boolean own = path.equals(change.path())
                        && change.after()
                                .filter(leaf -> leaf.region().equals(named.leaf().region()))
                                .isPresent();
                if (!own) {
                    near.add(named.host());
                }
            }
        }
        return List.copyOf(near);
    }

    /** The hosts of a file. */
    static List<Named> in(String path, Surroundings around) {
        return around.once(
                new Hosts(path), () -> around.after().document(path).map(Addresses::of).orElse(List.of()));
    }

    private static List<Named> of(Document document) {
        List<Named> found = new ArrayList<>();
        for (Part part : document.parts()) {
            for (Leaf leaf : Leaves.of(part)) {
                String text = leaf.text();
                boolean mayBe = text.length() <= LONGEST && (text.indexOf('.') > 0 || text.indexOf(':') > 0);
                if (mayBe && !Secrets.isSecret(part.id(), leaf.key(), text)) {
                    Address.in(text).forEach(address -> found.add(new Named(address.host(), leaf)));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> paths(Near near, Surroundings around) {
        return around.once(near, () -> around.after().paths().stream()
                .filter(path -> isThere(near.environment(), path, around))
                .sorted()
                .filter(path -> around.after().mayContain(path, near.piece()))
                .limit(MOST_FILES)
                .toList());
    }

    private static boolean isThere(String environment, String path, Surroundings around) {
        Environment own = around.environments().of(path).environment();
        return own == null || own.name().equals(environment);
    }

    /** The longest run of letters and digits. */
    private static String piece(String half) {
        String longest = "";
        for (String run : half.split("[^a-z0-9]+")) {
            longest = run.length() > longest.length() ? run : longest;
        }
        return longest;
    }
}
