package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One of two keys that programs take together or not at all is gone: a certificate and its key, a name and its password. */
final class HalfOfPair {

    /** Ends of names that are the same but for these, joined to one word. */
    private record Pair(List<String> one, List<String> other, boolean secret) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    List.of("cert", "certificate", "crt"),
                    List.of("key", "privatekey", "certkey", "certificatekey"),
                    false),
            new Pair(
                    List.of("certfile", "certificatefile", "crtfile", "certpath", "certificatepath"),
                    List.of("keyfile", "privatekeyfile", "keypath", "privatekeypath"),
                    false),
            new Pair(List.of("clientid"), List.of("clientsecret"), true),
            new Pair(List.of("username", "user"), List.of("password"), true),
            new Pair(
                    List.of("accesskey", "accesskeyid"),
                    List.of("secretkey", "secretaccesskey", "accesskeysecret"),
                    true));

    private HalfOfPair() {}

    static void look(Facts facts, RangeRule.Said said) {
        Change change = facts.change();
        if (change.kind() != Change.Kind.REMOVED) {
            return;
        }
        Leaf was = change.before().orElseThrow();
        String name = Siblings.folded(was.key().lastName());
        for (Pair pair : PAIRS) {
            // A secret that was spelled out may have moved to where programs look by themselves.
            if (pair.secret() && !was.text().contains("${")) {
                continue;
            }
            Set<String> partners = new HashSet<>(partners(name, pair.one(), pair.other()));
            partners.addAll(partners(name, pair.other(), pair.one()));
            if (!partners.isEmpty()) {
                judge(facts, was, partners, said);
            }
        }
    }

    private static List<String> partners(String name, List<String> ends, List<String> others) {
        return ends.stream()
                .filter(name::endsWith)
                .flatMap(end -> others.stream().map(other -> name.substring(0, name.length() - end.length()) + other))
                .toList();
    }

    private static void judge(Facts facts, Leaf was, Set<String> partners, RangeRule.Said said) {
        Optional<Node.Mapping> now = Siblings.around(facts, was.key());
        Optional<Node.Mapping> before = facts.around()
                .partBefore(facts.change())
                .flatMap(part -> Lookup.node(part, was.key().parent()))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
        if (now.isEmpty() || before.isEmpty() || !names(before.get()).containsAll(names(now.get()))) {
            return; // something came in its place
        }
        now.get().entries().stream()
                .filter(entry -> partners.contains(Siblings.folded(entry.key()))
                        && entry.value() instanceof Node.Scalar scalar
                        && !scalar.text().isBlank()
                        && before.get().get(entry.key()) instanceof Node.Scalar)
                .findFirst()
                .ifPresent(entry -> said.at(
                        facts,
                        was.key() + " is gone from " + Shown.place(facts) + ", and `" + Shown.value(entry.key())
                                + "`, which programs take only with it, stays"));
    }

    private static Set<String> names(Node.Mapping map) {
        return map.entries().stream().map(Node.Entry::key).collect(Collectors.toSet());
    }
}
