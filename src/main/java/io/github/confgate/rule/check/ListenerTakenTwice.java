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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    private static final Set<String> HOSTS = Set.of("host", "address", "bind", "bindaddress", "listenaddress", "ip");
    private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]", "*");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        if (now == null || change.kind() == Change.Kind.MOVED || change.kind() == Change.Kind.REMOVED) {
            return Stream.empty();
        }
        Optional<KeyPath> holder = holder(now.key()).or(() -> open(facts, now));
        Optional<String> mine = holder.flatMap(above -> listened(now, above));
        if (holder.isEmpty() || mine.isEmpty()) {
            return Stream.empty();
        }
        String protocol = protocol(facts, now.key());
        Listeners all = facts.around()
                .once(
                        new Whose(change.path(), change.part().id()),
                        () -> Listeners.of(facts.around().leavesAfter(change)));
        Predicate<Leaf> takes = leaf -> !leaf.key().equals(now.key())
                && listened(leaf, holder.get()).filter(mine.get()::equals).isPresent()
                && protocol(facts, leaf.key()).equals(protocol);
        boolean apart = holder.get().isRoot();
        Stream<Place> beside = all.in(holder.get(), now).stream()
                .filter(place -> apart
                        ? open(facts, place.leaf()).isPresent()
                        : isBelow(place.leaf().key(), holder.get(), now.key()))
                .filter(place -> takes.test(place.leaf()))
                .limit(1);
        Stream<Place> published = isPublished(now.key())
                ? all.published(now).stream()
                        .filter(place -> takes.test(place.leaf()))
                        .limit(1)
                : Stream.empty();
        return Stream.concat(beside, published)
                .min(Comparator.comparingInt(Place::at))
                .map(place -> finding(facts, mine.get(), place.leaf()))
                .stream();
    }

    private Finding finding(Facts facts, String port, Leaf other) {
        String message = facts.change().key() + " listens on port " + port + " in " + Shown.place(facts) + ", which "
                + other.key() + " (line " + other.region().line() + ") has taken";
        return Finding.of(sheet, facts, message);
    }

    private record Whose(String path, KeyPath.Segment part) {}

    /** A leaf by its place among all of its part. */
    private record Place(int at, Leaf leaf) {}

    /** A number, and the list or map of listeners that it stands in; of a port that is published no list. */
    private record Slot(KeyPath holder, String number) {}

    /** Where numbers stand that may be ports, so that no file is walked for each of its own. */
    private record Listeners(Map<Slot, List<Place>> places) {

        static Listeners of(List<Leaf> leaves) {
            Map<Slot, List<Place>> places = new HashMap<>();
            for (int i = 0; i < leaves.size(); i++) {
                Leaf leaf = leaves.get(i);
                String number = number(leaf);
                if (!number.isEmpty()) {
                    Place place = new Place(i, leaf);
                    for (KeyPath holder : holders(leaf.key())) {
                        places.computeIfAbsent(new Slot(holder, number), slot -> new ArrayList<>())
                                .add(place);
                    }
                    if (isPublished(leaf.key()) || isPort(leaf.key())) {
                        places.computeIfAbsent(new Slot(KeyPath.ROOT, number), slot -> new ArrayList<>())
                                .add(place);
                    }
                }
            }
            return new Listeners(places);
        }

        List<Place> in(KeyPath holder, Leaf leaf) {
            return places.getOrDefault(new Slot(holder, number(leaf)), List.of());
        }

        List<Place> published(Leaf leaf) {
            return places.getOrDefault(new Slot(KeyPath.ROOT, number(leaf)), List.of());
        }

        /** The same for all that listen on the same port. */
        private static String number(Leaf leaf) {
            String text = withoutProtocol(leaf);
            int colon = text.lastIndexOf(':');
            String outer = colon < 0 ? text : text.substring(0, colon);
            int start = outer.length();
            while (start > 0 && Character.isDigit(outer.charAt(start - 1))) {
                start--;
            }
            return colon < 0
                    ? Value.Numeric.of(text)
                            .map(number -> number.amount().toPlainString())
                            .orElse("")
                    : outer.substring(start);
        }
    }

    /** The list or map of listeners that a key is in. */
    private static Optional<KeyPath> holder(KeyPath key) {
        return holders(key).stream().findFirst();
    }

    /** All of them, the innermost first. */
    private static List<KeyPath> holders(KeyPath key) {
        List<KeyPath> holders = new ArrayList<>(1);
        List<KeyPath.Segment> segments = key.segments();
        for (int i = segments.size() - 2; i >= 0; i--) {
            if (segments.get(i) instanceof KeyPath.Name name && HOLDERS.contains(Siblings.folded(name.name()))) {
                holders.add(new KeyPath(segments.subList(0, i + 1)));
            }
        }
        return holders;
    }

    /** The root, for a port beside an address that takes whatever comes in: {@code http: {host: 0.0.0.0, port: 80}}. */
    private static Optional<KeyPath> open(Facts facts, Leaf leaf) {
        boolean any = isPort(leaf.key())
                && Siblings.around(facts, leaf.key()).stream()
                        .flatMap(map -> map.entries().stream())
                        .anyMatch(entry -> HOSTS.contains(Siblings.folded(entry.key()))
                                && ANY.contains(Siblings.text(entry).strip()));
        return any ? Optional.of(KeyPath.ROOT) : Optional.empty();
    }

    private static boolean isPort(KeyPath key) {
        return PORTS.contains(Siblings.folded(key.lastName()));
    }

    /** Services of Compose publish their ports on one host. */
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
        String text = withoutProtocol(leaf);
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

    private static String withoutProtocol(Leaf leaf) {
        return leaf.text().strip().toLowerCase(Locale.ROOT).replaceFirst("/(tcp|udp)$", "");
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
