package io.github.confgate.rule;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is written inside of a value and is another one now: {@code - POOL_SIZE=20} of Compose, {@code
 * -Dpool.size=20} and {@code --pool-size=20} of a command line, {@code Max Pool Size=20} of a connection string, {@code
 * ?poolSize=20} of an address. Rules see it as the key that it would be elsewhere.
 *
 * @param key under what the value stands in, by the name of the setting
 * @param kind what happened to the setting, not to what it stands in
 * @param old its value before; null where it came
 * @param now its value; null where it went
 */
public record Assigned(
        KeyPath key,
        Change.Kind kind,
        @Nullable Leaf old,
        @Nullable Leaf now) {

    private static final int LONGEST = 2_000;

    /** A file in a value, of which each line may be a setting. */
    private static final int LONGEST_FILE = 20_000;

    /** More settings than that at once are another list, and no change of one. */
    private static final int MOST = 5;

    private static final Pattern SETTING =
            Pattern.compile("[\"']?(?:-D|-{0,2})([A-Za-z][A-Za-z0-9_.:-]{0,100}?)=(.*?)[\"']?", Pattern.DOTALL);

    private static final Pattern SPACED =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9 _.-]{1,60}?)\\s*=(.*)", Pattern.DOTALL);

    /** {@code maxmemory 3gb}, {@code fsync = on}, {@code level: info} and {@code export A=b} in a text of many lines. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:export |set |-{0,2})([A-Za-z][A-Za-z0-9_.-]{0,80})(?:\\s*[=:]\\s*|\\s+)(\\S.*?)\\s*;?\\s*",
            Pattern.DOTALL);

    /** The settings in a value that differ; none where it holds none, or where anything else differs too. */
    public static List<Assigned> in(Change change) {
        Leaf old = change.before().orElse(null);
        Leaf now = change.after().orElse(null);
        if ((old != null && !mayHold(old)) || (now != null && !mayHold(now)) || change.kind() == Change.Kind.MOVED) {
            return List.of();
        }
        Leaf one = now != null ? now : old;
        if (one == null) {
            return List.of();
        }
        List<KeyPath.Segment> segments = one.key().segments();
        boolean item = !segments.isEmpty() && segments.get(segments.size() - 1) instanceof KeyPath.Index;
        KeyPath under = item ? one.key().parent() : one.key();
        if (old == null || now == null) {
            return item ? whole(one.text(), old == null, under, one) : List.of();
        }
        if (old.text().indexOf('\n') > 0 && now.text().indexOf('\n') > 0) {
            return paired(lines(old.text()), lines(now.text()), under, one);
        }
        if (item
                && SETTING.matcher(now.text()).matches()
                && SETTING.matcher(old.text()).matches()) {
            return paired(List.of(old.text()), List.of(now.text()), under, one);
        }
        return paired(tokens(old.text()), tokens(now.text()), under, one);
    }

    private static boolean mayHold(Leaf leaf) {
        return leaf.value() instanceof Node.Scalar scalar
                && scalar.type() == ScalarType.STRING
                && (scalar.text().indexOf('\n') > 0
                        ? scalar.text().length() <= LONGEST_FILE
                        : scalar.text().length() <= LONGEST && scalar.text().indexOf('=') > 0);
    }

    /** A whole item that came or went. */
    private static List<Assigned> whole(String text, boolean came, KeyPath under, Leaf leaf) {
        Matcher setting = matcher(text);
        if (!setting.matches()) {
            return List.of();
        }
        Leaf value = leaf(under, setting, leaf);
        return List.of(
                came
                        ? new Assigned(value.key(), Change.Kind.ADDED, null, value)
                        : new Assigned(value.key(), Change.Kind.REMOVED, value, null));
    }

    private static List<Assigned> paired(List<String> old, List<String> now, KeyPath under, Leaf leaf) {
        if (old.size() != now.size()) {
            return added(old, now, under, leaf);
        }
        List<Assigned> found = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                Matcher before = matcher(old.get(i));
                Matcher after = matcher(now.get(i));
                if (!before.matches() || !after.matches() || !name(before).equals(name(after))) {
                    return List.of();
                }
                Leaf value = leaf(under, after, leaf);
                found.add(new Assigned(value.key(), Change.Kind.MODIFIED, leaf(under, before, leaf), value));
            }
        }
        return found.size() > MOST ? List.of() : found;
    }

    /** One setting more than before, or one fewer. */
    private static List<Assigned> added(List<String> old, List<String> now, KeyPath under, Leaf leaf) {
        boolean came = now.size() == old.size() + 1;
        List<String> longer = came ? now : old;
        List<String> shorter = came ? old : now;
        if (longer.size() != shorter.size() + 1) {
            return List.of();
        }
        int at = 0;
        while (at < shorter.size() && longer.get(at).equals(shorter.get(at))) {
            at++;
        }
        boolean rest = longer.subList(at + 1, longer.size()).equals(shorter.subList(at, shorter.size()));
        return rest ? whole(longer.get(at), came, under, leaf) : List.of();
    }

    /** The lines that say something, each marked as one. */
    private static List<String> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .map(line -> line + "\n")
                .toList();
    }

    /** The parts of a connection string, of an address with parameters, of a command line. */
    private static List<String> tokens(String text) {
        String parts =
                text.contains("://") || text.startsWith("jdbc:") ? "[?&;\\s]+" : text.indexOf(';') > 0 ? ";" : "\\s+";
        return List.of(text.strip().split(parts));
    }

    private static Matcher matcher(String token) {
        if (token.endsWith("\n")) {
            return LINE.matcher(token);
        }
        Matcher setting = SETTING.matcher(token);
        return setting.matches() ? setting : SPACED.matcher(token);
    }

    private static String name(Matcher setting) {
        return setting.group(1).strip().replace(' ', '-');
    }

    private static Leaf leaf(KeyPath under, Matcher setting, Leaf leaf) {
        Node.Scalar value = new Node.Scalar(ScalarType.STRING, setting.group(2), leaf.region(), null);
        return new Leaf(under.name(name(setting)), value, leaf.keyRegion(), leaf.region(), null, leaf.beside());
    }
}
