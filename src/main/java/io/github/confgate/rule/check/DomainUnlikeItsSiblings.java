package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds addresses that leave the one domain that all others of the file are in. */
record DomainUnlikeItsSiblings(RuleSheet sheet) implements Rule {

    private static final int LEAST_OTHERS = 3;

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        if (change.kind() != Change.Kind.MODIFIED || change.isUnread()) {
            return Stream.empty();
        }
        Leaf now = change.after().orElseThrow();
        Optional<String> old = domain(change.before().orElseThrow());
        Optional<String> entered = domain(now);
        if (old.isEmpty() || entered.isEmpty() || old.equals(entered)) {
            return Stream.empty();
        }
        Domains domains = facts.around().once(new Whose(change.path()), () -> Domains.of(facts));
        int stayed = domains.count().getOrDefault(old.get(), 0);
        int own = domains.at().getOrDefault(now.region(), List.of()).size();
        return stayed >= LEAST_OTHERS && stayed == domains.all() - own
                ? Stream.of(finding(facts, now, entered.get(), old.get(), stayed))
                : Stream.empty();
    }

    private record Whose(String path) {}

    /**
     * The domains that a file names.
     *
     * @param count how often each is named
     * @param at those of one value, by where it stands
     */
    private record Domains(int all, Map<String, Integer> count, Map<Region, List<String>> at) {
        static Domains of(Facts facts) {
            Map<String, Integer> count = new HashMap<>();
            Map<Region, List<String>> at = new HashMap<>();
            for (Addresses.Named named : Addresses.in(facts.change().path(), facts.around())) {
                String domain = domain(named.host());
                if (!domain.isEmpty()) {
                    count.merge(domain, 1, Integer::sum);
                    at.computeIfAbsent(named.leaf().region(), region -> new ArrayList<>())
                            .add(domain);
                }
            }
            return new Domains(
                    count.values().stream().mapToInt(Integer::intValue).sum(), count, at);
        }
    }

    private Finding finding(Facts facts, Leaf now, String entered, String old, int stayed) {
        String shown = facts.shown().now();
        String there = shown != null && shown.contains(entered) ? " to `" + entered + "`" : "";
        return new Finding(
                sheet,
                sheet.severity(),
                sheet.confidence(),
                facts,
                facts.change().region(),
                now.key() + " leaves `" + old + "`" + there + "; all " + stayed
                        + " other addresses of the file stay in it",
                List.of());
    }

    /** The domain of the one address that a value is; empty where it is none or several. */
    private static Optional<String> domain(Leaf leaf) {
        List<Address> addresses = leaf.text().length() > Addresses.LONGEST ? List.of() : Address.in(leaf.text());
        return addresses.size() == 1
                ? Optional.of(domain(addresses.get(0).host())).filter(domain -> !domain.isEmpty())
                : Optional.empty();
    }

    /** What is registered of a host's name: two labels, three where the last ones are short as in {@code co.uk}. */
    private static String domain(String host) {
        String[] labels = host.split("\\.", -1);
        int size = labels.length;
        if (size < 2 || host.indexOf('{') >= 0 || host.indexOf(',') >= 0 || labels[size - 1].matches("[0-9]*")) {
            return "";
        }
        String two = labels[size - 2] + "." + labels[size - 1];
        boolean country = labels[size - 1].length() == 2 && labels[size - 2].length() <= 3 && size > 2;
        return country ? labels[size - 3] + "." + two : two;
    }
}
