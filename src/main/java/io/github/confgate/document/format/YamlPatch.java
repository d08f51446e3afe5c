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
import io.github.confgate.document.SameEnds;
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
 * Reads the next version of a large YAML file by parsing only the entries of a block map, or the items of a block list,
 * whose lines differ, and putting them into the tree of the version before. The tree equals the one that {@link YamlParser} makes of the whole text, or
 * there is none: whatever could make a line mean something else because of lines far from it (an anchor or an alias
 * among the lines that differ, several documents, ciphertext) is left to the parser.
 *
 * <p>Why that is sound: in a block map, a key at the map's column can only be read as the next entry, once the entry before
 * is complete; in a block list, so can a dash. Lines that are a whole map or list when read alone, and stand between two
 * such places, are read alike there.
 */
public final class YamlPatch {

    /** Below this the parser is as fast. */
    private static final int WORTH_IT = 2_048;

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
        int suffix = SameEnds.suffix(text, newText, prefix);
        int[] newStarts = startsAfter(prefix, suffix, newText);
        int first = line(starts, prefix);
        int last = line(starts, text.length - suffix);
        Edit edit = new Edit(newText, newStarts, first, last, newStarts.length - starts.length, limits);
        Part part = document.parts().get(0);
        Node root = part.root().origin() == null ? edit.patched(part.root(), starts.length + 1, 0) : null;
        return root == null
                ? null
                : new Next(
                        new Document(document.path(), document.format(), Parts.of(document.path(), List.of(root))),
                        new YamlPatch(newText, newStarts));
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

        /** The map or list with the differing entries or items read anew; {@code bound} is the first line behind it. */
        @Nullable
        Node patched(Node node, int bound, int depth) {
            int[] lines = depth > limits.depth() / 2 ? null : childLines(node);
            if (lines == null) {
                return null;
            }
            int from = lines.length - 1;
            while (from >= 0 && lines[from] > first) {
                from--;
            }
            int to = from + 1;
            while (to < lines.length && lines[to] <= last) {
                to++;
            }
            int end = to < lines.length ? lines[to] : bound;
            if (from < 0 || last >= end) {
                return null;
            }
            Node child = child(node, from);
            boolean opens = to == from + 1 && !(child instanceof Node.Scalar) && child.origin() == null;
            Node inner = opens && isOwn(lines[from], child.region().line()) ? patched(child, end, depth + 1) : null;
            if (inner != null) {
                return spliced(node, from, to, one(node, from, inner));
            }
            // The first entry of a map that is an item stands behind the dash.
            boolean whole = node instanceof Node.Sequence || indent(lines[from]) == column(node);
            Node read = whole ? read(lines[from], end, column(node), depth) : null;
            return read == null || !read.getClass().equals(node.getClass()) ? null : spliced(node, from, to, read);
        }

        /** A map or list of nothing but a changed child. */
        private static Node one(Node node, int index, Node child) {
            if (node instanceof Node.Mapping map) {
                Node.Entry entry = map.entries().get(index);
                return new Node.Mapping(
                        List.of(new Node.Entry(entry.key(), entry.keyRegion(), child)), map.region(), null);
            }
            return new Node.Sequence(List.of(child), node.region(), null);
        }

        private @Nullable Node spliced(Node node, int from, int to, Node read) {
            Region region = node.region();
            if (node instanceof Node.Mapping map && read instanceof Node.Mapping now) {
                List<Node.Entry> all =
                        new ArrayList<>(map.entries().size() + now.entries().size());
                all.addAll(map.entries().subList(0, from));
                all.addAll(now.entries());
                for (Node.Entry entry : map.entries().subList(to, map.entries().size())) {
                    Node.Entry moved = delta == 0 ? entry : shifted(entry, delta);
                    if (moved == null) {
                        return null;
                    }
                    all.add(moved);
                }
                Set<String> keys = new HashSet<>();
                return all.stream().allMatch(entry -> keys.add(entry.key()))
                        ? new Node.Mapping(
                                all, upTo(region, all.get(all.size() - 1).value()), null)
                        : null;
            }
            List<Node> items = ((Node.Sequence) node).items();
            List<Node> all = new ArrayList<>(items.subList(0, from));
            all.addAll(((Node.Sequence) read).items());
            for (Node item : items.subList(to, items.size())) {
                Node moved = delta == 0 ? item : shifted(item, delta);
                if (moved == null) {
                    return null;
                }
                all.add(moved);
            }
            return new Node.Sequence(all, upTo(region, all.get(all.size() - 1)), null);
        }

        private static Region upTo(Region region, Node end) {
            return new Region(
                    region.line(),
                    region.column(),
                    end.region().endLine(),
                    end.region().endColumn());
        }

