package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.KeyTree;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.ScalarType;
import io.github.confgate.document.SpringKeys;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a template that its format's parser cannot read before it is rendered, line by line and in linear time: lines of
 * the shape {@code key: value} ({@code key=value} where the format has it so), with their indentation as the path. Values
 * stay the text that they are, expressions and all. What is no key and value is a directive of the document.
 */
public final class TemplateReader {

    private static final Set<String> INDENTED = Set.of("yaml", "json");
    private static final Set<String> FLAT = Set.of("properties", "dotenv", "ini", "toml");

    private final String path;
    private final Format format;
    private final Limits limits;
    private final Lines lines;
    private final TemplateLines source;
    private final boolean indented;
    private final List<Node> roots = new ArrayList<>();
    private final List<Node.Scalar> directives = new ArrayList<>();
    private TemplateTree tree;
    private int blockIndent = -1;
    private int blockStart = -1;
    private int blockEnd;

    private TemplateReader(String path, Format format, String text, Limits limits) {
        this.path = path;
        this.format = format;
        this.limits = limits;
        this.lines = Lines.of(text);
        this.source = new TemplateLines(text);
        this.indented = INDENTED.contains(format.id());
        this.tree = new TemplateTree(limits, lines);
    }

    /** Whether a format has lines of the shape {@code key: value}. */
    public static boolean reads(Format format) {
        return INDENTED.contains(format.id()) || FLAT.contains(format.id());
    }

    /**
     * Whether a text is a template rather than broken.
     *
     * @param line on which its parser gave up; a mark below it did not make it fail
     */
    public static boolean explains(String text, int line) {
        int mark = TemplateMarks.firstLine(text);
        return mark > 0 && mark <= line;
    }

    /** Whether a format that takes any line for a key would take a directive for one. */
    public static boolean hasDirectives(String text, Format format) {
        return FLAT.contains(format.id()) && TemplateMarks.opensLine(text);
    }

    /** The document of what can be told, and a remark that says so. */
    public static Parsed read(String path, Format format, String text, Limits limits) {
        try {
            return new TemplateReader(path, format, text, limits).read(TemplateMarks.firstLine(text));
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private Parsed read(int mark) {
        while (source.next()) {
            line();
        }
        endBlock();
        endPart();
        Document document =
                new Document(path, format, Parts.of(path, roots), Document.Form.TEMPLATE, List.copyOf(directives));
        return new Parsed.Ok(document, List.of(remark(path, mark)));
    }

    /** That a file is a template, the first mark of which stands on a line. */
    public static Diagnostic remark(String path, int mark) {
        return new Diagnostic(
                path,
                mark,
                Diagnostic.Kind.TEMPLATE,
                "is a template: only its lines of keys and values are compared, as they are written");
    }

    private void line() {
        boolean inBlock = blockIndent >= 0 && source.indent() > blockIndent;
        if (source.isDirective() && !inBlock) {
            if (!source.isComment()) {
                directive();
            }
            return;
        }
        if (inBlock || (blockIndent >= 0 && source.isBlank())) {
            if (!source.isBlank()) {
                blockStart = blockStart < 0 ? source.start() : blockStart;
                blockEnd = source.end();
            }
            return;
        }
        endBlock();
        if (source.isBlank() || isComment()) {
            return;
        }
        if (indented && source.isDocumentSeparator()) {
            endPart();
        } else if (indented) {
            nested();
        } else {
            flat();
        }
    }

    private boolean isComment() {
        return source.startsWith("#")
                || source.startsWith(indented ? "//" : ";")
                || (!indented && source.startsWith("!"));
    }

    private void nested() {
        int at = source.start();
        int indent = source.indent();
        while (source.isDash(at)) {
            tree.item(indent, at);
            int next = source.skipBlanks(at + 1);
            indent += next - at;
            at = next;
        }
        boolean item = at > source.start();
        int colon = source.separator(at, ":");
        if (colon > at) {
            int end = source.trimmedEnd(at, colon);
            tree.key(indent, source.unquoted(at, end), at, end);
            value(colon + 1, indent);
        } else if (item && at < source.end()) {
            value(at, source.indent());
        } else if (!item && !source.isOnly("{}[],")) {
            directive();
        }
    }

    private void flat() {
        if (source.startsWith("[") && source.text().endsWith("]")) {
            tree.section(source.text().substring(1, source.text().length() - 1), source.start(), source.end());
            return;
        }
        int sign = source.separator(source.start(), format == Format.PROPERTIES ? "=:" : "=");
        if (sign > source.start()) {
            int end = source.trimmedEnd(source.start(), sign);
            tree.key(0, source.unquoted(source.start(), end), source.start(), end);
            value(sign + 1, Integer.MAX_VALUE);
        } else {
            directive();
        }
    }

    /** The value that begins at a place; a block scalar goes on in the lines that are indented deeper. */
    private void value(int from, int indent) {
        int start = source.skipBlanks(from);
        int end = source.valueEnd(start, format == Format.JSON);
        String text = source.slice(start, end);
        if (indented && isBlockMark(text)) {
            blockIndent = indent;
            blockStart = -1;
        } else if (indented && (text.isEmpty() || text.equals("{") || text.equals("["))) {
            return;
        } else {
            tree.value(node(start, end, text));
        }
    }

    private static boolean isBlockMark(String text) {
        return !text.isEmpty() && text.length() <= 3 && (text.charAt(0) == '|' || text.charAt(0) == '>');
    }

    private Node node(int start, int end, String text) {
        Region region = lines.region(start, end);
        if (indented && text.equals("{}")) {
            return new Node.Mapping(List.of(), region, null);
        }
        if (indented && text.equals("[]")) {
            return new Node.Sequence(List.of(), region, null);
        }
        String plain = source.unquoted(start, end);
        boolean typed = indented && plain.length() == text.length();
        return new Node.Scalar(typed ? YamlScalars.plain(text) : ScalarType.STRING, plain, region, null);
    }

    private void endBlock() {
        if (blockIndent >= 0 && blockStart >= 0) {
            Region region = lines.region(blockStart, blockEnd);
            tree.value(new Node.Scalar(ScalarType.STRING, source.slice(blockStart, blockEnd), region, null));
        }
        blockIndent = -1;
    }

    private void endPart() {
        Node root = tree.build();
        if (root instanceof Node.Mapping map && map.entries().isEmpty()) {
            return;
        }
        if (format == Format.PROPERTIES) {
            KeyTree dotted = new KeyTree(KeyPath.ROOT, limits, new Remarks(path));
            ((Node.Mapping) root).entries().forEach(entry -> dotted.put(entry.key(), entry.keyRegion(), entry.value()));
            root = dotted.build(root.region(), null);
        }
        roots.add(Parts.isSpring(path, root) ? SpringKeys.nested(root, limits, new Remarks(path)) : root);
        if (roots.size() > limits.parts()) {
            throw Refusal.tooManyParts(limits, root.region().line());
        }
        tree = new TemplateTree(limits, lines);
    }

    private void directive() {
        directives.add(
                new Node.Scalar(ScalarType.DIRECTIVE, source.text(), lines.region(source.start(), source.end()), null));
    }
}
