package io.github.confgate.rule;

import io.github.confgate.document.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * One step of a compiled key glob.
 *
 * @param c the character that {@code CHAR} takes
 * @param target where {@code FORK} and {@code JUMP} go; a fork goes on with the next step too
 * @param field of the item that {@code ITEM} takes; null for any item
 * @param value of that field, or the item's number where {@code field} is empty
 * @param ways where {@code CHOICE} goes; else null
 */
record GlobStep(
        Kind kind,
        char c,
        int target,
        @Nullable String field,
        String value,
        @Nullable GlobWays ways) {

    enum Kind {
        CHAR,
        /** Any character of a name. */
        ANY_IN_NAME,
        /** Anything at all. */
        ANY,
        ITEM,
        DOT,
        EDGE,
        FORK,
        /** Any of several ways on. */
        CHOICE,
        JUMP,
        END
    }

    static GlobStep of(Kind kind) {
        return new GlobStep(kind, '\0', 0, null, "", null);
    }

    static GlobStep character(char c) {
        return new GlobStep(Kind.CHAR, c, 0, null, "", null);
    }

    static GlobStep to(Kind kind, int target) {
        return new GlobStep(kind, '\0', target, null, "", null);
    }

    static GlobStep item(String field, String value) {
        return new GlobStep(Kind.ITEM, '\0', 0, field, value, null);
    }

    static GlobStep choice(GlobWays ways) {
        return new GlobStep(Kind.CHOICE, '\0', 0, null, "", ways);
    }

    boolean takes(char next, KeyPath.@Nullable Segment item) {
        return switch (kind) {
            case CHAR -> next == c;
            case ANY_IN_NAME -> next != FoldedKey.DOT && next != FoldedKey.ITEM;
            case ANY -> true;
            case DOT -> next == FoldedKey.DOT;
            case ITEM -> item != null && isThisOne(item);
            case EDGE, FORK, CHOICE, JUMP, END -> false;
        };
    }

    private boolean isThisOne(KeyPath.Segment item) {
        if (field == null) {
            return true;
        }
        if (item instanceof KeyPath.Index index) {
            return field.isEmpty() && value.equals(Integer.toString(index.index()));
        }
        return item instanceof KeyPath.Selector selector && selector.fields().contains(new KeyPath.Field(field, value));
    }
}
