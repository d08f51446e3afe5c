package io.github.confgate.document;

import io.github.confgate.document.format.YamlParser;
import io.github.confgate.document.format.YamlPatch;
import org.jspecify.annotations.Nullable;

/**
 * A version of a file that has been read, from which the next one is read by what differs where that gives the same. For
 * histories, in which a large file changes in one line at a time.
 *
 * @param bytes never written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of every version would cost what reading it costs
public record ReadFile(
        Parsed parsed, byte[] bytes, @Nullable YamlPatch patch) {

    /** Reads a file whole. */
    public static ReadFile of(String path, byte[] bytes, Format format, Limits limits) {
        if (format != Format.YAML) {
            return new ReadFile(Documents.parse(path, bytes, format, limits), bytes, null);
        }
        YamlParser parser = new YamlParser();
        Parsed parsed = Documents.parse(path, bytes, format, limits, parser);
        boolean plain = parsed instanceof Parsed.Ok ok && ok.remarks().isEmpty();
        return new ReadFile(
                parsed,
                bytes,
                plain ? YamlPatch.of(((Parsed.Ok) parsed).document(), bytes, parser.references()) : null);
    }

    /** Reads the next version of this file. */
    public ReadFile next(String path, byte[] newBytes, Format format, Limits limits) {
        if (patch != null
                && parsed instanceof Parsed.Ok ok
                && ok.document().path().equals(path)) {
            YamlPatch.Next next = patch.next(ok.document(), newBytes, limits);
            if (next != null) {
                return new ReadFile(new Parsed.Ok(next.document(), ok.remarks()), newBytes, next.patch());
            }
        }
        return of(path, newBytes, format, limits);
    }
}
