package io.github.confgate.source;

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

    /** Every file, link and submodule at a revision whose path is wanted, sorted by path. */
    List<SourceFile> files(Revision revision, Predicate<String> wanted);

    Optional<SourceFile> file(Revision revision, String path);

    /**
     * The files that differ in content between two revisions and of which one path is wanted, sorted by path; renames
     * are found among them. A change of mode alone is no difference.
     */
    List<FilePair> changed(Revision from, Revision to, Predicate<String> wanted);

    /** Reads a file's content, at most {@code limit} bytes of it; a larger one is a diagnostic. */
    Content read(SourceFile file, long limit);

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

    @Override
    void close();
}
