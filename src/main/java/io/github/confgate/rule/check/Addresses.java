package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hosts that the files around a change name, as they are now. */
final class Addresses {

    /** Longer values are files in files. */
    static final int LONGEST = 2_000;

    private static final int MOST = 1_000;

    private record Hosts(String path) {}

    private record Places(String path) {}

    private record Written(String host, String path) {}

    /** A host, and where it stands. */
    record Named(String host, Leaf leaf) {}

    private Addresses() {}

    /**
     * The hosts of the file itself, the changed value aside, and those that counterparts have under the key. None of a
     * file with more hosts than a person has an eye for: it is a list of other people's.
     */
    static Set<String> others(Facts facts) {
        Set<String> others = new LinkedHashSet<>();
        Change change = facts.change();
        Map<String, List<Region>> own =
                facts.around().once(new Places(change.path()), () -> places(in(change.path(), facts.around())));
        if (own.size() <= MOST) {
            Region mine = change.after().map(Leaf::region).orElse(null);
            own.forEach((host, regions) -> {
                if (regions.stream().anyMatch(region -> !region.equals(mine))) {
                    others.add(host);
                }
            });
        }
        for (String environment : facts.lowerEnvironments()) {
            for (Leaf leaf : facts.around().counterpartValues(change, environment)) {
                Address.in(leaf.text()).forEach(address -> others.add(address.host()));
            }
        }
        return others;
    }

    /** Where each host of a file stands. */
    private static Map<String, List<Region>> places(List<Named> hosts) {
        Map<String, List<Region>> places = new LinkedHashMap<>();
        for (Named named : hosts) {
            places.computeIfAbsent(named.host(), host -> new ArrayList<>(1))
                    .add(named.leaf().region());
        }
        return places;
    }

    /** Whether another file has the text; those that cannot be looked at count. */
    static boolean isWrittenElsewhere(String host, Facts facts) {
        String own = facts.change().path();
        Surroundings around = facts.around();
        return around.once(new Written(host, own), () -> around.after().paths().stream()
                .anyMatch(path -> !path.equals(own) && around.after().mayContain(path, host)));
    }

    /** The hosts of a file. */
    static List<Named> in(String path, Surroundings around) {
        return around.once(
                new Hosts(path),
                () -> around.after().document(path).map(Addresses::of).orElse(List.of()));
    }

    private static List<Named> of(Document document) {
        List<Named> found = new ArrayList<>();
        for (Part part : document.parts()) {
            for (Leaf leaf : Leaves.of(part)) {
                String text = leaf.text();
                boolean mayBe = text.length() <= LONGEST && (text.indexOf('.') > 0 || text.indexOf(':') > 0);
                List<Address> addresses = mayBe ? Address.in(text) : List.of();
                if (!addresses.isEmpty() && !Secrets.isSecret(part.id(), leaf)) {
                    addresses.forEach(address -> found.add(new Named(address.host(), leaf)));
                }
            }
        }
        return List.copyOf(found);
    }
}
