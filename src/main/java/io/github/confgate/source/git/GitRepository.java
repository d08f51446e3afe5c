package io.github.confgate.source.git;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Content;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.History;
import io.github.confgate.source.Names;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Steps;
import io.github.confgate.source.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A Git repository on disk: bare or with a work tree, a clone or a linked work tree. Never writes to it. */
public final class GitRepository implements SourceReader {

    private final Repository repository;
    private final Readers readers;
    private final Commits commits;
    private final TreeFiles trees;
    private final Blobs blobs;
    private final TreeDifference difference;
    private final Changes changes;
    private final Set<ObjectId> shallow;
    private final @Nullable Disk disk;
    private final Map<String, GitRepository> neighbours = new HashMap<>();
    private @Nullable IndexFiles index;
    private @Nullable WorkTreeFiles workTree;
    private final Names names;

    private GitRepository(Repository repository) {
        this.repository = repository;
        this.disk =
                repository.isBare() ? null : new Disk(repository.getWorkTree().toPath());
        this.readers = new Readers(repository);
        this.commits = new Commits(readers);
        this.trees = new TreeFiles(readers, commits);
        this.blobs = new Blobs(readers, disk);
        this.shallow = readers.read("the list of shallow commits", reader -> Set.copyOf(reader.getShallowCommits()));
        TreeDifference difference = new TreeDifference(readers, trees, this::index);
        this.difference = difference;
        this.names = new GitNames(repository, readers, shallow);
        this.changes = new Changes(this, difference, new RenameFinder(new Similarity(blobs)));
    }

    /**
     * Opens the repository that a folder lies in, however deep.
     *
     * @throws UsageException when there is none
     * @throws io.github.confgate.source.CannotJudgeException when there is one that cannot be read
     */
    public static GitRepository open(Path directory) {
        return open(directory, System.getenv());
    }

    static GitRepository open(Path directory, Map<String, String> environment) {
        return new GitRepository(Discovery.open(directory, environment));
    }

    @Override
    public Range resolve(RangeRequest request) {
        return new RangeResolver(repository, readers, shallow).resolve(request);
    }

    @Override
    public Revision present() {
        return disk != null
                ? new Revision.WorkTree()
                : resolve(new RangeRequest.Between("HEAD", "HEAD")).head();
    }

    @Override
    public List<SourceFile> files(Revision revision, Predicate<String> wanted) {
        List<SourceFile> files;
        if (revision instanceof Revision.Commit commit) {
            files = trees.files(commit, wanted);
        } else if (revision instanceof Revision.Index) {
            files = index().files(wanted);
        } else if (revision instanceof Revision.WorkTree) {
            files = workTree().files(wanted);
        } else {
            files = List.of();
        }
        return files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    }

    @Override
    public Optional<SourceFile> file(Revision revision, String path) {
        if (!Paths.isInside(path)) {
            return Optional.empty();
        }
        if (revision instanceof Revision.Commit commit) {
            return trees.file(commit, path);
        }
        if (revision instanceof Revision.Index) {
            return index().file(path);
        }
        return revision instanceof Revision.WorkTree ? workTree().file(path) : Optional.empty();
    }

    @Override
    public List<List<FilePair>> changed(Revision from, Revision to, List<Predicate<String>> wanted) {
        return changes.between(from, to, wanted);
    }

    @Override
    public Content read(SourceFile file, long limit) {
        return blobs.read(file, limit);
    }

    @Override
    public List<Content> readAll(List<SourceFile> files, long limit) {
        Content[] contents = new Content[files.size()];
        for (int i : new PackOrder(readers.packs()).sorted(files)) {
            contents[i] = blobs.read(files.get(i), limit);
        }
        return List.of(contents);
    }

    @Override
    public Steps steps(Revision.Commit tip, Predicate<String> wanted) {
        return StepLog.read(
                new FirstParents(readers, shallow, ObjectId.fromString(tip.sha())),
                difference,
                changes,
                commits,
                wanted);
    }

    @Override
    public History history(Revision.Commit tip) {
        return new Mainline(readers, shallow, ObjectId.fromString(tip.sha()));
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public synchronized SourceReader neighbour(String path) {
        GitRepository known = neighbours.get(path);
        if (known == null) {
            File root = disk == null ? repository.getDirectory() : repository.getWorkTree();
            known = new GitRepository(Discovery.neighbour(root.toPath(), path));
            neighbours.put(path, known);
        }
        return known;
    }

    @Override
    public CommitInfo commit(Revision.Commit revision) {
        return commits.info(ObjectId.fromString(revision.sha()));
    }

    @Override
    public List<RangeCommit> commits(Range range) {
        return range.base() instanceof Revision.Commit base && range.head() instanceof Revision.Commit head
                ? RangeCommits.between(readers, ObjectId.fromString(base.sha()), ObjectId.fromString(head.sha()))
                : List.of();
    }

    @Override
    public Optional<Path> home() {
        try {
            return Optional.of(repository.getCommonDirectory().toPath().toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> within(Path file) {
        return disk == null ? Optional.empty() : disk.within(file);
    }

    @Override
    public void close() {
        neighbours.values().forEach(GitRepository::close);
        readers.close();
        repository.close();
    }

    private synchronized IndexFiles index() {
        if (disk == null) {
            throw new UsageException("a bare repository has no index: name the range with --base REV --head REV");
        }
        if (index == null) {
            index = IndexFiles.read(repository);
        }
        return index;
    }

    synchronized WorkTreeFiles workTree() {
        if (disk == null) {
            throw new UsageException("a bare repository has no work tree: name the range with --base REV --head REV");
        }
        if (workTree == null) {
            IgnoreRules ignored = new IgnoreRules(disk, repository.getCommonDirectory());
            workTree = new WorkTreeFiles(disk, index(), ignored);
        }
        return workTree;
    }
}
