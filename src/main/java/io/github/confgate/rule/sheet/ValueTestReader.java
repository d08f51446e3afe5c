package io.github.confgate.rule.sheet;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.confgate.change.Address;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compiles what {@code old:}, {@code new:} and {@code value:} ask of a value. A single value means "equals", a list "one
 * of"; the keys of a map are joined by "and":
 *
 * <ul>
 *   <li>{@code equals}, {@code one-of}: case does not matter
 *   <li>{@code matches}: a regular expression that is found anywhere in the value
 *   <li>{@code contains}: a text, or one of several, anywhere in the value; case does not matter
 *   <li>{@code is}: address, url, hostname, number, duration, reference, never (a timeout that does not end),
 *       lower-environment (an address of a stage before this one)
 *   <li>{@code boolean}: true or false in any spelling; {@code blank}: true or false
 *   <li>{@code type}: string, integer, decimal, boolean, null
 *   <li>{@code number}, {@code ratio-to-old}: {@code {below: 1, above: 0, at-least: 0, at-most: 1}}
 *   <li>{@code host}, {@code scheme}, {@code port}: what must be true of that part of every address in it
 *   <li>{@code all}, {@code any}, {@code not}: more of the same
 * </ul>
 */
final class ValueTestReader {

    private static final List<String> KEYS = List.of(
            "equals",
            "one-of",
            "matches",
            "contains",
            "is",
            "boolean",
            "blank",
            "type",
            "number",
            "ratio-to-old",
            "host",
            "scheme",
            "port",
            "all",
            "any",
            "not");
    private static final List<String> BOOLEANS = List.of("true", "false");
    private static final Map<String, ValueTest> FORMS = Map.of(
            "address", (value, subject) -> !Address.in(value.text()).isEmpty(),
            "url",
                    (value, subject) -> Address.of(value.text())
                            .map(address -> !address.scheme().isEmpty())
                            .orElse(false),
            "hostname",
                    (value, subject) -> Address.isHostName(value.text())
                            && Values.number(value.text()).isEmpty(),
            "number", (value, subject) -> Values.number(value.text()).isPresent(),
            "duration", (value, subject) -> Values.isDuration(value.text()),
            "reference", (value, subject) -> Values.isReference(value.text()),
            "never", (value, subject) -> Values.isNever(value.text()),
            "lower-environment",
                    (value, subject) -> Address.in(value.text()).stream()
                            .anyMatch(address -> Places.isOfLowerEnvironment(address, subject.facts())));

    private ValueTestReader() {}

    static ValueTest read(SheetNode node) {
        if (!node.isMap()) {
            return oneOf(node);
        }
        node.allowOnly(KEYS);
        List<ValueTest> tests = new ArrayList<>();
        for (Node.Entry entry : node.entries()) {
            tests.add(read(entry.key(), node.child(entry.value())));
        }
        return all(tests);
    }

    private static ValueTest read(String key, SheetNode node) {
        return switch (key) {
            case "equals", "one-of" -> oneOf(node);
            case "matches" -> matches(node);
            case "contains" -> {
                List<String> parts = node.texts().stream().map(Values::folded).toList();
                yield (value, subject) -> parts.stream().anyMatch(Values.folded(value.text())::contains);
            }
            case "is" ->
                any(node.items().stream()
                        .map(item -> Optional.ofNullable(FORMS.get(item.oneOf(
                                        FORMS.keySet().stream().sorted().toList())))
                                .orElseThrow())
                        .toList());
            case "boolean" -> {
                boolean wanted = Boolean.parseBoolean(node.oneOf(BOOLEANS));
                yield (value, subject) -> {
                    Boolean bool = Values.bool(value.text());
                    return bool != null && bool == wanted;
                };
            }
            case "blank" -> {
                boolean wanted = Boolean.parseBoolean(node.oneOf(BOOLEANS));
                yield (value, subject) -> Values.isBlank(value.text()) == wanted;
            }
            case "type" -> type(node);
            case "number" -> {
                Predicate<BigDecimal> bounds = bounds(node);
                yield (value, subject) ->
                        Values.number(value.text()).map(bounds::test).orElse(false);
            }
            case "ratio-to-old" -> ratio(bounds(node));
            case "host" -> part(node, Address::host);
            case "scheme" -> part(node, Address::scheme);
            case "port" -> part(node, Address::port);
            case "all" -> all(node.items().stream().map(ValueTestReader::read).toList());
            case "any" -> any(node.items().stream().map(ValueTestReader::read).toList());
            default -> {
                ValueTest test = read(node);
                yield (value, subject) -> !test.holds(value, subject);
            }
        };
    }

