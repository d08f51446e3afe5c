package io.github.confgate.document;

import io.github.confgate.document.format.YamlParser;
import io.github.confgate.document.format.YamlPatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a file that has been read, from which the next one is read by what differs where that gives the same. For
 * histories, in which a large file changes in one line at a time.
 *
 * @param bytes never written to
 * @param valuesOnly whether only the values of the tree are true: of its places no more than their order is
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of every version would cost what reading it costs
public record ReadFile(
        Parsed parsed, byte[] bytes, @Nullable YamlPatch patch, boolean valuesOnly) {

    /** Reads a file whole. */
    public static ReadFile of(String path, byte[] bytes, Format format, Limits limits) {
        return of(path, bytes, format, limits, false);
    }

    /** The same where nobody asks for places: what stands below the lines that differ need not be moved. */
    public static ReadFile valuesOf(String path, byte[] bytes, Format format, Limits limits) {
        return of(path, bytes, format, limits, true);
    }

    private static ReadFile of(String path, byte[] bytes, Format format, Limits limits, boolean valuesOnly) {
        if (format != Format.YAML) {
            return new ReadFile(Documents.parse(path, bytes, format, limits), bytes, null, valuesOnly);
        }
        YamlParser parser = new YamlParser();
        Parsed parsed = Documents.parse(path, bytes, format, limits, parser);
        if (!(parsed instanceof Parsed.Ok ok) || !ok.remarks().isEmpty()) {
            return new ReadFile(parsed, bytes, null, valuesOnly);
        }
        YamlPatch patch = YamlPatch.of(ok.document(), bytes, parser.references());
        if (patch == null || !valuesOnly) {
            return new ReadFile(parsed, bytes, patch, valuesOnly);
        }
        YamlPatch.Next spread = patch.spread(ok.document());
        return new ReadFile(new Parsed.Ok(spread.document(), List.of()), bytes, spread.patch(), true);
    }

    /** Reads the next version of this file. */
    public ReadFile next(String path, byte[] newBytes, Format format, Limits limits) {
        if (patch != null
                && parsed instanceof Parsed.Ok ok
                && ok.document().path().equals(path)) {
            YamlPatch.Next next = patch.next(ok.document(), newBytes, limits);
            if (next != null) {
                return new ReadFile(new Parsed.Ok(next.document(), ok.remarks()), newBytes, next.patch(), valuesOnly);
            }
        }
        return of(path, newBytes, format, limits, valuesOnly);
    }
}
