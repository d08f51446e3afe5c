package io.github.confgate.bench;

import static io.github.confgate.bench.Texts.each;

import io.github.confgate.bench.Growth.Case;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.Inspector;
import io.github.confgate.inspection.MemorySource;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Ranges that change every value of a file of many documents, or of a large one, over which other layers lie: what they
 * reach is asked of all layers, key by key.
 */
final class LayerCases {

    /** Sixteen times as many are just below the limit of documents in one file. */
    private static final int DOCUMENTS = 500;

    private static final int KEYS = 1_000;
    private static final String MAIN = "src/main/resources/application.yml";
    private static final String PRODUCTION = "src/main/resources/application-production.yml";
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER = BEFORE.plus(Duration.ofHours(1));

    private final Rules rules = Rules.builtin();
    private final List<Case> cases = new ArrayList<>();

    private LayerCases() {}

    static List<Case> all() {
        LayerCases all = new LayerCases();
        all.springDocuments();
        all.springKeys();
        all.kubernetes();
        return all.cases;
    }

    private void springDocuments() {
        add("documents of Spring for all profiles", DOCUMENTS, Map.of(PRODUCTION, "z: 1\n"), (i, value) -> key(i, value));
        add("documents of Spring for one profile", DOCUMENTS, Map.of(), (i, value) -> on("production") + key(i, value).substring(4));
        add("documents of Spring for two profiles, all of one key", DOCUMENTS, Map.of(), (i, value) ->
                on(i % 2 == 0 ? "production" : "staging") + key(0, value).substring(4));
        add("documents of Spring, each for a profile of its own", DOCUMENTS, Map.of(), (i, value) ->
                on("production-r" + i) + key(0, value).substring(4));
        add("documents of Spring for choices of profiles", DOCUMENTS, Map.of(), (i, value) ->
                on("'production | p" + i + "'") + key(i, value).substring(4));
        add("documents of Spring in the file of a profile", DOCUMENTS, Map.of(), PRODUCTION, (i, value) -> key(i, value));
    }

    private void springKeys() {
        add("keys of Spring that the profile has not", KEYS, Map.of(PRODUCTION, each(KEYS, i -> key(i + 1_000_000, 1).substring(4))), (i, value) ->
                i == 0 ? key(i, value) : key(i, value).substring(4));
        add("keys of Spring of the profile alone", KEYS, Map.of(MAIN, each(KEYS, i -> key(i + 1_000_000, 1).substring(4))), PRODUCTION, (i, value) ->
                key(i, value).substring(4));
    }

    private void kubernetes() {
        IntFunction<String> object = i -> "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c" + i + "}\ndata:\n  a: ";
        add("objects of Kubernetes", DOCUMENTS, Map.of(), "k8s/production/a.yaml", (i, value) ->
                object.apply(i) + "x" + value + "\n");
        Map<String, String> overlays = Map.of(
                "k8s/base/kustomization.yaml", "resources: [a.yaml]\n",
                "k8s/overlays/production/kustomization.yaml", "resources: [../../base]\n",
                "k8s/overlays/staging/kustomization.yaml", "resources: [../../base]\n");
        add("objects below overlays of Kustomize", DOCUMENTS, overlays, "k8s/base/a.yaml", (i, value) ->
                object.apply(i) + "x" + value + "\n");
    }

    private static String key(int i, int value) {
        return "---\na" + i + ": {port: " + value + "}\n";
    }

    private static String on(String profile) {
        return "---\nspring: {config: {activate: {on-profile: " + profile + "}}}\n";
    }

    private void add(String name, int n, Map<String, String> others, BiFunction<Integer, Integer, String> text) {
        add(name, n, others, MAIN, text);
    }

    /** Every value of the file is another afterwards. */
    private void add(
            String name, int n, Map<String, String> others, String path, BiFunction<Integer, Integer, String> text) {
        cases.add(new Case("layers: " + name, n, size -> {
            Map<String, String> before = new LinkedHashMap<>(others);
            before.put(path, each(size, i -> text.apply(i, i)));
            Map<String, String> after = new LinkedHashMap<>(others);
            after.put(path, each(size, i -> text.apply(i, i + 1)));
            MemorySource source = new MemorySource(List.of(
                    new MemorySource.Snapshot(BEFORE, before), new MemorySource.Snapshot(AFTER, after)));
            InspectionRequest request = new InspectionRequest(new RangeRequest.Between("0", "1"), null, null, AFTER);
            return () -> Growth.Sink.result = new Inspector(source, rules).inspect(request);
        }));
    }
}
