package io.github.confgate.document.format;

import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;

/** A place in a text of HCL that moves on: white space, comments, identifiers, and what is counted on the way. */
final class HclText {

    final String text;
    final Lines lines;
    final Limits limits;
    int at;

    /** Whether a line break is mere white space: inside of parentheses and brackets. */
    boolean breaksAreBlank;

    private int nodes;
    private int depth;

    HclText(String text, Lines lines, Limits limits) {
        this.text = text;
        this.lines = lines;
        this.limits = limits;
    }

    /** Skips white space and comments; line breaks only where they are blank. */
    void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || looking("//")) {
                toLineEnd();
            } else if (looking("/*")) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw unparsed(at, "a comment is not closed");
                }
                at = end + 2;
            } else if (c == ' ' || c == '\t' || (breaksAreBlank && isBreak(c))) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Skips white space, comments and line breaks. */
    void skipLines() {
        skip();
        while (at < text.length() && isBreak(text.charAt(at))) {
            at++;
            skip();
        }
    }

    void toLineEnd() {
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
    }

    boolean looking(String what) {
        return text.startsWith(what, at);
    }

    /** The character here, or 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    boolean atBreak() {
        return isBreak(peek());
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Moves behind a mark when it stands here. */
    boolean take(String mark) {
        boolean here = looking(mark);
        at += here ? mark.length() : 0;
        return here;
    }

    void expect(String mark, String otherwise) {
        if (!take(mark)) {
            throw unparsed(at, otherwise);
        }
    }

    /** The identifier that begins here, which is empty where none does: letters, digits, {@code _} and {@code -}. */
    String identifier() {
        int start = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean part = Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
            boolean fits = at == start ? Character.isUnicodeIdentifierStart(c) || c == '_' : part || c == '-';
            if (!fits) {
                break;
            }
            at += Character.charCount(c);
        }
        return text.substring(start, at);
    }

    Node scalar(ScalarType type, String value, int start) {
        return new Node.Scalar(type, value, count(region(start)), null);
    }

    /** From an offset to here. */
    Region region(int start) {
        return lines.region(start, at);
    }

    /** One more node. */
    Region count(Region region) {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, region.line());
        }
        return region;
    }

    void descend() {
        if (++depth > limits.depth()) {
            throw Refusal.tooDeep(limits, lines.line(at));
        }
    }

    void ascend() {
        depth--;
    }

    Refusal unparsed(int offset, String words) {
        return new Refusal(
                Diagnostic.Kind.UNPARSED,
                lines.line(Math.min(offset, text.length())),
                "is not valid HCL: " + (offset >= text.length() ? "the text ends too early; " : "") + words);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
