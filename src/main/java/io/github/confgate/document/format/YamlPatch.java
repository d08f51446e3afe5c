package io.github.confgate.document.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.SameEnds;
import io.github.confgate.document.format.YamlHunks.Hunk;
import io.github.confgate.document.format.YamlReferences.Chunk;
import io.github.confgate.source.Region;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next version of a large YAML file by parsing only the entries of a block map, or the items of a block list,
 * whose lines differ, and putting them into the tree of the version before. The tree equals the one that {@link YamlParser} makes of the whole text, or
 * there is none: whatever could make a line mean something else because of lines far from it (several documents,
 * ciphertext) is left to the parser, and the lines of aliases that stand for something else by it are read anew as well.
 *
 * <p>Why that is sound: in a block map, a key at the map's column can only be read as the next entry, once the entry before
 * is complete; in a block list, so can a dash. Lines that are a whole map or list when read alone, and stand between two
 * such places, are read alike there, once they are lent the anchors above ({@link YamlReferences}). A map that takes in
 * another has keys that stand nowhere in it, and is read as one.
 *
 * <p>Where only values count, lines have sparse numbers: new lines get numbers between those of their neighbours, and
 * what stands below them keeps its own, so that nothing has to be moved.
 */
public final class YamlPatch {

    /** Below this the parser is as fast. */
    private static final int WORTH_IT = 2_048;

    /** An anchor may hold an alias of another one, and so on. */
    private static final int MOST_ROUNDS = 6;

    /** Between the sparse numbers of two lines of a text that was read whole; less in a very long one. */
    private static final int SPARSE = 1 << 16;

    private final byte[] text;
    private final int[] starts;
    /** Of each line and of the place behind the last one, ascending; none where a line has its own number. */
    private final int[] numbers;

    private final YamlReferences references;

    private YamlPatch(byte[] text, int[] starts, int[] numbers, YamlReferences references) {
        this.text = text;
        this.starts = starts;
        this.numbers = numbers;
        this.references = references;
    }

    /** The same version, of whose places from now on no more than the order is true. */
    public Next spread(Document document) {
        int[] sparse = sparseNumbers(starts.length);
        YamlShift shift = new YamlShift(sparse, references.sharedLines());
        Node root = shift.of(document.parts().get(0).root());
        return new Next(
                new Document(document.path(), document.format(), Parts.of(document.path(), List.of(root))),
                new YamlPatch(text, starts, sparse, references.spread(shift)));
    }

    /** The sparse numbers of some lines and of the place behind them. */
    private static int[] sparseNumbers(int lines) {
        int gap = Math.min(SPARSE, Integer.MAX_VALUE / (lines + 2));
        int[] numbers = new int[lines + 1];
        for (int i = 0; i <= lines; i++) {
            numbers[i] = (i + 1) * gap;
        }
        return numbers;
    }

    /** A version that later ones can be read by; null where they must be parsed whole. */
    public static @Nullable YamlPatch of(Document document, byte[] text, YamlReferences references) {
        boolean whole = text.length >= WORTH_IT
                && document.form() == Document.Form.PLAIN
                && document.parts().size() == 1
                && !Parts.isSpringName(document.path())
                && !Documents.holdsFiles(document.parts().get(0).root())
                && isFree(text, 0, Math.max(0, start(text) - 3))
                && isFree(text, start(text), text.length);
        return whole ? new YamlPatch(text, starts(text), new int[0], references) : null;
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
        if (prefix < 0 || newText.length < WORTH_IT || newText.length > limits.bytes()) {
            return null;
        }
        int suffix = SameEnds.suffix(text, newText, prefix);
        int[] newStarts = startsAfter(prefix, suffix, newText);
        // The line at which the common end begins may begin elsewhere in the new text.
        int sameEnd = starts.length - Math.min(starts.length, line(starts, text.length - suffix));
        List<Hunk> hunks = new YamlHunks(text, starts, newText, newStarts).between(line(starts, prefix) - 1, sameEnd);
        Node root = document.parts().get(0).root();
        return hunks.isEmpty() || root.origin() != null
                ? null
                : next(document.path(), document.format(), root, newText, newStarts, hunks, limits);
    }

