package io.github.confgate.document;

/**
 * What a parser accepts; beyond it the file is a {@code limit} diagnostic that names the limit.
 *
 * @param bytes size of a file
 * @param depth nesting of maps and lists
 * @param nodes nodes of a document after aliases and merge keys are expanded
 * @param parts documents in one file
 */
public record Limits(long bytes, int depth, int nodes, int parts) {

    public static Limits standard() {
        return new Limits(10L * 1024 * 1024, 100, 2_000_000, 10_000);
    }
}
