package io.github.confgate.document.format;

import java.util.ArrayList;
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

    /**
     * An anchor.
     *
     * @param id the same of one that is open and closed
     * @param line on which it stands
     * @param last the line on which what it stands for ends, as far as it is in force
     */
    record Definition(int id, String name, int line, int last, Built built) {}

    /** An alias on a line, and the definition that was in force there. */
    record Use(int line, int id) {}

    /** The place of a merge key. */
    record Merge(int line, int column) {}

    /** What is in force where a line begins. */
    Map<String, Definition> inForceAt(int line) {
        Map<String, Definition> inForce = new HashMap<>();
        for (Definition definition : definitions) {
            if (definition.last() < line) {
                inForce.put(definition.name(), definition);
            }
        }
        return inForce;
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
    }

    /**
     * Those of the new text.
     *
     * @param chunks what was read anew, from top to bottom
     * @param shift moves what was not
     * @return null where an alias refers to what is read anew elsewhere, or might
     */
    @Nullable
    YamlReferences with(List<Chunk> chunks, YamlShift shift) {
        Map<Integer, Definition> byId = new HashMap<>();
        definitions.forEach(each -> byId.put(each.id(), each));
        List<Use> allUses = new ArrayList<>();
        for (Use use : uses) {
            if (chunks.stream().noneMatch(chunk -> chunk.holds(use.line()))) {
                if (!stays(byId.get(use.id()), use.line(), chunks)) {
                    return null;
                }
                allUses.add(new Use(shift.line(use.line()), use.id()));
            }
        }
        List<Merge> allMerges = new ArrayList<>();
        for (Merge merge : merges) {
            if (chunks.stream().noneMatch(chunk -> chunk.holds(merge.line()))) {
                allMerges.add(new Merge(shift.line(merge.line()), merge.column()));
            }
        }
        long nodes = placed;
        int free = nextId;
        for (Chunk chunk : chunks) {
            for (Use use : chunk.read().uses()) {
                if (use.id() < nextId && !stays(byId.get(use.id()), chunk.from(), chunks)) {
                    return null;
                }
                allUses.add(use);
            }
            allMerges.addAll(chunk.read().merges());
            nodes += chunk.read().placed();
            free = Math.max(free, chunk.read().nextId());
        }
        return new YamlReferences(definitions(chunks, shift), allUses, allMerges, nodes, free);
    }

    /** Whether an alias on a line that is not read anew means what it meant. */
    private static boolean stays(@Nullable Definition used, int line, List<Chunk> chunks) {
        if (used == null) {
            return false;
        }
        for (Chunk chunk : chunks) {
            boolean replaced = used.line() < chunk.to() && used.last() >= chunk.from();
            boolean between = chunk.from() > used.line() && chunk.from() < line;
            if (replaced
                    || (between
                            && chunk.read().definitions().stream()
                                    .anyMatch(each -> each.name().equals(used.name())))) {
                return false;
            }
        }
        return true;
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
            open |= each.line() < chunk.from() && each.last() >= chunk.from();
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
