package io.github.confgate.fact;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where, when and in which commit the environment before held the value that is now entering this one.
 *
 * @param from the environment before; null when there is none
 * @param match how the counterpart's value equals this one; null when it does not
 * @param commit since when the counterpart holds, or last held, this very value; null when it never did
 * @param soak how long it held it up to now; never negative; null when it never did
 * @param counterpart where the counterpart's key stands now, or where its document is; null when there is none
 * @param holds what the counterpart holds now, masked; null when it has no such key
 * @param holdsSince the commit since which it holds that; null when it has no such key
 * @param wentBack the counterpart held the value and returned to the one it had before
 * @param newToBoth key or document is new to, or gone from, both environments in one range, with different values
 * @param restores the commit in which this environment last held the value, when this change takes a mistake back
 * @param elsewhere another document of this environment that holds the value already
 * @param translated the counterpart holds the value once environment names are exchanged; feeds messages, never promotes
 * @param fallback what takes the place of a removed key, from a layer below, masked; null when nothing does
 * @param required how long the policy wants the value to soak; zero when it asks for nothing
 * @param known what is known of the environment before
 */
public record Promotion(
        Status status,
        @Nullable Environment from,
        @Nullable Match match,
        @Nullable CommitInfo commit,
        @Nullable Duration soak,
        @Nullable Location counterpart,
        @Nullable String holds,
        @Nullable CommitInfo holdsSince,
        boolean wentBack,
        boolean newToBoth,
        @Nullable CommitInfo restores,
        @Nullable Location elsewhere,
        boolean translated,
        @Nullable String fallback,
        Duration required,
        Known known) {

    /** The same of a change that is no removal. */
    public Promotion(
            Status status,
            @Nullable Environment from,
            @Nullable Match match,
            @Nullable CommitInfo commit,
            @Nullable Duration soak,
            @Nullable Location counterpart,
            @Nullable String holds,
            @Nullable CommitInfo holdsSince,
            boolean wentBack,
            boolean newToBoth,
            @Nullable CommitInfo restores,
            @Nullable Location elsewhere,
            boolean translated,
            Duration required) {
        this(
                status,
                from,
                match,
                commit,
                soak,
                counterpart,
                holds,
                holdsSince,
                wentBack,
                newToBoth,
                restores,
                elsewhere,
                translated,
                null,
                required,
                Known.MERGED);
    }

    /** The statuses of the contract; the first that holds, in this order. */
    public enum Status {
        NOT_GATED,
        ENVIRONMENT_SPECIFIC,
        SHARED,
        PROMOTED,
        TOO_FRESH,
        SAME_COMMIT,
        MOVED_ON,
        SKIPPED,
        NO_COUNTERPART;

        private static final List<Status> STRICTEST_FIRST =
                List.of(SKIPPED, SAME_COMMIT, MOVED_ON, NO_COUNTERPART, TOO_FRESH, SHARED);

        /** How heavy it weighs among the promotions of one change: 0 is the heaviest. */
        int weight() {
            int place = STRICTEST_FIRST.indexOf(this);
            return place < 0 ? STRICTEST_FIRST.size() : place;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is known of the environment before. Where a policy names deployment evidence, what is merged and was deployed
     * in no version does not count as held: it is too fresh, with no soak at all.
     */
    public enum Known {
        MERGED,
        DEPLOYED,
        MERGED_ONLY
    }

    /** How the counterpart's value equals the new one. */
    public enum Match {
        EXACT,
        MAPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A status without evidence. */
    public static Promotion of(Status status, @Nullable Environment from) {
        return new Promotion(
                status,
                from,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                false,
                null,
                Duration.ZERO,
                Known.MERGED);
    }

    /** The same with what makes it less dangerous. */
    Promotion excused(@Nullable CommitInfo restored, @Nullable Location holder) {
        return new Promotion(
                status,
                from,
                match,
                commit,
                soak,
                counterpart,
                holds,
                holdsSince,
                wentBack,
                newToBoth,
                restored,
                holder,
                translated,
                fallback,
                required,
                known);
    }
}
