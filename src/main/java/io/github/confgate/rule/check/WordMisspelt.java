package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Suggestion;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds words of a program's own language in whose place a word of no language stands, a letter away. */
record WordMisspelt(RuleSheet sheet) implements Rule {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{1,30}");

    /** What programs take for a setting, and people do not use for a name. */
    private static final Set<String> KNOWN = Set.of(
            "all",
            "allow",
            "always",
            "async",
            "auto",
            "block",
            "critical",
            "debug",
            "default",
            "delete",
            "deny",
            "disable",
            "disabled",
            "earliest",
            "enable",
            "enabled",
            "enforce",
            "error",
            "everysec",
            "external",
            "fatal",
            "full",
            "gzip",
            "hard",
            "http",
            "https",
            "ifnotpresent",
            "ignore",
            "info",
            "internal",
            "json",
            "latest",
            "logical",
            "manual",
            "minimal",
            "mutual",
            "never",
            "noeviction",
            "none",
            "on-failure",
            "onfailure",
            "optional",
            "permissive",
            "plaintext",
            "preferred",
            "private",
            "public",
            "quorum",
            "recreate",
            "reject",
            "replica",
            "require",
            "required",
            "retain",
            "rollingupdate",
            "sasl_ssl",
            "serializable",
            "simple",
            "snapshot",
            "snappy",
            "strict",
            "sync",
            "tcp",
            "tls",
            "trace",
            "unless-stopped",
            "validate",
            "verify-full",
            "verify-ca",
            "volatile-lru",
            "allkeys-lru",
            "warn",
            "warning",
            "zstd",
            "read_committed",
            "repeatable_read",
            "clusterip",
            "loadbalancer",
            "nodeport",
            "roundrobin",
            "round_robin",
            "leastconn",
            "least_conn",
            "least_request");

    /** A letter from a known word, and known themselves. */
    private static final Set<String> WORDS_TOO = Set.of(
            "full-text",
            "fill",
            "jason",
            "wars",
            "warm",
            "worn",
            "ware",
            "call",
            "ball",
            "tall",
            "hall",
            "mall",
            "hand",
            "card",
            "hardy",
            "one",
            "done",
            "nine",
            "note",
            "node",
            "nose",
            "zone",
            "tone",
            "alley",
            "allows",
            "allowed",
            "blocks",
            "blocked",
            "clock",
            "black",
            "lock",
            "flock",
            "debugs",
            "deletes",
            "deleted",
            "denied",
            "errors",
            "enforced",
            "requires",
            "replicas",
            "snapshots",
            "simples",
            "sample",
            "synced",
            "traces",
            "track",
            "trade",
            "grace",
            "race",
            "warns",
            "warnings",
            "auth",
            "autos",
            "ever",
            "newer",
            "lever",
            "fever",
            "retains",
            "infos",
            "publics",
            "pull",
            "bull",
            "dull",
            "sasl",
            "tap",
            "top",
            "tip",
            "udp",
            "tis",
            "ssl",
            "als",
            "ill",
            "ally",
            "validated",
            "validates",
            "ignored",
            "ignores",
            "tcps",
            "syn",
            "on_failure",
            "jsonl",
            "jsonb",
            "bson",
            "json5",
            "gzipped",
            "unzip",
            "bzip",
            "lz4",
            "tcp4",
            "tcp6");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        boolean misspelt = change instanceof Change.Modified modified
                && !facts.shown().secret()
                && isMisspelling(
                        modified.old().text().strip(), modified.now().text().strip());
        if (!misspelt) {
            return Stream.empty();
        }
        String message =
                change.key() + " goes from `" + Shown.value(facts.shown().old()) + "` to `"
                        + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts)
                        + ": a letter away, and a word that programs do not know";
        return Stream.of(Finding.of(sheet, facts, message));
    }

    private static boolean isMisspelling(String old, String now) {
        if (!WORD.matcher(old).matches() || !WORD.matcher(now).matches()) {
            return false;
        }
        String right = old.toLowerCase(Locale.ROOT);
        String wrong = now.toLowerCase(Locale.ROOT);
        return KNOWN.contains(right)
                && !KNOWN.contains(wrong)
                && !WORDS_TOO.contains(wrong)
                && Suggestion.distance(right, wrong) == 1
                // A hyphen for an underscore is read as the same by most programs.
                && !right.replace('_', '-').equals(wrong.replace('_', '-'));
    }
}
