package io.github.confgate.rule.sheet;

import io.github.confgate.change.Change;
import io.github.confgate.document.PathGlob;
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
 *   <li>{@code path}: globs of which one matches the file's path, for what a file's name tells of its keys. Of the key:
 *       where it matches, it makes a key high-risk as {@code key} does
 *   <li>{@code environment}: names of stages, {@code production} for the last stage and layers that it takes,
 *       {@code shared} for layers that several take, {@code unknown} for files of no known environment
 *   <li>{@code old}, {@code new}: what must be true of the value before and now; {@code value}: of either
 *   <li>{@code changed}: host, port, scheme or path of an address, any of these
 *   <li>{@code all}, {@code any}, {@code not}: more of the same
 *   <li>{@code block-stays: true}: of the map that the key stands or stood in, only keys came or went that the
 *       conditions beside this one are about, and not the whole map
 *   <li>{@code carried-over: false}: the value did not only go from one key, or file, to another of the same words
 *   <li>{@code sibling}: another key of the same map, and what must be true of its value:
 *       {@code {key: "cert*", old: ..., new: ...}}. {@code key} has globs from that map on ({@code "*.enabled"} is one map
 *       further in, {@code up: 1} looks in the map around as well); {@code swap: {min: max}} is the key that has
 *       {@code max} where this one's name has {@code min}. With {@code old} alone the key may be gone
 *   <li>{@code counterpart}: what other environments get under this key: {@code {environment: staging, value: ...}};
 *       without {@code environment} those before this one, without {@code value} anything
 *   <li>{@code elsewhere}: values of other places: {@code {in: document, key: "**.host", value: ...}}. {@code in} is
 *       document, environment or tree; without {@code key} it is the keys of the same last name; {@code every: true} asks
 *       it of all of them
 * </ul>
 *
 * <p>What is cheap is asked first, and other keys and files are looked at only where all the rest holds.
 */
final class MatchReader {

    /** In the order in which they are asked. */
    private static final List<String> KEYS = List.of(
            "change",
            "environment",
            "key",
            "path",
            "new",
            "old",
            "value",
            "changed",
            "not-key",
            "not",
            "all",
            "any",
            "block-stays",
            "carried-over",
            "sibling",
            "counterpart",
            "elsewhere");

    private static final List<String> CHANGES = List.of("added", "removed", "modified");

    private MatchReader() {}

    static Condition read(SheetNode match) {
        match.allowOnly(KEYS);
        List<Condition> conditions = new ArrayList<>();
        for (String key : KEYS) {
            SheetNode node = match.get(key);
            if (node != null) {
                conditions.add(
                        key.equals("block-stays")
                                ? new Condition.BlockStays(node.bool(), all(conditions))
                                : read(key, node));
            }
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
            case "path" -> new Condition.Paths(paths(node));
            case "not-key" -> new Condition.Not(keys(node));
            case "environment" -> new Condition.In(node.texts());
            case "old" -> new Condition.Old(ValueTestReader.read(node));
            case "new" -> new Condition.New(ValueTestReader.read(node));
            case "value" -> new Condition.Either(ValueTestReader.read(node));
            case "changed" -> changed(node);
            case "all" -> all(list(node));
            case "any" -> new Condition.Any(list(node));
            case "carried-over" -> new CarriedOver(node.bool());
            case "sibling" -> AroundReader.sibling(node);
            case "counterpart" -> AroundReader.counterpart(node);
            case "elsewhere" -> AroundReader.elsewhere(node);
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
        return new Condition.Keys(globs(node));
    }

    static List<KeyGlob> globs(SheetNode node) {
        List<KeyGlob> globs = new ArrayList<>();
        for (SheetNode item : node.items()) {
            try {
                globs.add(node.tested() ? KeyGlob.tested(item.text()) : KeyGlob.parse(item.text()));
            } catch (IllegalArgumentException e) {
                throw item.wrong(Objects.requireNonNullElse(e.getMessage(), "not a key pattern"));
            }
        }
        return List.copyOf(globs);
    }

    private static List<PathGlob> paths(SheetNode node) {
        List<PathGlob> paths = new ArrayList<>();
        for (SheetNode item : node.items()) {
            paths.add(PathGlob.of(item.text()));
        }
        return List.copyOf(paths);
    }

    private static Condition changed(SheetNode node) {
        List<AddressPart> parts = new ArrayList<>();
        for (SheetNode item : node.items()) {
            parts.add(AddressPart.named(item.oneOf(AddressPart.IDS)));
        }
        return new Condition.Changed(List.copyOf(parts));
    }
}
