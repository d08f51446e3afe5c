package io.github.confgate.source.git;

import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Pairs files that went with files that came: first those with the same content, then those with most of it. Each file
 * is in at most one pair, and equal inputs give equal pairs.
 */
final class RenameFinder {

    /** In percent, as Git takes it. */
    private static final int ALIKE = 50;
    /** More combinations than this are not compared by content; a change that large is a move of everything. */
    private static final int MOST_COMPARISONS = 20_000;
    /** Of files with the same content, so many are looked at for one with the nearest path. */
    private static final int MOST_TWINS = 64;

    private final Similarity similarity;

    RenameFinder(Similarity similarity) {
        this.similarity = similarity;
    }

    /** Only pairs of which one path is wanted. */
    List<FilePair> find(List<SourceFile> deleted, List<SourceFile> added, Predicate<String> wanted) {
        Set<SourceFile> gone = regular(deleted);
        Set<SourceFile> come = regular(added);
        List<FilePair> pairs = new ArrayList<>();
        take(exact(gone, come, wanted), gone, come, pairs);
        take(similar(gone, come, wanted), gone, come, pairs);
        return pairs;
    }

    private static Set<SourceFile> regular(List<SourceFile> files) {
        Set<SourceFile> regular = new LinkedHashSet<>();
        files.stream().filter(file -> file.kind() == SourceFile.Kind.FILE).forEach(regular::add);
        return regular;
    }

    /** @param score in percent; 100 is the same content */
    private record Candidate(SourceFile before, SourceFile after, int score, int nearness) {
        Candidate(SourceFile before, SourceFile after, int score) {
            this(before, after, score, nearnessOf(before.path(), after.path()));
        }
    }

    private static List<Candidate> exact(Set<SourceFile> gone, Set<SourceFile> come, Predicate<String> wanted) {
        Map<String, List<SourceFile>> byBlob = new HashMap<>();
        for (SourceFile before : gone) {
            byBlob.computeIfAbsent(before.blob(), blob -> new ArrayList<>()).add(before);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (SourceFile after : come) {
            List<SourceFile> same = after.blob().isEmpty() ? List.of() : byBlob.getOrDefault(after.blob(), List.of());
            same.stream()
                    .filter(before -> isWanted(before, after, wanted))
                    .limit(MOST_TWINS)
                    .forEach(before -> candidates.add(new Candidate(before, after, 100)));
        }
        return candidates;
    }

    private List<Candidate> similar(Set<SourceFile> gone, Set<SourceFile> come, Predicate<String> wanted) {
        List<Candidate> candidates = new ArrayList<>();
        if ((long) gone.size() * come.size() > MOST_COMPARISONS) {
            gone.removeIf(file -> !wanted.test(file.path()));
            come.removeIf(file -> !wanted.test(file.path()));
        }
        if ((long) gone.size() * come.size() > MOST_COMPARISONS) {
            return candidates;
        }
        Map<SourceFile, Similarity.Print> prints = new HashMap<>();
        for (SourceFile before : gone) {
            for (SourceFile after : come) {
                if (isWanted(before, after, wanted)) {
                    int score = similarity.score(
                            prints.computeIfAbsent(before, similarity::print),
                            prints.computeIfAbsent(after, similarity::print));
                    if (score >= ALIKE) {
                        candidates.add(new Candidate(before, after, score));
                    }
                }
            }
        }
        return candidates;
    }

    private static boolean isWanted(SourceFile before, SourceFile after, Predicate<String> wanted) {
        return wanted.test(before.path()) || wanted.test(after.path());
    }

    private static void take(
            List<Candidate> candidates, Set<SourceFile> gone, Set<SourceFile> come, List<FilePair> pairs) {
        candidates.sort(Comparator.comparingInt(Candidate::score)
                .thenComparingInt(Candidate::nearness)
                .reversed()
                .thenComparing(candidate -> candidate.before().path())
                .thenComparing(candidate -> candidate.after().path()));
        for (Candidate candidate : candidates) {
            if (gone.contains(candidate.before()) && come.contains(candidate.after())) {
                gone.remove(candidate.before());
                come.remove(candidate.after());
                pairs.add(new FilePair(candidate.before(), candidate.after()));
            }
        }
    }

    /** How much two paths look alike; the same file name counts most, then the same folder. */
    private static int nearnessOf(String one, String other) {
        int slash = one.lastIndexOf('/');
        int otherSlash = other.lastIndexOf('/');
        boolean sameName = one.substring(slash + 1).equals(other.substring(otherSlash + 1));
        boolean sameFolder = one.substring(0, slash + 1).equals(other.substring(0, otherSlash + 1));
        return (sameName ? 2 : 0) + (sameFolder ? 1 : 0);
    }
}
