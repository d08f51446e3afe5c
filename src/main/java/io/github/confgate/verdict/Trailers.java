package io.github.confgate.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds {@code Confgate-Waive: rule-id reason} in the last paragraph of a commit's message. */
public final class Trailers {

    private static final String NAME = "confgate-waive:";

    private Trailers() {}

    public static List<WrittenClaim> of(String message) {
        List<WrittenClaim> found = new ArrayList<>();
        List<String> lines = message.stripTrailing().lines().toList();
        for (int i = lines.size() - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
            String line = lines.get(i).strip();
            if (line.toLowerCase(Locale.ROOT).startsWith(NAME)) {
                String rest = line.substring(NAME.length()).strip();
                int space = rest.indexOf(' ');
                found.add(0, space < 0 ? WrittenClaim.of(rest, "") : of(rest, space));
            }
        }
        return found;
    }

    /** Several rules are joined by commas, with or without spaces behind them. */
    private static WrittenClaim of(String rest, int space) {
        int end = space;
        while (end < rest.length() && rest.charAt(end - 1) == ',') {
            int next = rest.indexOf(' ', end + 1);
            end = next < 0 ? rest.length() : next;
        }
        return WrittenClaim.of(rest.substring(0, end), rest.substring(end));
    }
}
