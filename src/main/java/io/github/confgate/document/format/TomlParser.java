package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import java.util.List;

/**
 * Reads TOML 1.1 (<a href="https://toml.io/en/v1.1.0">specification</a>), which takes all that 1.0 takes. Tables and
 * dotted keys become maps, arrays of tables lists of maps. Numbers stay as they are written; dates and times are text.
 *
 * <p>A reader of our own: tomlj has places but no ends of values, and keeps every mistake of a text, so that 10 MiB of
 * {@code a=1} exhaust a gigabyte; here the first mistake ends the reading. The tests hold it to tomlj and to toml-test.
 */
public final class TomlParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        try {
            Node root = new TomlReader(new Cursor(text, Lines.of(text), "TOML"), limits).root();
            return new Parsed.Ok(new Document(path, Format.TOML, Parts.of(path, List.of(root))), List.of());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }
}
