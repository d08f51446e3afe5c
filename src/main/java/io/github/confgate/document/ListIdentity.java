package io.github.confgate.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The field that identifies the items of a list of maps: {@code name}, {@code id}, {@code key}, {@code host} or one of
 * the names that XML of servlets uses, where every item has it with a value of its own, else whatever field is unique.
 */
public final class ListIdentity {

    private static final List<String> USUAL = List.of("name", "id", "key", "host", "param-name", "env-entry-name");

    private ListIdentity() {}

    /** The identifying field of a list by itself. A list of one is identified only by one of the usual fields. */
    public static Optional<String> of(Node.Sequence list) {
        return candidates(list, list.items().size() > 1)
                .filter(field -> isUnique(list, field))
                .findFirst();
    }

    /**
     * The field that identifies items in both states of a list. A field that is not one of the usual ones must also
     * bring items together; of several, the one that brings the most.
     */
    public static Optional<String> of(Node.Sequence before, Node.Sequence after) {
        if (before.items().isEmpty()) {
            return of(after);
        }
        if (after.items().isEmpty()) {
            return of(before);
        }
        String best = null;
        int most = 0;
        for (String field : candidates(before, true).toList()) {
            if (!isUnique(before, field) || !isUnique(after, field)) {
                continue;
            }
            if (USUAL.contains(field)) {
                return Optional.of(field);
            }
            Set<String> common = values(before, field);
            common.retainAll(values(after, field));
            if (common.size() > most) {
                most = common.size();
                best = field;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The value of a field of an item, when it is a scalar with text. */
    public static Optional<String> value(Node item, String field) {
        return item instanceof Node.Mapping map
                        && map.get(field) instanceof Node.Scalar scalar
                        && scalar.type() != ScalarType.NULL
                        && !scalar.text().isEmpty()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static Stream<String> candidates(Node.Sequence list, boolean any) {
        if (list.items().isEmpty() || !(list.items().get(0) instanceof Node.Mapping first)) {
            return Stream.empty();
        }
        List<String> fields = new ArrayList<>(USUAL);
        if (any) {
            first.entries().stream()
                    .map(Node.Entry::key)
                    .filter(key -> !key.isEmpty() && !USUAL.contains(key))
                    .limit(20)
                    .forEach(fields::add);
        }
        return fields.stream();
    }

    private static boolean isUnique(Node.Sequence list, String field) {
        Set<String> seen = new HashSet<>();
        for (Node item : list.items()) {
            Optional<String> value = value(item, field);
            if (value.isEmpty() || !seen.add(value.get())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> values(Node.Sequence list, String field) {
        Set<String> values = new HashSet<>();
        list.items().forEach(item -> value(item, field).ifPresent(values::add));
        return values;
    }
}
