package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds hosts that nobody else has and that are a letter or two from one that others have. */
record HostMisspelt(RuleSheet sheet) implements Rule {

    /** Lists of strangers' hosts, and links that people click. */
    private static final KeyGlob FOR_PEOPLE = KeyGlob.parse(
            "**.*-{allowed,allow,deny,blocked,domains,origins,homepage,logo,link,links,website,banner,footer,docs,template-vars,noproxy,no-proxy}-*.**");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (now.isEmpty()
                || change.isUnread()
                || change.kind() == Change.Kind.MOVED
                || now.get().text().length() > Addresses.LONGEST) {
            return Stream.empty();
        }
        List<String> named = hosts(now.get().text());
        if (named.isEmpty() || FOR_PEOPLE.matches(change.key())) {
            return Stream.empty();
        }
        Set<String> old = change.before().stream()
                .flatMap(leaf -> hosts(leaf.text()).stream())
                .collect(Collectors.toSet());
        return named.stream()
                .filter(host -> !old.contains(host) && NearHosts.isComparable(host))
                .flatMap(
                        host -> near(host, old, facts).stream().map(near -> finding(facts, now.get(), host, near, old)))
                .limit(1);
    }

    private static List<String> hosts(String text) {
        return Address.in(text).stream().map(Address::host).toList();
    }

    /** The host that others have; empty where others have the new one as well. */
    private static Optional<String> near(String host, Set<String> old, Facts facts) {
        Set<String> others = Addresses.others(facts);
        Stream<String> gone = old.stream()
                .filter(before -> (NearHosts.isNear(host, before) && Addresses.isWrittenElsewhere(before, facts))
                        || NearHosts.isSlipFrom(before, host, others));
        Optional<String> near = Stream.concat(others.stream().filter(other -> NearHosts.isNear(host, other)), gone)
                .findFirst();
        return near.filter(other -> !others.contains(host) && !Addresses.isWrittenElsewhere(host, facts));
    }

    private Finding finding(Facts facts, Leaf now, String host, String near, Set<String> old) {
        boolean shown = facts.shown().now() != null && facts.shown().now().contains(host);
        String message = now.key() + " names " + (shown ? "`" + host + "`" : "a host")
                + ", which nothing else does and which is nearly `" + near + "`, which "
                + (old.contains(near) && !Addresses.isWrittenElsewhere(near, facts)
                        ? "it was; others are named alike"
                        : "others name");
        return Finding.of(sheet, facts, message);
    }
}
