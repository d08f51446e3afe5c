package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds maps and lists of which nothing or almost nothing is left. */
record BlockCollapsed(RuleSheet sheet) implements RangeRule {

    private static final KeyGlob NO_BLOCK = KeyGlob.parse(
            "**.*-{annotations,labels,tolerations,affinity,node-selector,args,options,opts,comments,notes,bans,extra-*}{,.**}");

    private static final KeyGlob SERVERS = KeyGlob.parse(
            "**.*-{server,servers,backend,backends,upstream,upstreams,nodes,brokers,members,endpoints,peers,seeds,targets,"
                    + "instances,replicas}");

    /** Formats that have no empty list. */
    private static final List<String> LISTS_BY_REPETITION =
            List.of(".xml", ".conf", ".cfg", ".properties", ".config", ".ini");

    private record Block(String path, KeyPath.Segment part, KeyPath key) {}

    @Override
    public void look(List<Facts> changes, Said said) {
        Map<Block, List<Gone>> blocks = new LinkedHashMap<>();
        for (Gone gone : Gone.of(changes)) {
            Change change = gone.first().change();
            if (isWholeList(gone)) {
                said.at(
                        gone.first(),
                        "nothing is left of the " + size(gone.was()) + " items of " + gone.root() + " in "
                                + Shown.place(gone.first()));
            }
            blocks.computeIfAbsent(
                            new Block(
                                    change.path(),
                                    change.part().id(),
                                    gone.root().parent()),
                            key -> new ArrayList<>())
                    .add(gone);
        }
        Map<Block, Facts> emptied = new HashMap<>();
        for (Facts facts : changes) {
            Optional<Leaf> now = facts.change().after();
            if (!blocks.isEmpty() && now.isPresent() && Nodes.isBlank(now.get().value())) {
                Change change = facts.change();
                emptied.putIfAbsent(
                        new Block(change.path(), change.part().id(), now.get().key()), facts);
            }
        }
        Map<Integer, Map<KeyPath, Set<String>>> added = new HashMap<>();
        blocks.forEach((block, gone) -> {
            if (!isHandedOn(block, gone, changes, added)) {
                judge(gone, Optional.ofNullable(emptied.get(block)), said);
            }
        });
    }

    /** Whether most of what went stands in another file now, as when each environment gets its own. */
    private static boolean isHandedOn(
            Block block, List<Gone> gone, List<Facts> changes, Map<Integer, Map<KeyPath, Set<String>>> added) {
        if (gone.size() < 2) {
            return false;
        }
        int depth = block.key().segments().size() + 1;
        Map<KeyPath, Set<String>> heads = added.computeIfAbsent(depth, key -> heads(changes, key));
        long elsewhere = gone.stream()
                .filter(each ->
                        heads.getOrDefault(each.root(), Set.of()).stream().anyMatch(path -> !path.equals(block.path())))
                .count();
        return elsewhere * 2 > gone.size();
    }

    /** The files of the keys that came, by so many segments of the key. */
    private static Map<KeyPath, Set<String>> heads(List<Facts> changes, int depth) {
        Map<KeyPath, Set<String>> heads = new HashMap<>();
        for (Facts facts : changes) {
            Change change = facts.change();
            List<KeyPath.Segment> segments = change.key().segments();
            if (change.kind() == Change.Kind.ADDED && segments.size() >= depth) {
                heads.computeIfAbsent(new KeyPath(segments.subList(0, depth)), key -> new HashSet<>())
                        .add(change.path());
            }
        }
        return heads;
    }

    private static void judge(List<Gone> gone, Optional<Facts> emptied, Said said) {
        Facts first = gone.get(0).first();
        KeyPath key = gone.get(0).root().parent();
        Node now = gone.get(0).container();
        Optional<Node> was = first.around().partBefore(first.change()).flatMap(part -> Lookup.node(part, key));
        int before = was.map(BlockCollapsed::size).orElse(0);
        int after = size(now);
        int lost = gone.stream().mapToInt(each -> Nodes.leaves(each.was(), 100)).sum();
        Optional<Severity> severity = severity(before, after, lost)
                .or(() -> before >= 4 && after == 1 && areAlike(key, now, gone)
                        ? Optional.of(isNested(only(now)) ? Severity.MEDIUM : Severity.HIGH)
                        : Optional.empty());
        if (severity.isEmpty() || NO_BLOCK.matches(key)) {
            return;
        }
        String name = key.isRoot() ? "the file" : key.toString();
        String left = after == 0
                ? "nothing is left of the " + before
                : "only " + after + " of " + before + (after == 1 ? " is" : " are") + " left of the";
        said.at(
                emptied.orElse(first),
                severity.get(),
                left
                        + (now instanceof Node.Sequence || was.orElse(now) instanceof Node.Sequence
                                ? " items of "
                                : " entries of ")
                        + name + " in " + Shown.place(first));
    }

    /** Whether what went are things of one sort and not settings of one thing: servers, networks, or blocks as the one left. */
    private static boolean areAlike(KeyPath key, Node now, List<Gone> gone) {
        boolean listed = now instanceof Node.Sequence || SERVERS.matches(key);
        return (listed && gone.stream().allMatch(each -> isAddress(each.was())))
                || (isBlock(only(now)) && gone.stream().allMatch(each -> isBlock(each.was())));
    }

    private static Node only(Node container) {
        if (container instanceof Node.Mapping map) {
            return map.entries().size() == 1 ? map.entries().get(0).value() : map;
        }
        return container instanceof Node.Sequence list && list.items().size() == 1
                ? list.items().get(0)
                : container;
    }

    private static boolean isBlock(Node node) {
        return node instanceof Node.Mapping map && map.entries().size() >= 2;
    }

    /** Pools of machines and profiles to choose from, which are more often cut back on purpose than lost. */
    private static boolean isNested(Node node) {
        return node instanceof Node.Mapping map
                && map.entries().stream().anyMatch(entry -> entry.value() instanceof Node.Mapping);
    }

    /** {@code web1: 10.0.0.1:8080 check}: one of several that share the load; or a network. */
    private static boolean isAddress(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            return false;
        }
        String first = scalar.text().strip().split("\\s", 2)[0];
        return !Address.in(first).isEmpty() || Value.Cidr.of(first).isPresent();
    }

    /** A list that is made of lines or elements of one name goes with its last item. */
    private static boolean isWholeList(Gone gone) {
        String path = gone.first().change().path().toLowerCase(Locale.ROOT);
        return gone.was() instanceof Node.Sequence list
                && list.items().size() >= 3
                && !Nodes.isBlank(gone.container())
                && LISTS_BY_REPETITION.stream().anyMatch(path::endsWith)
                && !NO_BLOCK.matches(gone.root());
    }

    private static Optional<Severity> severity(int before, int after, int lost) {
        if (after == 0 && before >= 3) {
            return Optional.of(Severity.HIGH);
        }
        if (after == 0 && (before == 2 || lost >= 5)) {
            return Optional.of(Severity.MEDIUM);
        }
        return before >= 8 && after * 5 <= before
                ? Optional.of(before >= 20 || after * 8 <= before ? Severity.HIGH : Severity.MEDIUM)
                : Optional.empty();
    }

    /** In XML a list has an element around it. */
    private static int size(Node node) {
        if (node instanceof Node.Mapping map) {
            return map.entries().size() == 1 && map.entries().get(0).value() instanceof Node.Sequence list
                    ? list.items().size()
                    : map.entries().size();
        }
        return node instanceof Node.Sequence list ? list.items().size() : Nodes.isBlank(node) ? 0 : 1;
    }
}
