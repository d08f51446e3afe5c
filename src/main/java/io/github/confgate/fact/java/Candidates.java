package io.github.confgate.fact.java;

import io.github.confgate.fact.java.Words.At;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells by its words alone whether a file can read one of these keys. */
class Candidates implements Predicate<Words> {

    /** What a file has that reads keys whose names it has not whole. */
    private static final int[] READING = Words.hashes(
            At.CODE,
            List.of(
                    "value",
                    "configproperty",
                    "property",
                    "getproperty",
                    "requiredproperty",
                    "containsproperty",
                    "getenv",
                    "env",
                    "conditionalonproperty",
                    "configuration",
                    "config",
                    "optionalvalue",
                    "configprovider",
                    "resolveplaceholders",
                    "resolverequiredplaceholders",
                    "resolveembeddedvalue",
                    "resolvestringvalue"));

    private static final int[] CLIENTS =
            Words.hashes(At.CODE, List.of("registerrestclient", "incoming", "outgoing", "channel"));
    private static final int[] APART =
            Words.hashes(At.CODE, List.of("config", "scopedconfig", "prefix", "conditionalonproperty"));
    private static final int OPEN = Words.hash(At.OPEN, "");
    private static final Set<String> PREFIXES = Set.of("quarkus", "mp");

    private final List<WantedKey> wanted;
    private final Set<String> lastNames;
    private final Set<String> innerNames;
    private final int[] innerHashes;
    private final int[] lastHashes;

    Candidates(List<WantedKey> wanted) {
        this(wanted, false);
    }

    /** @param subtrees whether code of the repository may read all below a key at once, from a {@code Config} */
    Candidates(List<WantedKey> wanted, boolean subtrees) {
        this.wanted = List.copyOf(wanted);
        this.innerNames = subtrees
                ? wanted.stream()
                        .filter(key -> !key.variable() && key.names().size() > 1)
                        .flatMap(key -> key.names().subList(1, key.names().size()).stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
        Stream<String> mapNames = wanted.stream()
                .filter(key -> !key.variable() && key.names().size() > 2)
                .map(key -> key.names().get(key.names().size() - 2));
        this.lastNames = wanted.stream().flatMap(key -> ends(key).stream()).collect(Collectors.toUnmodifiableSet());
        this.innerHashes = Words.hashes(At.END, innerNames);
        this.lastHashes = Words.hashes(
                At.END, Stream.concat(lastNames.stream(), mapNames).collect(Collectors.toUnmodifiableSet()));
    }

    /** The files that name the map that a key is in. */
    static Candidates beside(WantedKey key) {
        return new Candidates(
                List.of(new WantedKey(key.names().subList(0, key.names().size() - 1), false))) {
            @Override
            public boolean test(Words words) {
                return words.has(At.TEXT, key.names().get(key.names().size() - 2)) && reads(words);
            }
        };
    }

    /** What may stand last in a name of a key, folded. */
    Set<String> lastNames() {
        return lastNames;
    }

    /** What may stand in a name of a key whose subtree is read. */
    Set<String> innerNames() {
        return innerNames;
    }

    /** What may stand last in the text of a constant. */
    Set<String> keyNames() {
        return Stream.concat(lastNames.stream(), innerNames.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> ends(WantedKey key) {
        if (!key.variable()) {
            return List.of(key.last());
        }
        List<String> names = key.names();
        return IntStream.range(0, names.size())
                .mapToObj(i -> String.join("", names.subList(i, names.size())))
                .toList();
    }

    @Override
    public boolean test(Words words) {
        if (words.hasAny(CLIENTS) && wanted.stream().anyMatch(key -> ofClient(words, key))) {
            return true;
        }
        if (words.hasAny(innerHashes) && apart(words)) {
            return true;
        }
        return words.hasAny(lastHashes) && wanted.stream().anyMatch(key -> test(words, key));
    }

    /** An annotation that names the prefix of keys: {@code quarkus.rest-client.NAME.url}. */
    private static boolean ofClient(Words words, WantedKey key) {
        return key.names().size() > 2
                && PREFIXES.contains(key.names().get(0))
                && key.names().subList(2, key.names().size()).stream().anyMatch(name -> words.has(At.END, name));
    }

    private static boolean test(Words words, WantedKey key) {
        List<String> names = key.names();
        if (key.variable()) {
            return ends(key).stream().anyMatch(end -> words.has(At.END, end) && reads(words))
                    && (names.size() < 2 || words.has(At.END, key.flat()) || pairs(words, names));
        }
        if (isOfMap(words, names)) {
            return reads(words);
        }
        if (!words.has(At.END, key.last())) {
            return false;
        }
        if (names.size() == 1) {
            return reads(words);
        }
        return words.has(At.PAIR, names.get(names.size() - 2) + "." + key.last())
                || (reads(words) && (words.has(OPEN) || apart(words)));
    }

    /** {@code "shop.limits." + name}: the map is named, and code knows what of it. */
    private static boolean isOfMap(Words words, List<String> names) {
        int size = names.size();
        return size > 2
                && words.has(At.END, names.get(size - 2))
                && words.has(At.PAIR, names.get(size - 3) + "." + names.get(size - 2));
    }

    private static boolean apart(Words words) {
        return words.hasAny(APART);
    }

    private static boolean reads(Words words) {
        return words.hasAny(READING) || words.has(OPEN);
    }

    /** Whether the words of a variable stand in one dotted name, joined in any way. */
    private static boolean pairs(Words words, List<String> names) {
        for (int end = 1; end < names.size(); end++) {
            String last = String.join("", names.subList(end, names.size()));
            for (int start = 0; start < end; start++) {
                if (words.has(At.PAIR, String.join("", names.subList(start, end)) + "." + last)) {
                    return true;
                }
            }
        }
        return words.has(OPEN);
    }
}
