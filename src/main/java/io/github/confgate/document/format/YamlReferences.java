package io.github.confgate.document.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a text, and what refers to them: whether lines can be read without the others, and what the others have
 * to lend them.
 *
 * @param definitions in the order in which they come into force: a map or list first as what it is while it is open, and
 *     then as what it is from its end on
 * @param merges where a map takes in another
 * @param placed at most so many nodes a parser counts, aliases expanded
 * @param nextId a number that no definition has
 */
public record YamlReferences(
        List<Definition> definitions, List<Use> uses, List<Merge> merges, long placed, int nextId) {

    public YamlReferences {
        definitions = List.copyOf(definitions);
        uses = List.copyOf(uses);
        merges = List.copyOf(merges);
    }

    private static final int MOST_WORK = 10_000_000;

    /** With aliases expanded: to compare trees takes as long. */
    private static final int MOST_COMPARED = 5_000;

    /**
     * An anchor.
     *
     * @param id the same of one that is open and closed
     * @param line on which it stands
     * @param last the line on which what it stands for ends, as far as it is in force
     */
    record Definition(int id, String name, int line, int last, Built built) {

        /** Whether lines that were read anew lie within what it stands for. */
        private boolean isAround(Chunk chunk) {
            return line < chunk.from() && last >= chunk.from();
        }

        private Definition opened() {
            return new Definition(id, name, line, last, YamlAliases.OPEN);
        }
    }

    /** An alias on a line, and the definition that was in force there. */
    record Use(int line, int id) {}

    /** The place of a merge key. */
    record Merge(int line, int column) {}

    /**
     * What is in force where a line begins.
     *
     * @param above what was read anew above it, from top to bottom
     */
    Map<String, Definition> inForceAt(int line, List<Chunk> above) {
        Map<String, Definition> inForce = new HashMap<>();
        int next = 0;
        for (Definition each : definitions) {
            while (next < above.size() && each.last() >= above.get(next).from()) {
                putAll(above.get(next++), inForce);
            }
            if (each.last() < line && above.stream().noneMatch(chunk -> chunk.holds(each.line()))) {
                boolean isOther = above.stream().anyMatch(each::isAround);
                inForce.put(each.name(), isOther ? each.opened() : each);
            }
        }
        while (next < above.size()) {
            putAll(above.get(next++), inForce);
        }
        return inForce;
    }

    private static void putAll(Chunk chunk, Map<String, Definition> inForce) {
        chunk.read().definitions().forEach(each -> inForce.put(each.name(), each));
    }

    /** The lines with anchors that are used. */
    NavigableSet<Integer> usedLines() {
        Set<Integer> used = new HashSet<>();
        uses.forEach(use -> used.add(use.id()));
        NavigableSet<Integer> lines = new TreeSet<>();
        for (Definition each : definitions) {
            if (used.contains(each.id())) {
                lines.add(each.line());
            }
        }
        return lines;
    }

    /** The lines on which something stands that stands elsewhere as well. */
    BitSet sharedLines() {
        Set<Integer> used = new HashSet<>();
        uses.forEach(use -> used.add(use.id()));
        BitSet lines = new BitSet();
        for (Definition each : definitions) {
            if (used.contains(each.id())) {
                lines.set(each.line(), each.last() + 1);
            }
        }
        return lines;
    }

    /** The same where all lines have other numbers. */
    YamlReferences spread(YamlShift shift) {
        return new YamlReferences(
                definitions.stream()
                        .map(each -> new Definition(
                                each.id(),
                                each.name(),
                                shift.line(each.line()),
                                shift.line(each.last()),
                                shift.of(each.built())))
                        .toList(),
                uses.stream()
                        .map(use -> new Use(shift.line(use.line()), use.id()))
                        .toList(),
                merges.stream()
                        .map(merge -> new Merge(shift.line(merge.line()), merge.column()))
                        .toList(),
                placed,
                nextId);
    }

    /** Whether a block map with this column, on these lines (the last one exclusive), takes in others by itself. */
    boolean isMerging(int column, int from, int to) {
        return merges.stream().anyMatch(each -> each.column() == column && each.line() >= from && each.line() < to);
    }

    /**
     * Lines that were read anew.
     *
     * @param from the first of the old lines
     * @param to the first one behind
     */
    record Chunk(int from, int to, YamlReferences read) {
        boolean holds(int line) {
            return from <= line && line < to;
        }

        boolean defines(String name) {
            return read.definitions().stream().anyMatch(each -> each.name().equals(name));
        }
    }

    /** Whether those of the new text can be told. */
    sealed interface Outcome {}

    record Told(YamlReferences references) implements Outcome {}

    /**
     * Lines that were not read anew hold aliases of what is another thing now, or might be.
     *
     * @param lines of the old text
     */
    record Elsewhere(Set<Integer> lines) implements Outcome {}

    /**
     * Those of the new text.
     *
     * @param chunks what was read anew, from top to bottom
     * @param shift moves what was not
     * @return null where nobody can tell
     */
    @Nullable
    Outcome with(List<Chunk> chunks, YamlShift shift) {
        long work = (long) chunks.size() * (definitions.size() + uses.size() + merges.size());
        return work > MOST_WORK ? null : new Merged(chunks, shift).outcome();
    }

    /** Puts what was read anew and what was not together. */
    private final class Merged {
        private final List<Chunk> chunks;
        private final YamlShift shift;
        private final Map<Integer, Definition> byId = new HashMap<>();
        private final Map<Integer, Integer> kept = new HashMap<>();

        Merged(List<Chunk> chunks, YamlShift shift) {
            this.chunks = chunks;
            this.shift = shift;
            definitions.forEach(each -> byId.put(each.id(), each));
        }

        @Nullable
        Outcome outcome() {
            List<Use> allUses = new ArrayList<>();
            Set<Integer> others = new HashSet<>();
            for (Use use : uses) {
                if (isKept(use.line()) && !add(new Use(shift.line(use.line()), use.id()), use.line(), allUses)) {
                    others.add(use.line());
                }
            }
            if (!others.isEmpty()) {
                return new Elsewhere(others);
            }
            List<Merge> allMerges = new ArrayList<>();
            for (Merge merge : merges) {
                if (isKept(merge.line())) {
                    allMerges.add(new Merge(shift.line(merge.line()), merge.column()));
                }
            }
            long nodes = placed;
            int free = nextId;
            for (Chunk chunk : chunks) {
                for (Use use : chunk.read().uses()) {
                    if (!add(use, chunk.from(), allUses)) {
                        return null;
                    }
                }
                allMerges.addAll(chunk.read().merges());
                nodes += chunk.read().placed();
                free = Math.max(free, chunk.read().nextId());
            }
            return new Told(new YamlReferences(definitions(chunks, shift), allUses, allMerges, nodes, free));
        }

        private boolean isKept(int line) {
            return chunks.stream().noneMatch(chunk -> chunk.holds(line));
        }

        /** Adds an alias of the new text if it means what it meant where it or its chunk begins. */
        private boolean add(Use use, int line, List<Use> all) {
            if (use.id() >= nextId) {
                return all.add(use);
            }
            Definition used = byId.get(use.id());
            if (used == null) {
                return false;
            }
            for (Chunk chunk : chunks) {
                boolean between = chunk.from() > used.line() && chunk.from() < line;
                if (between && (chunk.from() <= used.last() || chunk.defines(used.name()))) {
                    return false;
                }
            }
            int id = kept.computeIfAbsent(use.id(), same -> idNow(used));
            return id >= 0 && all.add(new Use(use.line(), id));
        }

        /** The number that a definition has now; below zero where it is another one. */
        private int idNow(Definition used) {
            for (Chunk chunk : chunks) {
                if (chunk.holds(used.line())) {
                    Definition old = last(definitions, used.name(), chunk);
                    Definition now = last(chunk.read().definitions(), used.name(), null);
                    boolean counts =
                            old != null && old.id() == used.id() && used.built().nodes() < MOST_COMPARED;
                    return now != null && counts && isMoved(used.built(), now.built()) ? now.id() : -1;
                }
            }
            return used.id();
        }

        private boolean isMoved(Built old, Built now) {
            return now.height() == old.height()
                    && now.nodes() == old.nodes()
                    && now.node().equals(shift.of(old.node()));
        }

        private static @Nullable Definition last(List<Definition> all, String name, @Nullable Chunk within) {
            Definition last = null;
            for (Definition each : all) {
                if (each.name().equals(name) && (within == null || within.holds(each.line()))) {
                    last = each;
                }
            }
            return last;
        }
    }

    private List<Definition> definitions(List<Chunk> chunks, YamlShift shift) {
        List<Definition> all = new ArrayList<>();
        int next = 0;
        for (Definition each : definitions) {
            while (next < chunks.size() && each.last() >= chunks.get(next).from()) {
                all.addAll(chunks.get(next++).read().definitions());
            }
            if (chunks.stream().noneMatch(chunk -> chunk.holds(each.line()))) {
                all.add(moved(each, chunks, shift));
            }
        }
        while (next < chunks.size()) {
            all.addAll(chunks.get(next++).read().definitions());
        }
        return all;
    }

    /** One that holds what is replaced nobody uses; who will makes the file be read whole. */
    private static Definition moved(Definition each, List<Chunk> chunks, YamlShift shift) {
        int last = each.last();
        boolean open = false;
        for (Chunk chunk : chunks) {
            open |= each.isAround(chunk);
            last = chunk.holds(last) ? chunk.to() : last;
        }
        return new Definition(
                each.id(),
                each.name(),
                shift.line(each.line()),
                last == each.last() ? shift.line(last) : shift.line(last) - 1,
                open ? YamlAliases.OPEN : shift.of(each.built()));
    }
}
