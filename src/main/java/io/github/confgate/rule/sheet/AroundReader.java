package io.github.confgate.rule.sheet;

import io.github.confgate.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the conditions about what stands around a change: {@code sibling}, {@code counterpart}, {@code elsewhere}. */
final class AroundReader {

    private static final List<String> SIBLING = List.of("key", "swap", "up", "old", "new");
    private static final List<String> COUNTERPART = List.of("environment", "value");
    private static final List<String> ELSEWHERE = List.of("in", "key", "value", "every");
    private static final List<String> LEVELS = List.of("0", "1", "2", "3");

    private AroundReader() {}

    static Condition sibling(SheetNode node) {
        node.allowOnly(SIBLING);
        SheetNode key = node.get("key");
        SheetNode swap = node.get("swap");
        SheetNode up = node.get("up");
        if (key == null && swap == null) {
            throw node.wrong("`sibling` needs `key` or `swap`");
        }
        return new Sibling(
                key == null ? List.of() : MatchReader.globs(key),
                swap == null ? Map.of() : swaps(swap),
                up == null ? 0 : Integer.parseInt(up.oneOf(LEVELS)),
                test(node.get("old")),
                test(node.get("new")));
    }

    private static Map<String, List<String>> swaps(SheetNode node) {
        Map<String, List<String>> swaps = new LinkedHashMap<>();
        for (Node.Entry entry : node.entries()) {
            swaps.put(entry.key(), node.child(entry.value()).texts());
        }
        return Map.copyOf(swaps);
    }

    static Condition counterpart(SheetNode node) {
        node.allowOnly(COUNTERPART);
        SheetNode environment = node.get("environment");
        return new Counterpart(environment == null ? List.of() : environment.texts(), test(node.get("value")));
    }

    static Condition elsewhere(SheetNode node) {
        node.allowOnly(ELSEWHERE);
        SheetNode key = node.get("key");
        SheetNode every = node.get("every");
        return new Elsewhere(
                Elsewhere.Where.valueOf(
                        node.need("in").oneOf(Elsewhere.Where.IDS).toUpperCase(Locale.ROOT)),
                key == null ? List.of() : MatchReader.globs(key),
                ValueTestReader.read(node.need("value")),
                every != null && every.bool());
    }

    private static @Nullable ValueTest test(@Nullable SheetNode node) {
        return node == null ? null : ValueTestReader.read(node);
    }
}
