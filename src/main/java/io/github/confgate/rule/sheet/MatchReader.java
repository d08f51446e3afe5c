package io.github.confgate.rule.sheet;

import io.github.confgate.change.Change;
import io.github.confgate.document.Node;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Compiles a {@code match:} block. Its keys are joined by "and":
 *
 * <ul>
 *   <li>{@code change}: added, removed, modified; a moved key is a removed and an added one
 *   <li>{@code key}, {@code not-key}: globs
 *   <li>{@code environment}: names of stages, {@code production} for the last stage and layers that it takes,
 *       {@code unknown} for files of no known environment
 *   <li>{@code old}, {@code new}: what must be true of the value before and now; {@code value}: of either
 *   <li>{@code changed}: host, port, scheme or path of an address, any of these
 *   <li>{@code block-stays: true}: of the map that the key stands or stood in, only keys came or went that the
 *       conditions beside this one are about, and not the whole map
 *   <li>{@code all}, {@code any}, {@code not}: more of the same
 * </ul>
 */
final class MatchReader {

    private static final List<String> KEYS = List.of(
            "change",
            "key",
            "not-key",
            "environment",
            "old",
            "new",
            "value",
            "changed",
            "block-stays",
            "all",
            "any",
            "not");
    private static final List<String> CHANGES = List.of("added", "removed", "modified");

    private MatchReader() {}

    static Condition read(SheetNode match) {
        match.allowOnly(KEYS);
        List<Condition> conditions = new ArrayList<>();
        for (Node.Entry entry : match.entries()) {
            if (!entry.key().equals("block-stays")) {
                conditions.add(read(entry.key(), match.child(entry.value())));
            }
        }
        SheetNode blockStays = match.get("block-stays");
        if (blockStays != null) {
            conditions.add(new Condition.BlockStays(blockStays.bool(), all(conditions)));
        }
        if (conditions.isEmpty()) {
            throw match.wrong("`match` is empty and would find every change");
        }
        return all(conditions);
    }

    private static Condition all(List<Condition> conditions) {
        return new Condition.All(List.copyOf(conditions));
    }

    private static Condition read(String key, SheetNode node) {
        return switch (key) {
            case "change" -> kinds(node);
            case "key" -> keys(node);
            case "not-key" -> new Condition.Not(keys(node));
            case "environment" -> new Condition.In(node.texts());
            case "old" -> new Condition.Old(ValueTestReader.read(node));
            case "new" -> new Condition.New(ValueTestReader.read(node));
            case "value" -> new Condition.Either(ValueTestReader.read(node));
            case "changed" -> changed(node);
            case "all" -> all(list(node));
            case "any" -> new Condition.Any(list(node));
            default -> new Condition.Not(read(node));
        };
    }

    private static List<Condition> list(SheetNode node) {
        List<Condition> conditions = new ArrayList<>();
        for (SheetNode item : node.items()) {
            conditions.add(read(item));
        }
        return List.copyOf(conditions);
    }

    private static Condition kinds(SheetNode node) {
        List<Change.Kind> kinds = new ArrayList<>();
        for (SheetNode item : node.items()) {
            kinds.add(Change.Kind.valueOf(item.oneOf(CHANGES).toUpperCase(Locale.ROOT)));
        }
        return new Condition.Kinds(List.copyOf(kinds));
    }

    private static Condition keys(SheetNode node) {
        List<KeyGlob> globs = new ArrayList<>();
        for (SheetNode item : node.items()) {
            try {
                globs.add(KeyGlob.parse(item.text()));
            } catch (IllegalArgumentException e) {
                throw item.wrong(Objects.requireNonNullElse(e.getMessage(), "not a key pattern"));
            }
        }
        return new Condition.Keys(List.copyOf(globs));
    }

    private static Condition changed(SheetNode node) {
        List<AddressPart> parts = new ArrayList<>();
        for (SheetNode item : node.items()) {
            parts.add(AddressPart.named(item.oneOf(AddressPart.IDS)));
        }
        return new Condition.Changed(List.copyOf(parts));
    }
}
