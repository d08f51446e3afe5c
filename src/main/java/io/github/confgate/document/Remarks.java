package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Collects the remarks on one file; beyond a hundred it only says that there are more. */
public final class Remarks {

    private static final int MOST = 100;
    private static final int LONGEST_KEY = 200;

    private final String path;
    private final List<Diagnostic> remarks = new ArrayList<>();

    private final List<Duplicate> duplicates = new ArrayList<>();
    private int unresolved;

    public Remarks(String path) {
        this.path = path;
    }

    /** A key stands twice in one map: the later one counts. Lines are 1-based. */
    public void duplicate(KeyPath key, int shadowed, int counts) {
        if (remarks.size() < MOST) {
            duplicates.add(new Duplicate(key, shadowed, counts));
            add(
                    shadowed,
                    Diagnostic.Kind.DUPLICATE_KEY,
                    "key `" + shortened(key.toString()) + "` on line " + shadowed + " is shadowed by line " + counts);
        } else if (remarks.size() == MOST) {
            add(shadowed, Diagnostic.Kind.DUPLICATE_KEY, "more keys stand twice; only the first " + MOST + " are told");
        }
    }

    /** Part of the values comes from where confgate does not look. Keys that stand twice leave room for it. */
    public void unresolved(int line, String statement, String target) {
        if (unresolved++ < MOST) {
            add(
                    line,
                    Diagnostic.Kind.UNRESOLVED,
                    statement + " of `" + shortened(target)
                            + "` is not followed: the values that it brings in are not known");
        }
    }

    /** The keys that stand twice, as far as they are told. */
    public List<Duplicate> duplicates() {
        return List.copyOf(duplicates);
    }

    public List<Diagnostic> list() {
        return List.copyOf(remarks);
    }

    /** Whether one more would be told: a caller need not work out its words otherwise. */
    public boolean wanted() {
        return remarks.size() <= MOST;
    }

    private void add(int line, Diagnostic.Kind kind, String message) {
        remarks.add(new Diagnostic(path, line, kind, message));
    }

    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, key.offsetByCodePoints(0, LONGEST_KEY / 2)) + "...";
    }
}
