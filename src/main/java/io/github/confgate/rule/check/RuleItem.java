package io.github.confgate.rule.check;

import io.github.confgate.change.Value;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One item of a list of rules: when it applies, and what it then does.
 *
 * @param conditions by field
 * @param action equal texts for equal actions; empty where nothing says what it does
 */
record RuleItem(Map<String, Node> conditions, String action, boolean denies) {

    private static final Pattern CONDITIONAL =
            Pattern.compile("(?<action>\\S+) if (?<all>\\{ *(?<what>\\w+_beg)(?: -i)? (?<begins>\\S+) *\\}|\\S.*)");

    RuleItem {
        conditions = Map.copyOf(conditions);
    }

    static RuleItem of(Node item) {
        if (item instanceof Node.Scalar scalar) {
            return ofText(scalar);
        }
        Map<String, Node> conditions = new LinkedHashMap<>();
        Map<String, Node> actions = new TreeMap<>();
        if (item instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                String field = entry.key().toLowerCase(Locale.ROOT).replace('-', '_');
                if (RuleWords.isVerb(field) && isNetwork(entry.value())) {
                    // `deny: 10.66.0.0/16` says both what it does and to whom.
                    actions.put(
                            field,
                            new Node.Scalar(
                                    ScalarType.BOOLEAN, "true", entry.value().region(), null));
                    conditions.put("", entry.value());
                } else if (RuleWords.isAction(field)) {
                    actions.put(field, entry.value());
                } else if (!RuleWords.isNoCondition(field)) {
                    conditions.put(entry.key(), entry.value());
                }
            }
        }
        Node to = conditions.get("to");
        if (actions.isEmpty()
                && to instanceof Node.Scalar target
                && target.text().matches("(/|https?:).*")) {
            actions.put("to", target);
            conditions.remove("to");
        }
        StringBuilder action = new StringBuilder();
        boolean denies = false;
        for (Map.Entry<String, Node> each : actions.entrySet()) {
            String text = Nodes.canonical(each.getValue());
            action.append(each.getKey()).append(text).append(';');
            boolean no = text.toLowerCase(Locale.ROOT).endsWith("false") || text.endsWith("no");
            denies |= RuleWords.denies(each.getValue()) || (RuleWords.isDenial(each.getKey()) && !no);
        }
        return new RuleItem(conditions, action.toString(), denies);
    }

    private static boolean isNetwork(Node value) {
        return value instanceof Node.Scalar scalar
                && (Value.Cidr.of(scalar.text()).isPresent()
                        || Patterns.isAnything(scalar.text().strip()));
    }

    /** {@code deny 10.0.0.0/8}, {@code reject all}, {@code host all all 0.0.0.0/0 reject}. */
    private static RuleItem ofText(Node.Scalar scalar) {
        Matcher conditional = CONDITIONAL.matcher(scalar.text().strip());
        if (scalar.text().length() < 1_000 && conditional.matches()) {
            return ofConditional(scalar, conditional);
        }
        List<String> rest = new ArrayList<>();
        String action = "";
        boolean denies = false;
        for (String word : scalar.text().strip().split("\\s+", 50)) {
            String folded = word.toLowerCase(Locale.ROOT);
            boolean allows = Set.of("allow", "permit", "accept", "pass", "trust", "md5", "scram-sha-256")
                    .contains(folded);
            if (action.isEmpty() && (allows || RuleWords.isDenial(folded))) {
                action = folded;
                denies = !allows;
            } else {
                rest.add(word);
            }
        }
        String pattern = String.join(" ", rest);
        Node text = new Node.Scalar(scalar.type(), pattern, scalar.region(), null);
        return new RuleItem(pattern.isEmpty() ? Map.of() : Map.of("", text), action, denies);
    }

    /** {@code admin if { path_beg /admin }}, as HAProxy writes it: what the path begins with is a pattern. */
    private static RuleItem ofConditional(Node.Scalar scalar, Matcher conditional) {
        boolean begins = conditional.group("begins") != null;
        String pattern = begins ? conditional.group("begins") + "*" : conditional.group("all");
        Node condition = new Node.Scalar(scalar.type(), pattern, scalar.region(), null);
        String action = conditional.group("action").toLowerCase(Locale.ROOT);
        return new RuleItem(
                Map.of(begins ? conditional.group("what") : "", condition), action, RuleWords.isDenial(action));
    }

    /** Whether it applies wherever another one does. */
    boolean covers(RuleItem other) {
        return conditions.entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(other.conditions.get(entry.getKey()))
                        .map(narrow -> isJoined(entry.getKey())
                                ? coversJoined(entry.getValue(), narrow)
                                : Patterns.covers(entry.getValue(), narrow))
                        .orElseGet(() -> isAnything(entry.getValue())));
    }

    private static boolean isAnything(Node node) {
        return Nodes.isBlank(node)
                || (node instanceof Node.Scalar scalar
                        && Patterns.isAnything(scalar.text().strip()));
    }

    /** Conditions of which all have to hold, where other lists hold alternatives. */
    static boolean isJoined(String field) {
        return Set.of("predicates", "conditions", "when", "and", "all").contains(field.toLowerCase(Locale.ROOT));
    }

    private static boolean coversJoined(Node wide, Node narrow) {
        return wide instanceof Node.Sequence a && narrow instanceof Node.Sequence b
                ? a.items().stream().allMatch(one -> b.items().stream().anyMatch(other -> Patterns.covers(one, other)))
                : Patterns.covers(wide, narrow);
    }

    /** Whether both never apply to the same thing, as far as one condition tells. */
    boolean isApartFrom(RuleItem other) {
        return conditions.entrySet().stream()
                .anyMatch(entry -> other.conditions.containsKey(entry.getKey())
                        && Apart.are(entry.getValue(), other.conditions.get(entry.getKey())));
    }
}
