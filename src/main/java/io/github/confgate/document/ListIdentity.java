package io.github.confgate.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The field that identifies the items of a list of maps: {@code name}, {@code id}, {@code key}, {@code host} or one of
 * the names that XML of servlets uses, where every item has it with a value of its own, else whatever field is unique.
 * Kubernetes objects are told apart by their kind and the name in their metadata, as they are in a file of their own.
 */
public final class ListIdentity {

    private static final List<String> USUAL = List.of("name", "id", "key", "host", "param-name", "env-entry-name");

    /** What the name of a field holds that no key may show the value of. */
    private static final List<String> SECRETS =
            List.of("pass", "pwd", "secret", "token", "credential", "apikey", "api_key", "api-key", "privatekey");

    /** A longer value is a text, not a name. */
    private static final int LONGEST = 200;

    /** Stands for the field that objects do not have: their identity is spread over several. */
    private static final String OBJECT = "kind,name";

    private static final String OBJECT_OF_NAMESPACE = "kind,namespace,name";

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
            if (USUAL.contains(field) || !place(field).equals(field)) {
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

    /** What tells an item from the others of its list, by what {@link #of} answered for it. */
    public static Optional<String> value(Node item, String field) {
        if (field.equals(OBJECT) || field.equals(OBJECT_OF_NAMESPACE)) {
            return object(item, field)
                    .map(fields -> fields.stream().map(KeyPath.Field::value).collect(Collectors.joining("/")));
        }
        return scalar(item, field);
    }

    /** How an item prints in keys; empty when it has no such identity. */
    static Optional<KeyPath.Segment> selector(Node item, String field) {
        return field.equals(OBJECT) || field.equals(OBJECT_OF_NAMESPACE)
                ? object(item, field).map(KeyPath.Selector::new)
                : value(item, field).map(value -> KeyPath.Selector.of(field, value));
    }

    /** The key in the item whose place is that of the identity. */
    public static String place(String field) {
        return field.equals(OBJECT) || field.equals(OBJECT_OF_NAMESPACE) ? "kind" : field;
    }

    /** Whether an item has a field of a selector; those of an object may stand in its metadata. */
    static boolean fits(Node item, KeyPath.Field field) {
        return scalar(item, field.name())
                .or(() -> metadata(item, field.name()))
                .filter(field.value()::equals)
                .isPresent();
    }

    private static Optional<List<KeyPath.Field>> object(Node item, String field) {
        Optional<String> kind = scalar(item, "kind");
        Optional<String> name = metadata(item, "name");
        if (kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        List<KeyPath.Field> fields = new ArrayList<>(3);
        fields.add(new KeyPath.Field("kind", kind.get()));
        if (field.equals(OBJECT_OF_NAMESPACE)) {
            metadata(item, "namespace").ifPresent(value -> fields.add(new KeyPath.Field("namespace", value)));
        }
        fields.add(new KeyPath.Field("name", name.get()));
        return Optional.of(fields);
    }

    private static Optional<String> metadata(Node item, String field) {
        return item instanceof Node.Mapping map && map.get("metadata") instanceof Node.Mapping metadata
                ? scalar(metadata, field)
                : Optional.empty();
    }

    /** The value of a field of an item, when it is a scalar with text. */
    private static Optional<String> scalar(Node item, String field) {
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
        if (object(first, OBJECT).isPresent()) {
            return Stream.concat(Stream.of(OBJECT, OBJECT_OF_NAMESPACE), fields(first, any));
        }
        return fields(first, any);
    }

    private static Stream<String> fields(Node.Mapping first, boolean any) {
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
            if (value.isEmpty() || !isShowable(field, value.get()) || !seen.add(value.get())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value may stand in keys, which every output shows: no text of several lines and nothing like a secret. */
    private static boolean isShowable(String field, String value) {
        if (USUAL.contains(field) && !field.equals("key")) {
            return true;
        }
        String folded = field.toLowerCase(Locale.ROOT);
        return SECRETS.stream().noneMatch(folded::contains)
                && value.length() <= LONGEST
                && value.indexOf('\n') < 0
                && !(value.contains("://") && value.contains("@"))
                && !isDrawn(value);
    }

    /** Twenty characters and more of both cases with digits among them, in one word. */
    private static boolean isDrawn(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return value.length() >= 20
                && digits >= 3
                && value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-+/=".indexOf(c) >= 0);
    }

    private static Set<String> values(Node.Sequence list, String field) {
        Set<String> values = new HashSet<>();
        list.items().forEach(item -> value(item, field).ifPresent(values::add));
        return values;
    }
}
