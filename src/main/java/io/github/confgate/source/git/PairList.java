package io.github.confgate.source.git;

import io.github.confgate.source.FileList;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Numbers;
import io.github.confgate.source.Revision;
import java.util.List;
import java.util.stream.IntStream;

/** What commits in a row changed, some 50 bytes a changed file. Filled by one thread. */
final class PairList {

    private final FileList before;
    private final FileList after;
    /** How many pairs there are up to the end of each commit. */
    private final Numbers ends = new Numbers();

    PairList(FileList.Names names) {
        this.before = new FileList(names);
        this.after = new FileList(names);
    }

    /** Adds the changes of the next commit. */
    void add(List<FilePair> pairs) {
        for (FilePair pair : pairs) {
            before.add(pair.before());
            after.add(pair.after());
        }
        ends.add(before.size());
    }

    boolean isEmpty(int commit) {
        return ends.get(commit) == start(commit);
    }

    /** The changes of a commit, the first added of which is 0. */
    List<FilePair> get(int commit, Revision from, Revision to) {
        return IntStream.range(start(commit), ends.get(commit))
                .mapToObj(i -> new FilePair(before.get(i, from), after.get(i, to)))
                .toList();
    }

    private int start(int commit) {
        return commit == 0 ? 0 : ends.get(commit - 1);
    }
}
