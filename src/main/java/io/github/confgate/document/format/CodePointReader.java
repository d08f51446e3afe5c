package io.github.confgate.document.format;

import io.github.confgate.document.Lines;
import io.github.confgate.document.Refusal;
import io.github.confgate.source.Diagnostic;
import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * SnakeYAML's reader over a text that is in memory as a whole. The library's own moves a window of 1,024 characters and
 * copies what it has looked ahead at each step, which makes a long scalar cost the square of its length.
 */
final class CodePointReader extends StreamReader {

    private final int[] text;
    private final int length;
    private int pointer;
    private int line;
    private int column;
    private int documentStart;

    private CodePointReader(int[] text, int length) {
        super("");
        this.text = text;
        this.length = length;
    }

    /** Refuses characters that YAML 1.1 does not allow (section 5.1). */
    static CodePointReader of(String text, Lines lines) {
        int[] points = new int[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); n++) {
            int c = text.codePointAt(i);
            if (!isPrintable(c)) {
                throw new Refusal(
                        Diagnostic.Kind.UNPARSED,
                        lines.line(i),
                        String.format("the control character U+%04X is not allowed in YAML", c));
            }
            points[n] = c;
            i += Character.charCount(c);
        }
        return new CodePointReader(n == points.length ? points : Arrays.copyOf(points, n), n);
    }

    /** The code point at an offset, or 0 past the end. */
    int at(int offset) {
        return offset < length ? text[offset] : 0;
    }

    /** From here on the blanks that stand here are spaces; nothing has another place by that. */
    void blankTabs() {
        for (int i = pointer; i < length && (text[i] == ' ' || text[i] == '\t'); i++) {
            text[i] = ' ';
        }
    }

    /** The text between two offsets, in code points. */
    String slice(int start, int end) {
        return new String(text, start, end - start);
    }

    @Override
    public Mark getMark() {
        return new Mark("", pointer, line, column, text, pointer);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int count) {
        int end = Math.min(pointer + count, length);
        while (pointer < end) {
            int c = text[pointer++];
            if (c == '\n'
                    || c == 0x85
                    || c == 0x2028
                    || c == 0x2029
                    || (c == '\r' && pointer < length && text[pointer] != '\n')) {
                line++;
                column = 0;
            } else if (c != 0xFEFF) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return pointer < length ? text[pointer] : 0;
    }

    @Override
    public int peek(int ahead) {
        return pointer + ahead < length ? text[pointer + ahead] : 0;
    }

    @Override
    public String prefix(int count) {
        return new String(text, pointer, Math.max(0, Math.min(count, length - pointer)));
    }

    @Override
    public String prefixForward(int count) {
        String prefix = prefix(count);
        pointer += count;
        column += count;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getIndex() {
        return pointer;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getDocumentIndex() {
        return pointer - documentStart;
    }

    @Override
    public void resetDocumentIndex() {
        documentStart = pointer;
    }
}
