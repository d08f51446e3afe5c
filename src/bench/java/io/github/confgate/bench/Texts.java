package io.github.confgate.bench;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Makes large texts, the same in each run, and reads them. */
final class Texts {

    private static final Limits LIMITS = new Limits(1L << 30, Integer.MAX_VALUE, 100, 20_000_000, 1_000_000, Duration.ofMinutes(10));

    private Texts() {}

    /** Lines, or whatever stands one behind the other. */
    static String each(int n, IntFunction<String> text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            out.append(text.apply(i));
        }
        return out.toString();
    }

    /** The same in another order. */
    static String shuffled(int n, IntFunction<String> text) {
        List<Integer> order = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(20260105));
        return each(n, i -> text.apply(order.get(i)));
    }

    static String reversed(int n, IntFunction<String> text) {
        return each(n, i -> text.apply(n - 1 - i));
    }

    /** A tree of maps, each but the last of which has so many children; {@code close} stands behind each. */
    static String tree(int n, int depth, String indent, String open, String close) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n / depth; i++) {
            for (int d = 0; d < depth; d++) {
                out.append(indent.repeat(d)).append(d == 0 ? "k" + i : "k").append(open);
            }
            out.append(close.repeat(depth)).append(close.isEmpty() ? "" : "\n");
        }
        return out.toString();
    }

    static Parsed parse(Format format, String path, String text) {
        return Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), format, LIMITS);
    }

    /** A text that its format must be able to read. */
    static Document read(Format format, String text) {
        return read(format, "values.txt", text);
    }

    static Document read(Format format, String path, String text) {
        if (parse(format, path, text) instanceof Parsed.Ok ok) {
            return ok.document();
        }
        throw new IllegalStateException("cannot be read: " + parse(format, path, text));
    }
}
