package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets that are written out: by the name of the key, by their own shape, and inside addresses and connection
 * strings. References to a secret, names of secrets and public keys are none. Takes time linear in the value.
 */
public final class Secrets {

    private static final KeyPath.Field SECRET = new KeyPath.Field("kind", "Secret");
    static final KeyPath.Segment NO_PART = new KeyPath.Index(0);
    /** Only a {@code Secret} has a map of this name, which also stands in templates and in other objects' manifests. */
    private static final String OPEN_DATA = "stringData";

    private static final Set<String> SECRET_MAPS = Set.of("data", OPEN_DATA);

    private Secrets() {}

    /** Whether the value holds a secret, as a whole or in a part of it. */
    public static boolean isSecret(KeyPath key, String value) {
        return !spans(NO_PART, key, value).isEmpty();
    }

    /** The same for a key of a part; every value of a Kubernetes {@code Secret} is one. */
    public static boolean isSecret(KeyPath.Segment part, KeyPath key, String value) {
        return !spans(part, key, value).isEmpty();
    }

    /** The same for a leaf, by what stands around it as well. */
    public static boolean isSecret(KeyPath.Segment part, Leaf leaf) {
        return !spans(part, leaf).isEmpty();
    }

    /** Whether the value is nothing that is known to be a secret, and looks drawn at random as one would be. */
    public static boolean isSuspected(KeyPath.Segment part, Leaf leaf) {
        KeyPath key = Named.key(leaf);
        return known(part, key, leaf.text()).isEmpty() && RandomText.is(key, leaf.text());
    }

    /** The secrets in a value that are known to be some, in the open: to judge them by, never to show. */
    public static List<String> in(KeyPath.Segment part, Leaf leaf) {
        String value = leaf.text();
        return known(part, Named.key(leaf), value).stream()
                .map(span -> value.substring(span.start(), span.end()))
                .toList();
    }

    /** Where the secrets stand in the value of a leaf, in order and apart, those among them that are only suspected. */
    static List<Span> spans(KeyPath.Segment part, Leaf leaf) {
        List<Span> spans = spans(part, Named.key(leaf), leaf.text());
        List<Span> spoken = CommandLines.spans(leaf);
        if (spoken.isEmpty()) {
            return spans;
        }
        List<Span> all = new ArrayList<>(spans);
        all.addAll(spoken);
        return merged(all);
    }

    /** Where the secrets stand in a value, in order and apart, those among them that are only suspected. */
    static List<Span> spans(KeyPath.Segment part, KeyPath key, String value) {
        List<Span> known = known(part, key, value);
        Span whole = new Span(0, value.length());
        if (value.isBlank() || (known.size() == 1 && known.get(0).equals(whole))) {
            return known;
        }
        if ((known.isEmpty() && RandomText.is(key, value)) || SecretPlaces.is(part, key, value)) {
            return List.of(whole);
        }
        List<Span> spans = new ArrayList<>(known);
        literal(key, value, spans);
        SecretShapes.find(value, spans);
        NamedWords.find(key, value, spans);
        if (SecretResources.holds(key)) {
            SecretResources.find(value, spans);
        }
        return spans.size() == known.size() ? known : merged(spans);
    }

    /** What a generator of Secrets takes as {@code name=value}. */
    private static void literal(KeyPath key, String value, List<Span> spans) {
        int sign = value.indexOf('=') + 1;
        boolean generated = sign > 0
                && sign < value.length()
                && key.segments().stream()
                        .anyMatch(each ->
                                each instanceof KeyPath.Name name && name.name().equals("secretGenerator"));
        if (generated && Literals.isLiteral(value.substring(sign))) {
            spans.add(new Span(sign, value.length()));
        }
    }

    private static List<Span> known(KeyPath.Segment part, KeyPath key, String value) {
        if (value.isBlank()) {
            return List.of();
        }
        if (isWhole(part, key, value)) {
            return List.of(new Span(0, value.length()));
        }
        List<Span> spans = new ArrayList<>(2);
        Span fallback = fallback(value);
        if (fallback != null && isNamed(key, value.substring(fallback.start(), fallback.end()))) {
            spans.add(fallback);
        }
        find(value, false, spans);
        return merged(spans);
    }

    /** Where secrets stand in a line of a file, whatever its key. */
    static List<Span> inLine(String line) {
        List<Span> spans = new ArrayList<>(2);
        find(line, true, spans);
        SecretShapes.find(line, spans);
        return merged(spans);
    }

    private static void find(String text, boolean lenient, List<Span> spans) {
        KnownTokens.find(text, spans);
        EmbeddedSecrets.find(text, lenient, spans);
    }

    private static boolean isWhole(KeyPath.Segment part, KeyPath key, String value) {
        return isNamed(key, value) || (isInKubernetesSecret(part, key) && isPayload(value));
    }

    private static boolean isNamed(KeyPath key, String value) {
        if (!Literals.isLiteral(value)) {
            return false;
        }
        return switch (SecretNames.of(key)) {
            case CERTAIN -> true;
            case LIKELY -> Literals.isMoreThanAName(value);
            case NONE -> (SecretNames.isBelowSecrets(key) || SecretNames.isKeyOf(key)) && isRandom(value);
        };
    }

    private static boolean isPayload(String value) {
        String text = value.strip();
        return !Literals.isReference(text, text.toLowerCase(Locale.ROOT)) && !text.equals("{}") && !text.equals("[]");
    }

    private static boolean isInKubernetesSecret(KeyPath.Segment part, KeyPath key) {
        boolean secret = isSecretObject(part);
        for (int i = 0; i < key.segments().size(); i++) {
            KeyPath.Segment segment = key.segments().get(i);
            // JupyterHub has a text of this name, the content of a file.
            boolean holdsKeys = i < key.segments().size() - 1;
            if (holdsKeys && segment instanceof KeyPath.Name name && name.name().equals(OPEN_DATA)) {
                return true;
            }
            if (secret && segment instanceof KeyPath.Name name) {
                return SECRET_MAPS.contains(name.name());
            }
            secret |= isSecretObject(segment);
        }
        return false;
    }

    private static boolean isSecretObject(KeyPath.Segment segment) {
        return segment instanceof KeyPath.Selector selector && selector.fields().contains(SECRET);
    }

    /** Long and mixed: nobody typed it, and it means nothing. */
    private static boolean isRandom(String value) {
        if (value.length() < 20 || value.chars().anyMatch(c -> c <= ' ' || c == '.')) {
            return false;
        }
        long digits = value.chars().filter(Character::isDigit).count();
        return digits >= 3
                && digits < value.length()
                && value.chars().distinct().count() >= 10;
    }

    /** The default in {@code ${NAME:default}}; null where there is none. */
    private static @Nullable Span fallback(String value) {
        int colon = value.indexOf(':');
        if (!value.startsWith("${") || !value.endsWith("}") || colon < 0 || value.indexOf('{', 2) >= 0) {
            return null;
        }
        int start = colon + (value.startsWith("-", colon + 1) ? 2 : 1);
        return start < value.length() - 1 ? new Span(start, value.length() - 1) : null;
    }

    private static List<Span> merged(List<Span> spans) {
        if (spans.size() < 2) {
            return List.copyOf(spans);
        }
        Collections.sort(spans);
        List<Span> apart = new ArrayList<>(spans.size());
        for (Span span : spans) {
            int last = apart.size() - 1;
            if (last >= 0 && span.start() < apart.get(last).end()) {
                Span before = apart.get(last);
                apart.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }
}
