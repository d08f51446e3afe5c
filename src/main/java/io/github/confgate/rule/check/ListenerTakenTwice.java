package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds two listeners of one process or host on the same port. */
record ListenerTakenTwice(RuleSheet sheet) implements Rule {

    /** What holds listeners, each with a port of its own. */
    private static final Set<String> HOLDERS = Set.of(
            "ports", "listeners", "listener", "servers", "entrypoints", "connectors", "binds", "sockets", "publish");

    private static final Set<String> PORTS = Set.of(
            "port",
            "containerport",
            "nodeport",
            "hostport",
            "listenport",
            "published",
            "portvalue",
            "bindport",
            "listen");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        if (now == null || change.kind() == Change.Kind.MOVED || change.kind() == Change.Kind.REMOVED) {
            return Stream.empty();
        }
        Optional<KeyPath> holder = holder(now.key());
        Optional<String> mine = holder.flatMap(above -> listened(now, above));
        if (holder.isEmpty() || mine.isEmpty()) {
            return Stream.empty();
        }
        String protocol = protocol(facts, now.key());
        for (Leaf leaf : facts.around().leavesAfter(change)) {
            boolean other = !leaf.key().equals(now.key())
                    && (isBelow(leaf.key(), holder.get(), now.key()) || areOfOneHost(leaf.key(), now.key()))
                    && listened(leaf, holder.get()).filter(mine.get()::equals).isPresent()
                    && protocol(facts, leaf.key()).equals(protocol);
            if (other) {
                String message = change.key() + " listens on port " + mine.get() + " in " + Shown.place(facts)
                        + ", which " + leaf.key() + " (line " + leaf.region().line() + ") has taken";
                return Stream.of(Finding.of(sheet, facts, message));
            }
        }
        return Stream.empty();
    }

    /** The list or map of listeners that a key is in. */
    private static Optional<KeyPath> holder(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        for (int i = segments.size() - 2; i >= 0; i--) {
            if (segments.get(i) instanceof KeyPath.Name name && HOLDERS.contains(Siblings.folded(name.name()))) {
                return Optional.of(new KeyPath(segments.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    /** Services of Compose publish their ports on one host. */
    private static boolean areOfOneHost(KeyPath a, KeyPath b) {
        return isPublished(a) && isPublished(b);
    }

    private static boolean isPublished(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        return segments.size() == 4
                && segments.get(0).equals(new KeyPath.Name("services"))
                && segments.get(2).equals(new KeyPath.Name("ports"));
    }

    /** In the same place of another item; item and name are the only steps that differ. */
    private static boolean isBelow(KeyPath key, KeyPath holder, KeyPath mine) {
        int depth = holder.segments().size();
        return key.segments().size() == mine.segments().size()
                && key.segments().size() > depth
                && key.segments().subList(0, depth).equals(holder.segments())
                && key.segments()
                        .subList(depth + 1, key.segments().size())
                        .equals(mine.segments()
                                .subList(depth + 1, mine.segments().size()));
    }

    /** The port, with the host where one is named: {@code 8080}, {@code 127.0.0.1:8080}; of a mapping the outer one. */
    private static Optional<String> listened(Leaf leaf, KeyPath holder) {
        boolean item = leaf.key().segments().size() == holder.segments().size() + 1;
        String name = Siblings.folded(leaf.key().lastName());
        if (!item && !PORTS.contains(name)) {
            return Optional.empty();
        }
        String text = leaf.text().strip().toLowerCase(Locale.ROOT).replaceFirst("/(tcp|udp)$", "");
        if (text.indexOf(':') > 0 && item) {
            String outer = text.substring(0, text.lastIndexOf(':'));
            return outer.matches("([0-9.]+:)?[0-9]{2,5}") ? Optional.of(outer) : Optional.empty();
        }
        return !item || holderIsOfPorts(holder)
                ? Value.Numeric.of(text)
                        .map(Value.Numeric::amount)
                        .filter(ListenerTakenTwice::isPort)
                        .map(BigDecimal::toPlainString)
                : Optional.empty();
    }

    private static boolean holderIsOfPorts(KeyPath holder) {
        return NameWords.of(holder.lastName()).contains("ports");
    }

    private static boolean isPort(BigDecimal number) {
        return number.signum() > 0 && number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(65_535)) <= 0;
    }

    /** The protocol and the host that stand beside a port. */
    private static String protocol(Facts facts, KeyPath key) {
        Map<String, String> beside = new HashMap<>();
        Siblings.around(facts, key).ifPresent(map -> map.entries()
                .forEach(entry -> beside.put(
                        Siblings.folded(entry.key()), Siblings.text(entry).toLowerCase(Locale.ROOT))));
        String protocol = beside.getOrDefault("protocol", "tcp");
        return (protocol.equals("udp") ? "udp" : "tcp")
                + beside.getOrDefault("host", "")
                + beside.getOrDefault("address", "")
                + beside.getOrDefault("hostip", "")
                + beside.getOrDefault("bind", "");
    }
}
