package io.github.confgate.rule.sheet;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another key of the map that the changed one stands in.
 *
 * @param keys globs over keys from that map on; empty where {@code swap} tells the key alone
 * @param swap words of the changed key's own name, each with the words that one sibling has in its place
 * @param up how many maps further out to look
 * @param old what must be true of its value before; null where nothing is asked
 * @param now what must be true of its value now; null where nothing is asked
 */
record Sibling(
        List<KeyGlob> keys,
        Map<String, List<String>> swap,
        int up,
        @Nullable ValueTest old,
        @Nullable ValueTest now) implements Condition {

    @Override
    public boolean holds(Subject subject) {
        List<List<String>> wanted = wanted(subject);
        boolean present = now != null || old == null;
        for (SiblingKeys.Sibling sibling : SiblingKeys.of(subject, up, present)) {
            if (isMeant(sibling, subject, wanted)
                    && (present ? isNow(sibling.leaf(), subject) : isOld(sibling.leaf(), subject))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeant(SiblingKeys.Sibling sibling, Subject subject, List<List<String>> wanted) {
        if (sibling.leaf().key().equals(subject.value().key())) {
            return false;
        }
        boolean named = keys.isEmpty();
        for (int i = 0; i < keys.size() && !named; i++) {
            named = keys.get(i).matches(sibling.from());
        }
        return named && (swap.isEmpty() || wanted.contains(words(sibling.plain())));
    }

    private boolean isNow(Leaf leaf, Subject subject) {
        if (now != null && !now.holds(leaf, subject)) {
            return false;
        }
        return old == null
                || SiblingKeys.of(subject, up, false).stream()
                        .anyMatch(before -> before.leaf().key().equals(leaf.key()) && isOld(before.leaf(), subject));
    }

    private boolean isOld(Leaf leaf, Subject subject) {
        return old != null && old.holds(leaf, subject);
    }

    /** The names that the swaps make of the changed key's own name. */
    private List<List<String>> wanted(Subject subject) {
        List<String> own = words(SiblingKeys.plain(subject.value().key()));
        List<List<String>> wanted = new ArrayList<>();
        for (int i = 0; i < own.size() && !swap.isEmpty(); i++) {
            for (String word : swap.getOrDefault(own.get(i), List.of())) {
                List<String> swapped = new ArrayList<>(own);
                swapped.set(i, word);
                wanted.add(swapped);
            }
        }
        return wanted;
    }

    private static List<String> words(KeyPath key) {
        return NameWords.of(key.lastName());
    }
}