    private static ValueTest all(List<ValueTest> tests) {
        List<ValueTest> copy = List.copyOf(tests);
        return (value, subject) -> copy.stream().allMatch(test -> test.holds(value, subject));
    }

    private static ValueTest any(List<ValueTest> tests) {
        return (value, subject) -> tests.stream().anyMatch(test -> test.holds(value, subject));
    }

    private static ValueTest oneOf(SheetNode node) {
        List<String> wanted = node.texts().stream().map(Values::folded).toList();
        return (value, subject) -> wanted.contains(Values.folded(value.text()));
    }

    private static ValueTest matches(SheetNode node) {
        try {
            Pattern pattern = Pattern.compile(node.text());
            return (value, subject) -> pattern.matcher(value.text()).find();
        } catch (PatternSyntaxException e) {
            throw node.wrong("not a regular expression that takes linear time: " + e.getDescription());
        }
    }

    private static ValueTest type(SheetNode node) {
        List<String> names = List.of(ScalarType.values()).stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        List<String> wanted =
                node.items().stream().map(item -> item.oneOf(names)).toList();
        return (value, subject) -> value.value() instanceof Node.Scalar scalar
                && wanted.contains(scalar.type().name().toLowerCase(Locale.ROOT));
    }

    private static ValueTest ratio(Predicate<BigDecimal> bounds) {
        return (value, subject) -> {
            Leaf old = subject.old();
            Optional<BigDecimal> before = old == null ? Optional.empty() : Values.number(old.text());
            Optional<BigDecimal> now = Values.number(value.text());
            return before.isPresent()
                    && now.isPresent()
                    && before.get().signum() != 0
                    && bounds.test(now.get().divide(before.get(), MathContext.DECIMAL32));
        };
    }

    private static Predicate<BigDecimal> bounds(SheetNode node) {
        node.allowOnly(List.of("below", "above", "at-least", "at-most"));
        Predicate<BigDecimal> bounds = number -> true;
        for (Node.Entry entry : node.entries()) {
            SheetNode limit = node.child(entry.value());
            BigDecimal bound = Values.number(limit.text()).orElseThrow(() -> limit.wrong("expected a number"));
            Predicate<BigDecimal> one =
                    switch (entry.key()) {
                        case "below" -> number -> number.compareTo(bound) < 0;
                        case "above" -> number -> number.compareTo(bound) > 0;
                        case "at-least" -> number -> number.compareTo(bound) >= 0;
                        default -> number -> number.compareTo(bound) <= 0;
                    };
            bounds = bounds.and(one);
        }
        return bounds;
    }

    /** A part of every address in the value, tested like a value of its own. */
    private static ValueTest part(SheetNode node, Function<Address, String> part) {
        ValueTest test = read(node);
        return (value, subject) -> {
            List<Address> addresses = Address.in(value.text());
            return !addresses.isEmpty()
                    && addresses.stream()
                            .map(address -> withText(value, part.apply(address)))
                            .allMatch(leaf -> test.holds(leaf, subject));
        };
    }

    private static Leaf withText(Leaf value, String text) {
        Node.Scalar scalar = new Node.Scalar(ScalarType.STRING, text, value.region(), null);
        return new Leaf(value.key(), scalar, value.keyRegion(), value.region(), null);
    }
}
