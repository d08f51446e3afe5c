package io.github.confgate.document.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON by the letter of <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>: no comments, no trailing
 * commas, nothing behind the value. Of a key that stands twice the last one counts. Numbers stay as they are written.
 * As JSON with comments it takes {@code //}, {@code /* }{@code *}{@code /} and one comma before a closing bracket as well
 * (<a href="https://jsonc.org/">JSONC</a>). As <a href="https://spec.json5.org/">JSON5</a> it takes names without quotes,
 * text in single quotes, and numbers with a sign or without a digit before or behind the point too; hexadecimal numbers are
 * refused.
 */
public final class JsonParser implements DocumentParser {

    private static final JsonFactory STRICT = builder().build();
    private static final JsonFactory LENIENT = builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final JsonFactory BY_HAND = builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final Format format;

    /** @param format {@link Format#JSON}, {@link Format#JSONC} or {@link Format#JSON5} */
    public JsonParser(Format format) {
        this.format = format;
    }

    private static JsonFactory factory(Format format) {
        return switch (format) {
            case JSONC -> LENIENT;
            case JSON5 -> BY_HAND;
            default -> STRICT;
        };
    }

    private static JsonFactoryBuilder builder() {
        return (JsonFactoryBuilder) JsonFactory.builder()
                // The limits of a document are checked here; the library's own would cut off long strings and numbers.
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                // Its table of names refuses files whose names collide, and keeps them beyond the file.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try (com.fasterxml.jackson.core.JsonParser json = factory(format).createParser(text)) {
            Node root = new Reader(json, text, limits, remarks, format).root();
            return new Parsed.Ok(
                    new Document(path, format, Parts.of(path, List.of(root))), remarks.list(), remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be closed", e);
        }
    }

    /** One pass over the tokens of one text. */
    private static final class Reader {

        private final com.fasterxml.jackson.core.JsonParser json;
        private final String text;
        private final @Nullable Lines lines; // of a text whose code points are not its chars, which the library counts
        private final Limits limits;
        private final Remarks remarks;
        private final Format format;
        private final long start = System.nanoTime();
        private int depth;
        private int nodes;
        // The place that was asked for last.
        private int offset;
        private int line;
        private int column;

        Reader(com.fasterxml.jackson.core.JsonParser json, String text, Limits limits, Remarks remarks, Format format) {
            this.format = format;
            this.json = json;
            this.text = text;
            this.lines = text.codePointCount(0, text.length()) == text.length() ? null : Lines.of(text);
            this.limits = limits;
            this.remarks = remarks;
        }

        Node root() {
            Node root = node(next());
            if (next() != JsonToken.NOT_AVAILABLE) {
                locate(json.currentTokenLocation());
                throw unparsed(offset, "more text stands behind the value");
            }
            return root;
        }

        private Node node(JsonToken token) {
            if (++nodes > limits.nodes()) {
                throw Refusal.tooManyNodes(limits, json.currentTokenLocation().getLineNr());
            }
            if ((nodes & 1023) == 0 && System.nanoTime() - start > limits.time().toNanos()) {
                throw Refusal.tooSlow(limits);
            }
            return switch (token) {
                case START_OBJECT -> map();
                case START_ARRAY -> list();
                case VALUE_STRING -> string();
                case VALUE_NUMBER_INT -> scalar(ScalarType.INTEGER);
                case VALUE_NUMBER_FLOAT -> scalar(ScalarType.DECIMAL);
                case VALUE_TRUE, VALUE_FALSE -> scalar(ScalarType.BOOLEAN);
                case VALUE_NULL -> scalar(ScalarType.NULL);
                default -> throw unparsed(text.length(), "the text ends where a value must stand");
            };
        }

        /**
         * The library stands behind the opening quote, and behind the closing one when the text has been asked for; a text in
         * single quotes it has read to the end already.
         */
        private Node string() {
            boolean byHand = format == Format.JSON5;
            locate(byHand ? json.currentTokenLocation() : json.currentLocation());
            int start = byHand ? offset : offset - 1;
            String value = value();
            locate(json.currentLocation());
            return new Node.Scalar(ScalarType.STRING, value, before(offset - start), null);
        }

        /** The library stands behind the value; where that is all there is, behind what follows. */
        private Node scalar(ScalarType type) {
            String value = value();
            int length = value.length();
            if (depth == 0) {
                locate(json.currentTokenLocation());
                return new Node.Scalar(type, value, behind(length), null);
            }
            locate(json.currentLocation());
            return new Node.Scalar(type, value, before(length), null);
        }

        private Node map() {
            descend();
            int firstOffset = offset;
            int firstLine = line;
            int firstColumn = column;
            JsonMap entries = new JsonMap();
            while (next() != JsonToken.END_OBJECT) {
                String name = value();
                Region key = key(name);
                Node.Entry before = entries.remove(name);
                if (before != null && remarks.wanted()) {
                    remarks.duplicate(path(), before.keyRegion().line(), key.line());
                }
                entries.add(new Node.Entry(name, key, node(next())));
            }
            return new Node.Mapping(entries.list(), ascend(firstOffset, firstLine, firstColumn), null);
        }

        private Node list() {
            descend();
            int firstOffset = offset;
            int firstLine = line;
            int firstColumn = column;
            List<Node> items = new ArrayList<>();
            for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
                items.add(node(token));
            }
            return new Node.Sequence(items, ascend(firstOffset, firstLine, firstColumn), null);
        }

        private void descend() {
            locate(json.currentLocation());
            if (depth++ >= limits.depth()) {
                throw Refusal.tooDeep(limits, line);
            }
        }

        /** The region of a map or list, from behind its opening bracket to behind the closing one that was just read. */
        private Region ascend(int firstOffset, int firstLine, int firstColumn) {
            depth--;
            locate(json.currentLocation());
            return lines == null
                    ? new Region(firstLine, firstColumn - 1, line, column)
                    : lines.region(firstOffset - 1, offset);
        }

        /** The region of a key, behind which the library is at the value already. */
        private Region key(String name) {
            locate(json.currentTokenLocation());
            char quote = text.charAt(offset);
            if (quote != '"' && quote != '\'') {
                return behind(name.length());
            }
            // A key is as long as what it means, or longer where it has escapes.
            int end = offset + 1 + name.length();
            if (text.charAt(end) != quote || text.charAt(end - 1) == '\\') {
                end = offset + 1;
                while (text.charAt(end) != quote) {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
            }
            return behind(end + 1 - offset);
        }

        /** So many characters of one line, up to the place that was asked for last. */
        private Region before(int length) {
            return lines == null
                    ? new Region(line, column - length, line, column)
                    : lines.region(offset - length, offset);
        }

        /** So many characters of one line, from the place that was asked for last. */
        private Region behind(int length) {
            return lines == null
                    ? new Region(line, column, line, column + length)
                    : lines.region(offset, offset + length);
        }

        /** Keeps numbers only: where the library makes its object in one way, the compiler then leaves that out. */
        private void locate(JsonLocation at) {
            offset = (int) at.getCharOffset();
            line = at.getLineNr();
            column = at.getColumnNr();
        }

        /** The path of the key or item at hand. */
        private KeyPath path() {
            List<KeyPath.Segment> path = new ArrayList<>();
            for (JsonStreamContext at = json.getParsingContext(); at != null && !at.inRoot(); at = at.getParent()) {
                path.add(
                        at.inArray() ? new KeyPath.Index(at.getCurrentIndex()) : new KeyPath.Name(at.getCurrentName()));
            }
            Collections.reverse(path);
            return new KeyPath(path);
        }

        /** The next token; NOT_AVAILABLE at the end. */
        private JsonToken next() {
            try {
                JsonToken token = json.nextToken();
                return token == null ? JsonToken.NOT_AVAILABLE : token;
            } catch (IOException e) {
                throw refused(e);
            }
        }

        /** The token's text, without which the library does not look for its end. */
        private String value() {
            try {
                return json.getText();
            } catch (IOException e) {
                throw refused(e);
            }
        }

        private Refusal refused(IOException e) {
            JsonLocation location = e instanceof JsonProcessingException at ? at.getLocation() : null;
            long offset = location == null ? text.length() : location.getCharOffset();
            int at = (int) Math.max(0, Math.min(offset, text.length()));
            if (format != Format.JSON && e instanceof JsonEOFException) {
                return unparsed(at, "the text ends before all that was opened is closed");
            }
            return unparsed(at, JsonErrors.words(text, at, format != Format.JSON));
        }

        private Refusal unparsed(int offset, String words) {
            return new Refusal(
                    Diagnostic.Kind.UNPARSED,
                    Lines.of(text).line(Math.min(offset, text.length())),
                    "is not valid JSON: " + words);
        }
    }
}
