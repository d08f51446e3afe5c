package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.source.Mark;
import io.github.confgate.source.Names;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.Note;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Reads branches, tags and notes. */
final class GitNames implements Names {

    private static final String ORIGIN = Constants.R_REMOTES + "origin/";
    private static final List<String> PREFIXES = List.of(Constants.R_HEADS, ORIGIN, "heads/", "origin/");
    private static final int LONGEST_NOTE = 64 * 1024;

    private final Repository repository;
    private final Readers readers;
    private final Set<ObjectId> shallow;
    private final Map<String, MainlineDates> dates = new ConcurrentHashMap<>();

    GitNames(Repository repository, Readers readers, Set<ObjectId> shallow) {
        this.repository = repository;
        this.readers = readers;
        this.shallow = shallow;
    }

    @Override
    public Optional<Revision.Commit> branch(String name) {
        return readers.read("the branch " + name, reader -> {
            for (String prefix : List.of(Constants.R_HEADS, ORIGIN)) {
                Ref ref = repository.getRefDatabase().exactRef(prefix + name);
                if (ref != null && ref.getObjectId() != null) {
                    return Optional.of(new Revision.Commit(ref.getObjectId().name()));
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Revision.Commit defaultBranch() {
        return new Revision.Commit(main().tip().name());
    }

    @Override
    public Optional<String> defaultBranchName() {
        return readers.read("the default branch", reader -> DefaultBranch.find(repository))
                .map(DefaultBranch::name);
    }

    private DefaultBranch main() {
        return readers.read("the default branch", reader -> DefaultBranch.of(repository));
    }

    @Override
    public Optional<String> branchOf(RangeRequest request, Revision base, List<String> branches) {
        Optional<String> named = Optional.ofNullable(name(request)).filter(branches::contains);
        if (named.isPresent() || !(base instanceof Revision.Commit commit)) {
            return named;
        }
        return last(branches, (branch, tip) -> tip.equals(commit))
                .or(() -> last(branches, (branch, tip) -> mainlineHas(tip, commit)));
    }

    private Optional<String> last(List<String> branches, BiPredicate<String, Revision.Commit> fits) {
        return branches.stream()
                .filter(branch ->
                        branch(branch).filter(tip -> fits.test(branch, tip)).isPresent())
                .reduce((a, b) -> b);
    }

    /** The branch that the base of a range is called by; null when it is called by something else. */
    private @Nullable String name(RangeRequest request) {
        if (request instanceof RangeRequest.WorkTreeChanges) {
            return main().name();
        }
        if (request instanceof RangeRequest.Update update) {
            return update.branch();
        }
        if (request instanceof RangeRequest.Into into) {
            return into.branch();
        }
        // A commit that is named by its way back from a branch is of that branch's mainline.
        String written = request instanceof RangeRequest.Between between
                ? between.base().replaceFirst("(~[0-9]*|\\^)+$", "")
                : Constants.HEAD;
        if (!written.isEmpty() && !written.equals(Constants.HEAD) && !written.equals("@")) {
            return shortName(written);
        }
        Ref head = readers.read("HEAD", reader -> repository.getRefDatabase().exactRef(Constants.HEAD));
        return head != null && head.isSymbolic() ? shortName(head.getTarget().getName()) : null;
    }

    private static String shortName(String name) {
        return PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    private boolean mainlineHas(Revision.Commit tip, Revision.Commit wanted) {
        ObjectId id = ObjectId.fromString(wanted.sha());
        FirstParents mainline = new FirstParents(readers, shallow, ObjectId.fromString(tip.sha()));
        Stretch stretch;
        do {
            stretch = mainline.next();
            if (stretch.commits().contains(id)) {
                return true;
            }
        } while (!stretch.isLast());
        return false;
    }

    @Override
    public Optional<Revision.Commit> asOf(Revision.Commit tip, Instant time) {
        return dates.computeIfAbsent(tip.sha(), sha -> MainlineDates.read(readers, shallow, ObjectId.fromString(sha)))
                .asOf(time);
    }

    @Override
    public List<Mark> tags(Predicate<String> wanted) {
        return readers.read("a tag", reader -> {
            List<Mark> marks = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader)) {
                for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                    String name = ref.getName().substring(Constants.R_TAGS.length());
                    Mark mark = wanted.test(name) ? mark(walk, name, ref.getObjectId()) : null;
                    if (mark != null) {
                        marks.add(mark);
                    }
                }
            }
            marks.sort(Comparator.comparing(Mark::text));
            return marks;
        });
    }

    private static @Nullable Mark mark(RevWalk walk, String name, @Nullable ObjectId id) throws IOException {
        if (id == null) {
            return null;
        }
        RevObject object = walk.parseAny(id);
        Instant time = object instanceof RevTag tag && tag.getTaggerIdent() != null
                ? tag.getTaggerIdent().getWhenAsInstant()
                : null;
        RevObject commit = walk.peel(object);
        return commit instanceof RevCommit found
                ? new Mark(
                        name,
                        new Revision.Commit(found.name()),
                        time != null ? time : Instant.ofEpochSecond(found.getCommitTime()))
                : null;
    }

    @Override
    public Optional<List<Mark>> notes(String ref) {
        return readers.read("the notes of " + ref, reader -> {
            Ref notes = repository.getRefDatabase().exactRef(ref);
            if (notes == null || notes.getObjectId() == null) {
                return Optional.empty();
            }
            List<Mark> marks = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader)) {
                for (Note note : NoteMap.read(reader, walk.parseCommit(notes.getObjectId()))) {
                    Mark mark = note(walk, reader, note);
                    if (mark != null) {
                        marks.add(mark);
                    }
                }
            }
            return Optional.of(marks);
        });
    }

    /** What a note says of a commit that this clone has. */
    private static @Nullable Mark note(RevWalk walk, ObjectReader reader, Note note) throws IOException {
        if (!reader.has(note) || !(walk.parseAny(note) instanceof RevCommit commit)) {
            return null;
        }
        byte[] text = reader.open(note.getData(), Constants.OBJ_BLOB).getCachedBytes(LONGEST_NOTE);
        return new Mark(
                new String(text, UTF_8),
                new Revision.Commit(commit.name()),
                Instant.ofEpochSecond(commit.getCommitTime()));
    }
}
