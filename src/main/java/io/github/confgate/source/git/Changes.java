package io.github.confgate.source.git;

import io.github.confgate.source.FilePair;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two revisions. */
final class Changes {

    private final GitRepository repository;
    private final TreeDifference trees;
    private final RenameFinder renames;

    Changes(GitRepository repository, TreeDifference trees, RenameFinder renames) {
        this.repository = repository;
        this.trees = trees;
        this.renames = renames;
    }

    List<List<FilePair>> between(Revision from, Revision to, List<Predicate<String>> wanted) {
        Predicate<String> any = path -> wanted.stream().anyMatch(each -> each.test(path));
        boolean onDisk = from instanceof Revision.WorkTree || to instanceof Revision.WorkTree;
        Difference difference = onDisk ? withWorkTree(from, to, any) : trees.between(from, to, any);
        return wanted.stream().map(each -> pairs(difference, each)).toList();
    }

    /** The files that differ, from what differs path by path. */
    List<FilePair> pairs(Difference difference, Predicate<String> wanted) {
        List<FilePair> pairs = new ArrayList<>(difference.modified());
        List<FilePair> renamed = renames.find(difference.deleted(), difference.added(), wanted);
        Set<SourceFile> paired = new HashSet<>();
        for (FilePair pair : renamed) {
            paired.add(pair.before());
            paired.add(pair.after());
        }
        pairs.addAll(renamed);
        difference.deleted().stream()
                .filter(file -> !paired.contains(file))
                .forEach(file -> pairs.add(new FilePair(file, null)));
        difference.added().stream()
                .filter(file -> !paired.contains(file))
                .forEach(file -> pairs.add(new FilePair(null, file)));
        pairs.removeIf(pair -> !isWanted(pair.before(), wanted) && !isWanted(pair.after(), wanted));
        pairs.sort(Comparator.comparing(FilePair::path));
        return List.copyOf(pairs);
    }

    private static boolean isWanted(@Nullable SourceFile file, Predicate<String> wanted) {
        return file != null && Kinds.isWanted(file.kind(), file.path(), wanted);
    }

    private Difference withWorkTree(Revision from, Revision to, Predicate<String> wanted) {
        Difference difference = compare(from, to, wanted);
        if (!difference.hasLoose(wanted)) {
            return difference;
        }
        // The other half of a rename may be a file that nobody asked for; only then is every file looked at.
        Difference others = compare(from, to, wanted.negate());
        others.deleted().stream().filter(Changes::isFile).forEach(difference.deleted()::add);
        others.added().stream().filter(Changes::isFile).forEach(difference.added()::add);
        return difference;
    }

    private static boolean isFile(SourceFile file) {
        return file.kind() == SourceFile.Kind.FILE;
    }

    private Difference compare(Revision from, Revision to, Predicate<String> wanted) {
        Map<String, SourceFile> before = byPath(repository.files(from, wanted));
        Map<String, SourceFile> after = byPath(repository.files(to, wanted));
        Difference difference = new Difference();
        before.forEach((path, file) -> {
            SourceFile now = after.get(path);
            if (now == null || !isSame(file, now)) {
                difference.add(file, now);
            }
        });
        after.forEach((path, file) -> {
            if (!before.containsKey(path)) {
                difference.add(null, file);
            }
        });
        return difference;
    }

    private boolean isSame(SourceFile one, SourceFile other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        if (one.blob().isEmpty() && !other.blob().isEmpty()) {
            return repository.workTree().holds(one, other.blob());
        }
        if (other.blob().isEmpty() && !one.blob().isEmpty()) {
            return repository.workTree().holds(other, one.blob());
        }
        return one.blob().equals(other.blob());
    }

    private static Map<String, SourceFile> byPath(List<SourceFile> files) {
        return files.stream().collect(Collectors.toMap(SourceFile::path, file -> file, (a, b) -> b, TreeMap::new));
    }
}
