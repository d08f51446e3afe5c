package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.Node;
import java.util.List;
import java.util.Set;

/** Which names say that what stands there keeps something out. */
final class Guards {

    private static final Set<String> GUARDS = Set.of(
            "acl",
            "acls",
            "firewall",
            "firewalls",
            "waf",
            "validation",
            "validations",
            "validator",
            "validators",
            "authorization",
            "authorizations",
            "authorizer",
            "authz",
            "allowlist",
            "whitelist",
            "denylist",
            "blocklist",
            "blacklist",
            "allowlists",
            "guard",
            "guards",
            "guardrail",
            "circuitbreaker",
            "outlierdetection",
            "guardrails",
            "webhookvalidation",
            "csrf",
            "csp",
            "deny",
            "reject");
    private static final Set<String> FILTERS = Set.of("filter", "filters");
    private static final Set<String> POLICIES = Set.of("policy", "policies");
    /** What a policy has to be about for its loss to open something; most policies say how something is done. */
    private static final Set<String> GUARDING = Set.of(
            "route",
            "routing",
            "network",
            "import",
            "export",
            "security",
            "admission",
            "auth",
            "authentication",
            "authorization",
            "firewall",
            "password",
            "lockout",
            "opa",
            "egress",
            "ingress",
            "prefix",
            "bgp",
            "peer",
            "validation",
            "quota");

    private static final Set<String> LIMITS = Set.of("rate", "prefix", "max", "maximum", "connection", "request");

    /** Who may come in; without the list mostly everybody may. */
    private static final Set<String> ALLOWED = Set.of("allowed", "trusted", "permitted", "authorized", "whitelisted");

    private static final Set<String> ADDRESSES =
            Set.of("ips", "cidrs", "networks", "ranges", "addresses", "subnets", "clients", "principals");

    private Guards() {}

    static boolean isGuard(String name) {
        List<String> words = withoutSwitch(NameWords.of(name));
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        if (GUARDS.contains(last) || GUARDS.contains(String.join("", words))) {
            return true;
        }
        if (FILTERS.contains(last)) {
            return !GuardlessWords.areOfFilter(words);
        }
        if (POLICIES.contains(last)) {
            return words.stream().anyMatch(GUARDING::contains);
        }
        boolean list = words.size() > 1 && Set.of("list", "lists").contains(last);
        if (list
                && Set.of("access", "allow", "deny", "block", "allowed", "denied", "prefix", "control")
                        .contains(words.get(words.size() - 2))) {
            return true;
        }
        boolean limit = last.equals("limit") || last.equals("limits") || last.startsWith("prefix");
        return words.size() > 1
                && ((limit && (words.contains("prefix") || words.contains("prefixes")) && LIMITS.contains(words.get(0)))
                        || (ADDRESSES.contains(last) && ALLOWED.contains(words.get(0))));
    }

    /** Whether an item says how much of something may come: {@code {path: /login, rate_limit: {...}}}. */
    static boolean isLimit(Node item) {
        return item instanceof Node.Mapping map
                && map.entries().stream().anyMatch(entry -> {
                    List<String> words = NameWords.of(entry.key());
                    return words.contains("rate") && words.stream().anyMatch(word -> word.startsWith("limit"))
                            || words.equals(List.of("requests", "per", "unit"))
                            || words.equals(List.of("ratelimit"));
                });
    }

    /** Whether a rule may stand there: {@code aws_network_acl_rule}, HAProxy's {@code http-request}. */
    static boolean isRule(String name) {
        List<String> words = NameWords.of(name);
        return !words.isEmpty()
                && Set.of("rule", "rules", "request", "acl", "firewall", "path", "statement")
                        .contains(words.get(words.size() - 1));
    }

    /** {@code firewall_enabled} is about the firewall. */
    private static List<String> withoutSwitch(List<String> words) {
        int size = words.size();
        boolean toggle = size > 1 && Set.of("enabled", "enable", "required").contains(words.get(size - 1));
        return toggle ? words.subList(0, size - 1) : words;
    }
}
