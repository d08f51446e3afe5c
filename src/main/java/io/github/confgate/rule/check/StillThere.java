package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.fact.Tree;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what is gone from a file holds all the same, because another file says it. */
final class StillThere {

    private StillThere() {}

    static boolean is(Gone gone) {
        return isCarriedOver(gone) || isDefaultOfChart(gone);
    }

    private enum Folders {
        ALL
    }

    /** Whether the folder of a file is still there. */
    static boolean isFolder(Facts facts) {
        String path = facts.change().path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return facts.around().after().has(path)
                || facts.around()
                        .once(Folders.ALL, () -> folders(facts.around().after().paths()))
                        .contains(folder);
    }

    /** The folders of files, and the folders that these are in. */
    private static Set<String> folders(Collection<String> paths) {
        Set<String> folders = new HashSet<>();
        folders.add("");
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            while (slash >= 0 && folders.add(path.substring(0, slash + 1))) {
                slash = path.lastIndexOf('/', slash - 1);
            }
        }
        return folders;
    }

    /** The same under the same key came into another file for this environment. */
    private static boolean isCarriedOver(Gone gone) {
        Facts first = gone.first();
        Scope scope = Scope.of(first);
        Map<What, Set<String>> come = first.all().once(What.class, () -> come(first.all()));
        return gone.changes().stream().allMatch(facts -> {
            Leaf was = facts.change().before().orElseThrow();
            return come.getOrDefault(new What(was.key(), was.text()), Set.of()).stream()
                    .anyMatch(path -> !path.equals(first.change().path()) && scope.holds(path));
        });
    }

    private record What(KeyPath key, String text) {}

    /** What is new, and the files that have it. */
    private static Map<What, Set<String>> come(Facts.Neighbours changes) {
        Map<What, Set<String>> come = new HashMap<>();
        for (Facts facts : changes.everything()) {
            Change change = facts.change();
            if (change.kind() == Change.Kind.ADDED) {
                change.after().ifPresent(leaf -> come.computeIfAbsent(
                                new What(leaf.key(), leaf.text()), what -> new LinkedHashSet<>())
                        .add(change.path()));
            }
        }
        return come;
    }

    /** The values that a chart of this tree has by itself; a chart that another one takes has them under its name. */
    private static boolean isDefaultOfChart(Gone gone) {
        Facts first = gone.first();
        String name = gone.root().lastName();
        if (name.isEmpty()) {
            return false;
        }
        Tree after = first.around().after();
        List<String> charts = first.around().once(Charts.ALL, () -> charts(first.around()));
        return charts.stream()
                .filter(path -> !path.equals(first.change().path()) && after.mayContain(path, Scope.longestWord(name)))
                .flatMap(path -> after.document(path).stream())
                .anyMatch(document -> says(document, gone));
    }

    private enum Charts {
        ALL
    }

    /** The files in which charts of the tree have their defaults. */
    private static List<String> charts(Surroundings around) {
        return around.after().paths().stream()
                .filter(path -> {
                    String file = path.substring(path.lastIndexOf('/') + 1);
                    return (file.equals("values.yaml") || file.equals("values.yml"))
                            && around.environments().of(path).environment() == null;
                })
                .sorted()
                .toList();
    }

    private static boolean says(Document document, Gone gone) {
        List<KeyPath.Segment> segments = gone.root().segments();
        for (int from = 0; from < Math.min(2, segments.size()); from++) {
            KeyPath key = new KeyPath(segments.subList(from, segments.size()));
            boolean same = document.parts().stream()
                    .flatMap(part -> Lookup.node(part, key).stream())
                    .anyMatch(node -> holds(node, gone.was()));
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** All that was said, and perhaps more. */
    private static boolean holds(Node now, Node was) {
        if (now instanceof Node.Mapping there && was instanceof Node.Mapping map) {
            return map.entries().stream().allMatch(entry -> {
                Node same = there.get(entry.key());
                return same != null && holds(same, entry.value());
            });
        }
        return Nodes.canonical(now).equals(Nodes.canonical(was));
    }
}
