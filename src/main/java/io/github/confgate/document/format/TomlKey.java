package io.github.confgate.document.format;

import io.github.confgate.document.Limits;
import io.github.confgate.document.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a TOML key and where it stands.
 *
 * @param name with quotes and escapes resolved
 */
record TomlKey(String name, int start, int end) {

    /** Reads a key with its dots; the cursor stands behind it and its blanks then. */
    static List<TomlKey> steps(Cursor in, Limits limits) {
        List<TomlKey> steps = new ArrayList<>(2);
        do {
            in.skipBlanks();
            int start = in.at;
            if (steps.size() > limits.depth()) {
                throw Refusal.tooDeep(limits, in.line(start));
            }
            String name =
                    switch (in.peek()) {
                        case '"' -> TomlStrings.basic(in);
                        case '\'' -> TomlStrings.literal(in);
                        default -> bare(in);
                    };
            steps.add(new TomlKey(name, start, in.at));
            in.skipBlanks();
        } while (in.take('.'));
        return steps;
    }

    private static String bare(Cursor in) {
        int start = in.at;
        while (isBare(in.peek())) {
            in.at++;
        }
        if (in.at == start) {
            throw in.unparsed("a key is wanted here; put one with other characters than A-Z a-z 0-9 _ - in quotes");
        }
        return in.from(start);
    }

    private static boolean isBare(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
