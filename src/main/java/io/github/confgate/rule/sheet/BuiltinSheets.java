package io.github.confgate.rule.sheet;

import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sheets that are packed with confgate, under {@code rules/} of the class path. {@code rules/index} names them. */
public final class BuiltinSheets {

    private static final String INDEX = "/rules/index";
    private static final String GATE = "gate/";
    private static final String EXAMPLES = "\nexamples:\n";

    private BuiltinSheets() {}

    /**
     * The rules without their examples, which are the larger part of a sheet and of the time to read it, and without
     * those that {@link #toldByTheGate} reads.
     */
    public static List<Rule> withoutExamples() {
        return read(path -> !path.startsWith(GATE), false);
    }

    /** The words of what the gate itself says, without examples. */
    public static List<Rule> toldByTheGate() {
        return read(path -> path.startsWith(GATE), false);
    }

    public static List<Rule> complete() {
        return read(path -> true, true);
    }

    private static List<Rule> read(Predicate<String> wanted, boolean complete) {
        List<Rule> rules = new ArrayList<>();
        for (String path : paths()) {
            if (wanted.test(path)) {
                rules.add(read(path, complete));
            }
        }
        return List.copyOf(rules);
    }

    /** {@code area/rule-id.yaml}, sorted. */
    static List<String> paths() {
        return new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList();
    }

    /** The rules that there are, by the names of their files. */
    public static Set<RuleId> ids() {
        return paths().stream()
                .map(path -> path.substring(path.indexOf('/') + 1, path.lastIndexOf('.')))
                .map(RuleId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Rule read(String path, boolean complete) {
        String text = new String(resource("/rules/" + path), StandardCharsets.UTF_8);
        int examples = text.indexOf(EXAMPLES);
        String part = complete || examples < 0 ? text : text.substring(0, examples + 1);
        String area = path.substring(0, path.indexOf('/'));
        return SheetReader.read("rules/" + path, area, part.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = BuiltinSheets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
