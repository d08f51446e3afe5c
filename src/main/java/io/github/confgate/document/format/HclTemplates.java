package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads texts in quotes and heredocs. Escapes are resolved; interpolations and directives stay as they are written. So
 * do the doubled marks that write {@code $} or {@code %} before a brace: that tells one from the other.
 */
final class HclTemplates {

    private static final char TEXT = '"';
    private static final char CODE = '{';

    private final HclText in;

    HclTemplates(HclText in) {
        this.in = in;
    }

    /** The text in quotes that begins here. */
    Node quoted() {
        int start = in.at;
        String value = unquoted();
        return in.scalar(ScalarType.STRING, value, start);
    }

    /** The value of the text in quotes that begins here. */
    String unquoted() {
        int start = in.at++;
        StringBuilder out = new StringBuilder();
        while (in.peek() != '"') {
            if (in.atEnd() || in.atBreak()) {
                throw in.unparsed(in.atEnd() ? start : in.at, "a text in quotes is not closed on its line");
            }
            int from = in.at;
            if (in.peek() == '\\') {
                escape(out);
            } else {
                step();
                out.append(in.text, from, in.at);
            }
        }
        in.at++;
        return out.toString();
    }

    /** Over one character, one mark that stands for its opening, or one interpolation with all that is in it. */
    private void step() {
        if (in.take("$${") || in.take("%%{")) {
            return;
        }
        if (in.looking("${") || in.looking("%{")) {
            code();
        } else {
            in.at++;
        }
    }

    /** Over an interpolation; texts and interpolations in it may nest without end, so they stand on a stack. */
    private void code() {
        int start = in.at;
        Deque<Character> open = new ArrayDeque<>();
        open.push(CODE);
        in.at += 2;
        while (!open.isEmpty()) {
            if (in.atEnd()) {
                throw in.unparsed(start, "an interpolation is not closed");
            }
            if (open.peek() == TEXT) {
                textInCode(open);
            } else {
                codeInCode(open);
            }
        }
    }

    private void textInCode(Deque<Character> open) {
        if (in.take("$${") || in.take("%%{")) {
            return;
        }
        if (in.take("${") || in.take("%{")) {
            open.push(CODE);
        } else if (in.peek() == '\\') {
            in.at += 2;
        } else if (in.atBreak()) {
            throw in.unparsed(in.at, "a text in quotes is not closed on its line");
        } else if (in.text.charAt(in.at++) == TEXT) {
            open.pop();
        }
    }

    private void codeInCode(Deque<Character> open) {
        int before = in.at;
        in.skip();
        if (in.at > before) {
            return;
        }
        char c = in.text.charAt(in.at++);
        if (c == '"' || c == '{') {
            open.push(c);
        } else if (c == '}') {
            open.pop();
        }
    }

    private void escape(StringBuilder out) {
        int start = in.at;
        char c = in.peek(1);
        in.at += 2;
        switch (c) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case '"', '\\' -> out.append(c);
            case 'u' -> out.appendCodePoint(hex(start, 4));
            case 'U' -> out.appendCodePoint(hex(start, 8));
            default -> throw in.unparsed(start, "a text in quotes holds an escape that HCL does not know");
        }
    }

    private int hex(int start, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(in.peek(), 16);
            if (digit < 0 || in.peek() > 'f' || value > Character.MAX_CODE_POINT) {
                throw in.unparsed(start, "a Unicode escape has " + digits + " digits of base 16");
            }
            value = value * 16 + digit;
            in.at++;
        }
        if (value > Character.MAX_CODE_POINT) {
            throw in.unparsed(start, "a Unicode escape stands for no character");
        }
        return value;
    }

    /** The heredoc that begins here. Its value ends with a line break; line breaks are {@code \n}. */
    Node heredoc() {
        int start = in.at;
        in.at += 2;
        boolean flush = in.take("-");
        String marker = in.identifier();
        if (marker.isEmpty() || !in.atBreak()) {
            throw in.unparsed(start, "a heredoc begins with `<<` and a name, and then a new line");
        }
        List<String> lines = new ArrayList<>();
        while (true) {
            lineBreak();
            String line = lineOfHeredoc();
            if (line.strip().equals(marker)) {
                String value = joined(lines, flush ? indentation(lines) : 0);
                return in.scalar(ScalarType.STRING, value, start);
            }
            if (in.atEnd()) {
                throw in.unparsed(start, "a heredoc is not closed");
            }
            lines.add(line);
        }
    }

    /** A line with the whole of every interpolation that begins in it; what goes on in other lines is no line of text. */
    private String lineOfHeredoc() {
        int from = in.at;
        while (!in.atEnd() && !in.atBreak()) {
            step();
        }
        return in.text.substring(from, in.at).replace("\r\n", "\n");
    }

    private void lineBreak() {
        if (!in.take("\r\n")) {
            in.at++;
        }
    }

    /** Lines without anything but white space count for nothing, and keep it (hclsyntax, "flush" heredocs). */
    private static int indentation(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }

    private static String joined(List<String> lines, int indentation) {
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(line, line.isBlank() ? 0 : indentation, line.length()).append('\n');
        }
        return out.toString();
    }
}
