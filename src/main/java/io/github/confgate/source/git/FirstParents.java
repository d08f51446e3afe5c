package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Walks from a commit to its first parent and on, in stretches that grow: somebody who asks for little pays little. Of
 * a commit only the tree and the parent are read, from its raw bytes; grafts and replacements do not count.
 *
 * <p>While a long stretch is worked on, the next one is read by another thread.
 */
final class FirstParents {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 4096;
    private static final int READ_AHEAD_FROM = 256;
    private static final int ID = 40;
    private static final int PARENT_AT = Commits.TREE_AT + ID + "\nparent ".length();

    private final Readers readers;
    private final Set<ObjectId> shallow;
    private @Nullable ObjectId next;
    private int length = SHORTEST;
    private @Nullable CompletableFuture<Stretch> ahead;

    FirstParents(Readers readers, Set<ObjectId> shallow, ObjectId tip) {
        this.readers = readers;
        this.shallow = shallow;
        this.next = tip;
    }

    /** The next commits; at least one, or the last stretch. Not to be called after that. */
    Stretch next() {
        CompletableFuture<Stretch> prepared = ahead;
        Stretch stretch = prepared == null ? read() : join(prepared);
        // The reader of the next stretch starts where this one has ended: never two at once.
        boolean far = !stretch.isLast() && length > READ_AHEAD_FROM;
        ahead = far ? CompletableFuture.supplyAsync(this::read) : null;
        return stretch;
    }

    /** The first commits of all, as many as there are; instead of {@link #next}. */
    Stretch first(int commits) {
        length = commits;
        return read();
    }

    private static Stretch join(CompletableFuture<Stretch> stretch) {
        try {
            return stretch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Stretch read() {
        List<ObjectId> commits = new ArrayList<>(length);
        List<ObjectId> trees = new ArrayList<>(length);
        CannotJudgeException trouble = null;
        ObjectId first = next;
        try (CommitHeads heads = new CommitHeads(readers.packs())) {
            readers.raw(reader -> {
                for (ObjectId id = first; id != null && commits.size() < length; id = next) {
                    byte[] raw = heads.of(reader, id);
                    ObjectId tree = ObjectId.fromString(raw, Commits.TREE_AT);
                    next = shallow.contains(id) || raw.length < PARENT_AT + ID || raw[Commits.TREE_AT + ID + 1] != 'p'
                            ? null
                            : ObjectId.fromString(raw, PARENT_AT);
                    commits.add(id);
                    trees.add(tree);
                }
                return commits;
            });
            if (next == null && !commits.isEmpty() && shallow.contains(commits.get(commits.size() - 1))) {
                trouble = Trouble.shallow(
                        "its history ends at " + commits.get(commits.size() - 1).name());
            }
        } catch (IOException e) {
            ObjectId id = next;
            trouble = id == null ? Trouble.unreadable("a commit", e) : Commits.trouble(id, e);
            next = null;
        }
        length = Math.min(LONGEST, length * 2);
        return new Stretch(commits, trees, next == null, trouble);
    }
}
