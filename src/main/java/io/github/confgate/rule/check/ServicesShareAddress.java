package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds addresses of a service that are now what stands beside them for another one. */
record ServicesShareAddress(RuleSheet sheet) implements RangeRule {

    private static final KeyGlob ADDRESSES = KeyGlob.parse(
            "**.*-{url,uri,endpoint,dsn,host,hostname,address,addr,server,servers,broker,brokers,upstream,backend,target,"
                    + "connection-string}");

    private static final KeyGlob FOR_PEOPLE = KeyGlob.parse(
            "**.*-{callback,redirect,public,external,site,home,docs,help,image,repo,repository,registry,chart,link,links,ingress,"
                    + "origin,label,labels,annotations,bind,listen,advertised}-*.**");

    private record Place(String path, KeyPath.Segment part) {}

    @Override
    public void look(List<Facts> changes, Said said) {
        Map<Place, Map<String, Set<KeyPath>>> known = new HashMap<>();
        for (Facts facts : changes) {
            Change change = facts.change();
            if (change instanceof Change.Modified modified && isMoved(modified)) {
                Leaf now = modified.now();
                Set<KeyPath> others = known.computeIfAbsent(
                                new Place(change.path(), change.part().id()), place -> addresses(facts))
                        .getOrDefault(folded(now.text()), Set.of());
                if (others.stream().anyMatch(key -> !key.equals(now.key()) && !FOR_PEOPLE.matches(key))) {
                    said.at(
                            facts,
                            change.key() + " goes from `"
                                    + Shown.value(facts.shown().old()) + "` to `"
                                    + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts)
                                    + ", which stands for another service in this file");
                }
            }
        }
    }

    private static boolean isMoved(Change.Modified change) {
        Leaf now = change.now();
        if (now.text().indexOf('$') >= 0 || !ADDRESSES.matches(now.key()) || FOR_PEOPLE.matches(now.key())) {
            return false;
        }
        List<String> hosts = hosts(now.text());
        return !hosts.isEmpty() && !hosts(change.old().text()).equals(hosts);
    }

    /** The keys of each address of a file that stood there before as well. */
    private static Map<String, Set<KeyPath>> addresses(Facts facts) {
        Map<KeyPath, String> before = new HashMap<>();
        facts.around().leavesBefore(facts.change()).forEach(leaf -> before.put(leaf.key(), leaf.text()));
        Map<String, Set<KeyPath>> keys = new HashMap<>();
        for (Leaf leaf : facts.around().leavesAfter(facts.change())) {
            if (leaf.text().equals(before.get(leaf.key())) && ADDRESSES.matches(leaf.key())) {
                keys.computeIfAbsent(folded(leaf.text()), text -> new HashSet<>())
                        .add(leaf.key());
            }
        }
        return keys;
    }

    private static List<String> hosts(String text) {
        return Address.in(text).stream()
                .map(Address::host)
                .filter(host -> !host.equals("localhost") && !host.startsWith("127."))
                .toList();
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
