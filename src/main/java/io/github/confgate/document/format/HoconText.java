package io.github.confgate.document.format;

import io.github.confgate.document.Limits;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** The words of HOCON: white space, comments, quotes, paths and text without quotes. */
final class HoconText {

    private static final String RESERVED = "$\"{}[]:=,+#`^?!@*&\\";

    private static final String NUMBER = "0123456789eE+-.";
    private static final String RESERVED_HERE = "a character that HOCON reserves; put the text in quotes";

    /** A step of a path and where it stands. */
    record Step(String name, int start, int end) {}

    private HoconText() {}

    static boolean isBlank(int c) {
        return c != '\n' && isSpace(c);
    }

    private static boolean isSpace(int c) {
        return c >= 0 && (Character.isWhitespace(c) || c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0xFEFF);
    }

    /** Whether text without quotes may go on with the character at the cursor. */
    static boolean isUnquoted(Cursor in) {
        int c = in.peek();
        return c != Cursor.END && !isSpace(c) && RESERVED.indexOf(c) < 0 && !isComment(in);
    }

    static boolean isComment(Cursor in) {
        return in.peek() == '#' || (in.peek() == '/' && in.peek(1) == '/');
    }

    static void skipBlanks(Cursor in) {
        while (isBlank(in.peek())) {
            in.at++;
        }
    }

    /** Goes over white space, line breaks and comments; whether a line ended. */
    static boolean skipLines(Cursor in) {
        boolean ended = false;
        while (true) {
            skipBlanks(in);
            if (isComment(in)) {
                int end = in.text.indexOf('\n', in.at);
                in.at = end < 0 ? in.text.length() : end;
            }
            if (!in.take('\n')) {
                return ended || in.atEnd();
            }
            ended = true;
        }
    }

    /** Reads a path: names with dots between them, in quotes or without. */
    static List<Step> path(Cursor in, Limits limits) {
        List<Step> steps = new ArrayList<>(2);
        StringBuilder name = new StringBuilder();
        int start = in.at;
        int end = start;
        int wordEnd = start;
        while (true) {
            if (steps.size() > limits.depth()) {
                throw Refusal.tooDeep(limits, in.line(start));
            }
            int blanks = in.at;
            skipBlanks(in);
            wordEnd = in.at < wordEnd ? wordEnd : wordEnd(in);
            boolean dot = in.peek() == '.';
            if (!dot && in.peek() != '"' && in.at == wordEnd) {
                break;
            }
            start = end == start && name.isEmpty() ? in.at : start;
            name.append(in.text, end == start ? in.at : blanks, in.at);
            if (dot) {
                steps.add(step(in, name, start, end));
                name.setLength(0);
                in.at++;
                start = in.at;
            } else if (in.peek() == '"') {
                name.append(quoted(in));
            } else {
                int from = in.at;
                while (in.at < wordEnd && in.peek() != '.') {
                    in.at++;
                }
                name.append(in.text, from, in.at);
            }
            end = in.at;
        }
        steps.add(step(in, name, start, end));
        return steps;
    }

    private static Step step(Cursor in, StringBuilder name, int start, int end) {
        if (start == end) {
            throw in.unparsed("a key is wanted here; put one with reserved characters in quotes");
        }
        return new Step(name.toString(), start, end);
    }

    /** Reads what opens with one quote or with three. */
    static String quoted(Cursor in) {
        int open = in.at;
        if (in.take("\"\"\"")) {
            int close = in.text.indexOf("\"\"\"", in.at);
            if (close < 0) {
                throw in.unparsed(open, "a text in three quotes is not closed");
            }
            int start = in.at;
            in.at = close + 3;
            // More quotes before the last three are part of the text.
            while (in.take('"')) {
                close++;
            }
            return in.text.substring(start, close);
        }
        in.at++;
        StringBuilder out = new StringBuilder();
        while (!in.take('"')) {
            int c = in.peek();
            if (c == Cursor.END || c == '\n') {
                throw in.unparsed(open, "a text in quotes is not closed on its line");
            }
            if (Character.isISOControl(c)) {
                throw in.unparsed("a control character in quotes; write it as an escape");
            }
            in.at++;
            out.append(c == '\\' ? escape(in) : (char) c);
        }
        return out.toString();
    }

    private static char escape(Cursor in) {
        int c = in.peek();
        in.at++;
        switch (c) {
            case '"', '\\', '/' -> {
                return (char) c;
            }
            case 'b' -> {
                return '\b';
            }
            case 'f' -> {
                return '\f';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 't' -> {
                return '\t';
            }
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++, in.at++) {
                    int hex = in.peek();
                    int digit = hex < 0 || hex > 0x7F ? -1 : Character.digit(hex, 16);
                    if (digit < 0) {
                        throw in.unparsed("an escape without its 4 hexadecimal digits");
                    }
                    code = code * 16 + digit;
                }
                return (char) code;
            }
            default -> throw in.unparsed(in.at - 1, "an escape that HOCON does not know; write `\\\\`");
        }
    }

    /** Reads text without quotes up to the next white space or reserved character. */
    static String unquoted(Cursor in) {
        int start = in.at;
        in.at = wordEnd(in);
        if (in.at == start) {
            throw in.unparsed(RESERVED_HERE);
        }
        return in.from(start);
    }

    /** Where the text without quotes ends that begins at the cursor; a number in it may have a plus. */
    private static int wordEnd(Cursor in) {
        int start = in.at;
        while (isUnquoted(in)) {
            if (in.peek() == '-' || isDigit(in.text, in.at)) {
                number(in);
            } else {
                word(in);
            }
        }
        int end = in.at;
        in.at = start;
        return end;
    }

    private static void number(Cursor in) {
        int start = in.at;
        int plus = -1;
        while (NUMBER.indexOf(in.peek()) >= 0) {
            plus = in.peek() == '+' ? in.at : plus;
            in.at++;
        }
        if (plus >= 0 && type(in.from(start)) == ScalarType.STRING) {
            throw in.unparsed(plus, RESERVED_HERE);
        }
    }

    /** A number may begin right behind a word that is a value by itself, and nowhere else within a text. */
    private static void word(Cursor in) {
        if (!in.take("true") && !in.take("false") && !in.take("null")) {
            while (isUnquoted(in)) {
                in.at++;
            }
        }
    }

    /** The type of one word without quotes. */
    static ScalarType type(String word) {
        switch (word) {
            case "true", "false" -> {
                return ScalarType.BOOLEAN;
            }
            case "null" -> {
                return ScalarType.NULL;
            }
            default -> {
                int whole = digits(word, word.startsWith("-") ? 1 : 0);
                if (whole == 0 || !isDigit(word, whole - 1)) {
                    return ScalarType.STRING;
                }
                int at = whole < word.length() && word.charAt(whole) == '.' ? digits(word, whole + 1) : whole;
                if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
                    int sign = at + 1 < word.length() && "+-".indexOf(word.charAt(at + 1)) >= 0 ? 1 : 0;
                    at = isDigit(word, at + 1 + sign) ? digits(word, at + 1 + sign) : at;
                }
                return at < word.length() ? ScalarType.STRING : at == whole ? ScalarType.INTEGER : ScalarType.DECIMAL;
            }
        }
    }

    private static int digits(String word, int from) {
        int i = from;
        while (isDigit(word, i)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(String word, int i) {
        return i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
}
