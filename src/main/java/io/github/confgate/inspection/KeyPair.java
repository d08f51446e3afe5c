package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Spelling;
import io.github.confgate.document.Leaf;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key that an environment and the one before it hold with different values now, and whether it was ever otherwise. */
final class KeyPair {

    private static final Duration LONG = Duration.ofDays(30);
    private static final int MOST_VALUES = 1_000;

    private final String path;
    private final String from;
    private final String to;
    private final PlacedLeaf ours;
    private final PlacedLeaf theirs;
    private @Nullable PlacedLeaf here;
    private @Nullable PlacedLeaf there;
    private @Nullable Instant since;
    private int commits;
    private boolean weChanged;
    private boolean theyChanged;
    private boolean met;
    private final Set<String> heldHere = new HashSet<>();
    private final Set<String> heldThere = new HashSet<>();

    /**
     * @param ours what the environment holds now
     * @param theirs what the environment before holds now
     */
    KeyPair(String path, String from, String to, PlacedLeaf ours, PlacedLeaf theirs) {
        this.path = path;
        this.from = from;
        this.to = to;
        this.ours = ours;
        this.theirs = theirs;
    }

    static boolean isSame(Leaf one, Leaf other) {
        return one.sameValue(other) || one.text().equals(other.text()) || Spelling.isOther(one, other);
    }

    /** What a commit leaves on either side; null where there is no such key. */
    void follow(Instant time, @Nullable PlacedLeaf nowHere, @Nullable PlacedLeaf nowThere) {
        boolean changedHere = isOther(here, nowHere);
        boolean changedThere = isOther(there, nowThere);
        weChanged |= changedHere;
        theyChanged |= changedThere;
        here = nowHere;
        there = nowThere;
        boolean ourPast = hold(heldHere, nowHere, heldThere);
        boolean theirPast = hold(heldThere, nowThere, heldHere);
        met |= ourPast || theirPast;
        if (nowHere == null || nowThere == null) {
            since = null;
        } else if (isSame(nowHere.leaf(), nowThere.leaf())) {
            met = true;
        } else {
            since = since == null ? time : since;
            commits += changedHere || changedThere ? 1 : 0;
        }
    }

    /** Of a version that one side has and the other had, somebody may have tried it there before. */
    private static boolean hold(Set<String> held, @Nullable PlacedLeaf now, Set<String> other) {
        if (now == null) {
            return false;
        }
        String text = now.leaf().text();
        if (held.size() < MOST_VALUES) {
            held.add(text);
        }
        return other.contains(text);
    }

    private static boolean isOther(@Nullable PlacedLeaf before, @Nullable PlacedLeaf now) {
        return before != null && now != null && !isSame(before.leaf(), now.leaf());
    }

    /** Whether neither ever held what the other had, although both changed or stood for long. */
    boolean alwaysDiffered(Instant end) {
        boolean stood = since != null && Duration.between(since, end).compareTo(LONG) >= 0;
        return !met && since != null && (stood || (weChanged && theyChanged));
    }

    @Nullable
    PlacedLeaf here() {
        return here;
    }

    @Nullable
    PlacedLeaf there() {
        return there;
    }

    String path() {
        return path;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    int commits() {
        return commits;
    }

    /** What would carry the value of the environment before over. */
    Change change() {
        return new Change.Modified(path, path, ours.part(), theirs.leaf(), ours.leaf());
    }
}
