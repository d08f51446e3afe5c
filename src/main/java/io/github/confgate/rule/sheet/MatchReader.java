package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.Node;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

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
 *   <li>{@code block-stays: true}: of the map that the key stands or stood in, only keys came or went that this
 *       block is about; so the map as a whole was not added or removed
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
    private static final List<String> PARTS = List.of("host", "port", "scheme", "path");

    /** The whole block, for conditions that ask it of other changes. */
    private Condition whole = subject -> false;

    private MatchReader() {}

    static Condition read(SheetNode match) {
        MatchReader reader = new MatchReader();
        reader.whole = reader.block(match);
        return reader.whole;
    }

    private Condition block(SheetNode match) {
        match.allowOnly(KEYS);
        List<Condition> conditions = new ArrayList<>();
        for (Node.Entry entry : match.entries()) {
            conditions.add(read(entry.key(), match.child(entry.value())));
        }
        if (conditions.isEmpty()) {
            throw match.wrong("`match` is empty and would find every change");
        }
        return new Condition.All(List.copyOf(conditions));
    }

    private Condition read(String key, SheetNode node) {
        return switch (key) {
            case "change" -> changes(node);
            case "key" -> keys(node);
            case "not-key" -> new Condition.Not(keys(node));
            case "environment" -> environments(node.texts());
            case "old" -> {
                ValueTest test = ValueTestReader.read(node);
                yield subject -> subject.old() != null && test.holds(subject.old(), subject);
            }
            case "new" -> {
                ValueTest test = ValueTestReader.read(node);
                yield subject -> subject.now() != null && test.holds(subject.now(), subject);
            }
            case "value" -> {
                ValueTest test = ValueTestReader.read(node);
                yield Condition.ofKey(subject -> (subject.now() != null && test.holds(subject.now(), subject))
                        || (subject.old() != null && test.holds(subject.old(), subject)));
            }
            case "changed" -> changed(node);
            case "block-stays" -> blockStays(Boolean.parseBoolean(node.oneOf(List.of("true", "false"))));
            case "all" -> new Condition.All(list(node));
            case "any" -> new Condition.Any(list(node));
            default -> new Condition.Not(block(node));
        };
    }

    private List<Condition> list(SheetNode node) {
        return node.items().stream().map(this::block).toList();
    }

    private static Condition changes(SheetNode node) {
        List<Change.Kind> kinds = node.items().stream()
                .map(item -> Change.Kind.valueOf(item.oneOf(CHANGES).toUpperCase(Locale.ROOT)))
                .toList();
        return subject -> kinds.contains(subject.kind());
    }

    private static Condition keys(SheetNode node) {
        List<KeyGlob> globs = node.items().stream().map(MatchReader::glob).toList();
        return Condition.ofKey(subject -> globs.stream().anyMatch(glob -> glob.matches(subject.folded())));
    }

    private static KeyGlob glob(SheetNode node) {
        try {
            return KeyGlob.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong(Objects.requireNonNullElse(e.getMessage(), "not a key pattern"));
        }
    }

    private static Condition environments(List<String> names) {
        return subject -> names.stream().anyMatch(name -> Places.isIn(subject.facts(), name));
    }

    private static Condition changed(SheetNode node) {
        List<Function<Address, String>> parts =
                node.items().stream().map(item -> part(item.oneOf(PARTS))).toList();
        return subject -> subject.old() != null
                && subject.now() != null
                && parts.stream().anyMatch(part -> !all(subject.old().text(), part)
                        .equals(all(subject.now().text(), part)));
    }

    private static Function<Address, String> part(String name) {
        return switch (name) {
            case "host" -> Address::host;
            case "port" -> Address::port;
            case "scheme" -> Address::scheme;
            default -> Address::path;
        };
    }

    private static List<String> all(String text, Function<Address, String> part) {
        return Address.in(text).stream().map(part).toList();
    }

    private Condition blockStays(boolean wanted) {
        return subject -> wanted
                == subject.facts().all().everything().stream()
                        .filter(other -> isBeside(other.change(), subject))
                        .flatMap(other -> Subject.of(other).stream())
                        .allMatch(whole::holdsOfKey);
    }

    private static boolean isBeside(Change other, Subject subject) {
        return other.kind() == subject.kind()
                && other.path().equals(subject.facts().change().path())
                && other.key().parent().equals(subject.key().parent());
    }
}
