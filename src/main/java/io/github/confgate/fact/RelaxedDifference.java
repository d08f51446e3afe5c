package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Of which keys two versions of a file may say different things where a key has several spellings ({@link RelaxedKey}). A
 * key is compared by the letters and digits of its names, one after the other: all spellings have the same of them, and
 * those of what is above it are their beginning.
 */
final class RelaxedDifference {

    /** What tells in which profiles a document counts. */
    private static final List<String> ACTIVATION = List.of("springconfigactivate", "springprofiles");

    private final boolean everywhere;
    private final List<String> places = new ArrayList<>();

    /** @param profiles whether the documents of the file say themselves where they count */
    RelaxedDifference(Document one, Document other, boolean profiles) {
        List<Part> parts = one.parts();
        List<Part> others = other.parts();
        boolean same = parts.size() == others.size();
        for (int i = 0; same && i < parts.size(); i++) {
            same = parts.get(i).id().equals(others.get(i).id());
            compare(parts.get(i).root(), others.get(i).root(), "");
        }
        everywhere = !same || (profiles && ACTIVATION.stream().anyMatch(this::isNear));
    }

    /** Whether they may say different things of a key. */
    boolean touches(KeyPath key) {
        return everywhere || isNear(letters(key));
    }

    private boolean isNear(String letters) {
        return places.stream().anyMatch(place -> letters.startsWith(place) || place.startsWith(letters));
    }

    private void compare(Node one, Node other, String place) {
        if (KeyTree.isEqual(one, other)) {
            return;
        }
        if (!(one instanceof Node.Mapping a) || !(other instanceof Node.Mapping b)) {
            places.add(place);
            return;
        }
        Map<String, Node> rest = new HashMap<>();
        b.entries().forEach(entry -> rest.put(entry.key(), entry.value()));
        List<String> common = new ArrayList<>();
        for (Node.Entry entry : a.entries()) {
            Node value = rest.remove(entry.key());
            if (value == null) {
                places.add(place + letters(entry.key()));
            } else {
                common.add(entry.key());
                compare(entry.value(), value, place + letters(entry.key()));
            }
        }
        rest.keySet().forEach(key -> places.add(place + letters(key)));
        // Of several spellings in one map the first one may count.
        List<String> order = b.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> !rest.containsKey(key))
                .toList();
        if (!order.equals(common)) {
            places.add(place);
        }
    }

    private static String letters(KeyPath key) {
        StringBuilder letters = new StringBuilder();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Selector) {
                break;
            }
            letters.append(
                    segment instanceof KeyPath.Name name ? letters(name.name()) : ((KeyPath.Index) segment).index());
        }
        return letters.toString();
    }

    private static String letters(String name) {
        String one = RelaxedKey.uniform(name).replace(".", "");
        return one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
