package io.github.confgate.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads one repository. Safe for use by several threads, except {@link #close}. */
public interface SourceReader extends AutoCloseable {

    /**
     * @throws UsageException when a revision does not exist or no default branch can be told
     * @throws CannotJudgeException when the clone lacks the history that the answer needs
     */
    Range resolve(RangeRequest request);

    /** What is there now: the work tree, or the commit of {@code HEAD} in a repository without one. */
    Revision present();

    /**
     * Every file, link and submodule at a revision whose path is wanted, sorted by path. Of a link or a submodule, which
     * may stand for a folder, the path is also asked with a {@code /} at its end; so it is by {@link #changed}.
     */
    List<SourceFile> files(Revision revision, Predicate<String> wanted);

    Optional<SourceFile> file(Revision revision, String path);

    /**
     * The files that differ in content between two revisions and of which one path is wanted, sorted by path; renames
     * are found among them. A change of mode alone is no difference.
     */
    default List<FilePair> changed(Revision from, Revision to, Predicate<String> wanted) {
        return changed(from, to, List.of(wanted)).get(0);
    }

    /** The same for each of several wishes, from one comparison: each of a work tree looks at every file of it. */
    List<List<FilePair>> changed(Revision from, Revision to, List<Predicate<String>> wanted);

    /** Reads a file's content, at most {@code limit} bytes of it; a larger one is a diagnostic. */
    Content read(SourceFile file, long limit);

    /**
     * Reads contents as {@link #read} does, in whichever order is fastest.
     *
     * @return one for each file, in the order of the files
     */
    default List<Content> readAll(List<SourceFile> files, long limit) {
        return files.stream().map(file -> read(file, limit)).toList();
    }

    /**
     * What each commit of the mainline that ends in a commit changed; renames are found as in {@link #changed}.
     *
     * @throws CannotJudgeException when history ends early: a shallow clone or a missing object
     */
    Steps steps(Revision.Commit tip, Predicate<String> wanted);

    /** The mainline that ends in a commit. */
    History history(Revision.Commit tip);

    /** What branches, tags and notes say. */
    Names names();

    /**
     * Another repository on this machine, read as this one is and closed with it.
     *
     * @param path relative to the root of this one
     * @throws CannotJudgeException when there is none
     */
    SourceReader neighbour(String path);

    /** The commit itself. */
    CommitInfo commit(Revision.Commit revision);

    /** The commits that head has and base has not, newest first; none where head is no commit. */
    List<RangeCommit> commits(Range range);

    /** The folder that Git keeps the repository in, without links; empty for one that is nowhere on disk. */
    default Optional<Path> home() {
        return Optional.empty();
    }

    /** A file of the disk by its path in the work tree; empty when it lies outside. */
    Optional<String> within(Path file);

    @Override
    void close();
}
