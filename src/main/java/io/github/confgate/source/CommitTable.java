package io.github.confgate.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commits of a mainline by their numbers, in little memory; times to the second, as Git has them. Filled oldest first by one thread. */
public final class CommitTable {

    private static final int SHORTEST = 16;

    private final Numbers numbers = new Numbers();
    private final IdList ids = new IdList();
    private final List<String> authors = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private long[] seconds = new long[SHORTEST];

    /** Adds a commit that is newer than all others; the newest may come again. */
    public void add(int number, CommitInfo commit) {
        int size = numbers.size();
        if (size > 0 && numbers.get(size - 1) == number) {
            return;
        }
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        seconds[size] = commit.time().getEpochSecond();
        numbers.add(number);
        ids.add(commit.sha());
        authors.add(known.computeIfAbsent(commit.author(), same -> same));
        subjects.add(commit.subject());
    }

    /** A commit that was added. */
    public CommitInfo get(int number) {
        int at = numbers.below(number);
        return new CommitInfo(ids.get(at), Instant.ofEpochSecond(seconds[at]), authors.get(at), subjects.get(at));
    }
}