    private boolean isSparse() {
        return numbers.length > 0;
    }

    /** The number of a line, 1-based. */
    private int number(int line) {
        return isSparse() ? numbers[line - 1] : line;
    }

    /** The line with a number. */
    private int line(int number) {
        return isSparse() ? lineOf(numbers, number) : number;
    }

    private static int lineOf(int[] numbers, int number) {
        int found = Arrays.binarySearch(numbers, number);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The numbers of the lines of the new text; null where between two old ones there are not enough. */
    private int @Nullable [] numbersAfter(List<Hunk> hunks, int newLines) {
        int[] after = new int[newLines + 1];
        int done = 0;
        int made = 0;
        for (Hunk hunk : hunks) {
            int lines = hunk.last() - hunk.first() + 1 + hunk.more();
            int kept = hunk.first() - 1 - done;
            if (lines < 1 || kept < 0 || made + kept + lines > newLines) {
                return null;
            }
            System.arraycopy(numbers, done, after, made, kept);
            made += kept;
            done = hunk.last();
            int from = numbers[hunk.first() - 1];
            long room = (long) numbers[hunk.last()] - from;
            if (room < lines) {
                return null;
            }
            for (int i = 0; i < lines; i++) {
                after[made++] = from + (int) (room * i / lines);
            }
        }
        if (after.length - made != numbers.length - done) {
            return null;
        }
        System.arraycopy(numbers, done, after, made, numbers.length - done);
        return after;
    }

    /** What aliases elsewhere stand for may be something else by the lines that differ: theirs are read anew as well. */
    private @Nullable Next next(
            String path, Format format, Node root, byte[] newText, int[] newStarts, List<Hunk> hunks, Limits limits) {
        int[] newNumbers = isSparse() ? numbersAfter(hunks, newStarts.length) : numbers;
        if (newNumbers == null) {
            return null;
        }
        List<Hunk> differing = isSparse()
                ? hunks.stream()
                        .map(hunk -> new Hunk(number(hunk.first()), number(hunk.last()), 0, hunk.column()))
                        .toList()
                : hunks;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Edit edit = new Edit(newText, newStarts, newNumbers, differing, limits);
            Node patched = edit.patched(root, number(starts.length + 1), 0, differing);
            YamlReferences.Outcome outcome = patched == null ? null : references.with(edit.chunks, edit.shift);
            if (patched == null || outcome == null) {
                return null;
            }
            if (outcome instanceof YamlReferences.Told told) {
                YamlReferences now = told.references();
                return now.placed() > limits.nodes() || Documents.holdsFiles(patched)
                        ? null
                        : new Next(
                                new Document(path, format, Parts.of(path, List.of(patched))),
                                new YamlPatch(newText, newStarts, newNumbers, now));
            }
            differing = with(differing, ((YamlReferences.Elsewhere) outcome).lines());
        }
        return null;
    }

