package io.github.confgate.verdict;

import io.github.confgate.fact.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which environments may not change.
 *
 * @param environments names or stages; empty for every gated environment
 * @param from the first moment of it; null when it has begun always
 * @param to the first moment after it; null while nobody knows when it ends
 * @param weekly stretches of each week in it; empty when all of the time counts
 * @param reason may be empty
 */
public record Freeze(
        List<String> environments,
        @Nullable Instant from,
        @Nullable Instant to,
        List<Weekly> weekly,
        String reason) {

    public Freeze {
        environments = List.copyOf(environments);
        weekly = List.copyOf(weekly);
    }

    /** Whether it is now: {@code from} belongs to it, {@code to} does not. */
    public boolean isAt(Instant time) {
        return (from == null || !time.isBefore(from))
                && (to == null || time.isBefore(to))
                && (weekly.isEmpty() || weekly.stream().anyMatch(each -> each.isAt(time)));
    }

    /** Whether it is about this environment. */
    public boolean freezes(Environment environment, boolean gated) {
        return environments.isEmpty() ? gated : environments.stream().anyMatch(name -> Named.means(name, environment));
    }

    /** Whether nothing that the other forbids is allowed by this one, as far as names and times tell. */
    public boolean covers(Freeze other) {
        boolean places = environments.equals(other.environments)
                || (!other.environments.isEmpty() && environments.containsAll(other.environments));
        boolean begin = from == null || (other.from != null && !from.isAfter(other.from));
        boolean end = to == null || (other.to != null && !to.isBefore(other.to));
        boolean week = weekly.isEmpty() || (!other.weekly.isEmpty() && weekly.containsAll(other.weekly));
        return places && begin && end && week;
    }

    /** In words: {@code production, 2026-12-20T00:00:00Z to 2027-01-02T00:00:00Z}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        words.add(environments.isEmpty() ? "every gated environment" : String.join(" and ", environments));
        if (from != null || to != null) {
            words.add(
                    (from == null ? "" : "from " + from) + (to == null ? "" : (from == null ? "" : " ") + "to " + to));
        }
        weekly.forEach(each -> words.add(each.toString()));
        return String.join(", ", words) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
