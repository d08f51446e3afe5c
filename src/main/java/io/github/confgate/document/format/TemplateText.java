package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * A template of a format whose lines only its own parser can read, made readable to that parser: the characters of an
 * expression become signs of a private area, one for one, so that the expression is a word where it stands in a value;
 * lines of directives become blank. What was parsed is written back with the expressions as they are.
 */
public final class TemplateText {

    /** First of the signs that stand for the characters of expressions; a text that has such signs already is left alone. */
    private static final char FIRST = '\uE000';

    private static final int SIGNS = 0x80;
    private static final String[][] MARKS = {{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}};

    private final String text;
    private final List<Node.Scalar> directives = new ArrayList<>();
    private final StringBuilder readable;
    private int firstLine;

    private TemplateText(String text) {
        this.text = text;
        this.readable = new StringBuilder(text);
    }

    /** The template in a text; what it has no expressions in is read as it is. */
    public static TemplateText of(String text) {
        TemplateText template = new TemplateText(text);
        if (text.chars().noneMatch(c -> c >= FIRST && c < FIRST + SIGNS)) {
            template.cover();
        }
        return template;
    }

    public String readable() {
        return readable.toString();
    }

    /** The line of the first expression; 0 where there is none. */
    public int firstLine() {
        return firstLine;
    }

    private void cover() {
        int line = 1;
        for (int start = 0; start < text.length(); line++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            line(start, end, line);
            start = end + 1;
        }
    }

    /** Expressions of one line; one that goes on below stays as it is, and the parser will say that it cannot read it. */
    private void line(int start, int end, int number) {
        boolean only = true;
        boolean any = false;
        boolean[] open = new boolean[MARKS.length];
        int i = start;
        while (i < end) {
            int close = close(i, end, open);
            if (close < 0) {
                only &= text.charAt(i) <= ' ';
                i++;
                continue;
            }
            any = true;
            for (int j = i; j < close; j++) {
                char c = text.charAt(j);
                readable.setCharAt(j, c < SIGNS ? (char) (FIRST + c) : c);
            }
            i = close;
        }
        if (any && firstLine == 0) {
            firstLine = number;
        }
        if (any && only) {
            for (int j = start; j < end; j++) {
                readable.setCharAt(j, text.charAt(j) == '\r' ? '\r' : ' ');
            }
            String directive = text.substring(start, end).strip();
            Region region = new Region(number, 1, number, 1 + text.codePointCount(start, end));
            directives.add(new Node.Scalar(ScalarType.DIRECTIVE, directive, region, null));
        }
    }

    /** @param open the marks of which this line has no end: looked for once */
    private int close(int at, int end, boolean[] open) {
        for (int m = 0; m < MARKS.length; m++) {
            if (!open[m] && text.startsWith(MARKS[m][0], at)) {
                for (int i = at + 2; i + 2 <= end; i++) {
                    if (text.startsWith(MARKS[m][1], i)) {
                        return i + 2;
                    }
                }
                open[m] = true;
            }
        }
        return -1;
    }

    /** The document that was parsed from {@link #readable()}, as the template has it. */
    public Document written(Document parsed) {
        List<Part> parts = parsed.parts().stream()
                .map(part -> new Part(written(part.id()), written(part.root())))
                .toList();
        return new Document(parsed.path(), parsed.format(), parts, Document.Form.TEMPLATE, List.copyOf(directives));
    }

    private static KeyPath.Segment written(KeyPath.Segment id) {
        return id instanceof KeyPath.Name name ? new KeyPath.Name(written(name.name())) : id;
    }

    private static Node written(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.type(), written(scalar.text()), scalar.region(), scalar.origin());
        }
        if (node instanceof Node.Mapping map) {
            List<Node.Entry> entries = map.entries().stream()
                    .map(entry -> new Node.Entry(written(entry.key()), entry.keyRegion(), written(entry.value())))
                    .toList();
            return new Node.Mapping(entries, map.region(), map.origin());
        }
        Node.Sequence list = (Node.Sequence) node;
        return new Node.Sequence(
                list.items().stream().map(TemplateText::written).toList(), list.region(), list.origin());
    }

    private static String written(String covered) {
        StringBuilder out = new StringBuilder(covered.length());
        for (int i = 0; i < covered.length(); i++) {
            char c = covered.charAt(i);
            out.append(c >= FIRST && c < FIRST + SIGNS ? (char) (c - FIRST) : c);
        }
        return out.toString();
    }
}
