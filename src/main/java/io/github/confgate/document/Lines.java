package io.github.confgate.document;

import io.github.confgate.source.Numbers;
import io.github.confgate.source.Region;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the lines of a text begin; turns offsets into regions and back. Lines end as in {@link String#lines()}: with
 * {@code \n}, {@code \r} or {@code \r\n}. Built in one pass, asked in logarithmic time.
 */
public final class Lines {

    private static final int[] NONE = {};

    private final String text;
    private final int[] starts; // of each line, in code points
    private final int[] pairs; // of each surrogate pair, the place in code points
    private final int above; // lines that stand above the text
    private final int[] numbers; // what the lines are called, where that is not their number
    private int near; // the line that was found last: the next one asked for is often the same or the one behind it

    private Lines(String text, int[] starts, int[] pairs, int above, int[] numbers) {
        this.text = text;
        this.starts = starts;
        this.pairs = pairs;
        this.above = above;
        this.numbers = numbers;
    }

    public static Lines of(String text) {
        boolean plain = text.indexOf('\r') < 0 && text.codePointCount(0, text.length()) == text.length();
        return plain ? ofPlain(text) : ofAny(text);
    }

    /** The same where the text is a part of a file, below so many of its lines. */
    public Lines below(int lines) {
        return new Lines(text, starts, pairs, above + lines, NONE);
    }

    /** The same with other, ascending numbers for the lines; one for each of them at least. */
    public Lines numbered(int[] names) {
        return new Lines(text, starts, pairs, 0, names);
    }

    /** The JDK finds one character many times faster than a loop does. */
    private static Lines ofPlain(String text) {
        Numbers starts = new Numbers();
        starts.add(0);
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return new Lines(text, starts.toArray(), NONE, 0, NONE);
    }

    private static Lines ofAny(String text) {
        Numbers starts = new Numbers();
        Numbers pairs = new Numbers();
        starts.add(0);
        int point = 0;
        for (int i = 0; i < text.length(); i++, point++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                starts.add(point + 1);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                pairs.add(point);
                i++;
            }
        }
        return new Lines(text, starts.toArray(), pairs.toArray(), 0, NONE);
    }

    /** The region between two offsets in {@code char}s, the second exclusive. */
    public Region region(int start, int end) {
        return codePoints(toCodePoints(start), toCodePoints(end));
    }

    /** The region between two offsets in code points, the second exclusive. */
    public Region codePoints(int start, int end) {
        int first = lineOf(start);
        int last = end < lineEnd(first) ? first : lineOf(end);
        return new Region(number(first), start - starts[first] + 1, number(last), end - starts[last] + 1);
    }

    /** The 1-based line of an offset in {@code char}s. */
    public int line(int offset) {
        return number(lineOf(toCodePoints(offset)));
    }

    /** The 1-based line of an offset in code points. */
    public int lineOfCodePoint(int offset) {
        return number(lineOf(offset));
    }

    /** The offset in {@code char}s of a place; past the end of the text it is the end. */
    public int offset(int line, int column) {
        int index = index(line);
        if (index >= starts.length) {
            return text.length();
        }
        return Math.min(toChars(starts[index] + column - 1), text.length());
    }

    /** The text of a region. */
    public String slice(Region region) {
        return text.substring(offset(region.line(), region.column()), offset(region.endLine(), region.endColumn()));
    }

    /** The text of a line, by its number, without what ends it; empty where the text has no such line. */
    public Optional<String> text(int line) {
        int index = index(line);
        if (index < 0 || index >= starts.length) {
            return Optional.empty();
        }
        int start = toChars(starts[index]);
        int end = index + 1 < starts.length ? toChars(starts[index + 1]) : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return Optional.of(text.substring(start, end));
    }

    /** The number of lines; an empty text has one. */
    public int count() {
        return starts.length;
    }

    private int number(int index) {
        return numbers.length == 0 ? above + index + 1 : numbers[index];
    }

    private int index(int number) {
        return numbers.length == 0 ? number - above - 1 : Arrays.binarySearch(numbers, number);
    }

    private int lineEnd(int line) {
        return line + 1 < starts.length ? starts[line + 1] : Integer.MAX_VALUE;
    }

    private int lineOf(int codePoint) {
        int line = near;
        for (int last = line + 1; line <= last && line < starts.length; line++) {
            if (starts[line] <= codePoint && codePoint < lineEnd(line)) {
                near = line;
                return line;
            }
        }
        int found = Arrays.binarySearch(starts, codePoint);
        near = found >= 0 ? found : -found - 2;
        return found >= 0 ? found : -found - 2;
    }

    private int toChars(int codePoint) {
        int found = Arrays.binarySearch(pairs, codePoint);
        return codePoint + (found >= 0 ? found : -found - 1);
    }

    private int toCodePoints(int offset) {
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // the low surrogate of a pair stands at its code point plus the pairs up to and with it
            if (pairs[middle] + middle + 1 < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset - low;
    }
}
