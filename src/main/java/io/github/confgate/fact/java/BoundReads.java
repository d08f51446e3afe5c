package io.github.confgate.fact.java;

import io.github.confgate.fact.java.BoundMembers.Member;
import io.github.confgate.fact.java.Reading.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a key from the prefix of a bound type down its members to the one that holds the value. */
final class BoundReads {

    private static final int DEEPEST = 20;
    private static final int MOST_NESTED = 4;
    private static final Set<String> LISTS = Set.of(
            "List",
            "Set",
            "Collection",
            "SortedSet",
            "Iterable",
            "Optional",
            "Provider",
            "Supplier",
            "ArrayList",
            "LinkedHashSet",
            "HashSet");
    private static final Set<String> MAPS = Set.of(
            "Map", "HashMap", "LinkedHashMap", "TreeMap", "SortedMap", "EnumMap", "ConcurrentMap", "ConcurrentHashMap");
    private static final Set<String> WHOLE = Set.of(
            "String",
            "CharSequence",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Double",
            "Float",
            "Boolean",
            "Character",
            "int",
            "long",
            "short",
            "byte",
            "double",
            "float",
            "boolean",
            "char",
            "Duration",
            "Period",
            "DataSize",
            "URI",
            "URL",
            "InetAddress",
            "Class",
            "Pattern",
            "Locale",
            "Charset",
            "ZoneId",
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "Instant",
            "UUID",
            "Path",
            "File",
            "Resource",
            "BigDecimal",
            "BigInteger",
            "OptionalInt",
            "OptionalLong",
            "OptionalDouble",
            "MediaType",
            "Currency");

    private final BoundMembers members;

    BoundReads(BoundMembers members) {
        this.members = members;
    }

    /** What is left of a key; of a variable without what joins its words. */
    private record Rest(List<String> names, String flat, boolean variable) {
        static Rest of(WantedKey wanted) {
            return new Rest(wanted.names(), wanted.flat(), wanted.variable());
        }

        boolean isEmpty() {
            return variable ? flat.isEmpty() : names.isEmpty();
        }

        Optional<Rest> behind(String name) {
            if (variable) {
                return flat.startsWith(name)
                        ? Optional.of(new Rest(names, flat.substring(name.length()), true))
                        : Optional.empty();
            }
            return !names.isEmpty() && (name.equals("*") || names.get(0).equals(name))
                    ? Optional.of(tail())
                    : Optional.empty();
        }

        Rest tail() {
            return new Rest(names.subList(Math.min(1, names.size()), names.size()), "", variable);
        }

        Rest withoutNumber() {
            return variable ? new Rest(names, flat.replaceFirst("^[0-9]+", ""), true) : this;
        }
    }

    /** The reader of a key under a root. */
    Optional<Reading> find(BoundTypes.Root root, WantedKey wanted) {
        Rest rest = Rest.of(wanted);
        for (String name : root.prefix().names()) {
            Optional<Rest> next = rest.behind(name);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            rest = next.get();
        }
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (root.type().isEmpty()) {
            // A type of a library: that it has such a property is not known here.
            return wanted.variable()
                    ? Optional.empty()
                    : Optional.of(new Reading(
                            root.prefix().withBelow(),
                            root.in(),
                            root.at(),
                            root.use(),
                            null,
                            false,
                            List.of(),
                            new Holder.Nowhere()));
        }
        return walk(root.type().get(), rest, root.prefix(), 0);
    }

