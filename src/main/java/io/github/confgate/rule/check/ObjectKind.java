package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind that is referred to, what a reference to it is called, and the kinds that make one. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are those of Set.of
enum ObjectKind {
    CONFIG_MAP("ConfigMap", Set.of("ConfigMap"), Set.of("configMapRef.name", "configMapKeyRef.name", "configMap.name")),
    SECRET(
            "Secret",
            Set.of("Secret", "ExternalSecret", "SealedSecret", "VaultStaticSecret", "OnePasswordItem", "Certificate"),
            Set.of(
                    "secretRef.name",
                    "secretKeyRef.name",
                    "secret.secretName",
                    "tls.secretName",
                    "imagePullSecrets.name")),
    SERVICE("Service", Set.of("Service"), Set.of("service.name", "backend.serviceName")),
    SERVICE_ACCOUNT("ServiceAccount", Set.of("ServiceAccount"), Set.of("spec.serviceAccountName")),
    CLAIM("PersistentVolumeClaim", Set.of("PersistentVolumeClaim"), Set.of("persistentVolumeClaim.claimName")),
    WORKLOAD(
            "workload",
            Set.of("Deployment", "StatefulSet", "ReplicaSet", "Rollout"),
            Set.of("scaleTargetRef.name", "targetRef.name")),
    STORAGE("StorageClass", Set.of("StorageClass"), Set.of("spec.storageClassName")),
    PRIORITY("PriorityClass", Set.of("PriorityClass"), Set.of("spec.priorityClassName")),
    ENTRANCE("IngressClass", Set.of("IngressClass"), Set.of("spec.ingressClassName")),
    ROLE("Role", Set.of("Role", "ClusterRole"), Set.of("roleRef.name"));

    private final String word;
    private final Set<String> kinds;
    private final Set<String> tails;

    ObjectKind(String word, Set<String> kinds, Set<String> tails) {
        this.word = word;
        this.kinds = kinds;
        this.tails = tails;
    }

    /** What messages call it. */
    String word() {
        return word;
    }

    Set<String> kinds() {
        return kinds;
    }

    /** The kind that the value of a key names an object of. */
    static Optional<ObjectKind> of(KeyPath key) {
        if (!key.lastName().endsWith("ame")) { // as every tail does: the quickest way to tell most keys
            return Optional.empty();
        }
        StringBuilder tail = new StringBuilder();
        List<KeyPath.Segment> segments = key.segments();
        for (int i = segments.size() - 1, names = 0; i >= 0 && names < 2; i--) {
            if (segments.get(i) instanceof KeyPath.Name name) {
                tail.insert(0, names == 0 ? name.name() : name.name() + ".");
                names++;
            }
        }
        for (ObjectKind kind : values()) {
            if (kind.tails.contains(tail.toString())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
