package io.github.confgate.document;

import io.github.confgate.document.format.ConfLanguage;
import io.github.confgate.document.format.DotenvParser;
import io.github.confgate.document.format.HaproxyParser;
import io.github.confgate.document.format.HclParser;
import io.github.confgate.document.format.HoconParser;
import io.github.confgate.document.format.IniParser;
import io.github.confgate.document.format.JsonParser;
import io.github.confgate.document.format.NginxParser;
import io.github.confgate.document.format.PropertiesParser;
import io.github.confgate.document.format.TemplateReader;
import io.github.confgate.document.format.TemplateText;
import io.github.confgate.document.format.TomlParser;
import io.github.confgate.document.format.XmlParser;
import io.github.confgate.document.format.YamlParser;
import io.github.confgate.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one entry from bytes to documents. Whatever the bytes are, the answer is a value: nothing is thrown for bad input,
 * and time and memory grow with the size of the input.
 */
public final class Documents {

    private Documents() {}

    /** Whether there may be ciphertext in a text. */
    public static boolean mayHoldCiphertext(String text) {
        return Encryption.isSuspected(text);
    }

    /** Whether a document is one that holds files, which are opened once it is read. */
    public static boolean holdsFiles(Node root) {
        return EmbeddedFiles.holds(root);
    }

    /** Reads a file in the format that its name tells ({@link Formats}). */
    public static Parsed parse(String path, byte[] bytes, Limits limits) {
        Format format = Formats.of(path);
        return format == null
                ? new Parsed.Failed(new Diagnostic(
                        path,
                        0,
                        Diagnostic.Kind.UNPARSED,
                        "its name tells no format; name one in the policy's `documents:`"))
                : parse(path, bytes, format, limits);
    }

    /** Reads a file in this format. The bytes are not written to. */
    public static Parsed parse(String path, byte[] bytes, Format format, Limits limits) {
        return parse(path, bytes, format, limits, parser(format));
    }

    /**
     * The text of a file, as {@link #parse} sees it: the lines and columns of its document are those of this text.
     *
     * @param format null for a file that is no configuration
     * @return empty where the bytes are no text
     */
    public static Optional<String> text(byte[] bytes, @Nullable Format format) {
        try {
            return Optional.of(Decoding.decode(bytes, format));
        } catch (Refusal noText) {
            return Optional.empty();
        }
    }

    /** The same with a parser of this format. */
    static Parsed parse(String path, byte[] bytes, Format format, Limits limits, DocumentParser parser) {
        if (bytes.length > limits.bytes()) {
            return Refusal.tooLarge(limits).failed(path);
        }
        return parser.keepsTime()
                ? read(path, bytes, format, limits, parser)
                : TimeLimit.hold(path, limits, () -> read(path, bytes, format, limits, parser));
    }

    private static Parsed read(String path, byte[] bytes, Format format, Limits limits, DocumentParser parser) {
        try {
            Document encrypted = Encryption.whole(path, bytes, format);
            if (encrypted != null) {
                return new Parsed.Ok(encrypted, List.of());
            }
            String text = Decoding.decode(bytes, format);
            checkLines(text, limits);
            checkMerge(text);
            Parsed parsed = parse(path, format, text, limits, parser);
            if (format == Format.YAML
                    && parsed instanceof Parsed.Ok ok
                    && ok.document().form() == Document.Form.PLAIN) {
                parsed = EmbeddedFiles.opened(ok, text, limits, Documents::parser);
            }
            return parsed instanceof Parsed.Ok ok
                    ? new Parsed.Ok(
                            whatCounts(path, Encryption.marked(ok.document(), text)), ok.remarks(), ok.duplicates())
                    : parsed;
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static Document whatCounts(String path, Document document) {
        return ChartFile.is(path) ? ChartFile.dependencies(document) : document;
    }

    private static Parsed parse(String path, Format format, String text, Limits limits, DocumentParser parser) {
        if (TemplateReader.hasDirectives(text, format)) {
            return TemplateReader.read(path, format, text, limits);
        }
        if (Formats.isTemplate(path) && !TemplateReader.reads(format)) {
            return template(path, text, limits, parser);
        }
        Parsed parsed = parser.parse(path, text, limits);
        boolean template = parsed instanceof Parsed.Failed failed
                && failed.diagnostic().kind() == Diagnostic.Kind.UNPARSED
                && TemplateReader.reads(format)
                && (Formats.isTemplate(path)
                        || TemplateReader.explains(text, failed.diagnostic().line()));
        return template ? TemplateReader.read(path, format, text, limits) : parsed;
    }

    /** A template in which expressions stand for values only; of any other its parser says that it cannot be read. */
    private static Parsed template(String path, String text, Limits limits, DocumentParser parser) {
        TemplateText template = TemplateText.of(text);
        Parsed parsed = parser.parse(path, template.readable(), limits);
        if (!(parsed instanceof Parsed.Ok ok) || template.firstLine() == 0) {
            return parsed;
        }
        List<Diagnostic> remarks = new ArrayList<>(ok.remarks());
        remarks.add(TemplateReader.remark(path, template.firstLine()));
        // Of a key that stands twice one may stand in each branch of a directive.
        return new Parsed.Ok(template.written(ok.document()), remarks);
    }

    private static void checkLines(String text, Limits limits) {
        int line = 1;
        for (int start = 0; text.length() - start > limits.line(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end - start > limits.line()) {
                throw Refusal.tooLong(limits, line);
            }
            start = end + 1;
        }
    }

    /** What Git leaves of two versions is neither of them, and as lines of keys and values it would be read as both. */
    private static void checkMerge(String text) {
        int ours = lineWith(text, "<<<<<<< ", 0);
        int middle = ours < 0 ? -1 : lineWith(text, "=======", ours);
        if (middle >= 0 && lineWith(text, ">>>>>>> ", middle) >= 0) {
            throw new Refusal(
                    Diagnostic.Kind.UNPARSED,
                    Lines.of(text).line(ours),
                    "holds the marks of a merge that was not finished; keep one of the two versions");
        }
    }

    /** Where a line begins with some words, from a place on; negative where none does. */
    private static int lineWith(String text, String words, int from) {
        int at = text.indexOf(words, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(words, at + words.length());
        }
        return at;
    }

    private static DocumentParser parser(Format format) {
        return switch (format) {
            case YAML -> new YamlParser();
            case JSON, JSONC, JSON5 -> new JsonParser(format);
            case PROPERTIES -> new PropertiesParser();
            case DOTENV, KEYVALUE -> new DotenvParser(format);
            case TOML -> new TomlParser();
            case HOCON -> new HoconParser();
            case INI -> new IniParser();
            case XML -> new XmlParser();
            case HCL -> new HclParser();
            case CONF -> new ConfLanguage();
            case NGINX -> new NginxParser();
            case HAPROXY -> new HaproxyParser();
        };
    }
}
