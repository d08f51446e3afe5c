package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.change.Spelling;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change asks of another environment: that it holds the new value under the key, or, of a removal, that it has
 * the key no longer.
 *
 * @param part of the file, as the change has it
 * @param leaf the new value under its key within the part; of a removal the one that goes
 * @param removal whether the key goes
 * @param mapped other spellings of the value that count as the same there
 */
record Wanted(KeyPath.Segment part, Leaf leaf, boolean removal, List<String> mapped) {

    Wanted {
        mapped = List.copyOf(mapped);
    }

    /** What a change asks for. */
    static Wanted of(Change change, List<String> mapped) {
        Optional<Leaf> after = change.after();
        return new Wanted(change.part().id(), after.or(change::before).orElseThrow(), after.isEmpty(), mapped);
    }

    Wanted inPart(KeyPath.Segment other) {
        return new Wanted(other, leaf, removal, mapped);
    }

    Wanted under(KeyPath key) {
        Leaf moved = new Leaf(key, leaf.value(), leaf.keyRegion(), leaf.region(), leaf.origin(), leaf.beside());
        return new Wanted(part, moved, removal, mapped);
    }

    KeyPath key() {
        return leaf.key();
    }

    /**
     * Whether a state of the key is the wanted one, and how; null when it is not.
     *
     * @param typed whether the types of scalars count: not where the formats know different types
     */
    Promotion.@Nullable Match match(Optional<Lookup.Held> held, boolean typed) {
        List<Leaf> leaves = held.map(Lookup.Held::leaves).orElse(List.of());
        boolean same = leaves.stream().anyMatch(other -> isSame(other, typed));
        if (removal) {
            return held.isEmpty() || (held.get().member() && !same) ? Promotion.Match.EXACT : null;
        }
        if (same) {
            return Promotion.Match.EXACT;
        }
        return leaves.stream().anyMatch(other -> mapped.contains(other.text())) ? Promotion.Match.MAPPED : null;
    }

    private boolean isSame(Leaf other, boolean typed) {
        return leaf.sameValue(other)
                || Spelling.isOther(leaf, other)
                || (!typed
                        && leaf.value() instanceof Node.Scalar
                        && other.value() instanceof Node.Scalar
                        && leaf.text().equals(other.text()));
    }

    /** A text that a file must contain to hold the value; empty when none can be told. */
    String needle() {
        String longest = "";
        if (removal || !mapped.isEmpty() || !(leaf.value() instanceof Node.Scalar) || Spelling.hasOthers(leaf)) {
            return longest;
        }
        String text = leaf.text();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isWordCharacter(text.charAt(i))) {
                longest = i - start > longest.length() ? text.substring(start, i) : longest;
                start = i + 1;
            }
        }
        return longest.length() < 3 ? "" : longest;
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
