package io.github.confgate.fact.java;

import io.github.confgate.document.KeyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key whose readers are wanted.
 *
 * @param names folded, without places in lists; of a variable its words
 * @param variable whether it is a variable of the environment, which frameworks spell otherwise in code
 */
public record WantedKey(List<String> names, boolean variable) {

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(_+[A-Z0-9]+)*");
    private static final Pattern FILE = Pattern.compile(".+\\.(ya?ml|properties|conf|json|toml|ini|env)");

    public WantedKey {
        names = List.copyOf(names);
    }

    // What a record makes of itself takes 20 ms to link where this is the first one in a map.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WantedKey key && key.variable == variable && key.names.equals(names);
    }

    @Override
    public int hashCode() {
        return 2 * names.hashCode() + (variable ? 1 : 0);
    }

    /** How the environment spells a variable. */
    public String name() {
        return String.join("_", names).toUpperCase(Locale.ROOT);
    }

    /** The names without what joins them. */
    String flat() {
        return String.join("", names);
    }

    String last() {
        return names.get(names.size() - 1);
    }

    /** What a key of a document may be called in code; mostly one thing. */
    public static List<WantedKey> of(KeyPath key) {
        List<String> names = new ArrayList<>();
        String raw = "";
        String selected = "";
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Name name) {
                if (FILE.matcher(name.name()).matches() && !name.equals(last(key))) {
                    names.clear();
                } else if (!(names.isEmpty() && name.name().startsWith("%"))
                        && !name.name().startsWith("${")) {
                    // A file within a file begins anew; `%prod` is a profile of Quarkus, `${?X}` a second value of
                    // HOCON.
                    Keys.names(name.name().startsWith("\"") ? name.name() : quoted(name.name()))
                            .forEach(names::add);
                }
                raw = name.name();
            } else if (segment instanceof KeyPath.Selector selector) {
                selected = selector.fields().stream()
                        .filter(field -> field.name().equals("name"))
                        .map(KeyPath.Field::value)
                        .findFirst()
                        .orElse("");
            }
        }
        List<WantedKey> wanted = new ArrayList<>();
        if (raw.equals("value") && VARIABLE.matcher(selected).matches()) {
            wanted.add(variable(selected));
            return wanted;
        }
        if (!names.isEmpty()) {
            wanted.add(new WantedKey(names, false));
        }
        if (VARIABLE.matcher(raw).matches() && raw.length() > 1) {
            wanted.add(variable(raw));
        }
        return wanted;
    }

    private static KeyPath.Segment last(KeyPath key) {
        return key.segments().get(key.segments().size() - 1);
    }

    private static String quoted(String name) {
        return name.indexOf('.') >= 0 ? '"' + name.replace("\"", "") + '"' : name;
    }

    /** A variable by its name: {@code AUTH_SERVER_URL}. */
    public static WantedKey variable(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.toLowerCase(Locale.ROOT).split("_+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new WantedKey(words, true);
    }

    /** A key as a framework spells it: {@code auth.server.url}. */
    public static WantedKey key(String dotted) {
        return new WantedKey(Keys.names(dotted), false);
    }
}
