package io.github.confgate.rule.sheet;

import java.util.List;

/** A compiled part of a {@code match:} block. */
interface Condition {

    boolean holds(Subject subject);

    /** Whether it holds as far as it speaks of the key and the form of its values, and not of what happened to them. */
    default boolean holdsOfKey(Subject subject) {
        return true;
    }

    /** Whether it speaks of nothing but the key and the form of its values. */
    default boolean isOfKey() {
        return false;
    }

    /** A condition that is about the key or the form of its values. */
    static Condition ofKey(Condition condition) {
        return new Condition() {
            @Override
            public boolean holds(Subject subject) {
                return condition.holds(subject);
            }

            @Override
            public boolean holdsOfKey(Subject subject) {
                return condition.holds(subject);
            }

            @Override
            public boolean isOfKey() {
                return true;
            }
        };
    }

    /** Every one of them. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return conditions.stream().allMatch(condition -> condition.holds(subject));
        }

        @Override
        public boolean holdsOfKey(Subject subject) {
            return conditions.stream().allMatch(condition -> condition.holdsOfKey(subject));
        }

        @Override
        public boolean isOfKey() {
            return conditions.stream().allMatch(Condition::isOfKey);
        }
    }

    /** At least one of them. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return conditions.stream().anyMatch(condition -> condition.holds(subject));
        }

        @Override
        public boolean holdsOfKey(Subject subject) {
            return conditions.stream().anyMatch(condition -> condition.holdsOfKey(subject));
        }

        @Override
        public boolean isOfKey() {
            return conditions.stream().allMatch(Condition::isOfKey);
        }
    }

    /** Not this. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return !condition.holds(subject);
        }

        @Override
        public boolean holdsOfKey(Subject subject) {
            return !condition.isOfKey() || !condition.holds(subject);
        }

        @Override
        public boolean isOfKey() {
            return condition.isOfKey();
        }
    }
}
