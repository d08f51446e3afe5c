package io.github.confgate.report;

import io.github.confgate.fact.Promotion;
import io.github.confgate.inspection.WhatIf;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a policy would have blocked, and why, for a terminal. */
public final class WhatIfText {
    private static final int PATH = 100;
    private static final int MESSAGE = 400;

    private WhatIfText() {}

    /** @param policy what the policy that is asked about is called */
    public static String write(WhatIf whatIf, String policy, Style style) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(headline(whatIf, policy))).append('\n');
        out.append(comparison(whatIf)).append('\n');
        for (WhatIf.Reason reason : whatIf.reasons()) {
            out.append('\n')
                    .append(style.of(reason.severity(), reason.rule().value()))
                    .append(": ")
                    .append(counts(reason))
                    .append('\n');
            if (style.isQuiet()) {
                continue;
            }
            for (WhatIf.Example example : reason.examples()) {
                out.append("  ").append(example.commit().time().toString(), 0, 10);
                out.append(' ').append(example.commit().shortSha()).append(' ');
                out.append(Visible.shorten(example.path() + ":" + example.line(), PATH));
                out.append(' ').append(Visible.shorten(example.key(), PATH)).append('\n');
                out.append("    ")
                        .append(Visible.shorten(example.message(), MESSAGE))
                        .append('\n');
            }
            int left = reason.commits() - reason.examples().size();
            out.append(left > 0 ? style.dim("  and " + Summary.count(left, "older commit")) + "\n" : "");
        }
        return out.toString();
    }

    /** {@code file:policy.yml would have blocked 2 of 17 merges that change configuration, from ... on}. */
    static String headline(WhatIf whatIf, String policy) {
        WhatIf.Side then = whatIf.then();
        return Visible.escape(policy) + " would have blocked " + then.blocked() + " of "
                + Summary.count(then.commits(), "merge") + " with changes of configuration" + time(whatIf);
    }

    static String comparison(WhatIf whatIf) {
        WhatIf.Side now = whatIf.now();
        String policy = now.source().equals("builtin") ? "without a policy" : "with the policy that is there";
        return now.blocked() + " of " + now.commits() + " block now, " + policy + "; " + whatIf.newly()
                + " would block that pass now";
    }

    static String counts(WhatIf.Reason reason) {
        Map<Promotion.Status, Integer> statuses = new TreeMap<>(reason.statuses());
        String told = statuses.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().id())
                .collect(Collectors.joining(", "));
        return Summary.count(reason.commits(), "merge") + ", " + Summary.count(reason.changes(), "key") + " (" + told
                + ")";
    }

    private static String time(WhatIf whatIf) {
        String after = whatIf.after();
        StringBuilder out = new StringBuilder();
        if (whatIf.since() != null) {
            out.append(" since ").append(Time.point(whatIf.since()));
        }
        if (whatIf.until() != null) {
            out.append(" until ").append(Time.point(whatIf.until()));
        }
        return out.append(after == null ? "" : " after " + Visible.escape(after))
                .toString();
    }
}
