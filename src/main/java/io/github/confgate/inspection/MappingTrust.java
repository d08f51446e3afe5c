package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.source.Range;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.trust.Weakening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds files that a new policy places elsewhere although no single line of it says so: a path that an earlier
 * environment takes away, a row that now stands before another.
 */
final class MappingTrust {

    private MappingTrust() {}

    /**
     * What is known with what the files tell: a path that is gone is no news where another one takes all its files.
     *
     * @param told what is known already; a file of an environment that they speak of is not told again
     */
    static List<Weakening> refined(SourceReader reader, Range range, Policy old, Policy now, List<Weakening> told) {
        boolean mapped = old.environments().equals(now.environments());
        boolean listed = old.documents().equals(now.documents());
        if (mapped && listed) {
            return told;
        }
        ConfigurationFiles before = ConfigurationFiles.with(old.documents());
        ConfigurationFiles after = ConfigurationFiles.with(now.documents());
        TreeSet<String> paths = new TreeSet<>();
        for (SourceFile file :
                reader.files(range.head(), path -> before.choose(path).configuration())) {
            paths.add(file.path());
        }
        List<Weakening> found = new ArrayList<>(told);
        if (told.stream().noneMatch(each -> isUnder(each.key(), "documents"))) {
            List<String> ignored = paths.stream()
                    .filter(path -> !after.choose(path).configuration())
                    .toList();
            if (!ignored.isEmpty()) {
                found.add(new Weakening(
                        KeyPath.ROOT.name("documents"), text(ignored), null, "these files are looked at no longer"));
            }
        }
        if (!mapped) {
            moved(paths, old, now, found);
        }
        return found;
    }

    private static void moved(Set<String> paths, Policy old, Policy now, List<Weakening> found) {
        EnvironmentMap before = EnvironmentMap.of(paths, Map.of(), old.environments());
        EnvironmentMap after = EnvironmentMap.of(paths, Map.of(), now.environments());
        found.removeIf(each -> isStillMapped(each, paths, before, after));
        List<Weakening> told = List.copyOf(found);
        Map<String, List<String>> moves = new LinkedHashMap<>();
        for (String path : paths) {
            Placement was = before.of(path);
            Environment environment = was.environment();
            if (environment != null
                    && told.stream().noneMatch(each -> speaksOf(each.key(), environment))
                    && before.isGated(path)
                    && isNearerToTheStart(before.pipeline(was), was, after, path)) {
                Environment next = after.of(path).environment();
                moves.computeIfAbsent(
                                environment.name() + "\0" + (next == null ? "no environment" : next.name()),
                                key -> new ArrayList<>())
                        .add(path);
            }
        }
        moves.forEach((move, moved) -> found.add(new Weakening(
                KeyPath.ROOT.name("environments"),
                move.substring(0, move.indexOf('\0')) + ": " + text(moved),
                move.substring(move.indexOf('\0') + 1),
                "these files are gated less")));
    }

    /** Whether a path of an environment is gone, and every file that it had is of this environment all the same. */
    private static boolean isStillMapped(
            Weakening gone, Set<String> paths, EnvironmentMap before, EnvironmentMap after) {
        List<KeyPath.Segment> key = gone.key().segments();
        if (key.size() != 4
                || !isUnder(gone.key(), "environments")
                || !key.get(2).equals(new KeyPath.Name("paths"))
                || !(key.get(1) instanceof KeyPath.Selector selector)) {
            return false;
        }
        String name = selector.fields().get(0).value();
        PathGlob glob = PathGlob.of(gone.key().lastName());
        List<String> files = paths.stream()
                .filter(path -> glob.matches(path) && isOf(before, path, name))
                .toList();
        return !files.isEmpty() && files.stream().allMatch(path -> isOf(after, path, name));
    }

    private static boolean isOf(EnvironmentMap map, String path, String name) {
        Environment environment = map.of(path).environment();
        return environment != null && environment.name().equals(name);
    }

    private static boolean isNearerToTheStart(Pipeline pipeline, Placement was, EnvironmentMap after, String path) {
        Placement is = after.of(path);
        Environment before = was.environment();
        Environment now = is.environment();
        return before != null
                && (now == null
                        || !after.isGated(path)
                        || after.pipeline(is).distance(now) > pipeline.distance(before));
    }

    private static boolean speaksOf(KeyPath key, Environment environment) {
        return isUnder(key, "environments")
                && key.segments().size() > 1
                && key.segments().get(1) instanceof KeyPath.Selector selector
                && environment.answersTo(selector.fields().get(0).value());
    }

    private static boolean isUnder(KeyPath key, String section) {
        return !key.isRoot() && key.segments().get(0).equals(new KeyPath.Name(section));
    }

    private static String text(List<String> paths) {
        return paths.get(0) + (paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more");
    }
}
