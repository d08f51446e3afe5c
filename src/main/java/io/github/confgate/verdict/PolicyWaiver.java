package io.github.confgate.verdict;

import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleId;
import io.github.confgate.source.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A waiver of a policy.
 *
 * @param paths globs of files; empty for all
 * @param keys of these; empty for all
 * @param environment name or stage; empty for all
 * @param by who decided; empty when it does not say
 * @param expires the last day on which it counts; null when it has none
 * @param region where it stands in the policy
 */
public record PolicyWaiver(
        RuleId rule,
        List<String> paths,
        List<KeyGlob> keys,
        String environment,
        String by,
        String reason,
        String ticket,
        @Nullable LocalDate expires,
        Region region) {

    public PolicyWaiver {
        paths = List.copyOf(paths);
        keys = List.copyOf(keys);
    }

    /** What it is about, without reason and time: {@code debug-enabled, config/**, legacy.**}. */
    public String scope() {
        List<String> words = new ArrayList<>();
        words.add(rule.value());
        words.addAll(paths);
        words.addAll(keys.stream().map(KeyGlob::toString).collect(Collectors.toList()));
        if (!environment.isEmpty()) {
            words.add("in " + environment);
        }
        return String.join(", ", words);
    }

    /** All of it in words. */
    @Override
    public String toString() {
        return scope()
                + (reason.isEmpty() ? "" : ": " + reason)
                + (ticket.isEmpty() ? "" : " (" + ticket + ")")
                + (expires == null ? "" : ", until " + expires);
    }
}
