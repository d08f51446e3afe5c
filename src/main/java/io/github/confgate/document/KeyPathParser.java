package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;

/** Reads a key path as it prints. {@code parse(key.toString())} is the key again. */
public final class KeyPathParser {

    private final String text;
    private int at;

    private KeyPathParser(String text) {
        this.text = text;
    }

    /**
     * The key path that prints as this text.
     *
     * @throws IllegalArgumentException when no key path prints like this; the message says where
     */
    public static KeyPath parse(String text) {
        return new KeyPathParser(text).path();
    }

    private KeyPath path() {
        List<KeyPath.Segment> segments = new ArrayList<>();
        while (at < text.length()) {
            if (peek() == '[') {
                segments.add(bracket());
                continue;
            }
            if (!segments.isEmpty()) {
                expect('.');
            }
            segments.add(new KeyPath.Name(name()));
        }
        return new KeyPath(segments);
    }

    private KeyPath.Segment bracket() {
        expect('[');
        int start = at;
        while (at < text.length() && peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at > start && at < text.length() && peek() == ']') {
            String digits = text.substring(start, at++);
            try {
                return new KeyPath.Index(Integer.parseInt(digits));
            } catch (NumberFormatException e) {
                throw wrong("a number that is too large", start);
            }
        }
        at = start;
        return fields();
    }

    private KeyPath.Selector fields() {
        List<KeyPath.Field> fields = new ArrayList<>();
        while (at < text.length() && peek() != ']') {
            if (!fields.isEmpty()) {
                expect(',');
            }
            String name = name();
            expect('=');
            fields.add(new KeyPath.Field(name, name()));
        }
        expect(']');
        return new KeyPath.Selector(fields);
    }

    private String name() {
        if (at < text.length() && peek() == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ".[]\"'=,\\".indexOf(peek()) < 0 && !Character.isWhitespace(peek())) {
            at++;
        }
        if (at == start) {
            throw wrong("a name is missing", at);
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at++;
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw wrong("a quote that is not closed", start);
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong("an escape that JSON does not know", at - 1);
        };
    }

    private char unicode() {
        int end = at + 4;
        int code = 0;
        while (at < end) {
            int digit = at < text.length() && peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw wrong("an escape without four hexadecimal digits", at);
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private char peek() {
        return text.charAt(at);
    }

    private void expect(char c) {
        if (at >= text.length() || peek() != c) {
            throw wrong("`" + c + "` is missing", at);
        }
        at++;
    }

    private static IllegalArgumentException wrong(String what, int at) {
        return new IllegalArgumentException("no key: " + what + " at column " + (at + 1));
    }
}
