package io.github.confgate.fact;

import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FileVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one file's history says of one wanted value. Is told the states of the key from the newest to the oldest, and
 * says when it has heard enough. Written by one walk, read afterwards.
 */
final class KeyTimeline {

    /**
     * A stretch of history in which the key held the wanted value.
     *
     * @param start the version that brought it
     * @param newest the last version of the file that had it
     * @param end the version that replaced it; null when the key still holds it
     */
    record Run(
            Promotion.Match match,
            FileVersion start,
            FileVersion newest,
            @Nullable FileVersion end) {}

    /** What is asked of the history of a key. */
    private enum Question {
        /** What it holds, since when, and when it last held the wanted value. */
        EVERYTHING,
        /** What it holds; where that is the wanted value, everything. */
        TIP,
        /** When it last held the wanted value, as long as that has not ended too long ago. */
        LATELY
    }

    private final Wanted wanted;
    private final boolean typed;
    private final Instant lately;
    private Question question;

    private boolean started;
    private boolean tipMatches;
    private Optional<Lookup.Held> tip = Optional.empty();
    private @Nullable CommitInfo tipSince;
    private boolean tipSettled;
    private boolean everHeld;
    private @Nullable Run run;
    private boolean runSettled;
    private boolean wentBack;
    private @Nullable FileVersion newer;
    private String newerText = "";
    private @Nullable String textAfterRun;

    KeyTimeline(Wanted wanted, boolean typed) {
        this(wanted, typed, Question.EVERYTHING, Instant.MIN);
    }

    private KeyTimeline(Wanted wanted, boolean typed, Question question, Instant lately) {
        this.wanted = wanted;
        this.typed = typed;
        this.question = question;
        this.lately = lately;
    }

    /**
     * One of which only the latest stretch with the wanted value is asked, and that only where it may have ended since a
     * time. Commits are taken to be in the order of their dates.
     */
    static KeyTimeline since(Instant lately, Wanted wanted, boolean typed) {
        return new KeyTimeline(wanted, typed, Question.LATELY, lately);
    }

    /** Where the key does not hold the wanted value now, nobody asks when it did. */
    void askOnlyOfTip() {
        question = Question.TIP;
    }

    /** The key's state from a commit on, until the state told before. */
    void tell(FileVersion version, Optional<Lookup.Held> held) {
        String text = text(held);
        Promotion.Match match = wanted.match(held, typed);
        everHeld |= held.isPresent();
        if (!started) {
            started = true;
            tip = held;
            tipMatches = match != null;
            tipSince = version.commit();
        } else if (!tipSettled && text.equals(text(tip))) {
            tipSince = version.commit();
        } else {
            tipSettled = true;
        }
        if (run == null && !runSettled && match != null) {
            run = new Run(match, version, version, newer);
            textAfterRun = newer == null ? null : newerText;
        } else if (run != null && !runSettled && match != null) {
            run = new Run(run.match(), version, run.newest(), run.end());
        } else if (run != null && !runSettled) {
            runSettled = true;
            wentBack = textAfterRun != null && textAfterRun.equals(text);
        }
        newer = version;
        newerText = text;
        if (match == null) {
            passOver(version);
        }
    }

    /** The same as {@link #tell} with what was told last, which the key held from this older commit on. */
    void tellSame(FileVersion version) {
        if (!tipSettled) {
            tipSince = version.commit();
        }
        if (run != null && !runSettled) {
            run = new Run(run.match(), version, run.newest(), run.end());
        }
        newer = version;
        passOver(version);
    }

    /** A version that does not hold the wanted value. */
    void passOver(FileVersion version) {
        if (question == Question.LATELY
                && run == null
                && version.commit().time().isBefore(lately)) {
            runSettled = true;
        }
    }

    /** History begins here: before the oldest state that was told there was nothing. */
    void tellBeginning() {
        if (run != null && !runSettled && !wanted.removal()) {
            runSettled = true;
            wentBack = text(Optional.empty()).equals(textAfterRun);
        }
    }

    boolean isStarted() {
        return started;
    }

    /** Whether a state without the wanted value need not be read. */
    boolean onlySearches() {
        return started && tipSettled && run == null && everHeld;
    }

    /** Whether a state like the one before may be all that is still to be heard. */
    boolean endsByTime() {
        return question == Question.LATELY;
    }

    /** Whether older states can add nothing. */
    boolean isDone() {
        return switch (question) {
            case EVERYTHING -> hasAll();
            case TIP -> tipMatches ? hasAll() : started;
            case LATELY -> runSettled;
        };
    }

    private boolean hasAll() {
        return runSettled && tipSettled && (everHeld || !wanted.removal());
    }

    Wanted wanted() {
        return wanted;
    }

    /** What the key holds now. */
    Optional<Lookup.Held> tip() {
        return tip;
    }

    /** The commit since which the key holds what it holds now; null where nobody asked. */
    @Nullable
    CommitInfo tipSince() {
        return question == Question.EVERYTHING || tipMatches ? tipSince : null;
    }

    boolean everHeld() {
        return everHeld;
    }

    /**
     * The latest stretch with the wanted state; null when there is none. That a key was not there before it first came
     * is no removal.
     */
    @Nullable
    Run run() {
        return wanted.removal() && !runSettled ? null : run;
    }

    /** Whether the key holds the wanted state now. */
    boolean isHeld() {
        Run latest = run();
        return latest != null && latest.end() == null;
    }

    /** Whether the key held the wanted value and returned to what it had before. */
    boolean wentBack() {
        return wentBack;
    }

    private static String text(Optional<Lookup.Held> held) {
        StringBuilder out = new StringBuilder(held.isPresent() ? "=" : "-");
        for (Leaf leaf : held.map(Lookup.Held::leaves).orElse(List.of())) {
            out.append(leaf.text().length()).append(':').append(leaf.text());
        }
        return out.toString();
    }
}
