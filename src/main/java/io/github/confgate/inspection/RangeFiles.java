package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.ChangeSet;
import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Part;
import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.Circumstances;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.State;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.fact.Tree;
import io.github.confgate.fact.java.CodePaths;
import io.github.confgate.rule.Finding;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.Region;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration files of a range: those at base, those at head, what changed between, and where each belongs. */
final class RangeFiles {

    private final SourceReader reader;
    private final ConfigurationFiles configuration;
    private final FileStore store;
    private final List<FilePair> pairs;
    private final Map<String, FilePair> changed = new HashMap<>();
    private final List<String> unknown;
    private final ChangedFiles compared;
    private final Map<String, SourceFile> base;
    private final Map<String, SourceFile> head;
    private final Revision headRevision;
    private final CodePaths code;
    private final List<SourceFile> mainCode = new ArrayList<>();
    private final EnvironmentMap environments;
    private final EffectiveValues effective;
    private final Surroundings around;

    private @Nullable Set<String> losing; // worked out when first asked for

    RangeFiles(SourceReader reader, Range range, Policy policy, @Nullable DeclaredEnvironment ground) {
        this.reader = reader;
        this.configuration = ConfigurationFiles.with(policy.documents(), policy.environmentPaths());
        this.code = CodePaths.of(
                policy.code().stream().filter(row -> row.repository() == null).toList());
        this.store = new FileStore(reader, configuration, policy.limits());
        List<List<FilePair>> both = reader.changed(
                range.mergeBase(), range.head(), List.of(this::isConfigurationOrFolder, configuration::isUnknown));
        this.pairs = FolderLinks.gated(both.get(0), configuration, policy);
        pairs.forEach(pair -> changed.put(pair.path(), pair));
        this.unknown = both.get(1).stream()
                .map(FilePair::path)
                .filter(path -> !changed.containsKey(path))
                .toList();
        this.compared = ChangedFiles.compare(pairs, configuration, store::parse);
        this.base = files(range.base());
        this.headRevision = range.head();
        this.head = headFiles(range.head());
        this.environments = EnvironmentMap.of(paths(), parts(), sections(policy), policy.environments(), ground);
        Tree after = Tree.of(this::atHead, store, head::keySet);
        Layers layers = Layers.of(environments, policy.layers(), after);
        State before = State.of(this::atMergeBase, store);
        this.effective = new EffectiveValues(layers, before, after);
        this.around = new Surroundings(before, after, environments, layers)
                .with(new Circumstances(policy.rampStep(), () -> reader.commits(range).stream()
                        .map(RangeCommit::message)
                        .toList()));
    }

    List<Change> changes() {
        return compared.sets().stream()
                .flatMap(set -> set.changes().changes().stream())
                .flatMap(change -> bySections(change, environments))
                .toList();
    }

    /** A key that moves from the section of one environment to that of another is gone from the one. */
    static Stream<Change> bySections(Change change, EnvironmentMap environments) {
        if (!(change instanceof Change.Moved moved)) {
            return Stream.of(change);
        }
        Placement old =
                environments.of(moved.path(), moved.part().id(), moved.old().key());
        Placement now =
                environments.of(moved.path(), moved.part().id(), moved.now().key());
        return Objects.equals(old.environment(), now.environment())
                ? Stream.of(change)
                : Stream.of(
                        new Change.Removed(moved.path(), moved.oldPath(), moved.part(), moved.old(), Region.start()),
                        new Change.Added(moved.path(), moved.part(), moved.now()));
    }

    /** The findings of a change, as sure as its file lets one be. */
    List<Finding> sure(Change change, List<Finding> findings) {
        return compared.sure(change, findings);
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>(compared.diagnostics());
        diagnostics.addAll(effective.layers().unresolved(changed.keySet()));
        unknown.forEach(path -> diagnostics.add(ChangedFiles.ofNoFormat(path)));
        return diagnostics;
    }

    EnvironmentMap environments() {
        return environments;
    }

    /** Whether a key of a file is gone. */
    boolean loses(String path) {
        if (losing == null) {
            losing = RangeClaims.losing(changes());
        }
        return losing.contains(path);
    }

    /** The changed files, sorted by path. */
    List<FilePair> pairs() {
        return pairs;
    }

    /** Whether a configuration file at head is one of these. */
    boolean hasAtHead(List<PathGlob> globs) {
        return head.keySet().stream().anyMatch(path -> globs.stream().anyMatch(glob -> glob.matches(path)));
    }

    /** The paths of the changed files, as head has them. */
    Set<String> changedPaths() {
        return changed.keySet();
    }

    /** What environments really get. */
    EffectiveValues effective() {
        return effective;
    }

    /** The files that the changes lie among. */
    Surroundings around() {
        return around;
    }

    FileStore store() {
        return store;
    }

    /** The text of a file of head that need not be configuration; empty where it is not there. */
    Optional<String> other(String path) {
        return reader.file(headRevision, path).flatMap(store::text);
    }

