package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps that a request goes through before it is served: plugins of a gateway, middlewares of a router, filters of a
 * proxy. Some of them keep somebody out, and say so by their names: {@code key-auth}, {@code ip-restriction}.
 */
final class RequestSteps {

    private static final Set<String> LISTS =
            Set.of("plugins", "plugin", "middlewares", "middleware", "filters", "interceptors", "handlers", "chain");
    private static final Set<String> KEEPING_OUT = Set.of(
            "auth",
            "authn",
            "authz",
            "authentication",
            "authorization",
            "forwardauth",
            "basicauth",
            "basic",
            "jwt",
            "oauth",
            "oauth2",
            "oidc",
            "openid",
            "saml",
            "ldap",
            "mtls",
            "hmac",
            "rbac",
            "opa",
            "acl",
            "restriction",
            "restrictions",
            "allowlist",
            "whitelist",
            "ipallowlist",
            "ipwhitelist",
            "denylist",
            "blocklist",
            "ips",
            "waf",
            "modsecurity",
            "csrf",
            "ratelimit",
            "ratelimiting",
            "ratelimiter",
            "throttle",
            "throttling",
            "limiter");

    private RequestSteps() {}

    /** Whether an item of such a list keeps somebody out. */
    static boolean isGuarding(KeyPath item, Node was) {
        if (!isList(item.parent().lastName())) {
            return false;
        }
        KeyPath.Segment last = item.segments().get(item.segments().size() - 1);
        if (last instanceof KeyPath.Selector selector) {
            return keepsOut(selector.fields().get(0).value());
        }
        return was instanceof Node.Scalar scalar && keepsOut(scalar.text().strip());
    }

    /** The first that a list in one text lost: {@code middlewares: admin-ips@docker,gzip}. */
    static Optional<String> lost(String name, String old, String now) {
        if (!isList(name)) {
            return Optional.empty();
        }
        List<String> left = names(now);
        return names(old).stream()
                .filter(step -> !left.contains(step) && keepsOut(step))
                .findFirst();
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split("[,\\s\\[\\]\"']+", 100))
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static boolean isList(String name) {
        List<String> words = NameWords.of(name);
        return !words.isEmpty() && LISTS.contains(words.get(words.size() - 1));
    }

    private static boolean keepsOut(String step) {
        List<String> words = NameWords.of(step);
        boolean limit = words.contains("rate") && words.stream().anyMatch(word -> word.startsWith("limit"));
        return step.length() <= 80 && (limit || words.stream().anyMatch(KEEPING_OUT::contains));
    }
}
