package io.github.confgate.rule.sheet;

import io.github.confgate.change.Masked;
import io.github.confgate.rule.Shown;
import io.github.confgate.source.UsageException;
import java.util.List;

/** The sentence of a finding: a template with {@code {key} {old} {new} {environment}}. Values come in masked. */
record Message(String template) {

    private static final List<String> PLACEHOLDERS = List.of("key", "old", "new", "environment", "ramp");

    static Message read(SheetNode node) {
        String template = node.text();
        int open = template.indexOf('{');
        while (open >= 0) {
            int close = template.indexOf('}', open);
            String name = close < 0 ? "" : template.substring(open + 1, close);
            if (!PLACEHOLDERS.contains(name)) {
                throw unknown(node, name);
            }
            open = template.indexOf('{', close);
        }
        return new Message(template);
    }

    private static UsageException unknown(SheetNode node, String name) {
        return node.wrong("`{" + name + "}` is none of {key}, {old}, {new}, {environment} and {ramp}");
    }

    String of(Subject subject) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int open = template.indexOf('{');
        while (open >= 0) {
            int close = template.indexOf('}', open);
            out.append(template, from, open).append(value(template.substring(open + 1, close), subject));
            from = close + 1;
            open = template.indexOf('{', from);
        }
        return out.append(template.substring(from)).toString();
    }

    private static String value(String name, Subject subject) {
        Masked shown = subject.facts().shown();
        return switch (name) {
            case "key" -> subject.key().toString();
            case "old" -> Shown.value(subject.old() == null ? null : shown.old());
            case "new" -> Shown.value(subject.now() == null ? null : shown.now());
            case "ramp" ->
                String.valueOf(subject.facts().around().circumstances().rampStep());
            default -> Shown.place(subject.facts());
        };
    }
}
