package io.github.confgate.document.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.source.Region;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next version of a large YAML file by parsing only the entries of a block map whose lines differ, and putting
 * them into the tree of the version before. The tree equals the one that {@link YamlParser} makes of the whole text, or
 * there is none: whatever could make a line mean something else because of lines far from it (anchors, merge keys,
 * several documents, ciphertext) is left to the parser.
 *
 * <p>Why that is sound: in a block map, a key at the map's column can only be read as the next entry, once the entry before
 * is complete. So lines that are a whole map when read alone, and stand between two such keys, are read alike there.
 */
public final class YamlPatch {

    /** Below this the parser is as fast. */
    private static final int WORTH_IT = 2_048;

    /** So many bytes are compared at once. */
    private static final int BLOCK = 512;

    private final byte[] text;
    private final int[] starts;

    private YamlPatch(byte[] text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /** A version that later ones can be read by; null where they must be parsed whole. */
    public static @Nullable YamlPatch of(Document document, byte[] text) {
        boolean whole = text.length >= WORTH_IT
                && document.form() == Document.Form.PLAIN
                && document.parts().size() == 1
                && !Parts.isSpringName(document.path())
                && isFree(text, 0, text.length);
        return whole ? new YamlPatch(text, starts(text)) : null;
    }

    /** A document and how to go on from it. */
    public record Next(Document document, YamlPatch patch) {}

    /**
     * The next version of the file.
     *
     * @param document the tree of this version
     * @return null where it must be parsed whole
     */
    public @Nullable Next next(Document document, byte[] newText, Limits limits) {
        int prefix = Arrays.mismatch(text, newText);
        if (prefix < 0 || newText.length < WORTH_IT || newText.length > Math.min(limits.bytes(), limits.nodes())) {
            return null;
        }
        int suffix = suffix(newText, prefix);
        int[] newStarts = startsAfter(prefix, suffix, newText);
        int first = line(starts, prefix);
        int last = line(starts, text.length - suffix);
        Edit edit = new Edit(newText, newStarts, first, last, newStarts.length - starts.length, limits);
        Part part = document.parts().get(0);
        Node root = part.root() instanceof Node.Mapping map ? edit.patched(map, starts.length + 1, 0) : null;
        return root == null
                ? null
                : new Next(
                        new Document(document.path(), document.format(), Parts.of(document.path(), List.of(root))),
                        new YamlPatch(newText, newStarts));
    }

    /** How many bytes at their ends both texts have in common, those of the common beginning left out. */
    private int suffix(byte[] newText, int prefix) {
        int most = Math.min(text.length, newText.length) - prefix;
        int suffix = 0;
        for (int step = BLOCK; step > 0; step /= BLOCK) {
            while (suffix + step <= most
                    && Arrays.equals(
                            text,
                            text.length - suffix - step,
                            text.length - suffix,
                            newText,
                            newText.length - suffix - step,
                            newText.length - suffix)) {
                suffix += step;
            }
        }
        return suffix;
    }

    /** Where the lines of the new text begin: only what lies between the common parts is looked at. */
    private int[] startsAfter(int prefix, int suffix, byte[] newText) {
        int kept = line(starts, prefix);
        int tail = line(starts, text.length - suffix);
        int[] between = new int[newText.length - suffix - prefix];
        int found = 0;
        for (int i = prefix; i < newText.length - suffix; i++) {
            if (newText[i] == '\n') {
                between[found++] = i + 1;
            }
        }
        int[] all = Arrays.copyOf(starts, kept + found + starts.length - tail);
        System.arraycopy(between, 0, all, kept, found);
        int moved = newText.length - text.length;
        for (int i = tail; i < starts.length; i++) {
            all[kept + found + i - tail] = starts[i] + moved;
        }
        return all;
    }

    /** Lines {@code first} to {@code last} of the old text, 1-based, differ; {@code delta} more lines are in the new one. */
    private final class Edit {
        private final byte[] newText;
        private final int[] newStarts;
        private final int first;
        private final int last;
        private final int delta;
        private final Limits limits;

        Edit(byte[] newText, int[] newStarts, int first, int last, int delta, Limits limits) {
            this.newText = newText;
            this.newStarts = newStarts;
            this.first = first;
            this.last = last;
            this.delta = delta;
            this.limits = limits;
        }

        /** The map with the differing entries read anew; {@code bound} is the first line behind it. */
        Node.@Nullable Mapping patched(Node.Mapping map, int bound, int depth) {
            List<Node.Entry> entries = map.entries();
            if (!isBlock(map) || depth > limits.depth() / 2) {
                return null;
            }
            int from = entries.size() - 1;
            while (from >= 0 && line(entries, from) > first) {
                from--;
            }
            int to = from + 1;
            while (to < entries.size() && line(entries, to) <= last) {
                to++;
            }
            int end = to < entries.size() ? line(entries, to) : bound;
            if (from < 0 || last >= end) {
                return null;
            }
            Node.@Nullable Mapping inner = to == from + 1 && entries.get(from).value() instanceof Node.Mapping deeper
                    ? patched(deeper, end, depth + 1)
                    : null;
            List<Node.Entry> read = inner != null
                    ? List.of(new Node.Entry(
                            entries.get(from).key(), entries.get(from).keyRegion(), inner))
                    : read(line(entries, from), end, entries.get(0).keyRegion().column(), depth);
            return read == null ? null : spliced(map, from, to, read);
        }

        private Node.@Nullable Mapping spliced(Node.Mapping map, int from, int to, List<Node.Entry> read) {
            List<Node.Entry> entries = map.entries();
            List<Node.Entry> all = new ArrayList<>(entries.size() + read.size());
            all.addAll(entries.subList(0, from));
            all.addAll(read);
            for (Node.Entry entry : entries.subList(to, entries.size())) {
                all.add(delta == 0 ? entry : shifted(entry, delta));
            }
            Set<String> keys = new HashSet<>();
            if (!all.stream().allMatch(entry -> keys.add(entry.key()))) {
                return null;
            }
            Region region = map.region();
            Region end = all.get(all.size() - 1).value().region();
            return new Node.Mapping(
                    all, new Region(region.line(), region.column(), end.endLine(), end.endColumn()), null);
        }

        /** The entries that the new text has in the lines from one of the old text to another, which is left out. */
        private @Nullable List<Node.Entry> read(int line, int end, int column, int depth) {
            int start = newStarts[line - 1];
            int stop = end + delta <= newStarts.length ? newStarts[end + delta - 1] : newText.length;
            if (stop <= start
                    || stop - start > Math.min(newText.length / 2, limits.line())
                    || !isFree(newText, start, stop)) {
                return null;
            }
            String chunk;
            try {
                chunk = UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(newText, start, stop - start))
                        .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
            Remarks remarks = new Remarks("");
            Limits left = limits.within(depth, 0);
            try {
                List<Node> roots = new YamlStream(chunk, Lines.of(chunk), left, remarks).documents();
                return roots.size() == 1
                                && remarks.list().isEmpty()
                                && roots.get(0) instanceof Node.Mapping map
                                && isBlockAt(map, column)
                        ? map.entries().stream()
                                .map(entry -> shifted(entry, line - 1))
                                .toList()
                        : null;
            } catch (Refusal refusal) {
                return null;
            }
        }

        private boolean isBlockAt(Node.Mapping map, int column) {
            return !map.entries().isEmpty()
                    && map.region().line() == 1
                    && map.region().column() == column
                    && map.entries().get(0).keyRegion().line() == 1
                    && map.entries().get(0).keyRegion().column() == column;
        }
    }

    /** Whether every entry begins with its key, alone on its line and below the one before. */
    private boolean isBlock(Node.Mapping map) {
        if (map.entries().isEmpty() || map.origin() != null) {
            return false;
        }
        Region first = map.entries().get(0).keyRegion();
        if (map.region().line() != first.line() || map.region().column() != first.column()) {
            return false;
        }
        int line = 0;
        for (Node.Entry entry : map.entries()) {
            Region key = entry.keyRegion();
            if (key.column() != first.column()
                    || key.line() <= line
                    || entry.value().origin() != null) {
                return false;
            }
            line = key.line();
            for (int i = starts[line - 1]; i < starts[line - 1] + key.column() - 1; i++) {
                if (text[i] != ' ') {
                    return false;
                }
            }
        }
        return true;
    }

    private static int line(List<Node.Entry> entries, int index) {
        return entries.get(index).keyRegion().line();
    }

    private static Node.Entry shifted(Node.Entry entry, int lines) {
        return new Node.Entry(entry.key(), shifted(entry.keyRegion(), lines), shifted(entry.value(), lines));
    }

    private static Region shifted(Region region, int lines) {
        return new Region(region.line() + lines, region.column(), region.endLine() + lines, region.endColumn());
    }

    private static Node shifted(Node node, int lines) {
        Region region = shifted(node.region(), lines);
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.type(), scalar.text(), region, null);
        }
        return node instanceof Node.Mapping map
                ? new Node.Mapping(
                        map.entries().stream()
                                .map(entry -> shifted(entry, lines))
                                .toList(),
                        region,
                        null)
                : new Node.Sequence(
                        ((Node.Sequence) node)
                                .items().stream()
                                        .map(item -> shifted(item, lines))
                                        .toList(),
                        region,
                        null);
    }

    /** Where each line begins; what {@link #isFree} allows has no other line ends. */
    private static int[] starts(byte[] text) {
        int[] starts = new int[256];
        int size = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (size == starts.length) {
                    starts = Arrays.copyOf(starts, size * 2);
                }
                starts[size++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, size);
    }

    /** The 1-based line of an offset. */
    private static int line(int[] starts, int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * Whether lines mean the same wherever they stand: no anchor, merge key, explicit key, directive or second document, no sign of
     * ciphertext, and no line ends, marks or blanks of another kind.
     */
    private static boolean isFree(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = text[i];
            boolean starts = i == 0 || text[i - 1] == '\n';
            if (c == '\r' || c == 0 || c == '\t') {
                return false;
            }
            if (c < 0 && isOddBreak(text, i, to)) {
                return false;
            }
            if (starts
                    && (c == '%' || (i + 2 < to && text[i + 1] == c && text[i + 2] == c && (c == '-' || c == '.')))) {
                return false;
            }
            if (c == '<' && i + 1 < to && text[i + 1] == '<') {
                return false;
            }
            // Where an explicit key ends without a value, the place of that value is the next token's.
            if (c == '?' && (i == 0 || text[i - 1] <= ' ') && (i + 1 == to || text[i + 1] <= ' ')) {
                return false;
            }
            boolean word = i > 0 && text[i - 1] > ' ';
            if (c == '&' && (!word || "[{,:-".indexOf(text[i - 1]) >= 0)) {
                return false;
            }
        }
        return !Documents.mayHoldMore(new String(text, from, to - from, UTF_8));
    }

    /** A byte order mark, a next line, a line or a paragraph separator. */
    private static boolean isOddBreak(byte[] text, int i, int to) {
        int first = text[i] & 0xff;
        int second = i + 1 < to ? text[i + 1] & 0xff : 0;
        int third = i + 2 < to ? text[i + 2] & 0xff : 0;
        return (first == 0xc2 && second == 0x85)
                || (first == 0xe2 && second == 0x80 && (third == 0xa8 || third == 0xa9))
                || (first == 0xef && second == 0xbb && third == 0xbf);
    }
}
