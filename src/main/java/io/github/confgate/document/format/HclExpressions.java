package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions. Literals, lists and objects become nodes; whatever would have to be worked out (references, calls,
 * operators, conditions, {@code for}) is followed to its end by the grammar and stays a text.
 *
 * <p>Past 300 lines: one grammar, whose rules call each other.
 */
final class HclExpressions {

    private static final List<String> OPERATORS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%");
    private static final String SIGNS = "?=!<>&|+-*/%";

    private final HclText in;
    private final HclTemplates templates;
    private final Remarks remarks;
    private final List<KeyPath.Segment> path;

    /** @param path where the expressions stand, for remarks; shared with the caller, who changes it */
    HclExpressions(HclText in, Remarks remarks, List<KeyPath.Segment> path) {
        this.in = in;
        this.templates = new HclTemplates(in);
        this.remarks = remarks;
        this.path = path;
    }

    /** The text in quotes that begins here, as a label or a key. */
    String quoted() {
        return templates.unquoted();
    }

    /** The expression that begins here; the place is then right behind it. */
    Node expression() {
        in.skip();
        int start = in.at;
        Node literal = operand();
        int end = in.at;
        boolean worked = false;
        while (goesOn()) {
            worked = true;
            end = in.at;
        }
        in.at = end;
        return literal == null || worked ? in.scalar(ScalarType.STRING, in.text.substring(start, end), start) : literal;
    }

    /** Over an operator and what follows it, when one stands next. */
    private boolean goesOn() {
        in.skip();
        if (SIGNS.indexOf(in.peek()) < 0) {
            return false;
        }
        if (in.take("?")) {
            in.descend();
            expression();
            in.ascend();
            in.skip();
            in.expect(":", "a condition has no `:`");
            operand();
            return true;
        }
        for (String operator : OPERATORS) {
            if (in.take(operator)) {
                operand();
                return true;
            }
        }
        return false;
    }

    /** One operand with what is hung on it; null when it is not a literal. */
    private @Nullable Node operand() {
        in.skip();
        boolean negated = false;
        while (in.peek() == '!' || (in.peek() == '-' && !isDigit(in.peek(1)))) {
            in.at++;
            in.skip();
            negated = true;
        }
        Node literal = term();
        return traversed() || negated ? null : literal;
    }

    private @Nullable Node term() {
        char c = in.peek();
        if (c == '"') {
            return templates.quoted();
        }
        if (c == '<' && in.looking("<<")) {
            return templates.heredoc();
        }
        if (c == '-' || isDigit(c)) {
            return number();
        }
        if (c == '[' || c == '{') {
            return collection(c == '[');
        }
        if (c == '(') {
            enclosed(in.at++, ")");
            return null;
        }
        return named();
    }

    private Node number() {
        int start = in.at++;
        digits();
        ScalarType type = ScalarType.INTEGER;
        if (in.peek() == '.' && isDigit(in.peek(1))) {
            type = ScalarType.DECIMAL;
            in.at++;
            digits();
        }
        int sign = in.peek(1) == '+' || in.peek(1) == '-' ? 2 : 1;
        if ((in.peek() == 'e' || in.peek() == 'E') && isDigit(in.peek(sign))) {
            type = ScalarType.DECIMAL;
            in.at += sign;
            digits();
        }
        return in.scalar(type, in.text.substring(start, in.at), start);
    }

    private void digits() {
        while (isDigit(in.peek())) {
            in.at++;
        }
    }

    private @Nullable Node named() {
        int start = in.at;
        String name = in.identifier();
        if (name.isEmpty()) {
            throw in.unparsed(start, "a value is missing, or begins with a character that begins none");
        }
        while (in.take("::")) {
            in.identifier();
        }
        int end = in.at;
        in.skip();
        if (in.peek() == '(') {
            enclosed(in.at++, ")");
            return null;
        }
        in.at = end;
        return switch (name) {
            case "true", "false" -> in.scalar(ScalarType.BOOLEAN, name, start);
            case "null" -> in.scalar(ScalarType.NULL, name, start);
            default -> null;
        };
    }

    /** Over attributes, indices and splats; whether there are any. */
    private boolean traversed() {
        boolean any = false;
        while (true) {
            int end = in.at;
            in.skip();
            if (in.peek() == '.' && !in.looking("..")) {
                in.at++;
                in.skip();
                int from = in.at;
                if (!in.take("*") && in.identifier().isEmpty()) {
                    digits();
                }
                if (in.at == from) {
                    throw in.unparsed(in.at, "a name is missing behind a dot");
                }
            } else if (in.peek() == '[') {
                index(in.at++);
            } else {
                in.at = end;
                return any;
            }
            any = true;
        }
    }

