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
import org.jspecify.annotations.Nullable;

/**
 * Numbers the secrets of one output in order of first appearance: {@code ***1}, {@code ***2}. Equal secrets get equal
 * numbers. One instance serves one output; not safe for several threads. Has no {@code toString} of its own, so that no
 * log tells what it knows.
 */
public final class Masking {

    /** Below this a secret is a syllable of other words; in a line it is masked only where its own value stands. */
    private static final int LONG_ENOUGH = 4;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final KnownSecrets known = new KnownSecrets(LONG_ENOUGH);

    /** The values of a change. */
    public Masked mask(Change change) {
        // What was worth encrypting is a secret also on the side where it is written out.
        boolean encrypted = isEncrypted(change.before()) || isEncrypted(change.after());
        Side old = change.before().map(leaf -> side(change, leaf, encrypted)).orElse(Side.NONE);
        Side now = change.after().map(leaf -> side(change, leaf, encrypted)).orElse(Side.NONE);
        return new Masked(old.shown(), now.shown(), encrypted || old.secret() || now.secret());
    }

    /** A value as outputs show it, and whether it holds a secret. */
    private record Side(@Nullable String shown, boolean secret) {
        static final Side NONE = new Side(null, false);
    }

    private Side side(Change change, Leaf leaf, boolean encrypted) {
        if (leaf.is(ScalarType.ENCRYPTED) || (encrypted && leaf.value() instanceof Node.Scalar)) {
            return new Side(label(leaf.text()), true);
        }
        List<Span> spans = Secrets.spans(change.part().id(), leaf);
        return new Side(replace(leaf.text(), spans), !spans.isEmpty());
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
     * A stretch of a line.
     *
     * @param left code points of the line that were left out before it
     */
    public record Cut(String text, int left) {}

    /**
     * A line of a file, or the stretch of it around a value, with every secret masked: those of this output, those that its
     * values hold, and what looks like one.
     *
     * @param column of the value of {@code change} in the line, 1-based, in code points
     * @param endColumn after its last character; beyond the line's end where the value goes on below
     * @param others what else stands on the lines of the file
     */
    public Line line(Cut cut, Change change, int column, int endColumn, SecretLines others) {
        String line = cut.text();
        int points = line.codePointCount(0, line.length());
        int first = Math.min(Math.max(column - 1 - cut.left(), 0), points);
        int start = line.offsetByCodePoints(0, first);
        int end = line.offsetByCodePoints(0, Math.max(Math.min(endColumn - 1 - cut.left(), points), first));
        SecretLines.Row row = new SecretLines.Row(line, change.region().line(), cut.left());
        String head = (cut.left() > 0 ? "…" : "") + outside(row, 0, start, others);
        String value = change.after().isPresent()
                ? value(line.substring(start, end), change)
                : outside(row, start, end, others);
        String tail = outside(row, end, line.length(), others);
        int shown = head.codePointCount(0, head.length()) + 1;
        return new Line(head + value + tail, shown, shown + value.codePointCount(0, value.length()));
    }

    /** A part of a line in which the change has no value of its own. */
    private String outside(SecretLines.Row row, int from, int to, SecretLines others) {
        String line = row.text();
        StringBuilder out = new StringBuilder();
        int at = from;
        for (SecretLines.Stretch each : others.on(row, from, to)) {
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
}
