package io.github.confgate.document;

/**
 * A key that stands twice in one map.
 *
 * @param key within its part; its items are numbered
 * @param shadowed the line of the one that says nothing, 1-based
 * @param counts the line of the one that counts
 */
public record Duplicate(KeyPath key, int shadowed, int counts) {

    /** Whether a key of a document is this one or stands below it, however its items are told apart. */
    public boolean holds(KeyPath other) {
        if (other.segments().size() < key.segments().size()) {
            return false;
        }
        for (int i = 0; i < key.segments().size(); i++) {
            boolean name = key.segments().get(i) instanceof KeyPath.Name;
            boolean otherName = other.segments().get(i) instanceof KeyPath.Name;
            boolean same = name ? key.segments().get(i).equals(other.segments().get(i)) : !otherName;
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
