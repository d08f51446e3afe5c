package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which lists are read from the top until one item applies. */
final class FirstMatch {

    private static final Set<String> LISTS = Set.of(
            "routes",
            "route",
            "rules",
            "rule",
            "terms",
            "term",
            "acl",
            "acls",
            "firewall",
            "firewalls",
            "locations",
            "matchers",
            "chain",
            "chains",
            "hba",
            "policies",
            "rewrites",
            "redirects",
            "handlers",
            "http",
            "tls",
            "tcp",
            "ingress",
            "egress",
            "lists",
            "statements",
            "urls");
    private static final Set<String> MAPS = Set.of(
            "routes",
            "rules",
            "terms",
            "acl",
            "acls",
            "firewall",
            "firewalls",
            "policies",
            "matchers",
            "rewrites",
            "redirects");
    /** Names that stand once a rule: of Spring Security, of HAProxy, of who may log in to PostgreSQL, and of Squid. */
    private static final Set<String> DIRECTIVES = Set.of(
            "intercepturl",
            "usebackend",
            "httprequest",
            "httpresponse",
            "tcprequest",
            "tcpresponse",
            "host",
            "hostssl",
            "hostnossl",
            "hostgssenc",
            "httpaccess",
            "httpreplyaccess",
            "cachepeeraccess",
            "neverdirect",
            "alwaysdirect");
    /** The chains of packet filters; by themselves the names mean anything. */
    private static final Set<String> HOOKS =
            Set.of("input", "output", "forward", "prerouting", "postrouting", "inbound", "outbound");

    private static final Set<String> FILTERS = Set.of(
            "chain", "chains", "firewall", "firewalls", "iptables", "nftables", "filter", "nat", "security", "acl");

    /** Of these the whole chain runs, one item after the other. */
    private static final Set<String> CHAINS =
            Set.of("filters", "filter", "interceptors", "middlewares", "middleware", "processors");
    /** Below a key of this name stand alerts and recordings, whose order does not count. */
    private static final Set<String> ABOVE = Set.of("groups", "alerting", "recording", "dashboards");

    private FirstMatch() {}

    static boolean isList(KeyPath list) {
        return (LISTS.contains(lastWord(list)) || DIRECTIVES.contains(Siblings.folded(list.lastName())) || isHook(list))
                && list.segments().stream()
                        .noneMatch(segment -> segment instanceof KeyPath.Name name
                                && ABOVE.contains(name.name().toLowerCase(Locale.ROOT)));
    }

    private static boolean isHook(KeyPath list) {
        return HOOKS.contains(lastWord(list))
                && list.segments().stream()
                        .anyMatch(segment -> segment instanceof KeyPath.Name name
                                && NameWords.of(name.name()).stream().anyMatch(FILTERS::contains));
    }

    /** A map of rules, each under its own name; by names that mean nothing else. */
    static boolean isMap(KeyPath map) {
        return MAPS.contains(lastWord(map)) && isList(map);
    }

    static boolean isChain(KeyPath list) {
        return CHAINS.contains(lastWord(list));
    }

    private static String lastWord(KeyPath list) {
        List<String> words = NameWords.of(list.lastName());
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }
}
