package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A compiled part of a {@code match:} block. Records and not lambdas, for the same reason as {@link ValueTest}. */
interface Condition {

    boolean holds(Subject subject);

    /** Whether it holds as far as it speaks of the key and the form of its values, and not of what happened to them. */
    default boolean holdsOfKey(Subject subject) {
        return !isOfKey() || holds(subject);
    }

    /** Whether it speaks of nothing but the key and the form of its values. */
    default boolean isOfKey() {
        return false;
    }

    /** Texts of which one at least stands in every key of which it holds; none where it may hold of any key. */
    default List<String> needles() {
        return List.of();
    }

    /** One of these kinds of change. */
    record Kinds(List<Change.Kind> kinds) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return kinds.contains(subject.kind());
        }
    }

    /** A key that one of these globs matches. */
    record Keys(List<KeyGlob> globs) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (KeyGlob glob : globs) {
                if (glob.matches(subject.folded())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isOfKey() {
            return true;
        }

        @Override
        public List<String> needles() {
            List<List<String>> all = new ArrayList<>();
            for (KeyGlob glob : globs) {
                all.add(glob.needles());
            }
            return joined(all);
        }
    }

    /** In a file whose path one of these globs matches. */
    record Paths(List<PathGlob> globs) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return PathGlob.anyMatches(globs, subject.facts().change().path());
        }

        @Override
        public boolean isOfKey() {
            return true;
        }
    }

    /** In one of these environments. */
    record In(List<String> environments) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (String name : environments) {
                if (Places.isIn(subject.facts(), name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A value that was there before. */
    record Old(ValueTest test) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            Leaf old = subject.old();
            return old != null && test.holds(old, subject);
        }
    }

    /** A value that is there now. */
    record New(ValueTest test) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            Leaf now = subject.now();
            return now != null && test.holds(now, subject);
        }
    }

    /** The value before or the value now: what kind of value the key has. */
    record Either(ValueTest test) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            Leaf old = subject.old();
            Leaf now = subject.now();
            return (now != null && test.holds(now, subject)) || (old != null && test.holds(old, subject));
        }

        @Override
        public boolean isOfKey() {
            return true;
        }
    }

    /** An address of which one of these parts is another one now, also when all placeholders are filled in. */
    record Changed(List<AddressPart> parts) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            Leaf old = subject.old();
            Leaf now = subject.now();
            return old != null
                    && now != null
                    && differ(old.text(), now.text())
                    && !isGivenDefault(old.text(), now.text())
                    && differ(
                            Filled.in(old.text(), subject.facts(), false),
                            Filled.in(now.text(), subject.facts(), true));
        }

        private boolean differ(String old, String now) {
            for (AddressPart part : parts) {
                if (!part.told(old).equals(part.told(now))) {
                    return true;
                }
            }
            return false;
        }

        /** The same placeholder, for which an address stands in from now on. */
        private static boolean isGivenDefault(String old, String now) {
            return old.contains("${")
                    && Address.in(old).isEmpty()
                    && Filled.withoutDefaults(now).equals(Filled.withoutDefaults(old));
        }
    }

    /** Whether only keys that {@code whole} is about came or went beside this one. */
    record BlockStays(boolean wanted, Condition whole) implements Condition {

        /** A map of a file, and what happened to its keys. */
        private record Beside(Change.Kind kind, String path, KeyPath map) {}

        @Override
        public boolean holds(Subject subject) {
            Map<Beside, List<Facts>> all = subject.facts()
                    .all()
                    .once(BlockStays.class, () -> all(subject.facts().all()));
            Change change = subject.facts().change();
            KeyPath key = change instanceof Change.Moved moved ? moved.part().print(subject.key()) : subject.key();
            Beside own = new Beside(subject.kind(), change.path(), key.parent());
            return wanted
                    == all.getOrDefault(own, List.of()).stream()
                            .flatMap(other -> Subject.of(other).stream())
                            .filter(other -> other.kind() == subject.kind())
                            .allMatch(whole::holdsOfKey);
        }

        /** What moved went from one map and came to another. */
        private static Map<Beside, List<Facts>> all(Facts.Neighbours changes) {
            Map<Beside, List<Facts>> all = new HashMap<>();
            for (Facts facts : changes.everything()) {
                Change change = facts.change();
                if (change instanceof Change.Moved moved) {
                    KeyPath was = moved.part().print(moved.old().key());
                    add(facts, new Beside(Change.Kind.REMOVED, change.path(), was.parent()), all);
                    add(
                            facts,
                            new Beside(
                                    Change.Kind.ADDED,
                                    change.path(),
                                    change.key().parent()),
                            all);
                } else {
                    add(
                            facts,
                            new Beside(
                                    change.kind(), change.path(), change.key().parent()),
                            all);
                }
            }
            return all;
        }

        private static void add(Facts facts, Beside beside, Map<Beside, List<Facts>> all) {
            all.computeIfAbsent(beside, none -> new ArrayList<>()).add(facts);
        }
    }

    /** Every one of them. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (Condition condition : conditions) {
                if (!condition.holds(subject)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean holdsOfKey(Subject subject) {
            for (Condition condition : conditions) {
                if (!condition.holdsOfKey(subject)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isOfKey() {
            return conditions.stream().allMatch(Condition::isOfKey);
        }

        /** Those of the condition that fewest keys pass. */
        @Override
        public List<String> needles() {
            List<String> best = List.of();
            for (Condition condition : conditions) {
                List<String> own = condition.needles();
                best = best.isEmpty() || (!own.isEmpty() && shortest(own) > shortest(best)) ? own : best;
            }
            return best;
        }

        private static int shortest(List<String> texts) {
            int shortest = Integer.MAX_VALUE;
            for (String text : texts) {
                shortest = Math.min(shortest, text.length());
            }
            return shortest;
        }
    }

    /** At least one of them. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (Condition condition : conditions) {
                if (condition.holds(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean holdsOfKey(Subject subject) {
            for (Condition condition : conditions) {
                if (condition.holdsOfKey(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isOfKey() {
            return conditions.stream().allMatch(Condition::isOfKey);
        }

        @Override
        public List<String> needles() {
            List<List<String>> all = new ArrayList<>();
            for (Condition condition : conditions) {
                all.add(condition.needles());
            }
            return joined(all);
        }
    }

    /** Not this. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return !condition.holds(subject);
        }

        @Override
        public boolean isOfKey() {
            return condition.isOfKey();
        }
    }

    /** Any of the lists may be the one that counts, so that each has to give a text. */
    private static List<String> joined(List<List<String>> lists) {
        List<String> joined = new ArrayList<>();
        for (List<String> list : lists) {
            if (list.isEmpty()) {
                return List.of();
            }
            joined.addAll(list);
        }
        return List.copyOf(joined);
    }
}
