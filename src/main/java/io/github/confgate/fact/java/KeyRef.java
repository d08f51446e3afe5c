package io.github.confgate.fact.java;

import java.util.ArrayList;
import java.util.List;

/**
 * The key or keys that code reads.
 *
 * @param text as code spells it
 * @param names folded; {@code *} is a name that only running code knows
 * @param from where the value comes from
 * @param open whether names that are not known stand before it
 * @param below whether everything below it is read
 */
record KeyRef(String text, List<String> names, From from, boolean open, boolean below) {

    /** What is asked for the value. */
    enum From {
        /** A framework, which looks into files and, in other spelling, into variables. */
        CONFIGURATION,
        /** A file of its own, or properties of the virtual machine. */
        PROPERTIES,
        /** A variable of the environment. */
        VARIABLE
    }

    KeyRef {
        names = List.copyOf(names);
    }

    static KeyRef of(String text, From from) {
        List<String> names = from == From.VARIABLE ? List.of(Keys.fold(text)) : Keys.names(text);
        return new KeyRef(text.replace(Keys.UNKNOWN, '*'), names, from, false, false);
    }

    KeyRef withOpen() {
        return new KeyRef(text, names, from, true, below);
    }

    KeyRef withBelow() {
        return new KeyRef(text, names, from, open, true);
    }

    /** The same below a prefix. */
    KeyRef under(KeyRef prefix) {
        List<String> all = new ArrayList<>(prefix.names);
        all.addAll(names);
        String joined = prefix.text.isEmpty() ? text : text.isEmpty() ? prefix.text : prefix.text + "." + text;
        return new KeyRef(joined, all, from, prefix.open, below);
    }

    /** Whether this is a key at all: of unknown names alone anything would be one. */
    boolean isKnown() {
        long known = names.stream().filter(name -> !name.equals("*")).count();
        // Of `shop.limits.*` one knows which map is read.
        boolean ofMap =
                known > 1 && known == names.size() - 1 && !open && !names.get(0).equals("*");
        return ofMap
                || known > 0
                        && (known > 1 || names.size() == 1)
                        && !names.get(names.size() - 1).equals("*")
                || (below && known > 0);
    }

    boolean reads(WantedKey wanted) {
        if (!isKnown()) {
            return false;
        }
        if (wanted.variable()) {
            return from != From.PROPERTIES
                    && !open
                    && !below
                    && !names.contains("*")
                    && String.join("", names).equals(wanted.flat());
        }
        List<String> other = wanted.names();
        if (from == From.VARIABLE || other.isEmpty()) {
            return false;
        }
        if (below) {
            return !open && other.size() > names.size() && same(other.subList(0, names.size()));
        }
        if (open) {
            return names.size() > 1
                    && other.size() > names.size()
                    && same(other.subList(other.size() - names.size(), other.size()));
        }
        return other.size() == names.size() && same(other);
    }

    /** Whether it is another key of the same map. */
    boolean isBeside(WantedKey wanted) {
        List<String> other = wanted.names();
        return !open
                && !below
                && from != From.VARIABLE
                && names.size() == other.size()
                && names.subList(0, names.size() - 1).equals(other.subList(0, other.size() - 1))
                && !names.equals(other);
    }

    private boolean same(List<String> other) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals("*") && !names.get(i).equals(other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
