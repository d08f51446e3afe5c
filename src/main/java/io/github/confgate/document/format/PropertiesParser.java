package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
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
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code java.util.Properties.load} reads, with the same result, and takes the keys apart at their dots
 * ({@link KeyTree}). In Spring's own files a line {@code #---} or {@code !---} begins another document (Spring Boot
 * reference, "Working With Multi-Document Files").
 */
public final class PropertiesParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Lines lines = Lines.of(text);
        Remarks remarks = new Remarks(path);
        boolean spring = Parts.isSpringName(path);
        try {
            List<Node> roots = new Reader(text, lines, limits, remarks, spring).documents();
            return new Parsed.Ok(
                    new Document(path, Format.PROPERTIES, Parts.of(path, roots)), remarks.list(), remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static final class Reader {

        private final Lines lines;
        private final Limits limits;
        private final Remarks remarks;
        private final PropertiesLines line;
        private final int textLength;
        private final List<Node> roots = new ArrayList<>();
        private KeyTree tree;
        private int keys;
        private int start;

        Reader(String text, Lines lines, Limits limits, Remarks remarks, boolean spring) {
            this.lines = lines;
            this.limits = limits;
            this.remarks = remarks;
            this.line = new PropertiesLines(text, spring);
            this.textLength = text.length();
            this.tree = new KeyTree(KeyPath.ROOT, limits, remarks);
        }

        List<Node> documents() {
            while (line.next()) {
                if (line.isDocumentSeparator()) {
                    end(line.place(0));
                } else {
                    property();
                }
            }
            end(textLength);
            return roots;
        }

        private void end(int end) {
            if (keys > 0) {
                roots.add(tree.build(lines.region(start, end), null));
            }
            if (roots.size() > limits.parts()) {
                throw Refusal.tooManyParts(limits, lines.line(end));
            }
            tree = new KeyTree(KeyPath.ROOT, limits, remarks);
            keys = 0;
            start = end;
        }

        private void property() {
            int keyEnd = 0;
            while (keyEnd < line.length() && !isSign(line.charAt(keyEnd)) && !isBlank(line.charAt(keyEnd))) {
                keyEnd += line.charAt(keyEnd) == '\\' ? 2 : 1;
            }
            int valueStart = keyEnd;
            boolean signed = false;
            while (valueStart < line.length()) {
                char c = line.charAt(valueStart);
                if (!isBlank(c) && (signed || !isSign(c))) {
                    break;
                }
                signed |= isSign(c);
                valueStart++;
            }
            Region valueRegion = region(valueStart, line.length());
            Node value = new Node.Scalar(ScalarType.STRING, unescaped(valueStart, line.length()), valueRegion, null);
            tree.put(unescaped(0, keyEnd), region(0, keyEnd), value);
            keys++;
        }

        private Region region(int from, int to) {
            int end = to == 0 ? line.place(0) : line.place(to - 1) + 1;
            return lines.region(from < to ? line.place(from) : end, end);
        }

        private String unescaped(int from, int to) {
            String slice = line.slice(from, to);
            if (slice.indexOf('\\') < 0) {
                return slice;
            }
            StringBuilder out = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                char c = line.charAt(i);
                if (c == '\\' && i + 1 < to) {
                    c = line.charAt(++i);
                    if (c == 'u') {
                        out.append(unicode(i + 1, to));
                        i += 4;
                        continue;
                    }
                    c = switch (c) {
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        case 'n' -> '\n';
                        case 'f' -> '\f';
                        default -> c;
                    };
                }
                out.append(c);
            }
            return out.toString();
        }

        private char unicode(int from, int to) {
            int code = 0;
            for (int i = from; i < from + 4; i++) {
                // Digits of other scripts are no digits here.
                int digit = i < to && line.charAt(i) < 0x80 ? Character.digit(line.charAt(i), 16) : -1;
                if (digit < 0) {
                    throw new Refusal(
                            Diagnostic.Kind.UNPARSED,
                            lines.line(line.place(from - 1)),
                            "is not a valid properties file: `\\u` without four hexadecimal digits");
                }
                code = code * 16 + digit;
            }
            return (char) code;
        }

        private static boolean isSign(char c) {
            return c == '=' || c == ':';
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t' || c == '\f';
        }
    }
}
