package io.github.confgate.report;

import io.github.confgate.inspection.EnvironmentListing;
import io.github.confgate.inspection.EnvironmentListing.Mapped;
import io.github.confgate.inspection.EnvironmentListing.Stage;
import java.util.List;
import java.util.stream.Collectors;

/** The report of {@code environments}: how each file was mapped and why, the pipeline, and what counts at all. */
public final class EnvironmentsText {
    private static final int WIDTH = 110;

    private EnvironmentsText() {}

    public static String write(EnvironmentListing listing, Style style) {
        StringBuilder out = new StringBuilder();
        int width = listing.files().stream()
                .map(file -> environment(file))
                .mapToInt(Visible::width)
                .max()
                .orElse(0);
        for (Mapped file : listing.files()) {
            String environment = environment(file);
            out.append(style.bold(environment)).append(" ".repeat(width - Visible.width(environment) + 2));
            out.append(Visible.escape(file.path())).append('\n');
            String indent = " ".repeat(width + 4);
            if (file.counterpart() != null) {
                out.append(indent).append(style.dim("counterpart "));
                out.append(Visible.escape(file.counterpart())).append('\n');
            }
            if (!file.layers().isEmpty()) {
                out.append(indent).append(style.dim("layers      "));
                out.append(file.layers().stream().map(Visible::escape).collect(Collectors.joining(style.dim(" < "))));
                out.append('\n');
            }
            out.append(indent).append(style.dim("reason      ")).append(Visible.escape(file.reason()));
            out.append('\n');
        }
        out.append(listing.files().isEmpty() ? "no configuration files\n" : "");
        pipeline(out, listing, style);
        if (!style.isQuiet()) {
            list(out, "what counts as configuration", listing.configuration(), style);
            list(out, "what does not", listing.exclusions(), style);
        }
        return out.toString();
    }

    private static String environment(Mapped file) {
        return file.environment() == null
                ? "-"
                : Visible.atLineStart(file.environment().name());
    }

    private static void pipeline(StringBuilder out, EnvironmentListing listing, Style style) {
        out.append('\n').append(style.bold("pipeline"));
        out.append(listing.declared() ? " (declared by the policy)\n" : " (detected from names)\n");
        for (Stage stage : listing.pipeline()) {
            out.append("  ").append(Visible.escape(stage.environment().name()));
            if (!stage.after().isEmpty()) {
                out.append(stage.after().stream()
                        .map(Visible::escape)
                        .collect(Collectors.joining(", ", style.dim(" after "), "")));
            }
            out.append(stage.soak().isZero() ? "" : style.dim(", soak ") + Time.span(stage.soak()));
            out.append('\n');
        }
        out.append(listing.pipeline().isEmpty() ? "  none: nothing is gated\n" : "");
    }

    private static void list(StringBuilder out, String title, List<String> patterns, Style style) {
        out.append('\n').append(style.bold(title)).append('\n');
        patterns.forEach(pattern -> wrap(out, Visible.escape(pattern)));
    }

    /** Patterns hold no spaces, so that a line can be broken at any of them. */
    private static void wrap(StringBuilder out, String text) {
        int column = 0;
        for (String word : text.split(" +", -1)) {
            if (column > 0 && column + word.length() > WIDTH) {
                out.append("\n   ");
                column = 3;
            }
            out.append(column == 0 ? "  " : " ").append(word);
            column += word.length() + 1;
        }
        out.append('\n');
    }
}
