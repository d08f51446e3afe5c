package io.github.confgate.document;

import java.time.Duration;

/**
 * What a parser accepts; beyond it the file is a {@code limit} diagnostic that names the limit as policies
 * spell it, {@code limits.depth}.
 *
 * @param bytes size of a file
 * @param line characters of a line
 * @param depth nesting of maps and lists
 * @param nodes nodes of a document after aliases and merge keys are expanded
 * @param parts documents in one file
 * @param time what reading one file may take: parsers are made to take time in the order of the text's length, and this
 *     holds where one of them or its library does not
 */
public record Limits(long bytes, int line, int depth, int nodes, int parts, Duration time) {

    public static Limits standard() {
        return new Limits(10L * 1024 * 1024, 4 * 1024 * 1024, 100, 2_000_000, 10_000, Duration.ofSeconds(30));
    }

    /** What is left for a file within a file, or for a part of a file. */
    public Limits within(int levels, long taken) {
        return new Limits(bytes, line, depth - levels, (int) Math.max(0, nodes - taken), parts, time);
    }
}
