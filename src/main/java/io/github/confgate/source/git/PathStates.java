package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a row of root trees holds under some paths. Goes folder by folder over the whole row, so that a folder that
 * stays the same is read once, and reads the folders of one level in the direction in which they are packed.
 */
final class PathStates {

    private final Readers readers;
    private final PackOrder order;

    PathStates(Readers readers, PackOrder order) {
        this.readers = readers;
        this.order = order;
    }

    /**
     * @param entries by path, for each tree what it holds there; null for nothing and for a folder
     * @param known how many trees of the row could be read whole
     * @param trouble why not all; null when all were
     */
    record Row(
            Map<String, @Nullable Entry[]> entries,
            int known,
            @Nullable CannotJudgeException trouble) {}

    Row find(Collection<String> paths, List<ObjectId> trees) {
        Search search = new Search(trees.size());
        readers.read("a tree", reader -> {
            @Nullable ObjectId[] roots = trees.toArray(new @Nullable ObjectId[0]);
            search.folder(reader, PathTree.of(paths), roots);
            return search;
        });
        return new Row(search.entries, search.known, search.trouble);
    }

    private final class Search {
        private final Map<String, @Nullable Entry[]> entries = new HashMap<>();
        private int known;
        private @Nullable CannotJudgeException trouble;

        private Search(int size) {
            this.known = size;
        }

        private void folder(ObjectReader reader, PathTree folder, @Nullable ObjectId[] ids) {
            Map<ObjectId, Integer> numbers = new HashMap<>();
            List<ObjectId> distinct = new ArrayList<>();
            int[] number = new int[ids.length];
            int[] firstUse = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                ObjectId id = ids[i];
                if (i > 0 && id != null && id.equals(ids[i - 1])) {
                    number[i] = number[i - 1];
                } else if (id == null) {
                    number[i] = -1;
                } else {
                    Integer seen = numbers.putIfAbsent(id, distinct.size());
                    number[i] = seen == null ? distinct.size() : seen;
                    if (seen == null) {
                        firstUse[distinct.size()] = i;
                        distinct.add(id);
                    }
                }
            }
            @Nullable Entry[][] rows = new @Nullable Entry[distinct.size()][];
            boolean backwards = order.isBackwards(distinct);
            TreeRow row = new TreeRow(folder);
            for (int i = 0; i < distinct.size(); i++) {
                int next = backwards ? distinct.size() - 1 - i : i;
                rows[next] = read(reader, folder, row, distinct.get(next), firstUse[next]);
            }
            for (int i = 0; i < folder.names().size(); i++) {
                column(reader, folder.names().get(i), i, rows, number);
            }
        }

        private @Nullable Entry[] read(ObjectReader reader, PathTree folder, TreeRow row, ObjectId id, int firstUse) {
            try {
                return row.find(reader.open(id, Constants.OBJ_TREE).getCachedBytes());
            } catch (IOException | IndexOutOfBoundsException e) {
                // A tree further back than anybody asks for must not end the walk: told when the walk gets there.
                if (firstUse < known) {
                    known = firstUse;
                    trouble = e instanceof MissingObjectException
                            ? Trouble.missing("tree", id)
                            : Trouble.unreadable("tree", id, e);
                }
                return new @Nullable Entry[folder.names().size()];
            }
        }

        private void column(
                ObjectReader reader, PathTree.Name name, int column, @Nullable Entry[][] rows, int[] number) {
            @Nullable Entry[] files = new @Nullable Entry[number.length];
            @Nullable ObjectId[] folders = new @Nullable ObjectId[number.length];
            for (int i = 0; i < number.length; i++) {
                Entry entry = number[i] < 0 ? null : rows[number[i]][column];
                if (entry != null && Kinds.isFolder(entry.mode())) {
                    folders[i] = entry.id();
                } else {
                    files[i] = entry;
                }
            }
            if (name.path() != null) {
                entries.put(name.path(), files);
            }
            if (name.folder() != null) {
                folder(reader, name.folder(), folders);
            }
        }
    }
}
