package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers the secrets of one output in order of first appearance: {@code ***1}, {@code ***2}. Equal secrets get equal
 * numbers. One instance serves one output; not safe for several threads. Has no {@code toString} of its own, so that no
 * log tells what it knows.
 */
public final class Masking {

    /** Below this a secret is a syllable of other words; in a line it is masked only where its own value stands. */
    private static final int LONG_ENOUGH = 4;

    /** Of a line longer than a screen only what stands around the value is looked at, to either side. */
    private static final int AROUND = 1_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final KnownSecrets known = new KnownSecrets(LONG_ENOUGH);

    /** The values of a change. */
    public Masked mask(Change change) {
        // What was worth encrypting is a secret also on the side where it is written out.
        boolean encrypted = isEncrypted(change.before()) || isEncrypted(change.after());
        String old = change.before().map(leaf -> shown(change, leaf, encrypted)).orElse(null);
        String now = change.after().map(leaf -> shown(change, leaf, encrypted)).orElse(null);
        boolean secret = encrypted
                || change.before().map(leaf -> isSecret(change, leaf)).orElse(false)
                || change.after().map(leaf -> isSecret(change, leaf)).orElse(false);
        return new Masked(old, now, secret);
    }

    private String shown(Change change, Leaf leaf, boolean encrypted) {
        return encrypted && leaf.value() instanceof Node.Scalar
                ? label(leaf.text())
                : text(change.part().id(), leaf);
    }

    private static boolean isEncrypted(Optional<Leaf> leaf) {
        return leaf.isPresent() && leaf.get().is(ScalarType.ENCRYPTED);
    }

    /** The value of a leaf of a part, its secrets numbered; ciphertext as a whole. */
    public String text(KeyPath.Segment part, Leaf leaf) {
        return leaf.is(ScalarType.ENCRYPTED) ? label(leaf.text()) : replace(leaf.text(), Secrets.spans(part, leaf));
    }

    /** A value of a key, its secrets numbered. */
    public String text(KeyPath key, String value) {
        return text(Secrets.NO_PART, key, value);
    }

    /** A value of a key of a part, its secrets numbered. */
    public String text(KeyPath.Segment part, KeyPath key, String value) {
        return replace(value, Secrets.spans(part, key, value));
    }

    /**
     * A line of a file with every secret masked: those of this output, and what looks like one.
     *
     * @param column of the value of {@code change} in the line, 1-based, in code points
     * @param endColumn after its last character; beyond the line's end where the value goes on below
     * @param others what else stands on the lines of the file
     * @return the line; of a very long one what stands around the value
     */
    public Line line(String line, Change change, int column, int endColumn, SecretLines others) {
        int points = line.codePointCount(0, line.length());
        int start = line.offsetByCodePoints(0, Math.min(Math.max(column - 1, 0), points));
        int end = line.offsetByCodePoints(0, Math.max(Math.min(endColumn - 1, points), Math.min(column - 1, points)));
        int number = change.region().line();
        int from = Math.max(0, start - AROUND);
        String head = (from > 0 ? "…" : "") + outside(line, number, from, start, others);
        String value = change.after().isPresent()
                ? value(line.substring(start, end), change)
                : outside(line, number, start, end, others);
        String tail = outside(line, number, end, Math.min(line.length(), end + AROUND), others);
        int first = head.codePointCount(0, head.length()) + 1;
        return new Line(head + value + tail, first, first + value.codePointCount(0, value.length()));
    }

    /** A part of a line in which the change has no value of its own. */
    private String outside(String line, int number, int from, int to, SecretLines others) {
        StringBuilder out = new StringBuilder();
        int at = from;
        for (SecretLines.Stretch each : others.on(line, number, from, to)) {
            out.append(outside(line.substring(at, each.start())));
            out.append(value(line.substring(each.start(), each.end()), each.part(), each.leaf()));
            at = each.end();
        }
        return out.append(outside(line.substring(at, to))).toString();
    }

    /** A line of a file of which no place is known. */
    public String line(String line) {
        return outside(line);
    }

    /** A masked line, and where the value stands in it now. */
    public record Line(String text, int column, int endColumn) {
        public Region region(int line) {
            return new Region(line, column, line, endColumn);
        }
    }

    private String outside(String text) {
        String masked = replace(text, Secrets.inLine(text));
        return known.replaceIn(masked, this::label);
    }

    private String value(String raw, Change change) {
        Leaf leaf = change.after().orElseThrow();
        return isEncrypted(change.before())
                ? label(leaf.text())
                : value(raw, change.part().id(), leaf);
    }

    private String value(String raw, KeyPath.Segment part, Leaf leaf) {
        if (leaf.is(ScalarType.ENCRYPTED)) {
            return label(leaf.text());
        }
        List<Span> spans = Secrets.spans(part, leaf);
        if (spans.isEmpty()) {
            return outside(raw);
        }
        Set<String> secrets = new HashSet<>();
        KnownSecrets here = new KnownSecrets(1);
        for (Span span : spans) {
            String secret = leaf.text().substring(span.start(), span.end());
            secrets.add(secret);
            here.add(secret);
            label(secret);
        }
        String masked = here.replaceIn(raw, secret -> {
            secrets.remove(secret);
            return label(secret);
        });
        // Escapes, folding or a block scalar hide the secret's own spelling: then nothing of the line is safe to show.
        return secrets.isEmpty() ? masked : text(part, leaf).replaceAll("\\s+", " ");
    }

    private String replace(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            out.append(text, from, span.start()).append(label(text.substring(span.start(), span.end())));
            from = span.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private String label(String secret) {
        Integer number = numbers.get(secret);
        if (number == null) {
            number = numbers.size() + 1;
            numbers.put(secret, number);
            known.add(secret);
        }
        return "***" + number;
    }

    private static boolean isSecret(Change change, Leaf leaf) {
        return Secrets.isSecret(change.part().id(), leaf);
    }
}
