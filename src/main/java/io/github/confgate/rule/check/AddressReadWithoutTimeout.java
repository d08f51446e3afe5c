package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Reader;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.stream.Stream;

/** Finds addresses that change while the client that calls them waits for ever. */
record AddressReadWithoutTimeout(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        if (facts.readers().isEmpty() || change.kind() != Change.Kind.MODIFIED || !goesElsewhere(change)) {
            return Stream.empty();
        }
        return facts.readers().stream()
                .filter(reader -> reader.timeout() == Reader.Timeout.MISSING)
                .map(reader -> ReaderWords.finding(sheet, facts, reader, message(facts, reader)));
    }

    private static String message(Facts facts, Reader reader) {
        return facts.change().key() + " becomes `" + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts)
                + "; it is read at " + ReaderWords.place(reader) + " by a client without a timeout ("
                + reader.waits().client() + "): if nobody answers there, every call hangs";
    }

    private static boolean goesElsewhere(Change change) {
        List<Address> old = addresses(change.before().orElseThrow());
        List<Address> now = addresses(change.after().orElseThrow());
        return !now.isEmpty() && !hosts(old).equals(hosts(now));
    }

    private static List<Address> addresses(Leaf leaf) {
        return Address.in(leaf.text());
    }

    private static List<String> hosts(List<Address> addresses) {
        return addresses.stream()
                .map(address -> address.scheme() + "://" + address.host() + ":" + address.port())
                .toList();
    }
}
