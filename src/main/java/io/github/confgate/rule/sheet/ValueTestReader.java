package io.github.confgate.rule.sheet;

import io.github.confgate.document.Node;
import io.github.confgate.rule.LinearPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Compiles what {@code old:}, {@code new:} and {@code value:} ask of a value. A single value means "equals", a list "one
 * of"; the keys of a map are joined by "and":
 *
 * <ul>
 *   <li>{@code equals}, {@code one-of}: case does not matter
 *   <li>{@code matches}: a regular expression that is found anywhere in the value
 *   <li>{@code contains}: a text, or one of several, anywhere in the value; case does not matter
 *   <li>{@code is}: address, boolean, cidr, credentials (an address with a password in it), cron (a schedule),
 *       documentation (an address that RFC 2606, 5737 or 3849 keeps for documents), duration, everything (a range of all
 *       addresses), hostname, loopback (an address of the machine itself), lower-environment (an address of a stage before
 *       this one), never (a timeout that does not end), number, percent, port, reference, regex, size, timezone, url, wider-range (of
 *       more addresses than the old value)
 *   <li>{@code boolean}: true or false in any spelling; {@code blank}: true or false
 *   <li>{@code type}: string, integer, decimal, boolean, null
 *   <li>{@code number}: {@code {below: 1, above: 0, at-least: 0, at-most: 1}}
 *   <li>{@code duration}, {@code size}, {@code percent}: the same bounds with units, {@code {below: 1s}}, {@code {above:
 *       1Gi}}, {@code {at-most: 50%}}; a bare number has the unit that its key names ({@code readTimeoutMillis}), or none
 *   <li>{@code ratio-to-old}: the same bounds for the value divided by the old value of the changed key; of durations,
 *       sizes, percentages and numbers
 *   <li>{@code step-from-old}: the same bounds for the value less the old one; of percentages and bare numbers.
 *       {@code above: ramp} is above the step that the policy names
 *   <li>{@code factor-of-old}: numbers; the value is exactly so many times the old one, or the other way round, and is
 *       not written in the same unit
 *   <li>{@code like-old}: true or false, whether both read as booleans, as amounts or as texts; blanks and references
 *       read like anything
 *   <li>{@code ratio-to-this}, {@code like-this}, {@code same-as-this: true}: the same towards the changed key itself,
 *       for the values of other keys
 *   <li>{@code host}, {@code scheme}, {@code port}, {@code path}: what must be true of that part of every address in it
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
            "duration",
            "size",
            "percent",
            "ratio-to-old",
            "ratio-to-this",
            "step-from-old",
            "factor-of-old",
            "same-as-this",
            "like-old",
            "like-this",
            "host",
            "scheme",
            "port",
            "path",
            "all",
            "any",
            "not");
    private static final List<String> TYPES = List.of("string", "integer", "decimal", "boolean", "null");

    private ValueTestReader() {}

    static ValueTest read(SheetNode node) {
        if (!node.isMap()) {
            return new ValueTest.OneOf(folded(node));
        }
        node.allowOnly(KEYS);
        List<ValueTest> tests = new ArrayList<>();
        for (Node.Entry entry : node.entries()) {
            tests.add(read(entry.key(), node.child(entry.value())));
        }
        return tests.size() == 1 ? tests.get(0) : new ValueTest.All(List.copyOf(tests));
    }

    private static ValueTest read(String key, SheetNode node) {
        return switch (key) {
            case "equals", "one-of" -> new ValueTest.OneOf(folded(node));
            case "matches" -> new ValueTest.Matches(pattern(node));
            case "contains" -> new ValueTest.Contains(folded(node));
            case "is" -> new ValueTest.Any(forms(node));
            case "boolean" -> new ValueTest.Bool(node.bool());
            case "blank" -> new ValueTest.Blank(node.bool());
            case "type" -> {
                node.items().forEach(item -> item.oneOf(TYPES));
                yield new ValueTest.Type(node.texts());
            }
            case "number" -> within(Measure.NUMBER, node);
            case "duration" -> within(Measure.DURATION, node);
            case "size" -> within(Measure.SIZE, node);
            case "percent" -> within(Measure.PERCENT, node);
            case "ratio-to-old" -> ratio(Against.OLD, node);
            case "ratio-to-this" -> ratio(Against.THIS, node);
            case "step-from-old" -> step(node);
            case "factor-of-old" -> new ValueTest.FactorOfOld(factors(node));
            case "same-as-this" -> new ValueTest.SameAsThis(node.bool());
            case "like-old" -> new ValueTest.LikeType(Against.OLD, node.bool());
            case "like-this" -> new ValueTest.LikeType(Against.THIS, node.bool());
            case "all" -> new ValueTest.All(list(node));
            case "any" -> new ValueTest.Any(list(node));
            case "not" -> new ValueTest.Not(read(node));
            default -> new ValueTest.Part(AddressPart.named(key), read(node));
        };
    }

    private static List<ValueTest> list(SheetNode node) {
        List<ValueTest> tests = new ArrayList<>();
        for (SheetNode item : node.items()) {
            tests.add(read(item));
        }
        return List.copyOf(tests);
    }

    private static List<ValueTest> forms(SheetNode node) {
        List<ValueTest> forms = new ArrayList<>();
        for (SheetNode item : node.items()) {
            forms.add(new ValueTest.Is(item.oneOf(Forms.IDS)));
        }
        return List.copyOf(forms);
    }

    private static List<String> folded(SheetNode node) {
        List<String> texts = new ArrayList<>();
        for (String text : node.texts()) {
            texts.add(Values.folded(text));
        }
        return List.copyOf(texts);
    }

    private static LinearPattern pattern(SheetNode node) {
        try {
            return node.tested() ? LinearPattern.tested(node.text()) : LinearPattern.of(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong(Objects.requireNonNullElse(e.getMessage(), "not a regular expression"));
        }
    }

    private static ValueTest within(Measure measure, SheetNode node) {
        return new ValueTest.Within(measure, bounds(measure, node), Against.NOTHING);
    }

    private static ValueTest ratio(Against against, SheetNode node) {
        return new ValueTest.Within(Measure.NUMBER, bounds(Measure.NUMBER, node), against);
    }

    private static ValueTest step(SheetNode node) {
        SheetNode above = node.get("above");
        return above != null && node.entries().size() == 1 && above.text().equals("ramp")
                ? new ValueTest.AboveRamp()
                : new ValueTest.StepFromOld(bounds(Measure.NUMBER, node));
    }

    private static List<BigDecimal> factors(SheetNode node) {
        List<BigDecimal> factors = new ArrayList<>();
        for (SheetNode item : node.items()) {
            factors.add(Measure.NUMBER.of(item.text()).orElseThrow(() -> item.wrong("expected a number")));
        }
        return List.copyOf(factors);
    }

    private static List<ValueTest.Bound> bounds(Measure measure, SheetNode node) {
        node.allowOnly(ValueTest.Bound.SIDES);
        List<ValueTest.Bound> bounds = new ArrayList<>();
        for (Node.Entry entry : node.entries()) {
            SheetNode limit = node.child(entry.value());
            Optional<BigDecimal> number = measure.of(limit.text());
            if (number.isEmpty()) {
                throw limit.wrong("expected a " + measure.name().toLowerCase(Locale.ROOT));
            }
            bounds.add(new ValueTest.Bound(entry.key(), number.get()));
        }
        return List.copyOf(bounds);
    }
}
