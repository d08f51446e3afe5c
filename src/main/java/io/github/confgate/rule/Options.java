package io.github.confgate.rule;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.document.Beside;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are written inside of a value: the options of a command line ({@code --timeout=5s}, {@code --timeout 5s},
 * {@code -Dhttp.timeout=5s}, {@code -c max_connections=200}), the variables of a list ({@code LOG_LEVEL=info}), and other
 * {@link Assignments}. Each that a change is about is a change of its own to rules, at the key {@code args.timeout}.
 */
final class Options {

    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)=(.*)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z0-9_.-]+");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");
    /** Lists of variables, one an item. */
    private static final Set<String> LISTS = Set.of(
            "environment",
            "env",
            "envs",
            "literals",
            "args",
            "arguments",
            "command",
            "cmd",
            "extraargs",
            "set",
            "variables");
    /** Options that are followed by a variable. */
    private static final Set<String> BEFORE =
            Set.of("-c", "-e", "-o", "-E", "--set", "--env", "--conf", "--config", "--define");

    private static final int LONGEST = 4_000;
    private static final int MOST = 60;

    private Options() {}

    /** One for each setting that came, went or is another; none of a command line that holds a secret. */
    static List<Facts> of(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        Leaf old = change.before().orElse(null);
        Leaf leaf = now != null ? now : old;
        if (leaf == null || change.kind() == Change.Kind.MOVED) {
            return List.of();
        }
        boolean both = change instanceof Change.Modified;
        List<Facts> options = new ArrayList<>(1);
        if (!facts.shown().secret() && (mayHold(now) || mayHold(old)) && (both || isItem(leaf.key()))) {
            add(facts, leaf, old == null ? Map.of() : settings(old), now == null ? Map.of() : settings(now), options);
        }
        if (options.isEmpty() && old != null && now != null && isText(old) && isText(now)) {
            for (Assignments.Assignment each : Assignments.between(old.text(), now.text(), !isItem(leaf.key()))) {
                options.add(option(facts, leaf, each.name(), each.old(), each.now()));
            }
        }
        return options;
    }

    private static void add(
            Facts facts, Leaf leaf, Map<String, String> before, Map<String, String> after, List<Facts> options) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            String was = before.get(name);
            String is = after.get(name);
            if (options.size() < MOST && (was == null ? is != null : !was.equals(is))) {
                options.add(option(facts, leaf, name, was, is));
            }
        }
    }

    private static boolean isText(Leaf leaf) {
        return leaf.value() instanceof Node.Scalar scalar
                && scalar.type() == ScalarType.STRING
                && Assignments.mayHold(scalar.text());
    }

    /** Tells most values apart at a glance. */
    private static boolean mayHold(@Nullable Leaf leaf) {
        if (leaf == null || leaf.text().length() > LONGEST) {
            return false;
        }
        String text = leaf.text();
        return text.startsWith("-") || text.contains(" -") || isItem(leaf.key());
    }

    private static boolean isItem(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        return !segments.isEmpty() && segments.get(segments.size() - 1) instanceof KeyPath.Index;
    }

    private static Map<String, String> settings(Leaf leaf) {
        Map<String, String> found = new LinkedHashMap<>();
        String text = leaf.text();
        if (isItem(leaf.key())) {
            Beside beside = leaf.beside();
            List<String> words = beside == null ? List.of() : beside.before(1);
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            if (OPTION.matcher(last).matches() && !text.startsWith("-") && !BEFORE.contains(last)) {
                found.put(name(last), text);
                return found;
            }
            Matcher variable = VARIABLE.matcher(text);
            if (variable.matches() && LISTS.contains(list(leaf.key()))) {
                found.put(variable.group(1), unquoted(variable.group(2)));
                return found;
            }
        }
        if (text.startsWith("-") || text.contains(" -")) {
            words(text, found);
        }
        return found;
    }

    private static String list(KeyPath item) {
        return item.lastName().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static void words(String text, Map<String, String> found) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(unquoted(matcher.group()));
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "-";
            Matcher variable =
                    VARIABLE.matcher(BEFORE.contains(word) ? next : word.startsWith("-D") ? word.substring(2) : "");
            int equals = word.indexOf('=');
            if (variable.matches()) {
                found.put(variable.group(1), unquoted(variable.group(2)));
                i += BEFORE.contains(word) ? 1 : 0;
            } else if (equals > 0 && OPTION.matcher(word.substring(0, equals)).matches()) {
                found.put(name(word.substring(0, equals)), unquoted(word.substring(equals + 1)));
            } else if (OPTION.matcher(word).matches() && !word.startsWith("-X")) {
                boolean alone = next.startsWith("-");
                found.put(name(word), alone ? "true" : next);
                i += alone ? 0 : 1;
            }
        }
    }

    private static String name(String option) {
        return option.startsWith("--") ? option.substring(2) : option.substring(1);
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1
                && (word.charAt(0) == '"' || word.charAt(0) == '\'')
                && word.charAt(0) == word.charAt(word.length() - 1);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    private static Facts option(Facts facts, Leaf leaf, String name, @Nullable String was, @Nullable String is) {
        Change change = facts.change();
        KeyPath above = isItem(leaf.key()) ? leaf.key().parent() : leaf.key();
        KeyPath key = above.name(name);
        String oldPath = change instanceof Change.Modified modified ? modified.oldPath() : change.path();
        Change one;
        if (was != null && is != null) {
            one = new Change.Modified(change.path(), oldPath, change.part(), leaf(leaf, key, was), leaf(leaf, key, is));
        } else if (is != null) {
            one = new Change.Added(change.path(), change.part(), leaf(leaf, key, is));
        } else {
            String gone = was == null ? "" : was;
            one = new Change.Removed(change.path(), oldPath, change.part(), leaf(leaf, key, gone), change.region());
        }
        return new Facts(
                one,
                // Of a value with a secret in it only what is shown of the whole.
                facts.shown().secret() ? facts.shown() : new Masked(was, is, false),
                facts.environment(),
                facts.reaches(),
                facts.promotions(),
                facts.readers(),
                facts.distance(),
                facts.lowerEnvironments(),
                facts.declared(),
                facts.all(),
                facts.around());
    }

    private static Leaf leaf(Leaf whole, KeyPath key, String text) {
        return new Leaf(
                key,
                new Node.Scalar(ScalarType.STRING, text, whole.region(), null),
                whole.keyRegion(),
                whole.region(),
                null);
    }
}
