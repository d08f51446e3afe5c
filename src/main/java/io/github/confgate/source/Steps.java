package io.github.confgate.source;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;

/** The commits of a mainline, oldest first, with those left out that changed no wanted file. */
public interface Steps extends Iterable<Step> {

    /** Every wanted path that any commit ever touched, sorted. */
    Set<String> paths();

    /** The number of a commit of the mainline, by its full object id; 0 is the first. */
    OptionalInt number(String sha);

    /** When a commit of the mainline was made, as {@link History#time} has it. */
    Instant time(CommitInfo commit, Instant now);

    /** How many commits the mainline has, those that are left out too. */
    int commits();
}
