package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.State;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents of each environment and their counterparts in the one before, and of the keys that differ now what they
 * held in all of history. Of a file that was renamed, history begins there.
 */
final class DocumentPairs {

    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Set<Pair>> byPath = new TreeMap<>();

    /** A document, its counterpart, and the keys that both have, by how they print. */
    private record Pair(Placement ours, Placement theirs, Map<String, KeyPair> differing, Set<KeyPath> equal) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    static DocumentPairs of(EnvironmentMap map, Pipeline pipeline, State state) {
        DocumentPairs all = new DocumentPairs();
        for (Placement ours : map.documents()) {
            Environment environment = ours.environment();
            if (environment == null) {
                continue;
            }
            for (String before :
                    pipeline.of(environment).map(Pipeline.Stage::after).orElse(List.of())) {
                map.counterparts(ours, before).stream()
                        .findFirst()
                        .ifPresent(theirs -> all.add(ours, theirs, environment.stage(), before, state));
            }
        }
        return all;
    }

    private void add(Placement ours, Placement theirs, String to, String from, State state) {
        Map<String, PlacedLeaf> here = state.document(ours.path())
                .map(document -> PlacedLeaf.of(document, ours))
                .orElse(Map.of());
        Map<String, PlacedLeaf> there = state.document(theirs.path())
                .map(document -> PlacedLeaf.of(document, theirs))
                .orElse(Map.of());
        Map<String, KeyPair> differing = new TreeMap<>();
        Set<KeyPath> equal = new LinkedHashSet<>();
        here.forEach((key, leaf) -> {
            PlacedLeaf other = there.get(key);
            if (other != null && KeyPair.isSame(leaf.leaf(), other.leaf())) {
                equal.add(leaf.key());
            } else if (other != null) {
                differing.put(key, new KeyPair(ours.path(), from, to, leaf, other));
            }
        });
        Pair pair = new Pair(ours, theirs, differing, equal);
        pairs.add(pair);
        if (!differing.isEmpty()) {
            byPath.computeIfAbsent(ours.path(), path -> new LinkedHashSet<>()).add(pair);
            byPath.computeIfAbsent(theirs.path(), path -> new LinkedHashSet<>()).add(pair);
        }
    }

    /** The files in which keys differ. */
    Set<String> paths() {
        return byPath.keySet();
    }

    /** Every key that differs now. */
    List<KeyPair> differing() {
        return pairs.stream()
                .flatMap(pair -> pair.differing().values().stream())
                .toList();
    }

    /** Every key that is equal now. */
    Set<KeyPath> equal() {
        return pairs.stream().flatMap(pair -> pair.equal().stream()).collect(Collectors.toSet());
    }

    /** Reads the history of the files in which keys differ. */
    void follow(SourceReader reader, ConfigurationFiles configuration, Steps steps) {
        try (StepFeed feed = new StepFeed(reader, configuration, Limits.standard(), steps.iterator())) {
            for (StepFeed.Read read = feed.next(); read != null; read = feed.next()) {
                follow(read);
            }
        }
    }

    private void follow(StepFeed.Read read) {
        Map<String, Optional<Document>> now = new HashMap<>();
        for (FilePair pair : read.step().pairs()) {
            if (pair.before() != null) {
                now.put(pair.before().path(), Optional.empty());
            }
        }
        for (FilePair pair : read.step().pairs()) {
            SourceFile after = pair.after();
            if (after != null && byPath.containsKey(after.path())) {
                if (read.of(after).parsed() instanceof Parsed.Ok ok) {
                    now.put(after.path(), Optional.of(ok.document()));
                } else {
                    // What nobody can read holds what it held, as far as anybody knows.
                    now.remove(after.path());
                }
            }
        }
        Set<Pair> touched = new LinkedHashSet<>();
        now.keySet().forEach(path -> touched.addAll(byPath.getOrDefault(path, Set.of())));
        for (Pair pair : touched) {
            Map<String, PlacedLeaf> here = leaves(now, pair.ours());
            Map<String, PlacedLeaf> there = leaves(now, pair.theirs());
            boolean ours = now.containsKey(pair.ours().path());
            boolean theirs = now.containsKey(pair.theirs().path());
            pair.differing()
                    .forEach((key, each) -> each.follow(
                            read.step().commit().time(),
                            ours ? here.get(key) : each.here(),
                            theirs ? there.get(key) : each.there()));
        }
    }

    private static Map<String, PlacedLeaf> leaves(Map<String, Optional<Document>> now, Placement placement) {
        return now.getOrDefault(placement.path(), Optional.empty())
                .map(document -> PlacedLeaf.of(document, placement))
                .orElse(Map.of());
    }
}
