package io.github.confgate.cli;

import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a push asks of one ref, as Git tells a hook: {@code old new ref} on a line.
 *
 * @param before full object id; all zeros where the ref is new
 * @param after full object id; all zeros where the ref goes
 */
record RefUpdate(String before, String after, String ref) {

    private static final String HEADS = "refs/heads/";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{40}) ([0-9a-f]{40}) (\\S.*)");
    private static final Pattern NOTHING = Pattern.compile("0{40}");

    static List<RefUpdate> read(String text) {
        List<RefUpdate> updates = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new UsageException(
                        "a line of standard input is `OLD NEW REF`, as Git tells its pre-receive hook");
            }
            updates.add(new RefUpdate(parts.group(1), parts.group(2), parts.group(3)));
        }
        return updates;
    }

    boolean isOfBranch() {
        return ref.startsWith(HEADS);
    }

    String branch() {
        return ref.substring(HEADS.length());
    }

    boolean creates() {
        return NOTHING.matcher(before).matches();
    }

    boolean deletes() {
        return NOTHING.matcher(after).matches();
    }
}
