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
     * Those of the text with other lines in the place of some.
     *
     * @param from the first line that is replaced
     * @param to the first one behind
     * @param read what the other lines refer to
     * @param shift moves what stands behind
     * @return null where something behind refers to what is replaced, or would now refer to something else
     */
    @Nullable
    YamlReferences with(int from, int to, YamlReferences read, YamlShift shift) {
        Set<String> defined = new HashSet<>();
        read.definitions().forEach(each -> defined.add(each.name()));
        Map<Integer, Definition> byId = new HashMap<>();
        definitions.forEach(each -> byId.put(each.id(), each));
        List<Use> allUses = new ArrayList<>();
        for (Use use : uses) {
            if (use.line() < from) {
                allUses.add(use);
            }
        }
        allUses.addAll(read.uses());
        for (Use use : uses) {
            if (use.line() >= to) {
                Definition used = byId.get(use.id());
                boolean stays = used != null
                        && (used.line() >= to || (used.last() < from && !defined.contains(used.name())));
                if (!stays) {
                    return null;
                }
                allUses.add(new Use(shift.line(use.line()), use.id()));
            }
        }
        return new YamlReferences(
                definitions(from, to, read, shift),
                allUses,
                merges(from, to, read, shift),
                placed + read.placed(),
                read.nextId());
    }

    private List<Definition> definitions(int from, int to, YamlReferences read, YamlShift shift) {
        List<Definition> all = new ArrayList<>();
        List<Definition> behind = new ArrayList<>();
        for (Definition each : definitions) {
            if (each.last() < from) {
                all.add(each);
            } else if (each.line() >= to) {
                behind.add(shift.of(each));
            } else if (each.line() < from) {
                // It holds what is replaced; nobody uses it, and who wants to makes the file be read whole.
                behind.add(new Definition(
                        each.id(),
                        each.name(),
                        each.line(),
                        shift.line(Math.max(each.last(), to)) - (each.last() < to ? 1 : 0),
                        YamlAliases.OPEN));
            }
        }
        all.addAll(read.definitions());
        all.addAll(behind);
        return all;
    }

    private List<Merge> merges(int from, int to, YamlReferences read, YamlShift shift) {
        List<Merge> all = new ArrayList<>();
        merges.stream().filter(each -> each.line() < from).forEach(all::add);
        all.addAll(read.merges());
        merges.stream()
                .filter(each -> each.line() >= to)
                .map(each -> new Merge(shift.line(each.line()), each.column()))
                .forEach(all::add);
        return all;
    }
}
