package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds conditions that are the same but for what turns their sense: a {@code not}, an operator, {@code or} for {@code and}. */
record ConditionInverted(RuleSheet sheet) implements Rule {

    private static final int LONGEST = 2_000;

    private static final KeyGlob WORDS = KeyGlob.parse(
            "**.*-{description,comment,comments,summary,message,title,text,note,notes,script,runbook,help,label,banner,template,"
                    + "version,versions,constraint,require,requires,depends}-*{,[*]}");

    private static final KeyGlob CONDITIONS = KeyGlob.parse(
            "**.*-{if,unless,when,condition,conditions,profile,profiles,on-profile,match,matches,filter,selector,source,sources,"
                    + "cidr,groups,users,roles,branches,only,except}-*{,[*]}");

    /** What stands for what once the sense is taken out; empty for a word that only negates. */
    private static final Map<String, String> SENSELESS = Map.ofEntries(
            Map.entry("!", ""),
            Map.entry("not", ""),
            Map.entry("==", "=="),
            Map.entry("!=", "=="),
            Map.entry("=~", "=~"),
            Map.entry("!~", "=~"),
            Map.entry("~", "=~"),
            Map.entry("<", "<>"),
            Map.entry(">", "<>"),
            Map.entry("<=", "<>"),
            Map.entry(">=", "<>"),
            Map.entry("&&", "&&"),
            Map.entry("||", "&&"),
            Map.entry("and", "&&"),
            Map.entry("or", "&&"),
            Map.entry("if", "if"),
            Map.entry("unless", "if"),
            Map.entry("in", "in"),
            Map.entry("notin", "in"),
            Map.entry("allow", "do"),
            Map.entry("deny", "do"),
            Map.entry("permit", "do"),
            Map.entry("accept", "do"),
            Map.entry("reject", "do"),
            Map.entry("drop", "do"),
            Map.entry("block", "do"),
            Map.entry("forbid", "do"));

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        if (!(change instanceof Change.Modified modified)) {
            return Stream.empty();
        }
        Leaf old = modified.old();
        Leaf now = modified.now();
        if (old.text().length() > LONGEST
                || now.text().length() > LONGEST
                || Math.abs(old.text().length() - now.text().length()) > 8
                || (!mayBe(old.text()) && !mayBe(now.text()))
                || !isInverted(old.text(), now.text(), now)
                || WORDS.matches(now.key())) {
            return Stream.empty();
        }
        return Stream.of(Finding.of(
                sheet,
                facts,
                (change.key().isRoot() ? "a line of a template" : change.key()) + " goes from `"
                        + Shown.value(facts.shown().old()) + "` to `"
                        + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts)
                        + ": the condition is the same with its sense turned"));
    }

    /** Whether a text has what a condition is made of; most have not. */
    private static boolean mayBe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" !<>&|=~(".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInverted(String old, String now, Leaf leaf) {
        List<String> before = tokens(old);
        List<String> after = tokens(now);
        if (before.equals(after)) {
            return false;
        }
        List<String> plain = plain(before);
        // A word alone may be anything: only where the key says that it is a condition.
        return plain.equals(plain(after))
                && plain.stream().anyMatch(token -> Character.isLetterOrDigit(token.charAt(0)) && !token.equals("do"))
                && (plain.size() > 2 || (!plain.isEmpty() && CONDITIONS.matches(leaf.key())));
    }

    private static List<String> plain(List<String> tokens) {
        return tokens.stream()
                .map(token -> SENSELESS.getOrDefault(token.toLowerCase(Locale.ROOT), token))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /** Words, with what joins them to names, and signs. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            if (isOfWord(text.charAt(i))) {
                while (i < text.length() && isOfWord(text.charAt(i))) {
                    i++;
                }
            } else if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            } else {
                i += operator(text, i).map(String::length).orElse(1);
            }
            tokens.add(text.substring(start, i));
        }
        return tokens;
    }

    private static Optional<String> operator(String text, int at) {
        return Stream.of("==", "!=", "=~", "!~", "<=", ">=", "&&", "||")
                .filter(each -> text.startsWith(each, at))
                .findFirst();
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || "_-./:$@%*".indexOf(c) >= 0;
    }
}
