package io.github.confgate.document.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON by the letter of <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>: no comments, no trailing
 * commas, nothing behind the value. Of a key that stands twice the last one counts. Numbers stay as they are written.
 * As JSON with comments it takes {@code //}, {@code /* }{@code *}{@code /} and one comma before a closing bracket as well
 * (<a href="https://jsonc.org/">JSONC</a>).
 */
public final class JsonParser implements DocumentParser {

    private static final JsonFactory STRICT = builder().build();
    private static final JsonFactory LENIENT = builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final Format format;

    /** @param format {@link Format#JSON} or {@link Format#JSONC} */
    public JsonParser(Format format) {
        this.format = format;
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
    public Parsed parse(String path, String text, Limits limits) {
        Lines lines = Lines.of(text);
        Remarks remarks = new Remarks(path);
        try (com.fasterxml.jackson.core.JsonParser json =
                (format == Format.JSON ? STRICT : LENIENT).createParser(text)) {
            Node root = new Reader(json, text, lines, limits, remarks, format).root();
            return new Parsed.Ok(new Document(path, format, Parts.of(path, List.of(root))), remarks.list());
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
        private final Lines lines;
        private final Limits limits;
        private final Remarks remarks;
        private final Format format;
        private final List<KeyPath.Segment> path = new ArrayList<>();
        private int nodes;

        Reader(
                com.fasterxml.jackson.core.JsonParser json,
                String text,
                Lines lines,
                Limits limits,
                Remarks remarks,
                Format format) {
            this.format = format;
            this.json = json;
            this.text = text;
            this.lines = lines;
            this.limits = limits;
            this.remarks = remarks;
        }

        Node root() {
            Node root = node(next());
            if (next() != JsonToken.NOT_AVAILABLE) {
                throw unparsed(start(), "more text stands behind the value");
            }
            return root;
        }

        private Node node(JsonToken token) {
            if (++nodes > limits.nodes()) {
                throw Refusal.tooManyNodes(limits, lines.line(start()));
            }
            return switch (token) {
                case START_OBJECT -> map();
                case START_ARRAY -> list();
                case VALUE_STRING -> scalar(ScalarType.STRING);
                case VALUE_NUMBER_INT -> scalar(ScalarType.INTEGER);
                case VALUE_NUMBER_FLOAT -> scalar(ScalarType.DECIMAL);
                case VALUE_TRUE, VALUE_FALSE -> scalar(ScalarType.BOOLEAN);
                case VALUE_NULL -> scalar(ScalarType.NULL);
                default -> throw unparsed(text.length(), "the text ends where a value must stand");
            };
        }

        private Node scalar(ScalarType type) {
            String value = value();
            return new Node.Scalar(type, value, lines.region(start(), end()), null);
        }

        private Node map() {
            int start = descend();
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            while (next() != JsonToken.END_OBJECT) {
                String name = value();
                Region key = lines.region(start(), keyEnd(start()));
                path.add(new KeyPath.Name(name));
                Node.Entry before = entries.remove(name);
                if (before != null && remarks.wanted()) {
                    remarks.duplicate(new KeyPath(path), before.keyRegion().line(), key.line());
                }
                entries.put(name, new Node.Entry(name, key, node(next())));
                path.remove(path.size() - 1);
            }
            return new Node.Mapping(List.copyOf(entries.values()), lines.region(start, end()), null);
        }

        private Node list() {
            int start = descend();
            List<Node> items = new ArrayList<>();
            for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
                path.add(new KeyPath.Index(items.size()));
                items.add(node(token));
                path.remove(path.size() - 1);
            }
            return new Node.Sequence(items, lines.region(start, end()), null);
        }

        private int descend() {
            int start = start();
            if (path.size() >= limits.depth()) {
                throw Refusal.tooDeep(limits, lines.line(start));
            }
            return start;
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

        /** The token's text; reading it moves the end of the token to its place. */
        private String value() {
            try {
                return json.getText();
            } catch (IOException e) {
                throw refused(e);
            }
        }

        private int start() {
            return (int) json.currentTokenLocation().getCharOffset();
        }

        /** Behind a key the library is at the value already. */
        private int keyEnd(int start) {
            int i = start + 1;
            while (text.charAt(i) != '"') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return i + 1;
        }

        private int end() {
            return (int) json.currentLocation().getCharOffset();
        }

        private Refusal refused(IOException e) {
            JsonLocation location = e instanceof JsonProcessingException at ? at.getLocation() : null;
            long offset = location == null ? text.length() : location.getCharOffset();
            int at = (int) Math.max(0, Math.min(offset, text.length()));
            if (format == Format.JSONC && e instanceof JsonEOFException) {
                return unparsed(at, "the text ends before all that was opened is closed");
            }
            return unparsed(at, JsonErrors.words(text, at, format == Format.JSONC));
        }

        private Refusal unparsed(int offset, String words) {
            return new Refusal(
                    Diagnostic.Kind.UNPARSED,
                    lines.line(Math.min(offset, text.length())),
                    "is not valid JSON: " + words);
        }
    }
}
