package io.github.confgate.rule.check;

import io.github.confgate.change.Value;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds items of a list that is read from the top which now stand before one that they hide. */
record FirstMatchReordered(RuleSheet sheet) implements RangeRule {

    /** Fields that say the order themselves; where all items have one, their places say nothing. */
    private static final List<String> NUMBERS =
            List.of("priority", "order", "sequence", "seq", "precedence", "rule_no", "rule_number", "ruleNumber");

    @Override
    public void look(List<Facts> changes, Said said) {
        for (TouchedLists.Touched list :
                TouchedLists.of(changes, key -> FirstMatch.isList(key) || FirstMatch.isChain(key))) {
            if (FirstMatch.isChain(list.key())) {
                chain(list, said);
            } else {
                list(list, said);
            }
        }
        OrderNumbers.look(changes, said);
    }

    private static void chain(TouchedLists.Touched list, Said said) {
        int[] places = Pairing.of(list.before(), list.after());
        int last = -1;
        for (int j = 0; j < places.length; j++) {
            if (places[j] >= 0 && places[j] < last) {
                said.at(
                        list.changeIn(j),
                        Severity.MEDIUM,
                        "items of " + list.key() + " run in another order than before, from " + list.name(j) + " on");
                return;
            }
            last = Math.max(last, places[j]);
        }
    }

    private static void list(TouchedLists.Touched list, Said said) {
        List<Node> now = list.after().items();
        List<RuleItem> items = now.stream().map(RuleItem::of).toList();
        int[] places = Pairing.of(list.before(), list.after());
        int[] rank = ranks(now);
        int[] oldRank = ranks(list.before().items());
        for (int i : inOrder(rank)) {
            RuleItem above = items.get(i);
            boolean isNew = places[i] < 0;
            for (int j : inOrder(rank)) {
                boolean passed =
                        rank[i] < rank[j] && places[j] >= 0 && (isNew || oldRank[places[i]] > oldRank[places[j]]);
                if (passed && isOther(above, items.get(j)) && !above.isApartFrom(items.get(j))) {
                    boolean hides = above.covers(items.get(j));
                    if (hides || (!isNew && !items.get(j).covers(above))) {
                        say(list, said, i, j, hides, items);
                        break;
                    }
                }
            }
        }
    }

    private static void say(TouchedLists.Touched list, Said said, int i, int j, boolean hides, List<RuleItem> items) {
        boolean denies = items.get(i).denies();
        // One lets through and the other does not: what both match is decided the other way round from now on.
        boolean opposite = denies != items.get(j).denies();
        String what = list.name(i) + (denies ? ", which denies," : "") + " now stands before " + list.name(j)
                + " (line " + list.after().items().get(j).region().line() + ")";
        said.at(
                list.changeIn(i),
                hides || denies || opposite ? Severity.HIGH : Severity.MEDIUM,
                hides
                        ? what + " and matches all that it matches: the latter is never reached"
                        : what + ": the first match counts");
    }

    /** Without a known action nothing tells whether the order counts. */
    private static boolean isOther(RuleItem a, RuleItem b) {
        return !a.action().isEmpty() && !b.action().isEmpty() && !a.action().equals(b.action());
    }

    private static List<Integer> inOrder(int[] rank) {
        return IntStream.range(0, rank.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank[i]))
                .toList();
    }

    /** The order in which items are looked at: by a number that all of them have, else as they stand. */
    private static int[] ranks(List<Node> items) {
        for (String field : NUMBERS) {
            List<BigDecimal> numbers = new ArrayList<>();
            items.forEach(item -> number(item, field).ifPresent(numbers::add));
            if (numbers.size() == items.size() && !items.isEmpty()) {
                return numbers.stream()
                        .mapToInt(one -> (int) numbers.stream()
                                .filter(other -> other.compareTo(one) < 0)
                                .count())
                        .toArray();
            }
        }
        return IntStream.range(0, items.size()).toArray();
    }

    private static Optional<BigDecimal> number(Node item, String field) {
        return Nodes.text(item, field).flatMap(Value.Numeric::of).map(Value.Numeric::amount);
    }
}
