package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Set;

/** Words by which a filter, a rule or a policy says that it guards nothing: it searches, logs or draws. */
final class GuardlessWords {

    private static final Set<String> OF_FILTERS = Set.of(
            "search",
            "sort",
            "log",
            "logs",
            "logging",
            "ui",
            "column",
            "columns",
            "view",
            "date",
            "text",
            "metric",
            "metrics",
            "default",
            "label",
            "image",
            "tag",
            "name",
            "dashboard",
            "query",
            "event",
            "events",
            "file",
            "files",
            "trace",
            "span",
            "display",
            "path",
            "branch",
            "branches",
            "media",
            "color",
            "colour");

    /** What an item of a chain of filters does that guards nothing. */
    private static final Set<String> OF_ITEMS = Set.of(
            "compressor",
            "decompressor",
            "compression",
            "compress",
            "gzip",
            "brotli",
            "router",
            "stats",
            "tap",
            "transcoder",
            "tracing",
            "cache",
            "log",
            "logging",
            "logger",
            "metrics",
            "correlation");

    private static final Set<String> ABOVE = Set.of(
            "logging",
            "log",
            "logs",
            "dashboards",
            "grafana",
            "prometheus",
            "metrics",
            "alerts",
            "annotations",
            "labels",
            "telemetry",
            "tracing",
            "fluentd",
            "fluentbit",
            "promtail",
            "otel",
            "receivers",
            "openapi",
            "swagger",
            "exporters");

    private GuardlessWords() {}

    /** Whether the words of a filter's name say that it only searches, sorts or shows. */
    static boolean areOfFilter(List<String> words) {
        return words.stream().anyMatch(OF_FILTERS::contains);
    }

    /** Whether the name of an item of a chain of filters says that it packs, counts or tells. */
    static boolean areOfItem(KeyPath.Segment item) {
        return item instanceof KeyPath.Selector selector
                && selector.fields().stream()
                        .anyMatch(field -> NameWords.of(field.value()).stream().anyMatch(OF_ITEMS::contains));
    }

    /** Whether a name above says that what stands below is a search, a log or something else that guards nothing. */
    static boolean standAbove(KeyPath key) {
        return key.segments().stream()
                .anyMatch(segment -> segment instanceof KeyPath.Name name
                        && NameWords.of(name.name()).stream().anyMatch(ABOVE::contains));
    }
}
