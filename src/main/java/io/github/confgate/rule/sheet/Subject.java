package io.github.confgate.rule.sheet;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Assigned;
import io.github.confgate.rule.FoldedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change as sheets see it. A moved key is two of them, removed at its old place and added at its new one; an item that
 * only moved within its list is none, and neither is another spelling of the same value. A setting inside of a value is one
 * of its own beside the value.
 */
record Subject(
        Facts facts,
        Change.Kind kind,
        KeyPath key,
        FoldedKey folded,
        @Nullable Leaf old,
        @Nullable Leaf now) {

    /** Of the change that was asked about last: every rule asks about one before any asks about the next. */
    private static final class Last {
        private @Nullable Facts facts;
        private List<Subject> subjects = List.of();

        @SuppressWarnings("ReferenceEquality") // quick, and equal facts would only be read once more
        List<Subject> of(Facts asked) {
            if (asked != facts) {
                subjects = read(asked);
                facts = asked;
            }
            return subjects;
        }
    }

    static List<Subject> of(Facts facts) {
        return facts.around().once(Last.class, Last::new).of(facts);
    }

    private static List<Subject> read(Facts facts) {
        Change change = facts.change();
        if (change.isUnread()) {
            return List.of();
        }
        Leaf old = change.before().orElse(null);
        Leaf now = change.after().orElse(null);
        if (old != null && now != null && change.kind() == Change.Kind.MODIFIED && means(old, now)) {
            return List.of();
        }
        if (change.kind() != Change.Kind.MOVED || old == null || now == null) {
            List<Subject> subjects = new ArrayList<>();
            subjects.add(subject(facts, change.kind(), change.key(), old, now));
            for (Assigned setting : Assigned.in(change)) {
                subjects.add(new Subject(
                        facts,
                        setting.kind(),
                        change.key(),
                        FoldedKey.of(setting.key()),
                        setting.old(),
                        setting.now()));
            }
            return subjects;
        }
        if (isReorder(old.key(), now.key())) {
            return List.of();
        }
        return List.of(
                subject(facts, Change.Kind.ADDED, now.key(), null, now),
                subject(facts, Change.Kind.REMOVED, old.key(), old, null));
    }

    /** The value now; of a removed key the one that it had. */
    Leaf value() {
        return now != null ? now : Objects.requireNonNull(old);
    }

    private static Subject subject(Facts facts, Change.Kind kind, KeyPath key, @Nullable Leaf old, @Nullable Leaf now) {
        return new Subject(facts, kind, key, FoldedKey.of(key), old, now);
    }

    private static boolean means(Leaf old, Leaf now) {
        Optional<Value.Truth> before = Value.Truth.of(old.text());
        return old.text().equals(now.text()) || (before.isPresent() && before.equals(Value.Truth.of(now.text())));
    }

    private static boolean isReorder(KeyPath old, KeyPath now) {
        List<KeyPath.Segment> before = old.segments();
        List<KeyPath.Segment> after = now.segments();
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            boolean places = before.get(i) instanceof KeyPath.Index && after.get(i) instanceof KeyPath.Index;
            if (!places && !before.get(i).equals(after.get(i))) {
                return false;
            }
        }
        return true;
    }
}
