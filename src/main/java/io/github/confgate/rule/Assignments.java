package io.github.confgate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Assignments in a value: {@code Max Pool Size=20} of a connection string, {@code ?poolSize=20} of an address, {@code a=1 b=2},
 * and the lines of a file that is written out in a value. Where anything but them differs, the value is none of these.
 */
final class Assignments {

    /**
     * An assignment that came, went or is another.
     *
     * @param old null where it came
     * @param now null where it went
     */
    record Assignment(
            String name, @Nullable String old, @Nullable String now) {}

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

    private Assignments() {}

    /** Tells most values apart at a glance. */
    static boolean mayHold(String text) {
        return text.indexOf('\n') > 0
                ? text.length() <= LONGEST_FILE
                : text.length() <= LONGEST && text.indexOf('=') > 0;
    }

    /**
     * Those that differ.
     *
     * @param alone whether an assignment that stands alone counts: of an item of a list it may be anything
     */
    static List<Assignment> between(String old, String now, boolean alone) {
        if (!mayHold(old) || !mayHold(now)) {
            return List.of();
        }
        boolean files = old.indexOf('\n') > 0 && now.indexOf('\n') > 0;
        List<String> before = files ? lines(old) : tokens(old);
        List<String> after = files ? lines(now) : tokens(now);
        if (!alone && before.size() == 1 && after.size() == 1) {
            return List.of();
        }
        return before.size() == after.size() ? paired(before, after) : oneMore(before, after);
    }

    private static List<Assignment> paired(List<String> old, List<String> now) {
        List<Assignment> found = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                Matcher before = matcher(old.get(i));
                Matcher after = matcher(now.get(i));
                if (!before.matches() || !after.matches() || !name(before).equals(name(after))) {
                    return List.of();
                }
                found.add(new Assignment(name(after), before.group(2), after.group(2)));
            }
        }
        return found.size() > MOST ? List.of() : found;
    }

    /** One setting more than before, or one fewer. */
    private static List<Assignment> oneMore(List<String> old, List<String> now) {
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
        Matcher setting = matcher(longer.get(at));
        if (!longer.subList(at + 1, longer.size()).equals(shorter.subList(at, shorter.size())) || !setting.matches()) {
            return List.of();
        }
        String value = setting.group(2);
        return List.of(new Assignment(name(setting), came ? null : value, came ? value : null));
    }

    /** The lines that say something, each marked as one. */
    private static List<String> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .map(line -> line + "\n")
                .toList();
    }

    /** The parts of a connection string, of an address with parameters, of a text with spaces. */
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
}