    private void index(int start) {
        int from = in.at;
        in.skip();
        if (in.take("*")) {
            in.skip();
            if (in.take("]")) {
                return;
            }
        }
        in.at = from;
        enclosed(start, "]");
    }

    /** Over expressions with commas between them, up to a closing mark; the last may have {@code ...} behind it. */
    private void enclosed(int start, String close) {
        boolean outside = in.breaksAreBlank;
        in.descend();
        in.breaksAreBlank = true;
        in.skip();
        while (!in.take(close)) {
            if (in.atEnd()) {
                throw in.unparsed(start, "a bracket is not closed");
            }
            expression();
            in.skip();
            in.take("...");
            in.skip();
            boolean more = in.take(",");
            in.skip();
            if (!more && !in.looking(close)) {
                throw in.unparsed(in.at, "a comma or a closing bracket is missing");
            }
        }
        in.breaksAreBlank = outside;
        in.ascend();
    }

    private @Nullable Node collection(boolean isList) {
        int start = in.at++;
        boolean outside = in.breaksAreBlank;
        in.descend();
        in.breaksAreBlank = true;
        in.skip();
        Node node = null;
        if (isFor()) {
            loop(start, isList ? "]" : "}");
        } else {
            in.breaksAreBlank = isList;
            node = isList ? list(start) : object(start);
        }
        in.breaksAreBlank = outside;
        in.ascend();
        return node;
    }

    private boolean isFor() {
        int start = in.at;
        boolean isFor = in.identifier().equals("for") && (in.peek() == ' ' || in.peek() == '\t' || in.atBreak());
        in.skip();
        isFor &= "=:,]}".indexOf(in.peek()) < 0;
        in.at = start;
        return isFor;
    }

    private Node list(int start) {
        List<Node> items = new ArrayList<>();
        in.skip();
        while (!in.take("]")) {
            if (in.atEnd()) {
                throw in.unparsed(start, "a list is not closed");
            }
            path.add(new KeyPath.Index(items.size()));
            items.add(expression());
            path.remove(path.size() - 1);
            in.skip();
            if (!in.take(",") && !in.looking("]")) {
                throw in.unparsed(in.at, "a comma is missing in a list, or it is not closed");
            }
            in.skip();
        }
        return new Node.Sequence(items, in.count(in.region(start)), null);
    }

    private Node object(int start) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        in.skipLines();
        while (!in.take("}")) {
            if (in.atEnd()) {
                throw in.unparsed(start, "an object is not closed");
            }
            entry(entries);
            in.skip();
            if (!in.take(",") && !in.atBreak() && !in.looking("}")) {
                throw in.unparsed(in.at, "a comma or a new line is missing in an object, or it is not closed");
            }
            in.skipLines();
        }
        return new Node.Mapping(List.copyOf(entries.values()), in.count(in.region(start)), null);
    }

    private void entry(Map<String, Node.Entry> entries) {
        int start = in.at;
        String name = expression() instanceof Node.Scalar key ? key.text() : in.text.substring(start, in.at);
        Region region = in.region(start);
        in.skip();
        if (!in.take("=") && !in.take(":")) {
            throw in.unparsed(in.at, "a key of an object has neither `=` nor `:`");
        }
        path.add(new KeyPath.Name(name));
        Node.Entry before = entries.remove(name);
        if (before != null && remarks.wanted()) {
            remarks.duplicate(new KeyPath(path), before.keyRegion().line(), region.line());
        }
        entries.put(name, new Node.Entry(name, region, expression()));
        path.remove(path.size() - 1);
    }

    /** Over {@code for k, v in all : k => v... if wanted}, up to its closing mark. */
    private void loop(int start, String close) {
        in.identifier();
        do {
            in.skip();
            in.identifier();
            in.skip();
        } while (in.take(","));
        in.expect("in", "a `for` has no `in`");
        expression();
        in.skip();
        in.expect(":", "a `for` has no `:`");
        expression();
        in.skip();
        if (in.take("=>")) {
            expression();
            in.skip();
            in.take("...");
            in.skip();
        }
        if (in.take("if")) {
            expression();
            in.skip();
        }
        if (!in.take(close)) {
            throw in.unparsed(start, "a `for` is not closed");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
