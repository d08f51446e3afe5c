package io.github.confgate.inspection;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import io.github.confgate.source.Names;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.Sha256;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Step;
import io.github.confgate.source.Steps;
import io.github.confgate.source.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A history without a repository, for the examples of rules: each commit is a whole tree of texts. A range is named by
 * the numbers of its commits, the first of which is 0. Renames are not found.
 */
public final class MemorySource implements SourceReader {

    /** A commit: when it was made, every file after it, and what it says; empty for nothing of its own. */
    public record Snapshot(Instant time, Map<String, String> files, String message) {
        public Snapshot {
            files = Map.copyOf(files);
        }

        public Snapshot(Instant time, Map<String, String> files) {
            this(time, files, "");
        }
    }

    /** As many digits as the ids of Git have. */
    private static final int ID = 40;

    private final List<Snapshot> snapshots;

    public MemorySource(List<Snapshot> snapshots) {
        this.snapshots = List.copyOf(snapshots);
    }

    @Override
    public Range resolve(RangeRequest request) {
        if (request instanceof RangeRequest.Between between) {
            Revision base = revision(Integer.parseInt(between.base()));
            return new Range(base, revision(Integer.parseInt(between.head())), base);
        }
        throw new UsageException("a history in memory has commits only");
    }

    /** The revision of a commit by its number; -1 is the state before the first. */
    public static Revision revision(int number) {
        return number < 0 ? new Revision.Empty() : new Revision.Commit(String.format("%07x%033x", number + 1, 0));
    }

    private static int number(Revision revision) {
        return revision instanceof Revision.Commit commit
                ? Integer.parseInt(commit.sha().substring(0, 7), 16) - 1
                : -1;
    }

    private Map<String, String> tree(int number) {
        return number < 0 ? Map.of() : snapshots.get(number).files();
    }

    @Override
    public Revision present() {
        return revision(snapshots.size() - 1);
    }

    @Override
    public List<SourceFile> files(Revision revision, Predicate<String> wanted) {
        return new TreeSet<>(tree(number(revision)).keySet())
                .stream().filter(wanted).map(path -> sourceFile(revision, path)).toList();
    }

    @Override
    public Optional<SourceFile> file(Revision revision, String path) {
        return tree(number(revision)).containsKey(path) ? Optional.of(sourceFile(revision, path)) : Optional.empty();
    }

    private SourceFile sourceFile(Revision revision, String path) {
        String blob = Sha256.hex((path + "@" + number(revision)).getBytes(StandardCharsets.UTF_8))
                .substring(0, ID);
        return new SourceFile(path, SourceFile.Kind.FILE, blob, revision);
    }

    @Override
    public List<List<FilePair>> changed(Revision from, Revision to, List<Predicate<String>> wanted) {
        return wanted.stream().map(each -> pairs(from, to, each)).toList();
    }

    private List<FilePair> pairs(Revision from, Revision to, Predicate<String> wanted) {
        Map<String, String> before = tree(number(from));
        Map<String, String> after = tree(number(to));
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FilePair> pairs = new ArrayList<>();
        for (String path : paths) {
            if (wanted.test(path)
                    && !Optional.ofNullable(before.get(path)).equals(Optional.ofNullable(after.get(path)))) {
                pairs.add(new FilePair(
                        file(from, path).orElse(null), file(to, path).orElse(null)));
            }
        }
        return pairs;
    }

    @Override
    public Content read(SourceFile file, long limit) {
        String text = tree(number(file.revision())).get(file.path());
        return text == null
                ? new Content.Unreadable(new Diagnostic(file.path(), 0, Diagnostic.Kind.MISSING, "is not there"))
                : new Content.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Names names() {
        return Names.none();
    }

    @Override
    public SourceReader neighbour(String path) {
        throw new UsageException("a history in memory has no neighbours");
    }

    @Override
    public CommitInfo commit(Revision.Commit revision) {
        return info(number(revision));
    }

    private CommitInfo info(int number) {
        Snapshot snapshot = snapshots.get(number);
        String subject = snapshot.message().isEmpty() ? "commit " + number : snapshot.message();
        return new CommitInfo(revision(number).label(), snapshot.time(), "somebody", subject);
    }

    @Override
    public Steps steps(Revision.Commit tip, Predicate<String> wanted) {
        List<Step> steps = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>();
        for (int i = 0; i <= number(tip); i++) {
            List<FilePair> pairs = changed(revision(i - 1), revision(i), wanted);
            pairs.forEach(pair -> paths.add(pair.path()));
            if (!pairs.isEmpty()) {
                steps.add(new Step(i, info(i), i == 0 ? null : revision(i - 1).label(), pairs));
            }
        }
        return new Steps() {
            @Override
            public Set<String> paths() {
                return paths;
            }

            @Override
            public Instant time(CommitInfo commit, Instant now) {
                return commit.time();
            }

            @Override
            public OptionalInt number(String sha) {
                return OptionalInt.of(MemorySource.number(new Revision.Commit(sha)));
            }

            @Override
            public int commits() {
                return MemorySource.number(tip) + 1;
            }

            @Override
            public Iterator<Step> iterator() {
                return steps.iterator();
            }
        };
    }

    @Override
    public History history(Revision.Commit tip) {
        int last = number(tip);
        return new History() {
            @Override
            public Tracked track(Collection<String> paths) {
                return path -> versions(path, last);
            }
        };
    }

    private List<FileVersion> versions(String path, int last) {
        List<FileVersion> versions = new ArrayList<>();
        for (int i = last; i >= 0; i--) {
            Optional<String> before = Optional.ofNullable(tree(i - 1).get(path));
            if (!before.equals(Optional.ofNullable(tree(i).get(path)))) {
                versions.add(new FileVersion(
                        last - i, info(i), file(revision(i), path).orElse(null)));
            }
        }
        return versions;
    }

    @Override
    public List<RangeCommit> commits(Range range) {
        List<RangeCommit> commits = new ArrayList<>();
        for (int i = number(range.head()); i > number(range.base()); i--) {
            CommitInfo info = info(i);
            commits.add(new RangeCommit(info.sha(), info.author(), "", info.subject()));
        }
        return commits;
    }

    @Override
    public Optional<String> within(Path file) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
