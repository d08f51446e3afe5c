package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of plain YAML (block maps and lists of one-line values, which is what most files are), and knows of
 * anything else only that it is something else. Its trees equal those of {@link YamlParser} but for the regions, which
 * they do not have; histories hold thousands of versions of a file, of which nobody asks for a place.
 *
 * <p>Values that are more than a word in quotes (flow collections, block scalars) are given to {@link YamlParser} on
 * their own, each text once. Not safe for several threads.
 */
public final class PlainYaml {

    private static final int DEEPEST = 50;
    private static final int REMEMBERED = 2_000;
    private static final String SNIPPET = "snippet.yaml";

    private final Map<String, Node> snippets = new HashMap<>();
    private PlainLines lines = PlainLines.NONE;
    private int at;
    private boolean dotted;

    /** Thrown where the text leaves the subset; carries nothing. */
    private static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1;

        Beyond() {
            super(null, null, false, false);
        }
    }

    /** The file's tree without regions; null when it is not plain, or is none of the kinds that are read as values. */
    public @Nullable Document read(String path, String text) {
        PlainLines split = PlainLines.of(text);
        if (split == null || Documents.mayHoldCiphertext(text)) {
            return null;
        }
        lines = split;
        at = 0;
        dotted = false;
        try {
            lines.skipDocumentStart();
            at = lines.content(0);
            if (at == lines.size()) {
                return null;
            }
            Node root = block(0);
            if (at != lines.size()) {
                return null;
            }
            if (Documents.holdsFiles(root)) {
                return null;
            }
            // Which of a dotted and a nested spelling comes last only regions tell.
            if (dotted && Parts.isSpring(path, root)) {
                return null;
            }
            return new Document(path, Format.YAML, Parts.of(path, List.of(root)));
        } catch (Beyond | Refusal e) {
            return null;
        }
    }

    private Node block(int depth) {
        if (depth > DEEPEST) {
            throw new Beyond();
        }
        int indent = lines.indent(at);
        return lines.isItem(at, indent) ? sequence(indent, depth) : mapping(indent, lines.start(at) + indent, depth);
    }

    /** A map whose keys stand at a column; the first of them begins at {@code position} of the line that is read now. */
    private Node mapping(int indent, int position, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int from = position;
        while (true) {
            int end = lines.end(at);
            int colon = PlainLines.keyEnd(lines.text(), from, end);
            if (colon < 0) {
                throw new Beyond();
            }
            String key = unquoted(from, colon);
            dotted |= key.indexOf('.') >= 0;
            if (!keys.add(key)) {
                throw new Beyond();
            }
            Node value = afterColon(indent, colon + 1, end, depth);
            entries.add(new Node.Entry(key, Region.start(), value));
            if (at == lines.size() || lines.indent(at) < indent) {
                return new Node.Mapping(entries, Region.start(), null);
            }
            if (lines.indent(at) > indent || lines.isItem(at, indent)) {
                throw new Beyond();
            }
            from = lines.start(at) + indent;
        }
    }

    private Node afterColon(int indent, int from, int end, int depth) {
        int start = lines.skipBlanks(from, end);
        if (start < end) {
            return inline(indent, start, end);
        }
        at = lines.content(at + 1);
        if (at < lines.size() && (lines.indent(at) > indent)) {
            return block(depth + 1);
        }
        if (at < lines.size() && lines.indent(at) == indent && lines.isItem(at, indent)) {
            return sequence(indent, depth + 1);
        }
        return scalar(ScalarType.NULL, "");
    }

    private Node sequence(int indent, int depth) {
        if (depth > DEEPEST) {
            throw new Beyond();
        }
        List<Node> items = new ArrayList<>();
        while (at < lines.size() && lines.indent(at) == indent && lines.isItem(at, indent)) {
            int end = lines.end(at);
            int start = lines.skipBlanks(lines.start(at) + indent + 1, end);
            if (start >= end) {
                at = lines.content(at + 1);
                boolean deeper = at < lines.size() && lines.indent(at) > indent;
                items.add(deeper ? block(depth + 1) : scalar(ScalarType.NULL, ""));
            } else if (lines.text().charAt(start) == '-' && lines.isBlankAt(start + 1, end)) {
                throw new Beyond();
            } else if (PlainLines.keyEnd(lines.text(), start, end) >= 0) {
                items.add(mapping(start - lines.start(at), start, depth + 1));
            } else {
                items.add(inline(indent, start, end));
            }
        }
        if (at < lines.size() && lines.indent(at) > indent) {
            throw new Beyond();
        }
        return new Node.Sequence(items, Region.start(), null);
    }

    /** A value that begins on this line, in a collection at a column; leaves {@code at} on the line after it. */
    private Node inline(int indent, int start, int end) {
        char first = lines.text().charAt(start);
        switch (first) {
            case '"', '\'' -> {
                int close = lines.text().indexOf(first, start + 1);
                if (close < 0 || close >= end || !lines.isRestEmpty(close + 1, end)) {
                    throw new Beyond();
                }
                String value = lines.text().substring(start + 1, close);
                if (value.indexOf('\\') >= 0) {
                    throw new Beyond();
                }
                next(indent);
                return scalar(ScalarType.STRING, value);
            }
            case '|', '>' -> {
                int header = start + 1 < end && lines.text().charAt(start + 1) == '-' ? start + 2 : start + 1;
                if (!lines.isRestEmpty(header, end)) {
                    throw new Beyond();
                }
                int last = lines.blockEnd(at, indent);
                boolean ends = lines.end(last) == lines.text().length();
                Node value = snippet(lines.text().substring(start, lines.end(last)) + (ends ? "" : "\n"));
                at = lines.content(last + 1);
                return value;
            }
            case '[', '{' -> {
                int close = PlainLines.flowEnd(lines.text(), start, end);
                if (close < 0 || !lines.isRestEmpty(close, end)) {
                    throw new Beyond();
                }
                Node value = snippet(lines.text().substring(start, close));
                next(indent);
                return value;
            }
            default -> {
                String value = PlainLines.plain(lines.text(), start, end);
                if (value == null) {
                    throw new Beyond();
                }
                next(indent);
                return scalar(YamlScalars.plain(value), value);
            }
        }
    }

    /** Goes on to the next line; one that stands deeper would continue the value. */
    private void next(int indent) {
        at = lines.content(at + 1);
        if (at < lines.size() && lines.indent(at) > indent) {
            throw new Beyond();
        }
    }

    private Node snippet(String text) {
        Node known = snippets.get(text);
        if (known == null) {
            Parsed parsed = new YamlParser().parse(SNIPPET, "x: " + text, Limits.standard());
            if (!(parsed instanceof Parsed.Ok ok)
                    || !(ok.document().parts().get(0).root() instanceof Node.Mapping map)
                    || map.entries().size() != 1
                    || !ok.remarks().isEmpty()) {
                throw new Beyond();
            }
            known = map.entries().get(0).value();
            if (snippets.size() < REMEMBERED) {
                snippets.put(text, known);
            }
        }
        return known;
    }

    private String unquoted(int from, int colon) {
        char first = lines.text().charAt(from);
        return first == '"' || first == '\''
                ? lines.text().substring(from + 1, colon - 1)
                : lines.text().substring(from, colon);
    }

    private static Node scalar(ScalarType type, String text) {
        return new Node.Scalar(type, text, Region.start(), null);
    }
}
