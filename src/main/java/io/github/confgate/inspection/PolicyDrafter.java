package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Part;
import io.github.confgate.document.Parts;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.State;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Steps;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what a first policy can say: of the files that {@code HEAD} has, and of their history. */
public final class PolicyDrafter {

    private static final int STACKS = 3;
    private static final int PATHS = 20;

    private final SourceReader reader;
    private final Rules rules;
    private final ConfigurationFiles configuration = ConfigurationFiles.with(List.of(), List.of());

    public PolicyDrafter(SourceReader reader, Rules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /** Where the policy stands, or would, seen from a folder in the work tree; empty where there is none. */
    public static Optional<Path> place(SourceReader reader, Path folder) {
        return reader.within(folder.resolve(PolicyAt.NAME)).map(path -> {
            Path root = folder;
            for (int depth = path.split("/").length; depth > 1; depth--) {
                root = root.resolve("..");
            }
            return root.resolve(PolicyAt.NAME).normalize();
        });
    }

    /**
     * Drafts a policy.
     *
     * @throws UsageException when there is no commit yet
     * @throws io.github.confgate.source.CannotJudgeException when the clone lacks a part of the history
     */
    public PolicyDraft draft() {
        RangeRequest head = new RangeRequest.Between("HEAD", "HEAD");
        if (!(reader.resolve(head).head() instanceof Revision.Commit tip)) {
            throw new UsageException("there is no commit yet");
        }
        Map<String, SourceFile> files = new TreeMap<>();
        reader.files(tip, path -> configuration.choose(path).configuration())
                .forEach(file -> files.put(file.path(), file));
        FileStore store = new FileStore(reader, configuration, Limits.standard());
        Map<String, Set<KeyPath.Segment>> parts = parts(files, store);
        EnvironmentMap map = EnvironmentMap.of(files.keySet(), parts, List.of());
        Pipeline pipeline = map.pipeline();
        State state = State.of(path -> Optional.ofNullable(files.get(path)), store);
        List<PolicyDraft.Stack> stacks = stacks(map, Layers.of(map, List.of(), state));
        DocumentPairs pairs = DocumentPairs.of(map, pipeline, state);
        Steps steps = reader.steps(tip, pairs.paths()::contains);
        pairs.follow(reader, configuration, steps);
        MappedHosts hosts = MappedHosts.of(pairs.differing());
        SpecificKeys keys =
                SpecificKeys.of(pairs, hosts, rules, reader.commit(tip).time());
        return new PolicyDraft(
                files.size(),
                steps.commits(),
                stages(map, pipeline, files.keySet(), parts),
                formats(files.keySet()),
                stacks.stream().limit(STACKS).toList(),
                stacks.size(),
                keys.plain(),
                keys.highRisk(),
                hosts.pairs());
    }

    /** The documents of files in which each may have an environment of its own. */
    private static Map<String, Set<KeyPath.Segment>> parts(Map<String, SourceFile> files, FileStore store) {
        Map<String, Set<KeyPath.Segment>> parts = new TreeMap<>();
        files.forEach((path, file) -> {
            Optional<Document> document = Parts.isSpringName(path) ? store.document(file) : Optional.empty();
            document.filter(each -> each.parts().size() > 1)
                    .ifPresent(each -> parts.put(
                            path,
                            new LinkedHashSet<>(
                                    each.parts().stream().map(Part::id).toList())));
        });
        return parts;
    }

    private static List<PolicyDraft.Stage> stages(
            EnvironmentMap map, Pipeline pipeline, Set<String> paths, Map<String, Set<KeyPath.Segment>> parts) {
        List<DeclaredEnvironment> declared = pipeline.stages().stream()
                .map(stage -> new DeclaredEnvironment(stage.name(), List.of(), stage.after(), stage.soak()))
                .toList();
        EnvironmentMap then = EnvironmentMap.of(paths, parts, declared);
        List<PolicyDraft.Stage> stages = new ArrayList<>();
        for (Pipeline.Stage stage : pipeline.stages()) {
            List<Placement> own = map.documents().stream()
                    .filter(placement -> isOf(stage.name(), placement.environment()))
                    .sorted(Comparator.comparing(Placement::path))
                    .toList();
            stages.add(new PolicyDraft.Stage(
                    stage.name(),
                    stage.after(),
                    own.size(),
                    own.isEmpty() ? "" : own.get(0).path(),
                    own.stream()
                            .filter(placement -> placement.part() == null
                                    && !isOf(
                                            stage.name(),
                                            then.of(placement.path()).environment()))
                            .map(placement -> placement.path().replaceAll("[*?{}\\[\\],!\\\\]", "?"))
                            .distinct()
                            .limit(PATHS)
                            .toList()));
        }
        return stages;
    }

    private static boolean isOf(String stage, @Nullable Environment environment) {
        return environment != null && environment.answersTo(stage);
    }

    private static List<PolicyDraft.Stack> stacks(EnvironmentMap map, Layers layers) {
        List<PolicyDraft.Stack> stacks = new ArrayList<>();
        for (Placement found : map.all()) {
            Placement placement = layers.place(found);
            Environment environment = placement.environment();
            List<String> paths =
                    environment == null ? List.of() : layers.stack(placement).paths();
            if (environment != null && paths.size() > 1) {
                stacks.add(new PolicyDraft.Stack(environment.name(), paths));
            }
        }
        return stacks;
    }

    private List<PolicyDraft.Count> formats(Set<String> paths) {
        Map<Format, Integer> counts = new TreeMap<>();
        for (String path : paths) {
            Format format = configuration.choose(path).format();
            if (format != null) {
                counts.merge(format, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new PolicyDraft.Count(entry.getKey().id(), entry.getValue()))
                .sorted(Comparator.comparingInt(PolicyDraft.Count::files)
                        .reversed()
                        .thenComparing(PolicyDraft.Count::format))
                .toList();
    }
}
