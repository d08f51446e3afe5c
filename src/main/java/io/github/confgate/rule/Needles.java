package io.github.confgate.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Tells by one walk through a key which rules may have something to say of it: each rule gives texts of which one stands
 * in every key that it is about. So a rule more costs the keys of other rules next to nothing.
 */
final class Needles {

    /** Texts are found by their first two characters; the table is small because letters and digits are few. */
    private static final int BITS = 6;

    private static final int SIZE = 1 << BITS;

    private final List<List<Needle>> byStart = new ArrayList<>(SIZE * SIZE);
    private final BitSet always = new BitSet();

    private record Needle(String text, int rule) {}

    /** @param rules in the order in which {@link #in} numbers them */
    Needles(Collection<Rule> rules) {
        for (int i = 0; i < SIZE * SIZE; i++) {
            byStart.add(List.of());
        }
        int number = 0;
        for (Rule rule : rules) {
            add(rule.needles(), number++);
        }
    }

    private void add(List<String> texts, int rule) {
        boolean told = !texts.isEmpty();
        for (String text : texts) {
            told &= text.length() >= 2;
        }
        if (!told) {
            always.set(rule);
            return;
        }
        for (String text : texts) {
            int at = start(text, 0);
            if (byStart.get(at).isEmpty()) {
                byStart.set(at, new ArrayList<>(2));
            }
            byStart.get(at).add(new Needle(text, rule));
        }
    }

    /** The numbers of the rules that may be about one of these keys. */
    BitSet in(List<FoldedKey> keys) {
        BitSet found = (BitSet) always.clone();
        for (FoldedKey key : keys) {
            for (FoldedKey.Spelling spelling : key.spellings()) {
                look(spelling.text(), found);
            }
        }
        return found;
    }

    private void look(String text, BitSet found) {
        for (int i = 0; i + 1 < text.length(); i++) {
            for (Needle needle : byStart.get(start(text, i))) {
                if (!found.get(needle.rule()) && text.startsWith(needle.text(), i)) {
                    found.set(needle.rule());
                }
            }
        }
    }

    private static int start(String text, int i) {
        return (text.charAt(i) & (SIZE - 1)) << BITS | (text.charAt(i + 1) & (SIZE - 1));
    }
}
