package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one change beyond its two values.
 *
 * @param change the change that this is about
 * @param shown its values as outputs show them; the only ones that a message may hold
 * @param environment of the change's document; null for a shared layer and for a file that belongs to none
 * @param reaches the environments whose effective value changes
 * @param promotions one for each environment before, strictest first; at least one
 * @param readers the code that reads the key
 * @param distance how many stages the nearest reached environment is before the last one: 0 for production, for an
 *     unknown environment and for a layer that production takes
 * @param lowerEnvironments names of the environments before this one, as they may stand in hosts
 * @param declared whether the pipeline was declared by the policy, not only detected
 * @param all the facts of every change of the range, for rules that need several
 * @param around the files that the change lies among
 */
public record Facts(
        Change change,
        Masked shown,
        @Nullable Environment environment,
        List<Environment> reaches,
        List<Promotion> promotions,
        List<Reader> readers,
        int distance,
        List<String> lowerEnvironments,
        boolean declared,
        Neighbours all,
        Surroundings around) {

    public Facts {
        reaches = List.copyOf(reaches);
        promotions = List.copyOf(promotions);
        readers = List.copyOf(readers);
        lowerEnvironments = List.copyOf(lowerEnvironments);
    }

    /** The promotion that weighs most. */
    public Promotion promotion() {
        return promotions.get(0);
    }

    /** The other changes of the range. */
    public interface Neighbours {
        List<Facts> everything();
    }
}