    /** The readers of all keys of the map that a key is in, where that map is a type of the repository. */
    List<Reading> beside(BoundTypes.Root root, WantedKey wanted) {
        Rest rest = Rest.of(wanted);
        for (String name : root.prefix().names()) {
            Optional<Rest> next = rest.behind(name);
            if (next.isEmpty()) {
                return List.of();
            }
            rest = next.get();
        }
        Optional<Decl> type = root.type();
        KeyRef path = root.prefix();
        for (int level = 0; level < DEEPEST && type.isPresent() && rest.names().size() > 1; level++) {
            String name = rest.names().get(0);
            Optional<Member> member = members.of(type.get()).stream()
                    .filter(each -> Keys.names(each.key()).equals(List.of(name)))
                    .findFirst();
            path = KeyRef.of(name, path.from()).under(path);
            rest = rest.tail();
            type = member.flatMap(each -> members.type(each.type(), each.in()));
        }
        KeyRef prefix = path;
        return type.isEmpty() || rest.names().size() != 1
                ? List.of()
                : members.of(type.get()).stream()
                        .filter(member -> !member.key().isEmpty())
                        .map(member -> reading(
                                member,
                                member.type(),
                                KeyRef.of(member.key(), prefix.from()).under(prefix)))
                        .toList();
    }

    /** Every reading of a root, down to the types that are not the repository's. */
    List<Reading> all(BoundTypes.Root root) {
        List<Reading> found = new ArrayList<>();
        root.type().ifPresent(type -> all(type, root.prefix(), 0, found));
        return found;
    }

    private void all(Decl type, KeyRef path, int level, List<Reading> out) {
        for (Member member : members.of(type)) {
            KeyRef key = member.key().isEmpty()
                    ? path
                    : KeyRef.of(member.key(), path.from()).under(path);
            out.add(reading(member, member.type(), key));
            if (level < MOST_NESTED) {
                members.type(member.type(), member.in())
                        .filter(next -> !next.isSameType(type))
                        .ifPresent(next -> all(next, key, level + 1, out));
            }
        }
    }

    private Optional<Reading> walk(Decl type, Rest rest, KeyRef path, int level) {
        if (level > DEEPEST) {
            return Optional.empty();
        }
        List<Member> all = members.of(type);
        for (Member member : all) {
            Optional<Rest> below = member.key().isEmpty() ? Optional.of(rest) : behind(rest, member.key());
            Optional<Reading> found = below.flatMap(left -> below(
                    member,
                    member.type(),
                    left,
                    member.key().isEmpty()
                            ? path
                            : KeyRef.of(member.key(), path.from()).under(path),
                    level));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Rest> behind(Rest rest, String key) {
        Optional<Rest> left = Optional.of(rest);
        for (String name : Keys.names(key)) {
            left = left.flatMap(each -> each.behind(name));
        }
        return left;
    }

    private Optional<Reading> below(Member member, TypeUse type, Rest rest, KeyRef path, int level) {
        if (rest.isEmpty()) {
            return Optional.of(reading(member, type, path));
        }
        if (type.array() || LISTS.contains(type.simple())) {
            TypeUse held = type.array() ? new TypeUse(type.name(), type.arguments(), false) : type.held();
            return below(member, held, rest.withoutNumber(), path, level + 1);
        }
        if (MAPS.contains(type.simple())) {
            boolean whole = isWhole(type.held(), member.in()) || rest.variable();
            return whole
                    ? Optional.of(reading(member, type, path.withBelow()))
                    : below(member, type.held(), rest.tail(), path.withBelow(), level + 1);
        }
        Optional<Decl> next = members.type(type, member.in());
        if (next.isPresent()) {
            return walk(next.get(), rest, path, level + 1);
        }
        boolean library =
                !isWhole(type, member.in()) && !rest.variable() && !type.name().isEmpty();
        return library ? Optional.of(reading(member, type, path.withBelow())) : Optional.empty();
    }

    private boolean isWhole(TypeUse type, Decl in) {
        return WHOLE.contains(type.simple())
                || members.type(type, in)
                        .filter(decl -> decl.type().kind() == JavaFile.Kind.ENUM)
                        .isPresent()
                || type.simple().equals("Object");
    }

    private static Reading reading(Member member, TypeUse type, KeyRef path) {
        return new Reading(
                path,
                member.in(),
                member.at(),
                type,
                member.fallback(),
                false,
                member.marks(),
                new Holder.InMember(member.name()));
    }
}
