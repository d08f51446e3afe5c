package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.Node;
import java.util.Set;

/** What the fields and words of an item of a list of rules mean. */
final class RuleWords {

    private static final Set<String> ACTIONS = Set.of(
            "action",
            "actions",
            "then",
            "effect",
            "verdict",
            "access",
            "permit",
            "deny",
            "allow",
            "block",
            "reject",
            "drop",
            "target",
            "jump",
            "uri",
            "route",
            "route_to",
            "backend",
            "backends",
            "service",
            "destination",
            "upstream",
            "proxy_pass",
            "redirect",
            "direct_response",
            "return",
            "receiver",
            "decision",
            "result",
            "type",
            "outcome",
            "authority",
            "authorities",
            "role",
            "roles",
            "policy",
            "limit",
            "rate",
            "filters",
            "response",
            "target_group",
            "forward",
            "to_service",
            "handler",
            "permission",
            "permissions",
            "capabilities");
    private static final Set<String> NO_CONDITIONS = Set.of(
            "name",
            "id",
            "description",
            "comment",
            "title",
            "label",
            "labels",
            "priority",
            "order",
            "sequence",
            "seq",
            "precedence",
            "rule_no",
            "rule_number",
            "rulenumber",
            "rule_priority",
            "enabled",
            "active",
            "log",
            "logging",
            "metadata",
            "annotations",
            "timeout",
            "retries",
            "remark",
            "notes",
            "weight",
            "index",
            "ref",
            "sid",
            "continue");
    private static final Set<String> DENYING = Set.of(
            "deny",
            "denied",
            "denyall",
            "reject",
            "rejected",
            "drop",
            "block",
            "blocked",
            "discard",
            "refuse",
            "forbid",
            "forbidden",
            "403",
            "disallow",
            "blackhole",
            "none");

    private RuleWords() {}

    /** Whether a field, its words joined by {@code _}, says what the item does. */
    static boolean isAction(String field) {
        return ACTIONS.contains(field) || field.endsWith("_action");
    }

    /** A field that is all of what an item does: {@code deny: 10.0.0.0/8}. */
    static boolean isVerb(String field) {
        return Set.of("allow", "deny", "permit", "reject", "block", "drop", "accept")
                .contains(field);
    }

    /** Whether a field says neither when the item applies nor what it does. */
    static boolean isNoCondition(String field) {
        return NO_CONDITIONS.contains(field);
    }

    static boolean isDenial(String word) {
        return DENYING.contains(word);
    }

    /** A word for no, as a value or as a key that is not false. */
    static boolean denies(Node node) {
        if (node instanceof Node.Mapping map) {
            return map.entries().stream()
                    .anyMatch(entry -> denies(entry.value())
                            || (isNo(entry.key())
                                    && !(entry.value() instanceof Node.Scalar scalar
                                            && scalar.text().equalsIgnoreCase("false"))));
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().anyMatch(RuleWords::denies)
                : node instanceof Node.Scalar scalar && isNo(scalar.text());
    }

    private static boolean isNo(String text) {
        return NameWords.of(text).stream().anyMatch(DENYING::contains);
    }
}
