package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.Inspection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every change as a row of a table, one table for each environment, the nearest to production first. */
final class MarkdownChanges {
    private static final int VALUE = 80;

    private MarkdownChanges() {}

    /** The rows; the first of each environment brings its heading along. */
    static List<String> rows(Inspection inspection) {
        List<Facts> nearest = inspection.changes().stream()
                .map(Inspection.Inspected::facts)
                .sorted(Comparator.comparingInt(Facts::distance))
                .toList();
        Map<String, List<Facts>> byEnvironment = new LinkedHashMap<>();
        for (Facts facts : nearest) {
            byEnvironment
                    .computeIfAbsent(Changes.where(List.of(facts)), where -> new ArrayList<>())
                    .add(facts);
        }
        List<String> rows = new ArrayList<>();
        byEnvironment.forEach((where, changes) -> {
            String heading = (rows.isEmpty() ? "" : "\n") + "**" + Markdown.text(Visible.shorten(where, VALUE))
                    + "**\n\n" + Markdown.row("key", "old", "new", "place") + Markdown.row("---", "---", "---", "---");
            for (int i = 0; i < changes.size(); i++) {
                rows.add((i == 0 ? heading : "") + row(changes.get(i)));
            }
        });
        return rows;
    }

    private static String row(Facts facts) {
        Change change = facts.change();
        String key = Markdown.code(Changes.key(change.key(), VALUE));
        if (change instanceof Change.Moved moved) {
            key += " was " + Markdown.code(Changes.key(moved.old().key(), VALUE));
        }
        String types = Changes.types(change);
        return Markdown.row(
                key,
                cell(facts.shown().old()),
                cell(facts.shown().now()) + (types.isEmpty() ? "" : " (" + types + ")"),
                Markdown.code(Visible.shorten(change.path(), VALUE) + ":"
                        + change.region().line()));
    }

    private static String cell(@Nullable String value) {
        return value == null ? "none" : Markdown.code(Visible.shorten(value, VALUE));
    }
}
