package io.github.confgate.inspection;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.change.Masking;
import io.github.confgate.fact.EnvironmentNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds hosts that are the same in two environments but for the environment's name: what a policy may map. */
final class MappedHosts {

    private static final int MOST = 20;
    private static final String JOINTS = ".-";

    private final List<PolicyDraft.Mapped> pairs;

    private record Texts(String from, String fromText, String to, String toText) {}

    private MappedHosts(List<PolicyDraft.Mapped> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    static MappedHosts of(List<KeyPair> keys) {
        Map<String, PolicyDraft.Mapped> found = new TreeMap<>();
        Masking masking = new Masking();
        for (KeyPair key : keys) {
            Change change = key.change();
            Masked shown = masking.mask(change);
            for (Texts texts : texts(key, shown.old(), shown.now())) {
                PolicyDraft.Mapped one = new PolicyDraft.Mapped(
                        texts.from(),
                        texts.fromText(),
                        texts.to(),
                        texts.toText(),
                        1,
                        change.key().toString());
                found.merge(texts.toString(), one, MappedHosts::sum);
            }
        }
        return new MappedHosts(found.values().stream()
                .sorted(Comparator.comparingInt(PolicyDraft.Mapped::values)
                        .reversed()
                        .thenComparing(PolicyDraft.Mapped::toText)
                        .thenComparing(PolicyDraft.Mapped::fromText)
                        .thenComparing(PolicyDraft.Mapped::to)
                        .thenComparing(PolicyDraft.Mapped::from))
                .limit(MOST)
                .toList());
    }

    private static PolicyDraft.Mapped sum(PolicyDraft.Mapped a, PolicyDraft.Mapped b) {
        return new PolicyDraft.Mapped(a.from(), a.fromText(), a.to(), a.toText(), a.values() + b.values(), a.key());
    }

    /** Most values first. */
    List<PolicyDraft.Mapped> pairs() {
        return pairs;
    }

    /** Whether a pair makes one value of the two. */
    boolean explain(KeyPair key) {
        String old = key.change().before().map(leaf -> leaf.text()).orElse("");
        String now = key.change().after().map(leaf -> leaf.text()).orElse("");
        return pairs.stream()
                .anyMatch(pair -> pair.from().equals(key.from())
                        && pair.to().equals(key.to())
                        && now.replace(pair.toText(), pair.fromText()).equals(old));
    }

    /** Taken from what is shown, so that no secret gets into a policy. */
    private static List<Texts> texts(KeyPair key, @Nullable String old, @Nullable String now) {
        if (old == null || now == null) {
            return List.of();
        }
        List<Address> theirs = Address.in(old);
        List<Address> ours = Address.in(now);
        List<Texts> texts = new ArrayList<>();
        for (int i = 0; theirs.size() == ours.size() && i < ours.size(); i++) {
            String there = theirs.get(i).host();
            String here = ours.get(i).host();
            if (!here.equals(there)
                    && isHost(here)
                    && isHost(there)
                    && EnvironmentNames.neutral(here).equals(EnvironmentNames.neutral(there))) {
                int start = start(there, here);
                texts.add(new Texts(key.from(), there.substring(start), key.to(), here.substring(start)));
            }
        }
        return texts;
    }

    private static boolean isHost(String text) {
        return text.matches("[a-z0-9.-]{3,253}") && text.indexOf('.') > 0;
    }

    /** Where the part begins that names the environment: after the labels, or words of a label, that both have. */
    private static int start(String there, String here) {
        int same = 0;
        while (same < there.length() && same < here.length() && there.charAt(same) == here.charAt(same)) {
            same++;
        }
        boolean between = isJoint(there, same) && isJoint(here, same);
        while (!between && same > 0 && JOINTS.indexOf(here.charAt(same - 1)) < 0) {
            same--;
        }
        // `-stg.example.com` says more of what it means than `stg.example.com` would in `app-stg.example.com`.
        int start = !between && same > 0 && here.charAt(same - 1) == '-' ? same - 1 : same;
        boolean tells = there.indexOf('.', start + 1) > 0 && here.indexOf('.', start + 1) > 0;
        return tells ? start : 0;
    }

    private static boolean isJoint(String text, int at) {
        return at < text.length() && JOINTS.indexOf(text.charAt(at)) >= 0;
    }
}