        /** The map or list that the new text has in the lines from one of the old text to another, which is left out. */
        private @Nullable Node read(int line, int end, int column, int depth) {
            int start = newStarts[line - 1];
            int stop = end + delta <= newStarts.length ? newStarts[end + delta - 1] : newText.length;
            int oldStop = end <= starts.length ? starts[end - 1] : text.length;
            if (stop <= start
                    || stop - start > Math.min(newText.length / 2, limits.line())
                    || !isFree(newText, start, stop)
                    || anchors(newText, start, stop)
                    || anchors(text, starts[line - 1], oldStop)) {
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
            try {
                List<Node> roots = new YamlStream(chunk, Lines.of(chunk), limits.within(depth, 0), remarks).documents();
                if (roots.size() != 1 || !remarks.list().isEmpty() || roots.get(0) instanceof Node.Scalar) {
                    return null;
                }
                Region region = roots.get(0).region();
                boolean block = region.line() == 1
                        && region.column() == column
                        && (roots.get(0) instanceof Node.Sequence || firstKeyIsAt(roots.get(0), column));
                return block ? shifted(roots.get(0), line - 1) : null;
            } catch (Refusal refusal) {
                return null;
            }
        }

        private static boolean firstKeyIsAt(Node map, int column) {
            Region key = ((Node.Mapping) map).entries().get(0).keyRegion();
            return key.line() == 1 && key.column() == column;
        }
    }

    private static Node child(Node node, int index) {
        return node instanceof Node.Mapping map
                ? map.entries().get(index).value()
                : ((Node.Sequence) node).items().get(index);
    }

    private static int column(Node node) {
        return node.region().column();
    }

    /** The column, 1-based, of the first character of a line that is no blank. */
    private int indent(int line) {
        int i = starts[line - 1];
        while (i < text.length && text[i] == ' ') {
            i++;
        }
        return i - starts[line - 1] + 1;
    }

    /** Whether a value that begins on another line is no anchored one, of which copies stand elsewhere. */
    private boolean isOwn(int from, int to) {
        int end = Math.max(from + 1, to);
        return !anchors(text, starts[from - 1], end <= starts.length ? starts[end - 1] : text.length);
    }

    /** The lines on which the entries or items of a block collection begin; null where it is none. */
    private int @Nullable [] childLines(Node node) {
        if (node instanceof Node.Mapping map) {
            return entryLines(map);
        }
        return node instanceof Node.Sequence list ? itemLines(list) : null;
    }

    /** Every entry begins with its key, alone on its line and below the one before; the first may stand behind a dash. */
    private int @Nullable [] entryLines(Node.Mapping map) {
        if (map.entries().isEmpty()) {
            return null;
        }
        Region first = map.entries().get(0).keyRegion();
        if (map.region().line() != first.line() || map.region().column() != first.column()) {
            return null;
        }
        int[] lines = new int[map.entries().size()];
        for (int i = 0; i < lines.length; i++) {
            Region key = map.entries().get(i).keyRegion();
            int indent = indent(key.line());
            boolean behindDash = i == 0 && indent < key.column() && text[starts[key.line() - 1] + indent - 1] == '-';
            if (key.column() != first.column()
                    || (i > 0 && key.line() <= lines[i - 1])
                    || (indent != key.column() && !behindDash)) {
                return null;
            }
            lines[i] = key.line();
        }
        return lines;
    }

    /** Every item begins with a dash, the first character of its line, below the one before. */
    private int @Nullable [] itemLines(Node.Sequence list) {
        if (list.items().isEmpty()) {
            return null;
        }
        int[] lines = new int[list.items().size()];
        for (int i = 0; i < lines.length; i++) {
            int line = list.items().get(i).region().line();
            int dash = starts[line - 1] + indent(line) - 1;
            if ((i == 0 ? line != list.region().line() : line <= lines[i - 1])
                    || indent(line) != column(list)
                    || dash + 1 >= text.length
                    || text[dash] != '-'
                    || text[dash + 1] != ' ') {
                return null;
            }
            lines[i] = line;
        }
        return lines;
    }

    /** An entry so many lines below; null where an alias stands in it, whose places are those of other lines. */
    private static Node.@Nullable Entry shifted(Node.Entry entry, int lines) {
        Node value = shifted(entry.value(), lines);
        return value == null ? null : new Node.Entry(entry.key(), shifted(entry.keyRegion(), lines), value);
    }

    private static Region shifted(Region region, int lines) {
        return new Region(region.line() + lines, region.column(), region.endLine() + lines, region.endColumn());
    }

    private static @Nullable Node shifted(Node node, int lines) {
        if (node.origin() != null) {
            return null;
        }
        Region region = shifted(node.region(), lines);
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.type(), scalar.text(), region, null);
        }
        if (node instanceof Node.Mapping map) {
            List<Node.Entry> entries = new ArrayList<>(map.entries().size());
            for (Node.Entry entry : map.entries()) {
                Node.Entry moved = shifted(entry, lines);
                if (moved == null) {
                    return null;
                }
                entries.add(moved);
            }
            return new Node.Mapping(entries, region, null);
        }
        List<Node> items = new ArrayList<>();
        for (Node item : ((Node.Sequence) node).items()) {
            Node moved = shifted(item, lines);
            if (moved == null) {
                return null;
            }
            items.add(moved);
        }
        return new Node.Sequence(items, region, null);
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
     * Whether lines mean the same wherever they stand: no explicit key, directive or second document, no sign of
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
            // Where an explicit key ends without a value, the place of that value is the next token's.
            if (c == '?' && (i == 0 || text[i - 1] <= ' ') && (i + 1 == to || text[i + 1] <= ' ')) {
                return false;
            }
        }
        return !Documents.mayHoldMore(new String(text, from, to - from, UTF_8));
    }

    /** Whether something is anchored, of which copies may stand elsewhere. */
    private static boolean anchors(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '&' && (i == 0 || text[i - 1] <= ' ' || "[{,:-".indexOf(text[i - 1]) >= 0)) {
                return true;
            }
        }
        return false;
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
