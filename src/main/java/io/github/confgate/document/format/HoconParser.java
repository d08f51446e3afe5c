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
import io.github.confgate.document.Remarks;
import java.util.List;

/**
 * Reads HOCON as Typesafe Config does (<a href="https://github.com/lightbend/config/blob/main/HOCON.md">specification</a>)
 * without resolving anything: substitutions stay as they are written and {@code include} is a remark. Dotted keys are
 * nested and objects merge; {@link HoconField} says what becomes of a key that is set more than once.
 *
 * <p>A reader of our own: Typesafe Config knows lines only, takes time with the square of the number of dotted keys (17
 * seconds for 160 KB) and overflows the stack on nested lists. The tests hold this one to it.
 */
public final class HoconParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try {
            Node root = new HoconReader(new Cursor(text, Lines.of(text), "HOCON"), limits, remarks).root();
            return new Parsed.Ok(
                    new Document(path, Format.HOCON, Parts.of(path, List.of(root))),
                    remarks.list(),
                    remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }
}
