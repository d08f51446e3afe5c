package io.github.confgate.rule;

import io.github.confgate.document.KeyPath;
import io.github.confgate.rule.FoldedKey.Edge;
import java.util.ArrayList;
import java.util.List;

/** Writes one spelling of a folded key. */
final class KeyFolder {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder edges = new StringBuilder();
    private final List<KeyPath.Segment> items = new ArrayList<>();

    void name(String name) {
        if (text.length() > 0) {
            add(FoldedKey.DOT, Edge.NONE);
        }
        boolean capitals = isCapitals(name);
        Edge edge = Edge.NONE;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' || c == '-') {
                boolean dotted = c == '_' && (capitals || (i > 0 && name.charAt(i - 1) == '_'));
                edge = dotted ? Edge.EITHER : stronger(edge, Edge.WORD);
            } else if (c == '.') {
                add(FoldedKey.DOT, Edge.NONE);
                edge = Edge.NONE;
            } else {
                add(fold(c), stronger(edge, edgeWithin(name, i)));
                edge = Edge.NONE;
            }
        }
    }

    void item(KeyPath.Segment segment) {
        items.add(segment);
        add(FoldedKey.ITEM, Edge.NONE);
    }

    FoldedKey.Spelling spelling() {
        return FoldedKey.Spelling.of(text.toString(), edges.toString(), items);
    }

    /** A bracket in a name would read as an item, so it becomes a character that no name in a glob needs. */
    static char fold(char c) {
        return c == FoldedKey.ITEM ? '(' : Character.toLowerCase(c);
    }

    private void add(char c, Edge edge) {
        text.append(c);
        edges.append(edge.mark());
    }

    private static Edge stronger(Edge a, Edge b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Edge edgeWithin(String name, int i) {
        if (i == 0) {
            return Edge.NONE;
        }
        char before = name.charAt(i - 1);
        char c = name.charAt(i);
        if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(c)) {
            return Edge.WORD;
        }
        if (Character.isUpperCase(c)
                && (!Character.isUpperCase(before)
                        || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))))) {
            return Edge.WORD;
        }
        return Character.isDigit(before) == Character.isDigit(c) ? Edge.NONE : Edge.WEAK;
    }

    private static boolean isCapitals(String name) {
        return name.indexOf('_') >= 0 && name.chars().noneMatch(Character::isLowerCase);
    }
}
