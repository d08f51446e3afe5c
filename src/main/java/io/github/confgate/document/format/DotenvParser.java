package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads environment files as Docker Compose and the dotenv libraries agree: {@code KEY=VALUE} lines, {@code export}
 * before a key, {@code KEY: value} too, {@code #} comments at the beginning of a line or behind white space. Single quotes are literal, double
 * quotes know {@code \n \r \t \" \\ \$} and both may span lines. {@code KEY=} is the empty text; a bare {@code KEY}
 * takes its value from outside and is null. References such as {@code ${OTHER}} stay as they are written.
 */
public final class DotenvParser implements DocumentParser {

    private final Format format;

    /** @param format {@link Format#DOTENV}, or {@link Format#KEYVALUE} for the same lines under another name */
    public DotenvParser(Format format) {
        this.format = format;
    }

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Lines lines = Lines.of(text);
        Remarks remarks = new Remarks(path);
        try {
            Node root = new Reader(text, lines, limits, remarks).root();
            return new Parsed.Ok(
                    new Document(path, format, Parts.of(path, List.of(root))), remarks.list(), remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static final class Reader {

        private final String text;
        private final Lines lines;
        private final Limits limits;
        private final Remarks remarks;
        private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
        private int at;

        Reader(String text, Lines lines, Limits limits, Remarks remarks) {
            this.text = text;
            this.lines = lines;
            this.limits = limits;
            this.remarks = remarks;
        }

        Node root() {
            while (at < text.length()) {
                skipBlanks();
                if (atLineEnd() || text.charAt(at) == '#') {
                    at = lineEnd(at);
                } else {
                    entry();
                }
                at++;
            }
            return new Node.Mapping(List.copyOf(entries.values()), lines.region(0, text.length()), null);
        }

        private void entry() {
            if (text.startsWith("export", at) && at + 6 < text.length() && isBlank(text.charAt(at + 6))) {
                at += 6;
                skipBlanks();
            }
            int start = at;
            while (!atLineEnd() && text.charAt(at) != '=' && !isBlank(text.charAt(at))) {
                at++;
            }
            if (at - start > 1 && text.charAt(at - 1) == ':' && isBehindKey()) {
                String key = text.substring(start, at - 1);
                put(key, lines.region(start, at - 1), value());
                return;
            }
            String key = text.substring(start, at);
            Region keyRegion = lines.region(start, at);
            skipBlanks();
            boolean bare = atLineEnd() || text.charAt(at) == '#';
            if (key.isEmpty() || key.indexOf('"') >= 0 || key.indexOf('\'') >= 0 || (!bare && text.charAt(at) != '=')) {
                throw new Refusal(
                        Diagnostic.Kind.UNPARSED,
                        keyRegion.line(),
                        "is not a valid environment file: this line is neither KEY=VALUE nor a comment");
            }
            if (bare) {
                put(key, keyRegion, new Node.Scalar(ScalarType.NULL, "", end(keyRegion), null));
                at = lineEnd(at);
            } else {
                at++;
                put(key, keyRegion, value());
            }
        }

        /** {@code KEY: value}, as YAML writes it, is taken as well. */
        private boolean isBehindKey() {
            int next = at;
            while (next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            return next < text.length() && text.charAt(next) != '=' && (next > at || text.charAt(next) == '\n');
        }

        private Node value() {
            int behindSign = at;
            skipBlanks();
            if (!atLineEnd() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                int close = closing(at);
                if (close > 0 && endsLine(close + 1)) {
                    char quote = text.charAt(at);
                    String inside = text.substring(at + 1, close);
                    Region region = lines.region(at, close + 1);
                    at = lineEnd(close);
                    return string(quote == '"' ? unescaped(inside) : inside, region);
                }
            }
            return plain(behindSign);
        }

        private Node plain(int behindSign) {
            int start = at;
            int end = start;
            int stop = lineEnd(start);
            at = stop;
            for (int i = start; i < stop; i++) {
                boolean afterBlank = i > behindSign && isBlank(text.charAt(i - 1));
                if (text.charAt(i) == '#' && afterBlank) {
                    break;
                }
                end = isBlank(text.charAt(i)) ? end : i + 1;
            }
            // A blank value stands right behind the sign.
            return end == start
                    ? string("", lines.region(behindSign, behindSign))
                    : string(text.substring(start, end), lines.region(start, end));
        }

        private void put(String key, Region keyRegion, Node value) {
            Node.Entry before = entries.remove(key);
            if (before != null && remarks.wanted()) {
                remarks.duplicate(KeyPath.ROOT.name(key), before.keyRegion().line(), keyRegion.line());
            }
            entries.put(key, new Node.Entry(key, keyRegion, value));
            if (entries.size() > limits.nodes()) {
                throw Refusal.tooManyNodes(limits, keyRegion.line());
            }
        }

        /** Where the quote that opens at a place closes; 0 when it does not. */
        private int closing(int open) {
            char quote = text.charAt(open);
            for (int i = open + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == quote) {
                    return i;
                }
                i += c == '\\' && quote == '"' ? 1 : 0;
            }
            return 0;
        }

        private boolean endsLine(int from) {
            int i = from;
            while (i < text.length() && isBlank(text.charAt(i))) {
                i++;
            }
            return i >= lineEnd(from) || (i > from && text.charAt(i) == '#');
        }

        private void skipBlanks() {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
        }

        private boolean atLineEnd() {
            return at >= text.length() || isBreak(text.charAt(at));
        }

        private int lineEnd(int from) {
            int i = from;
            while (i < text.length() && !isBreak(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private static Node string(String value, Region region) {
            return new Node.Scalar(ScalarType.STRING, value, region, null);
        }

        private static Region end(Region region) {
            return new Region(region.endLine(), region.endColumn(), region.endLine(), region.endColumn());
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isBreak(char c) {
            return c == '\n' || c == '\r';
        }
    }

    private static String unescaped(String inside) {
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        StringBuilder out = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\' || i + 1 == inside.length()) {
                out.append(c);
                continue;
            }
            char next = inside.charAt(++i);
            switch (next) {
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case '"', '\\', '$' -> out.append(next);
                default -> out.append(c).append(next);
            }
        }
        return out.toString();
    }
}
