package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text, strictly: a byte order mark decides (UTF-8, UTF-16, UTF-32), else it is UTF-8, and properties
 * that are not UTF-8 are ISO 8859-1, as {@code java.util.Properties} has it; XML may declare ISO 8859-1, ISO 8859-15 or
 * windows-1252. The mark is no part of the text.
 */
final class Decoding {

    /** A byte order mark; each of its bytes is a character of {@code bytes}. */
    private record Mark(Charset charset, String bytes) {
        boolean opens(byte[] content) {
            if (content.length < bytes.length()) {
                return false;
            }
            for (int i = 0; i < bytes.length(); i++) {
                if ((content[i] & 0xFF) != bytes.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    // UTF-32LE stands before UTF-16LE, whose mark it begins with.
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Mark(Charset.forName("UTF-32BE"), "\0\0\u00FE\u00FF"),
            new Mark(Charset.forName("UTF-32LE"), "\u00FF\u00FE\0\0"),
            new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
            new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"));

    private static final Pattern XML_ENCODING = Pattern.compile(
            "<\\?xml[^>]*?encoding\\s*=\\s*[\"'](iso-8859-1|iso-8859-15|windows-1252)[\"']", Pattern.CASE_INSENSITIVE);

    private static final char REPLACEMENT = '\uFFFD';

    private Decoding() {}

    /** The text of a file of a format, or of one that is no configuration; refuses bytes that are none. */
    static String decode(byte[] bytes, @Nullable Format format) {
        for (Mark mark : MARKS) {
            // TOML is UTF-8 alone: what another encoding's mark opens is refused as its readers do.
            boolean allowed = format != Format.TOML || mark.charset().equals(StandardCharsets.UTF_8);
            if (allowed && mark.opens(bytes)) {
                int length = mark.bytes().length();
                return text(ByteBuffer.wrap(bytes, length, bytes.length - length), mark.charset());
            }
        }
        String quick = new String(bytes, StandardCharsets.UTF_8);
        if (quick.indexOf(REPLACEMENT) < 0) {
            // Nothing was put in the place of bytes that are no text.
            return withoutNul(quick);
        }
        try {
            return text(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8);
        } catch (Refusal notUtf8) {
            Charset other = other(bytes, format);
            if (other == null) {
                throw notUtf8;
            }
            return text(ByteBuffer.wrap(bytes), other);
        }
    }

    /** What bytes that are not UTF-8 are in this format; null where they must be UTF-8. */
    private static @Nullable Charset other(byte[] bytes, @Nullable Format format) {
        if (format == Format.PROPERTIES) {
            return StandardCharsets.ISO_8859_1;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.ISO_8859_1);
        Matcher declared = format == Format.XML ? XML_ENCODING.matcher(head) : null;
        return declared != null && declared.lookingAt() ? Charset.forName(declared.group(1)) : null;
    }

    private static String text(ByteBuffer bytes, Charset charset) {
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Diagnostic.Kind.UNDECODABLE, 0, "is not " + charset.name() + " text; save it as UTF-8");
        }
        return withoutNul(text);
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(Diagnostic.Kind.UNDECODABLE, 0, "is binary: it holds a NUL character");
        }
        return text;
    }
}
