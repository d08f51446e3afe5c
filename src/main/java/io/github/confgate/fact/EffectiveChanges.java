package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of all that an environment gets, each change located in the file that says it. */
final class EffectiveChanges {

    private final Stack stack;
    private final State before;
    private final State after;

    EffectiveChanges(Stack stack, State before, State after) {
        this.stack = stack;
        this.before = before;
        this.after = after;
    }

    List<Change> find() {
        Document old = stack.merged(before).orElse(null);
        Document now = stack.merged(after).orElse(null);
        List<Change> changes = new ArrayList<>();
        if (old != null || now != null) {
            DocumentDiffer.diff(old, now).changes().forEach(change -> changes.add(located(change)));
        }
        return changes;
    }

    private Change located(Change change) {
        if (change instanceof Change.Added added) {
            return new Change.Added(path(after, added, added.now()), added.part(), added.now());
        }
        if (change instanceof Change.Removed removed) {
            String path = path(before, removed, removed.old());
            return new Change.Removed(
                    path,
                    path,
                    removed.part(),
                    removed.old(),
                    parent(path, removed.old().key()));
        }
        if (change instanceof Change.Modified modified) {
            return new Change.Modified(
                    path(after, modified, modified.now()),
                    path(before, modified, modified.old()),
                    modified.part(),
                    modified.old(),
                    modified.now());
        }
        Change.Moved moved = (Change.Moved) change;
        return new Change.Moved(
                path(after, moved, moved.now()),
                path(before, moved, moved.old()),
                moved.part(),
                moved.old(),
                moved.now());
    }

    private String path(State state, Change change, Leaf leaf) {
        return stack.find(state, change.part().id(), leaf.key())
                .map(Stack.Found::path)
                .orElse(change.path());
    }

    /** The nearest parent of a key that its file still has. */
    private Region parent(String path, KeyPath key) {
        Optional<Node> root =
                after.document(path).map(document -> document.parts().get(0).root());
        Region region = Region.start();
        Node node = root.orElse(null);
        for (KeyPath.Segment segment : key.segments()) {
            Node.Entry entry = node instanceof Node.Mapping map && segment instanceof KeyPath.Name name
                    ? map.entries().stream()
                            .filter(each -> each.key().equals(name.name()))
                            .findFirst()
                            .orElse(null)
                    : null;
            if (entry == null) {
                break;
            }
            region = entry.keyRegion();
            node = entry.value();
        }
        return region;
    }
}
