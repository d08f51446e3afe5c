package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.Inspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes as the reports of {@code diff} list them. */
final class Changes {
    private Changes() {}

    /** By path, each in the order of its text. */
    static Map<String, List<Facts>> byPath(Inspection inspection) {
        Map<String, List<Facts>> byPath = new LinkedHashMap<>();
        for (Inspection.Inspected inspected : inspection.changes()) {
            String path = inspected.facts().change().path();
            byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(inspected.facts());
        }
        return byPath;
    }

    /** The environments that a file's changes arrive in: {@code production}, or {@code shared by staging, production}. */
    static String where(List<Facts> changes) {
        Environment own = changes.get(0).environment();
        if (own != null) {
            return own.name();
        }
        String reached = changes.stream()
                .flatMap(facts -> facts.reaches().stream())
                .map(Environment::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return reached.isEmpty() ? "no environment" : "shared by " + reached;
    }

    /** What follows a key to tell where it counts: {@code " in production"}, {@code ", shared by staging, production"}. */
    static String in(Facts facts) {
        if (facts.environment() != null) {
            return " in " + facts.environment().name();
        }
        String reached = facts.reaches().stream().map(Environment::name).collect(Collectors.joining(", "));
        return reached.isEmpty() ? "" : ", shared by " + reached;
    }

    /** A key for people; the root is the file. */
    static String key(KeyPath key, int limit) {
        return key.isRoot() ? "(the file)" : Visible.shorten(key.toString(), limit);
    }

    static String sign(Change change) {
        return switch (change.kind()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case MODIFIED -> "~";
            case MOVED -> ">";
        };
    }

    /** What became of the value's type, where that changed: {@code integer to string}; or that only its text did. */
    static String types(Change change) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return "";
        }
        if (change.isSpelling()) {
            return "another spelling";
        }
        String old = type(change.before().get());
        String now = type(change.after().get());
        return old.equals(now) ? "" : old + " to " + now;
    }

    private static String type(Leaf leaf) {
        if (leaf.value() instanceof Node.Scalar scalar) {
            return scalar.type().name().toLowerCase(Locale.ROOT);
        }
        return leaf.value() instanceof Node.Mapping ? "map" : "list";
    }
}
