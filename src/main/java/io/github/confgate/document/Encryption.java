package io.github.confgate.document;

import io.github.confgate.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks what is encrypted as {@link ScalarType#ENCRYPTED} and leaves out what every encryption writes anew: the checksum,
 * the time and the recipients of <a href="https://getsops.io/docs/">SOPS</a>, in its own block or, in dotenv files, under
 * names of its own; the creation timestamps of a Bitnami {@code SealedSecret}. Other settings of SOPS stay keys.
 */
final class Encryption {

    private static final byte[] GIT_CRYPT = "\0GITCRYPT\0".getBytes(StandardCharsets.US_ASCII);
    /** Signs with an N: each begins so many characters before it. A letter that few texts have is found fast. */
    private static final Map<String, Integer> SIGNS_WITH_N =
            Map.of("ENC[", 1, "ENC(", 1, "$ANSIBLE_VAULT;", 2, "-----BEGIN PGP MESSAGE", 9, "-----BEGIN AGE", 9);

    private static final Set<String> NOISE = Set.of(
            "mac",
            "lastmodified",
            "version",
            "kms",
            "pgp",
            "age",
            "gcp_kms",
            "azure_kv",
            "hc_vault",
            "hckms",
            "key_groups");

    private final IdentityHashMap<Object, Node> done = new IdentityHashMap<>();
    private boolean found;

    private Encryption() {}

    /** The document of a file that is ciphertext as a whole; null when it is not. */
    static @Nullable Document whole(String path, byte[] bytes, Format format) {
        boolean gitCrypt = startsWith(bytes, GIT_CRYPT);
        if (!gitCrypt
                && !Ciphertext.isWhole(new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8))) {
            return null;
        }
        return Document.opaque(path, format, ScalarType.ENCRYPTED, Sha256.hex(bytes));
    }

    /** Whether a text may hold ciphertext. */
    static boolean isSuspected(String text) {
        return holds(text, 'N', SIGNS_WITH_N)
                || holds(text, 'S', Map.of("SealedSecret", 0))
                || text.contains("{cipher}");
    }

    private static boolean holds(String text, char letter, Map<String, Integer> signs) {
        for (int at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
            for (Map.Entry<String, Integer> sign : signs.entrySet()) {
                if (text.startsWith(sign.getKey(), at - sign.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The document with its ciphertext marked. */
    static Document marked(Document document, String text) {
        if (!isSuspected(text)) {
            return document;
        }
        Encryption encryption = new Encryption();
        List<Part> parts = new ArrayList<>(document.parts().size());
        for (Part part : document.parts()) {
            Node plain = withoutSops(part.root());
            encryption.found |= plain != part.root();
            parts.add(new Part(part.id(), encryption.sealedSecret(encryption.sealed(plain))));
        }
        if (!encryption.found) {
            return document;
        }
        Document.Form form =
                document.form() == Document.Form.TEMPLATE ? Document.Form.TEMPLATE : Document.Form.ENCRYPTED;
        return new Document(document.path(), document.format(), parts, form, document.directives());
    }

    private Node sealed(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return Ciphertext.isValue(scalar.text()) ? ciphertext(scalar) : scalar;
        }
        Object shared = node instanceof Node.Mapping map ? map.entries() : ((Node.Sequence) node).items();
        Node before = done.get(shared);
        if (before == null) {
            before = node instanceof Node.Mapping map
                    ? new Node.Mapping(entries(map), map.region(), map.origin())
                    : new Node.Sequence(
                            ((Node.Sequence) node)
                                    .items().stream().map(this::sealed).toList(),
                            node.region(),
                            node.origin());
            done.put(shared, before);
        }
        return before instanceof Node.Mapping map
                ? new Node.Mapping(map.entries(), node.region(), node.origin())
                : new Node.Sequence(((Node.Sequence) before).items(), node.region(), node.origin());
    }

    private List<Node.Entry> entries(Node.Mapping map) {
        List<Node.Entry> entries = new ArrayList<>(map.entries().size());
        for (Node.Entry entry : map.entries()) {
            entries.add(new Node.Entry(entry.key(), entry.keyRegion(), sealed(entry.value())));
        }
        return entries;
    }

    private Node ciphertext(Node.Scalar scalar) {
        found = true;
        return new Node.Scalar(ScalarType.ENCRYPTED, scalar.text(), scalar.region(), scalar.origin());
    }

    private Node sealedSecret(Node root) {
        boolean sealed = root instanceof Node.Mapping map
                && map.get("kind") instanceof Node.Scalar kind
                && kind.text().equals("SealedSecret");
        if (!sealed) {
            return root;
        }
        Node data = at(root, List.of("spec", "encryptedData"), this::allSealed);
        Node timed = at(data, List.of("metadata"), Encryption::withoutTime);
        return at(timed, List.of("spec", "template", "metadata"), Encryption::withoutTime);
    }

    private Node allSealed(Node node) {
        if (!(node instanceof Node.Mapping map)) {
            return node;
        }
        List<Node.Entry> entries = new ArrayList<>(map.entries().size());
        for (Node.Entry entry : map.entries()) {
            Node value = entry.value() instanceof Node.Scalar scalar ? ciphertext(scalar) : entry.value();
            entries.add(new Node.Entry(entry.key(), entry.keyRegion(), value));
        }
        return new Node.Mapping(entries, map.region(), map.origin());
    }

    private static Node withoutTime(Node node) {
        return node instanceof Node.Mapping map ? without(map, Set.of("creationTimestamp")) : node;
    }

    private static Node withoutSops(Node root) {
        if (!(root instanceof Node.Mapping map)) {
            return root;
        }
        if (map.get("sops") instanceof Node.Mapping sops && sops.get("mac") != null) {
            Node.Mapping rest = without(sops, names(sops, ""));
            return rest.entries().isEmpty() ? without(map, Set.of("sops")) : at(map, List.of("sops"), ignored -> rest);
        }
        return map.get("sops_mac") == null ? root : without(map, names(map, "sops_"));
    }

    /** The keys of a map that say what every encryption writes anew; in flat formats a list's items have keys each. */
    private static Set<String> names(Node.Mapping map, String prefix) {
        Set<String> names = new HashSet<>();
        for (Node.Entry entry : map.entries()) {
            String key = entry.key();
            int item = key.indexOf("__");
            String name = item < 0 ? key : key.substring(0, item);
            if (name.startsWith(prefix) && NOISE.contains(name.substring(prefix.length()))) {
                names.add(key);
            }
        }
        return names;
    }

    private static Node.Mapping without(Node.Mapping map, Set<String> keys) {
        List<Node.Entry> entries = map.entries().stream()
                .filter(entry -> !keys.contains(entry.key()))
                .toList();
        return new Node.Mapping(entries, map.region(), map.origin());
    }

    private interface Change {
        Node of(Node node);
    }

    /** The tree with another node at a path; the same tree where it has no such path. */
    private static Node at(Node node, List<String> path, Change change) {
        if (path.isEmpty()) {
            return change.of(node);
        }
        if (!(node instanceof Node.Mapping map) || map.get(path.get(0)) == null) {
            return node;
        }
        List<Node.Entry> entries = new ArrayList<>(map.entries().size());
        for (Node.Entry entry : map.entries()) {
            Node value = entry.key().equals(path.get(0))
                    ? at(entry.value(), path.subList(1, path.size()), change)
                    : entry.value();
            entries.add(new Node.Entry(entry.key(), entry.keyRegion(), value));
        }
        return new Node.Mapping(entries, map.region(), map.origin());
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
