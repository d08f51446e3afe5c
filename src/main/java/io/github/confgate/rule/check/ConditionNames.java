package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import java.util.Set;

/** Which fields of a rule say when it applies. */
final class ConditionNames {

    private static final Set<String> CONDITIONS = Set.of(
            "match",
            "matches",
            "condition",
            "conditions",
            "when",
            "if",
            "unless",
            "selector",
            "selectors",
            "source",
            "sources",
            "from",
            "to",
            "src",
            "dst",
            "cidr",
            "cidrs",
            "ip",
            "ips",
            "path",
            "paths",
            "prefix",
            "prefixes",
            "host",
            "hosts",
            "hostname",
            "hostnames",
            "domain",
            "domains",
            "method",
            "methods",
            "headers",
            "predicates",
            "port",
            "ports",
            "protocol",
            "protocols",
            "principal",
            "principals",
            "namespace",
            "namespaces",
            "expression",
            "filter",
            "where",
            "scope",
            "scopes",
            "resources",
            "user",
            "users",
            "group",
            "groups",
            "database",
            "country",
            "community",
            "query",
            "pattern",
            "url",
            "urls",
            "regex",
            "operations",
            "matchers",
            "address",
            "addresses",
            "networks",
            "subnet",
            "subnets",
            "list",
            "region",
            "regions",
            "except",
            "not");

    private ConditionNames() {}

    static boolean isOne(String name) {
        return NameWords.of(name).stream().anyMatch(CONDITIONS::contains);
    }
}
