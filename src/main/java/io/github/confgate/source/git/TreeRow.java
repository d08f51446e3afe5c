package io.github.confgate.source.git;

import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads one folder's trees of a row. From one commit to the next most often a single id of a tree is another one, so
 * that only the bytes that differ from the tree read before are looked at.
 */
final class TreeRow {

    private final PathTree folder;
    private byte @Nullable [] last;
    private @Nullable Entry[] lastFound = {};

    /** Where the ids of the last tree's entries begin, and the tracked name of each, or -1. */
    private int[] ids = new int[16];

    private int[] names = new int[16];
    private int count;

    TreeRow(PathTree folder) {
        this.folder = folder;
    }

    /**
     * What a tree holds under each of {@link PathTree#names()}. The answer is not to be written to.
     *
     * @throws IndexOutOfBoundsException when the bytes are no tree
     */
    @Nullable
    Entry[] find(byte[] tree) {
        @Nullable Entry[] found = last != null && tree.length == last.length ? patched(last, tree) : null;
        if (found == null) {
            last = null;
            found = scanned(tree);
        }
        last = tree;
        lastFound = found;
        return found;
    }

    /** The last answer with the ids that differ; null when more than ids does. */
    private @Nullable Entry @Nullable [] patched(byte[] before, byte[] tree) {
        @Nullable Entry[] found = lastFound;
        int from = 0;
        while (true) {
            int same = Arrays.mismatch(before, from, before.length, tree, from, tree.length);
            if (same < 0) {
                return found;
            }
            int entry = Arrays.binarySearch(ids, 0, count, from + same);
            entry = entry < 0 ? -entry - 2 : entry;
            if (entry < 0 || from + same >= ids[entry] + Constants.OBJECT_ID_LENGTH) {
                return null;
            }
            Entry old = names[entry] < 0 ? null : found[names[entry]];
            if (old != null) {
                found = found == lastFound ? found.clone() : found;
                found[names[entry]] = new Entry(old.mode(), ObjectId.fromRaw(tree, ids[entry]));
            }
            from = ids[entry] + Constants.OBJECT_ID_LENGTH;
        }
    }

    private @Nullable Entry[] scanned(byte[] tree) {
        @Nullable Entry[] found = new @Nullable Entry[folder.names().size()];
        count = 0;
        int at = 0;
        while (at < tree.length) {
            int mode = 0;
            while (tree[at] != ' ') {
                mode = mode << 3 | (tree[at++] - '0');
            }
            int start = ++at;
            int hash = 0;
            while (tree[at] != 0) {
                hash = 31 * hash + tree[at++];
            }
            int name = folder.indexOf(hash, tree, start, at++);
            // Of a name that a broken tree has twice the last one counts, whichever of them changes.
            if (name >= 0 && found[name] != null) {
                forget(name);
            }
            if (name >= 0) {
                found[name] = new Entry(mode, ObjectId.fromRaw(tree, at));
            }
            note(at, name);
            at += Constants.OBJECT_ID_LENGTH;
        }
        return found;
    }

    private void forget(int name) {
        for (int i = 0; i < count; i++) {
            names[i] = names[i] == name ? -1 : names[i];
        }
    }

    private void note(int id, int name) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, count * 2);
            names = Arrays.copyOf(names, count * 2);
        }
        ids[count] = id;
        names[count++] = name;
    }
}
