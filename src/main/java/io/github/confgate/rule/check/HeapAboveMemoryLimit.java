package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds heaps that may grow to the memory limit of their container or above it, and did not before. */
record HeapAboveMemoryLimit(RuleSheet sheet) implements Rule {

    /** How command lines say it, each with the bytes that a bare number counts. */
    private record Flag(String text, long unit) {}

    private static final List<Flag> FLAGS = List.of(
            new Flag("-Xmx", 1), new Flag("-XX:MaxHeapSize=", 1), new Flag("--max-old-space-size=", 1024L * 1024));

    private static final Set<String> HEAPS = Set.of(
            "heapsize",
            "maxheap",
            "maxheapsize",
            "maxheapsizebytes",
            "maxheapbytes",
            "heapmax",
            "heaplimit",
            "maxmemory",
            "maxmemorybytes",
            "gomemlimit",
            "innodbbufferpoolsize",
            "sharedbuffers",
            "memorylimitbytes",
            "esheapsize",
            "jvmheapsize",
            "jvmheap",
            "jvmmaxheap");

    /** A heap and the limit that holds for it. */
    private record Pair(Leaf heap, Leaf limit) {
        boolean isTooMuch() {
            Optional<BigDecimal> wanted = heapOf(heap);
            Optional<BigDecimal> given = sizeOf(limit.text(), 1);
            return wanted.isPresent() && given.isPresent() && wanted.get().compareTo(given.get()) >= 0;
        }
    }

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (now.isEmpty() || change.kind() == Change.Kind.MOVED) {
            return Stream.empty();
        }
        KeyPath key = now.get().key();
        if (!isLimit(key) && heapOf(now.get()).isEmpty()) {
            return Stream.empty();
        }
        List<Pair> before = pairs(facts, false).getOrDefault(key, List.of());
        return pairs(facts, true).getOrDefault(key, List.of()).stream()
                .filter(Pair::isTooMuch)
                .filter(pair -> before.stream().noneMatch(old -> isSame(old, pair) && old.isTooMuch()))
                .limit(1)
                .map(pair -> finding(facts, pair));
    }

    private record Whose(String path, KeyPath.Segment part, boolean now) {}

    /** The pairs that a key is in, of the part of the file that a change is in. */
    private static Map<KeyPath, List<Pair>> pairs(Facts facts, boolean now) {
        Change change = facts.change();
        return facts.around().once(new Whose(change.path(), change.part().id(), now), () -> {
            Map<KeyPath, List<Pair>> byKey = new HashMap<>();
            List<Leaf> leaves =
                    now ? facts.around().leavesAfter(change) : facts.around().leavesBefore(change);
            for (Pair pair : pairs(leaves)) {
                for (Leaf leaf : List.of(pair.heap(), pair.limit())) {
                    byKey.computeIfAbsent(leaf.key(), key -> new ArrayList<>()).add(pair);
                }
            }
            return byKey;
        });
    }

    private Finding finding(Facts facts, Pair pair) {
        String message = "the heap of " + pair.heap().key() + " may grow to the limit of "
                + pair.limit().key() + " in " + Shown.place(facts);
        return Finding.of(sheet, facts, message);
    }

    private static boolean isSame(Pair old, Pair now) {
        return old.heap().key().equals(now.heap().key())
                && old.limit().key().equals(now.limit().key());
    }

    private static List<Pair> pairs(List<Leaf> leaves) {
        Map<List<KeyPath.Segment>, Leaf> limits = new HashMap<>();
        for (Leaf leaf : leaves) {
            if (isLimit(leaf.key())) {
                limits.putIfAbsent(container(leaf.key()), leaf);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (Leaf leaf : limits.isEmpty() ? List.<Leaf>of() : leaves) {
            if (heapOf(leaf).isPresent()) {
                nearest(leaf, limits).ifPresent(limit -> pairs.add(new Pair(leaf, limit)));
            }
        }
        return pairs;
    }

    /** The limit of the innermost container that the heap stands in. */
    private static Optional<Leaf> nearest(Leaf heap, Map<List<KeyPath.Segment>, Leaf> limits) {
        List<KeyPath.Segment> own = heap.key().segments();
        for (int depth = own.size() - 1; depth >= 0; depth--) {
            Leaf limit = limits.get(own.subList(0, depth));
            if (limit != null) {
                return Optional.of(limit);
            }
        }
        // Of a file that speaks of one container, the settings of its program may stand anywhere.
        return limits.size() == 1 && own.stream().allMatch(KeyPath.Name.class::isInstance)
                ? limits.values().stream().findFirst()
                : Optional.empty();
    }

    private static List<KeyPath.Segment> container(KeyPath limit) {
        if (isOfCompose(limit)) {
            return limit.parent().segments();
        }
        KeyPath container = limit.parent().parent().parent();
        return (container.lastName().equals("deploy") ? container.parent() : container).segments();
    }

    private static boolean isLimit(KeyPath key) {
        return isOfCompose(key)
                || (key.segments().size() >= 3
                        && key.lastName().equals("memory")
                        && key.parent().lastName().equals("limits")
                        && key.parent().parent().lastName().equals("resources"));
    }

    /** {@code services.web.mem_limit} */
    private static boolean isOfCompose(KeyPath key) {
        return key.segments().size() >= 3 && key.lastName().equals("mem_limit");
    }

    private static Optional<BigDecimal> heapOf(Leaf leaf) {
        for (Flag flag : FLAGS) {
            // The last of several counts.
            int at = leaf.text().lastIndexOf(flag.text());
            if (at >= 0) {
                String rest = leaf.text().substring(at + flag.text().length());
                return sizeOf(rest.split("[\\s,\"']", 2)[0], flag.unit());
            }
        }
        return isHeap(leaf.key().lastName()) ? sizeOf(leaf.text(), 1) : Optional.empty();
    }

    /** A key that says in bytes, or with a unit, how much a program may take for itself. */
    private static boolean isHeap(String name) {
        return name.length() >= 7 && name.length() < 40 && HEAPS.contains(Siblings.folded(name));
    }

    private static Optional<BigDecimal> sizeOf(String text, long unit) {
        return Value.Size.of(text.toUpperCase(Locale.ROOT).replace("I", "i"))
                .map(Value.Size::binary)
                .or(() -> Value.Numeric.of(text).map(number -> number.amount().multiply(BigDecimal.valueOf(unit))));
    }
}