    private List<Hunk> with(List<Hunk> hunks, Set<Integer> lines) {
        List<Hunk> all = new ArrayList<>(hunks);
        lines.forEach(line -> all.add(new Hunk(line, line, 0, indent(line(line)))));
        all.sort(Comparator.comparingInt(Hunk::first));
        return all;
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

    /** What is parsed anew, and how the rest moves. */
    private final class Edit {
        private final byte[] newText;
        private final int[] newStarts;
        private final int[] newNumbers;
        private final Limits limits;
        private final NavigableSet<Integer> usedLines = references.usedLines();
        private final YamlShift shift;
        private final List<Chunk> chunks = new ArrayList<>();
        private int nextId = references.nextId();
        private long size;

        Edit(byte[] newText, int[] newStarts, int[] newNumbers, List<Hunk> hunks, Limits limits) {
            this.newText = newText;
            this.newStarts = newStarts;
            this.newNumbers = newNumbers;
            this.shift = isSparse() ? YamlShift.NONE : new YamlShift(hunks, references.sharedLines());
            this.limits = limits;
        }

        /** The map or list with the differing entries or items read anew; {@code bound} is the first line behind it. */
        @Nullable
        Node patched(Node node, int bound, int depth, List<Hunk> hunks) {
            boolean inside = hunks.stream().allMatch(hunk -> hunk.column() >= column(node) && hunk.last() < bound);
            int[] lines = inside && depth <= limits.depth() / 2 ? childLines(node) : null;
            boolean merging = node instanceof Node.Mapping
                    && references.isMerging(column(node), node.region().line(), bound);
            if (lines == null || merging || lines[0] > hunks.get(0).first()) {
                return null;
            }
            List<Node.Entry> entries = new ArrayList<>();
            List<Node> items = new ArrayList<>();
            int done = 0;
            int next = 0;
            while (next < hunks.size()) {
                int from = childAt(lines, hunks.get(next).first());
                int firstHunk = next;
                int to = from + 1;
                while (next < hunks.size()
                        && (to == lines.length || hunks.get(next).first() < lines[to])) {
                    to = Math.max(to, childAt(lines, hunks.get(next).last()) + 1);
                    next++;
                }
                keep(node, done, from, entries, items);
                int end = to < lines.length ? lines[to] : bound;
                if (!replace(node, from, to, lines[from], end, depth, hunks.subList(firstHunk, next), entries, items)) {
                    return null;
                }
                done = to;
            }
            keep(node, done, lines.length, entries, items);
            return collected(node, entries, items);
        }

        private static int childAt(int[] lines, int line) {
            int found = Arrays.binarySearch(lines, line);
            return found >= 0 ? found : -found - 2;
        }

        private void keep(Node node, int from, int to, List<Node.Entry> entries, List<Node> items) {
            for (int i = from; i < to; i++) {
                if (node instanceof Node.Mapping map) {
                    entries.add(shift.of(map.entries().get(i)));
                } else {
                    items.add(shift.of(((Node.Sequence) node).items().get(i)));
                }
            }
        }

        /** Adds what the new text has in the place of some children. */
        private boolean replace(
                Node node,
                int from,
                int to,
                int line,
                int end,
                int depth,
                List<Hunk> hunks,
                List<Node.Entry> entries,
                List<Node> items) {
            Node child = child(node, from);
            boolean opens = to == from + 1 && !(child instanceof Node.Scalar) && child.origin() == null;
            int before = chunks.size();
            Node inner = opens && isOwn(line, child.region().line()) ? patched(child, end, depth + 1, hunks) : null;
            if (inner != null) {
                if (node instanceof Node.Mapping map) {
                    Node.Entry entry = map.entries().get(from);
                    entries.add(new Node.Entry(entry.key(), shift.of(entry.keyRegion()), inner));
                } else {
                    items.add(inner);
                }
                return true;
            }
            chunks.subList(before, chunks.size()).clear();
            // The first entry of a map that is an item stands behind the dash.
            boolean whole = node instanceof Node.Sequence || indent(line(line)) == column(node);
            Node read = whole ? read(line, end, column(node), depth) : null;
            if (node instanceof Node.Mapping && read instanceof Node.Mapping now) {
                return entries.addAll(now.entries());
            }
            return node instanceof Node.Sequence && read instanceof Node.Sequence now && items.addAll(now.items());
        }

        private @Nullable Node collected(Node node, List<Node.Entry> entries, List<Node> items) {
            Node last = node instanceof Node.Mapping
                    ? entries.get(entries.size() - 1).value()
                    : items.get(items.size() - 1);
            Region region = new Region(
                    shift.line(node.region().line()),
                    column(node),
                    last.region().endLine(),
                    last.region().endColumn());
            if (node instanceof Node.Sequence) {
                return new Node.Sequence(items, region, null);
            }
            Set<String> keys = new HashSet<>();
            return entries.stream().allMatch(entry -> keys.add(entry.key()))
                    ? new Node.Mapping(entries, region, null)
                    : null;
        }

        /** Whether a value that begins on another line is no anchored one, of which copies stand elsewhere. */
        private boolean isOwn(int from, int to) {
            Integer used = usedLines.ceiling(from);
            return used == null || used > Math.max(from, to);
        }

        /** The map or list that the new text has in the lines from one of the old text to another, which is left out. */
        private @Nullable Node read(int line, int end, int column, int depth) {
            int first = shift.line(line);
            int behind = shift.line(end);
            int newLine = isSparse() ? lineOf(newNumbers, first) : first;
            int newEnd = isSparse() ? lineOf(newNumbers, behind) : behind;
            int start = newStarts[newLine - 1];
            int stop = newEnd <= newStarts.length ? newStarts[newEnd - 1] : newText.length;
            size += stop - start;
            if (stop <= start
                    || size > newText.length
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
            YamlAliases aliases =
                    new YamlAliases(references.inForceAt(line, chunks), nextId, references.nextId(), shift::of);
            Lines lines = isSparse()
                    ? Lines.of(chunk).numbered(Arrays.copyOfRange(newNumbers, newLine - 1, newEnd))
                    : Lines.of(chunk).below(newLine - 1);
            try {
                List<Node> roots =
                        new YamlStream(chunk, lines, limits.within(depth, 0), remarks, aliases, true).documents();
                YamlReferences read = aliases.references();
                if (roots.size() != 1
                        || !remarks.list().isEmpty()
                        || !isBlock(roots.get(0), first, column)
                        || (roots.get(0) instanceof Node.Mapping && read.isMerging(column, first, behind))) {
                    return null;
                }
                nextId = read.nextId();
                chunks.add(new Chunk(line, end, read));
                return roots.get(0);
            } catch (Refusal refusal) {
                return null;
            }
        }

        /** Whether a node is a map or list that begins here, not the alias of one. */
        private static boolean isBlock(Node node, int line, int column) {
            Region begins = node instanceof Node.Mapping map && !map.entries().isEmpty()
                    ? map.entries().get(0).keyRegion()
                    : node.region();
            return !(node instanceof Node.Scalar)
                    && node.origin() == null
                    && isAt(node.region(), line, column)
                    && isAt(begins, line, column);
        }

        private static boolean isAt(Region region, int line, int column) {
            return region.line() == line && region.column() == column;
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
            int line = line(key.line());
            int indent = indent(line);
            boolean behindDash = i == 0 && indent < key.column() && text[starts[line - 1] + indent - 1] == '-';
            if (key.column() != first.column()
                    || (i > 0 && key.line() <= lines[i - 1])
                    || (indent != key.column() && !behindDash)
                    || text[starts[line - 1] + key.column() - 1] == '*') {
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
            int number = list.items().get(i).region().line();
            int line = line(number);
            int dash = starts[line - 1] + indent(line) - 1;
            if ((i == 0 ? number != list.region().line() : number <= lines[i - 1])
                    || indent(line) != column(list)
                    || dash + 1 >= text.length
                    || text[dash] != '-'
                    || text[dash + 1] != ' ') {
                return null;
            }
            lines[i] = number;
        }
        return lines;
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

    /** What is behind the mark that a file may begin with, {@code ---} alone on its line. */
    private static int start(byte[] text) {
        int i = 0;
        while (i < text.length && (text[i] == '\n' || text[i] == '#')) {
            i = lineEnd(text, i) + 1;
        }
        boolean mark = i + 3 <= text.length && text[i] == '-' && text[i + 1] == '-' && text[i + 2] == '-';
        return mark && i + 3 == lineEnd(text, i) ? i + 3 : 0;
    }

    private static int lineEnd(byte[] text, int from) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
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
        return !Documents.mayHoldCiphertext(new String(text, from, to - from, UTF_8));
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
