package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kubernetes objects that keep something out or within bounds, and that are gone whole while the folder that they stood in
 * is still there: those of Kubernetes itself, Istio, Cilium, Calico, Kyverno, Gatekeeper, Kuadrant and Envoy Gateway.
 */
final class GuardingObjects {

    private static final KeyPath KIND = KeyPath.ROOT.name("kind");

    /** Without them something comes in that was kept out. */
    private static final Set<String> KEEPING_OUT = Set.of(
            "NetworkPolicy",
            "AdminNetworkPolicy",
            "CiliumNetworkPolicy",
            "CiliumClusterwideNetworkPolicy",
            "GlobalNetworkPolicy",
            "AuthorizationPolicy",
            "RequestAuthentication",
            "PeerAuthentication",
            "AuthPolicy",
            "SecurityPolicy",
            "PodSecurityPolicy",
            "ValidatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ClusterPolicy",
            "ClusterAdmissionPolicy",
            "AdmissionPolicy");

    /** Without them one may take what all share. */
    private static final Set<String> KEEPING_WITHIN =
            Set.of("ResourceQuota", "LimitRange", "ClusterResourceQuota", "RateLimitPolicy", "PodDisruptionBudget");

    private static final String CONSTRAINTS = "constraints.gatekeeper.sh/";

    private GuardingObjects() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        List<Facts> gone = new ArrayList<>();
        Map<String, Integer> come = new HashMap<>();
        for (Facts facts : changes) {
            Change change = facts.change();
            if (change.kind() == Change.Kind.ADDED) {
                change.after()
                        .filter(leaf -> leaf.key().equals(KIND))
                        .ifPresent(leaf -> come.merge(leaf.text(), 1, Integer::sum));
            } else if (change.kind() == Change.Kind.REMOVED && facts.distance() == 0 && isGuard(facts)) {
                gone.add(facts);
            }
        }
        for (Facts facts : gone) {
            String kind = facts.change().before().orElseThrow().text();
            // As many that came in their place are the same under other names, or in other files.
            if (come.merge(kind, -1, Integer::sum) < 0) {
                said.at(
                        facts,
                        KEEPING_WITHIN.contains(kind) ? Severity.HIGH : Severity.CRITICAL,
                        GuardRemoved.isGone(facts.change().part().id().toString(), facts));
            }
        }
    }

    private static boolean isGuard(Facts facts) {
        Leaf old = facts.change().before().orElseThrow();
        if (!old.key().equals(KIND)) {
            return false;
        }
        boolean guard = KEEPING_OUT.contains(old.text())
                || KEEPING_WITHIN.contains(old.text())
                || facts.around()
                        .partBefore(facts.change())
                        .flatMap(part -> Nodes.text(part.root(), "apiVersion"))
                        .filter(version -> version.startsWith(CONSTRAINTS))
                        .isPresent();
        return guard && StillThere.isFolder(facts);
    }
}
