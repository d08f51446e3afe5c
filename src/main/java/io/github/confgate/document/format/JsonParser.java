package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import java.util.List;

/**
 * Reads JSON by the letter of <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>: no comments, no trailing
 * commas, nothing behind the value. Of a key that stands twice the last one counts. Numbers stay as they are written.
 * As JSON with comments it takes {@code //}, {@code /* }{@code *}{@code /} and one comma before a closing bracket as well
 * (<a href="https://jsonc.org/">JSONC</a>).
 *
 * <p>A reader of our own: jackson-core tells the place of a token for several times what the token itself costs, and of
 * bytes no place in characters at all. The tests hold this one to it.
 */
public final class JsonParser implements DocumentParser {

    private final Format format;

    /** @param format {@link Format#JSON} or {@link Format#JSONC} */
    public JsonParser(Format format) {
        this.format = format;
    }

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try {
            Node root = new JsonReader(text, limits, remarks, format == Format.JSONC).root();
            return new Parsed.Ok(new Document(path, format, Parts.of(path, List.of(root))), remarks.list());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }
}
