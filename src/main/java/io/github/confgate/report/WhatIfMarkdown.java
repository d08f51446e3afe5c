package io.github.confgate.report;

import io.github.confgate.inspection.WhatIf;

/** What a policy would have blocked, and why, for a pull request or a page. */
public final class WhatIfMarkdown {
    private static final int TEXT = 240;

    private WhatIfMarkdown() {}

    /** @param policy what the policy that is asked about is called */
    public static String write(WhatIf whatIf, String policy) {
        StringBuilder out = new StringBuilder("# What a policy would have blocked\n\n");
        out.append(Markdown.text(WhatIfText.headline(whatIf, policy))).append(".\n");
        out.append(Markdown.text(WhatIfText.comparison(whatIf))).append(".\n");
        for (WhatIf.Reason reason : whatIf.reasons()) {
            out.append("\n## ").append(Markdown.code(reason.rule().value())).append("\n\n");
            out.append(Markdown.text(WhatIfText.counts(reason))).append(".\n\n");
            out.append("| when | commit | where | what |\n| --- | --- | --- | --- |\n");
            reason.examples().forEach(example -> out.append(row(example)));
        }
        return out.toString();
    }

    private static String row(WhatIf.Example example) {
        return Markdown.row(
                Time.point(example.commit().time()),
                example.commit().shortSha(),
                Markdown.code(Visible.shorten(example.path() + ":" + example.line(), TEXT)) + " "
                        + Markdown.code(Visible.shorten(example.key(), TEXT)),
                Markdown.text(Visible.shorten(example.message(), TEXT)));
    }
}
