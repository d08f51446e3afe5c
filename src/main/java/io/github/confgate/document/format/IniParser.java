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
 * Reads INI files as most of their readers agree, above all Python's
 * <a href="https://docs.python.org/3/library/configparser.html">configparser</a>: {@code [section]}, then {@code key =
 * value} or {@code key: value}. Sections and keys are one name each, dots and all. {@code ;} and {@code #} begin a
 * comment at the beginning of a line or behind white space. Quotes around a whole value fall away. A line that is
 * indented deeper than its key goes on with the value. A key without a sign is the empty text. Where readers differ, see
 * {@link IniFlavour}.
 */
public final class IniParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Remarks remarks = new Remarks(path);
        try {
            Cursor in = new Cursor(text, Lines.of(text), "INI");
            Node root = new IniReader(in, IniFlavour.of(path).orOf(text), limits, remarks).root();
            return new Parsed.Ok(
                    new Document(path, Format.INI, Parts.of(path, List.of(root))),
                    remarks.list(),
                    remarks.duplicates());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }
}
