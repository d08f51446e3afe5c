package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code spring.config.activate.on-profile}: names joined by {@code &}, {@code |} and {@code !}, with parentheses;
 * of several in a list one is enough (Spring Boot reference, "Profiles"; Spring's {@code Profiles.of}).
 */
final class ProfileExpression {

    /** Of so many, every choice is tried; with more an expression is taken to hold. */
    private static final int MOST_UNKNOWN = 8;

    private final String text;
    private final Collection<String> active;
    private int at;

    private ProfileExpression(String text, Collection<String> active) {
        this.text = text;
        this.active = active;
    }

    /** Whether a document is read with these profiles; one without an expression always is. */
    static boolean accepts(Part part, Collection<String> active) {
        return of(part.id()).map(text -> accepts(text, active)).orElse(true);
    }

    /** What a document's expression says; empty when it has none. */
    static Optional<String> of(KeyPath.Segment part) {
        return part instanceof KeyPath.Selector selector
                ? selector.fields().stream()
                        .filter(field -> field.name().equals("profile"))
                        .map(KeyPath.Field::value)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether an expression holds; what Spring refuses holds never. */
    static boolean accepts(String text, Collection<String> active) {
        for (String each : text.split(",", -1)) {
            ProfileExpression expression = new ProfileExpression(each, active);
            if (expression.any() && expression.at == each.length()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an expression says more than one name, or all of several: {@code !staging}, {@code a | b}. */
    static boolean isChoice(String text) {
        return text.indexOf('!') >= 0 || text.indexOf('|') >= 0 || text.indexOf(',') >= 0;
    }

    /** Whether an expression is the name of one profile, which holds where that profile is active. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> "&|!(),".indexOf(c) >= 0 || Character.isWhitespace(c));
    }

    /**
     * Whether an expression can hold.
     *
     * @param known whether the profile of a name is active; empty for one of which nobody knows
     */
    static boolean mayHold(String text, Function<String, Optional<Boolean>> known) {
        Set<String> active = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : new LinkedHashSet<>(List.of(text.split("[&|,!() \\t]+", -1)))) {
            Optional<Boolean> is = name.isEmpty() ? Optional.of(false) : known.apply(name);
            if (is.isEmpty()) {
                unknown.add(name);
            } else if (is.get()) {
                active.add(name);
            }
        }
        if (unknown.size() > MOST_UNKNOWN) {
            return true;
        }
        for (int chosen = 0; chosen < 1 << unknown.size(); chosen++) {
            Set<String> all = new LinkedHashSet<>(active);
            for (int i = 0; i < unknown.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    all.add(unknown.get(i));
                }
            }
            if (accepts(text, all)) {
                return true;
            }
        }
        return false;
    }

    private boolean any() {
        boolean holds = all();
        while (skip('|')) {
            holds |= all();
        }
        return holds;
    }

    private boolean all() {
        boolean holds = one();
        while (skip('&')) {
            holds &= one();
        }
        return holds;
    }

    private boolean one() {
        boolean wanted = true;
        while (skip('!')) {
            wanted = !wanted;
        }
        if (skip('(')) {
            boolean holds = any() == wanted;
            return skip(')') && holds;
        }
        blanks();
        int start = at;
        while (at < text.length() && "&|!() \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        blanks();
        return !name.isEmpty() && active.contains(name) == wanted;
    }

    private boolean skip(char c) {
        blanks();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        blanks();
        return there;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
