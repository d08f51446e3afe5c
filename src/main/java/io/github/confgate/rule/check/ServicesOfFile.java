package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hosts by which the services of a Compose file call each other: a service of the file before, and none of it now. */
final class ServicesOfFile {

    private record Services(String path, KeyPath.Segment part) {}

    private ServicesOfFile() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now == null && old != null) {
                volume(facts, old, said);
            }
            if (now == null
                    || old == null
                    || change.kind() != Change.Kind.MODIFIED
                    || change.key().segments().size() < 3) {
                continue;
            }
            Set<String> services = services(facts);
            if (!services.isEmpty()) {
                Set<String> before = hosts(old.text());
                Set<String> after = hosts(now.text());
                boolean lost = before.stream().anyMatch(host -> !after.contains(host) && services.contains(host));
                boolean unknown = after.stream()
                        .anyMatch(host -> !before.contains(host)
                                && host.indexOf('.') < 0
                                && host.indexOf('$') < 0
                                && !host.equals("localhost")
                                && !services.contains(host));
                if (lost && unknown) {
                    said.at(
                            facts,
                            change.key() + " names a host in `"
                                    + Shown.value(facts.shown().now())
                                    + "` that is no service of this file; it named one of them before");
                }
            }
        }
    }

    /** {@code volumes: {data: {}}} at the top, which a service still mounts by its name. */
    private static void volume(Facts facts, Leaf old, RangeRule.Said said) {
        List<KeyPath.Segment> segments = old.key().segments();
        Part part = facts.around().partAfter(facts.change()).orElse(null);
        if (part == null
                || segments.size() < 2
                || !segments.get(0).equals(new KeyPath.Name("volumes"))
                || !(segments.get(1) instanceof KeyPath.Name name)
                || services(facts).isEmpty()
                || Lookup.node(part, KeyPath.ROOT.name("volumes").name(name.name()))
                        .isPresent()) {
            return;
        }
        for (Leaf leaf : facts.around().leavesAfter(facts.change())) {
            if (leaf.text().startsWith(name.name() + ":")
                    && leaf.key().parent().lastName().equals("volumes")) {
                said.at(
                        facts,
                        "the volume `" + Shown.value(name.name()) + "` is defined no more, and " + leaf.key()
                                + " (line " + leaf.region().line() + ") still mounts it");
                return;
            }
        }
    }

    private static Set<String> services(Facts facts) {
        Change change = facts.change();
        return facts.around().once(new Services(change.path(), change.part().id()), () -> facts.around()
                .partAfter(change)
                .map(ServicesOfFile::names)
                .orElse(Set.of()));
    }

    private static Set<String> names(Part part) {
        return part.root() instanceof Node.Mapping root
                        && root.get("services") instanceof Node.Mapping services
                        && services.entries().stream()
                                .anyMatch(entry -> entry.value() instanceof Node.Mapping service
                                        && (service.get("image") != null || service.get("build") != null))
                ? LikelyNames.names(services)
                : Set.of();
    }

    /** Of an address, or of a name alone; behind the sign of an assignment as well. */
    private static Set<String> hosts(String text) {
        String value = text.matches("[A-Za-z_][A-Za-z0-9_]*=.*") ? text.substring(text.indexOf('=') + 1) : text;
        Set<String> hosts = new HashSet<>();
        Address.in(value).forEach(address -> hosts.add(address.host()));
        if (hosts.isEmpty() && LikelyNames.isName(value) && value.indexOf('/') < 0) {
            hosts.add(value.split(":", 2)[0]);
        }
        return hosts;
    }
}
