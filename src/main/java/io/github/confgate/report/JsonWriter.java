package io.github.confgate.report;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON text, indented by two spaces or on one line.
 *
 * <p>Whatever a terminal would not show as it is goes out as an escape, so that the output can be read safely with
 * {@code cat} too; a lone surrogate has no UTF-8 form and survives only that way.
 */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> hasMembers = new ArrayDeque<>();
    private final boolean indented;
    private boolean afterName;

    JsonWriter() {
        this(true);
    }

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** A writer that puts everything on one line, without blanks. */
    static JsonWriter onOneLine() {
        return new JsonWriter(false);
    }

    JsonWriter beginObject() {
        return open('{');
    }

    JsonWriter endObject() {
        return close('}');
    }

    JsonWriter beginArray() {
        return open('[');
    }

    JsonWriter endArray() {
        return close(']');
    }

    JsonWriter name(String name) {
        separate();
        quote(name);
        out.append(indented ? ": " : ":");
        afterName = true;
        return this;
    }

    JsonWriter value(@Nullable String value) {
        separate();
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    JsonWriter value(long value) {
        separate();
        out.append(value);
        return this;
    }

    JsonWriter value(boolean value) {
        separate();
        out.append(value);
        return this;
    }

    JsonWriter member(String name, @Nullable String value) {
        return name(name).value(value);
    }

    JsonWriter member(String name, long value) {
        return name(name).value(value);
    }

    JsonWriter member(String name, boolean value) {
        return name(name).value(value);
    }

    /** The finished text, with a line feed at its end. */
    String text() {
        return out + "\n";
    }

    private JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        hasMembers.push(false);
        return this;
    }

    private JsonWriter close(char bracket) {
        if (hasMembers.pop()) {
            newLine();
        }
        out.append(bracket);
        return this;
    }

    private void separate() {
        if (afterName) {
            afterName = false;
        } else if (!hasMembers.isEmpty()) {
            out.append(hasMembers.pop() ? "," : "");
            hasMembers.push(true);
            newLine();
        }
    }

    private void newLine() {
        if (!indented) {
            return;
        }
        out.append('\n').append("  ".repeat(hasMembers.size()));
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                // Two of them begin a command on build servers, wherever they stand in a line.
                case '#' -> out.append(i > 0 && text.charAt(i - 1) == '#' ? "\\u0023" : "#");
                default -> {
                    if (Visible.isVisible(c)) {
                        out.appendCodePoint(c);
                    } else {
                        for (char unit : Character.toChars(c)) {
                            out.append(String.format("\\u%04x", (int) unit));
                        }
                    }
                }
            }
        }
        out.append('"');
    }
}