    /** Whether a file of this repository is searched for readers. */
    boolean isMainCode(String path) {
        return code.test(path);
    }

    /** The Java files of head that are searched for readers, by path. */
    List<SourceFile> mainCode() {
        return mainCode;
    }

    Optional<SourceFile> atHead(String path) {
        return Optional.ofNullable(head.get(path));
    }

    /** A file before the range, by the path that head has it under. */
    private Optional<SourceFile> atMergeBase(String path) {
        FilePair pair = changed.get(path);
        if (pair != null) {
            return Optional.ofNullable(pair.before());
        }
        SourceFile left = left().get(path);
        return left == null ? atHead(path) : Optional.of(left);
    }

    /** A file of base by the path that head has it under. */
    Optional<SourceFile> atBase(String path) {
        return Optional.ofNullable(base.get(oldPaths().getOrDefault(path, path)));
    }

    /** By their old paths, the files that a rename took out of what is configuration: to head they are gone. */
    private Map<String, SourceFile> left() {
        Map<String, SourceFile> left = new HashMap<>();
        for (FilePair pair : pairs) {
            SourceFile before = pair.before();
            if (before != null && !before.path().equals(pair.path()) && !isConfiguration(pair.path())) {
                left.put(before.path(), before);
            }
        }
        return left;
    }

    /** Path at head to path at base, of renamed files. */
    Map<String, String> oldPaths() {
        Map<String, String> oldPaths = new HashMap<>();
        for (FilePair pair : pairs) {
            SourceFile before = pair.before();
            if (before != null && !before.path().equals(pair.path())) {
                oldPaths.put(pair.path(), before.path());
            }
        }
        return oldPaths;
    }

    /** A gated document that nobody can read proves nothing, unless nobody could read it before. */
    List<String> undetermined() {
        Stream<String> unread = compared.unread().stream()
                .filter(each ->
                        !each.before() && environments.isGated(each.pair().path()))
                .map(each -> each.pair().path() + ": " + each.diagnostic().message());
        Stream<String> opened = compared.opened().stream()
                .filter(each -> environments.isGated(each.path()))
                .map(each -> each.path() + ": " + each.message());
        return Stream.concat(unread, opened).toList();
    }

    Inspection.Coverage coverage() {
        int unmapped = (int) pairs.stream()
                .map(pair -> environments.of(pair.path()))
                .filter(Placement::isUnmapped)
                .count();
        int unread = compared.unread().size();
        return new Inspection.Coverage(
                pairs.size() + unknown.size(),
                pairs.size() - unread,
                unread + unknown.size(),
                unmapped,
                compared.count(Document.Form.TEMPLATE),
                compared.count(Document.Form.ENCRYPTED));
    }

    private boolean isConfiguration(String path) {
        return configuration.choose(path).configuration();
    }

    private boolean isConfigurationOrFolder(String path) {
        return path.endsWith("/") ? FolderLinks.mayHold(path, configuration) : isConfiguration(path);
    }

    private Map<String, SourceFile> files(Revision revision) {
        Map<String, SourceFile> files = new TreeMap<>();
        reader.files(revision, this::isConfiguration).forEach(file -> files.put(file.path(), file));
        return files;
    }

    /** The configuration of head; main code is found on the same walk. */
    private Map<String, SourceFile> headFiles(Revision revision) {
        Map<String, SourceFile> files = new TreeMap<>();
        for (SourceFile file : reader.files(revision, path -> isConfiguration(path) || code.test(path))) {
            if (isConfiguration(file.path())) {
                files.put(file.path(), file);
            } else if (file.kind() == SourceFile.Kind.FILE) {
                mainCode.add(file);
            }
        }
        return files;
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(head.keySet());
        pairs.forEach(pair -> paths.add(pair.path()));
        return paths;
    }

    private Map<String, Set<KeyPath.Segment>> parts() {
        Map<String, Set<KeyPath.Segment>> parts = new HashMap<>();
        for (ChangedFiles.Compared set : compared.sets()) {
            addParts(parts, set.changes().path(), set.changes().before());
            addParts(parts, set.changes().path(), set.changes().after());
        }
        return parts;
    }

    private Map<String, Set<String>> sections(Policy policy) {
        Map<String, Set<String>> sections = new HashMap<>();
        for (ChangedFiles.Compared set : compared.sets()) {
            for (Document document : documents(set.changes())) {
                sections.computeIfAbsent(set.changes().path(), key -> new LinkedHashSet<>())
                        .addAll(EnvironmentMap.sections(document, policy.environments()));
            }
        }
        return sections;
    }

    private static List<Document> documents(ChangeSet changes) {
        return Stream.of(changes.before(), changes.after())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void addParts(Map<String, Set<KeyPath.Segment>> parts, String path, @Nullable Document document) {
        if (document != null && document.parts().size() > 1) {
            Set<KeyPath.Segment> ids = parts.computeIfAbsent(path, key -> new LinkedHashSet<>());
            document.parts().stream().map(Part::id).forEach(ids::add);
        }
    }
}
