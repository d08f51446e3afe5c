package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which documents of a stream are the same before and after. */
final class PartMatcher {

    /** A document of the stream before and after; null on the side where it is missing. */
    record Pair(@Nullable Part before, @Nullable Part after) {
        KeyPath.Segment id() {
            if (after != null) {
                return after.id();
            }
            return before == null ? new KeyPath.Index(0) : before.id();
        }
    }

    private PartMatcher() {}

    /** By identity; numbered documents by content first, then by their order. A file's only document is always itself. */
    static List<Pair> pair(List<Part> before, List<Part> after) {
        if (before.size() == 1 && after.size() == 1) {
            return List.of(new Pair(before.get(0), after.get(0)));
        }
        Map<KeyPath.Segment, Part> named = new LinkedHashMap<>();
        List<Part> numbered = new ArrayList<>();
        for (Part part : before) {
            if (part.id() instanceof KeyPath.Index) {
                numbered.add(part);
            } else {
                named.put(part.id(), part);
            }
        }
        List<Part> newNumbered = after.stream()
                .filter(part -> part.id() instanceof KeyPath.Index)
                .toList();
        Map<KeyPath.Segment, Part> sameNumbered = alignNumbered(numbered, newNumbered);
        List<Pair> pairs = new ArrayList<>();
        Set<KeyPath.Segment> stayed = new HashSet<>();
        for (Part part : after) {
            Part old = part.id() instanceof KeyPath.Index ? sameNumbered.get(part.id()) : named.remove(part.id());
            if (old != null) {
                stayed.add(old.id());
            }
            pairs.add(new Pair(old, part));
        }
        numbered.stream().filter(part -> !stayed.contains(part.id())).forEach(part -> pairs.add(new Pair(part, null)));
        named.values().forEach(part -> pairs.add(new Pair(part, null)));
        return pairs;
    }

    private static Map<KeyPath.Segment, Part> alignNumbered(List<Part> before, List<Part> after) {
        Shapes shapes = new Shapes(true);
        int[] partner = ListMatcher.align(
                before.stream().mapToInt(part -> shapes.of(part.root())).toArray(),
                after.stream().mapToInt(part -> shapes.of(part.root())).toArray());
        int[] paired = Gaps.fill(partner, before.size());
        Map<KeyPath.Segment, Part> same = new HashMap<>();
        for (int i = 0; i < paired.length; i++) {
            if (paired[i] >= 0) {
                same.put(after.get(i).id(), before.get(paired[i]));
            }
        }
        return same;
    }
}
