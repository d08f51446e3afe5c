package io.github.confgate.inspection;

import io.github.confgate.fact.DeclaredCode;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.java.CodeCaches;
import io.github.confgate.fact.java.CodePaths;
import io.github.confgate.fact.java.ReaderFinder;
import io.github.confgate.fact.java.WantedKey;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code that is searched for readers: that of head, and that of the repositories beside it which the policy names, each
 * by itself, as it stands in its own history.
 *
 * @param lost the repositories that could not be read
 */
record SearchedCode(List<Place> places, List<Diagnostic> lost) {

    SearchedCode {
        places = List.copyOf(places);
        lost = List.copyOf(lost);
    }

    /** @param repository empty for the one that is judged */
    record Place(String repository, ReaderFinder finder) {
        Map<WantedKey, List<Reader>> readers(Set<WantedKey> wanted) {
            Map<WantedKey, List<Reader>> found = new LinkedHashMap<>();
            finder.readers(wanted)
                    .forEach((key, all) ->
                            found.put(key, all.stream().map(this::here).toList()));
            return found;
        }

        Optional<Reader> nearly(WantedKey wanted, Set<WantedKey> set) {
            return finder.nearly(wanted, set).map(this::here);
        }

        private Reader here(Reader reader) {
            return repository.isEmpty() ? reader : reader.in(repository);
        }

        private List<Diagnostic> diagnostics() {
            return repository.isEmpty()
                    ? finder.diagnostics()
                    : finder.diagnostics().stream()
                            .map(each -> new Diagnostic(
                                    each.path().isEmpty() ? "" : repository + "/" + each.path(),
                                    each.line(),
                                    each.kind(),
                                    each.message()))
                            .toList();
        }
    }

    /** Nothing of it is read before the first question. */
    static SearchedCode of(
            SourceReader reader, List<SourceFile> mainCode, List<DeclaredCode> declared, CodeCaches caches) {
        List<Place> places = new ArrayList<>();
        List<Diagnostic> lost = new ArrayList<>();
        if (!mainCode.isEmpty()) {
            places.add(new Place("", new ReaderFinder(reader, mainCode, caches.of(reader, mainCode))));
        }
        Map<Whole, List<DeclaredCode>> others = new LinkedHashMap<>();
        for (DeclaredCode row : declared) {
            if (row.repository() != null) {
                others.computeIfAbsent(new Whole(row.repository(), row.revision()), key -> new ArrayList<>())
                        .add(row);
            }
        }
        others.forEach((whole, rows) -> {
            try {
                SourceReader other = reader.neighbour(whole.repository());
                List<SourceFile> files = other.files(tip(other, whole), CodePaths.of(rows)).stream()
                        .filter(file -> file.kind() == SourceFile.Kind.FILE)
                        .toList();
                places.add(new Place(whole.repository(), new ReaderFinder(other, files, caches.of(other, files))));
            } catch (CannotJudgeException | UsageException e) {
                lost.add(new Diagnostic(
                        "",
                        0,
                        Diagnostic.Kind.UNCHECKED,
                        "the code of " + whole.repository()
                                + " is not searched, so that nobody knows who reads keys in it: " + e.getMessage()));
            }
        });
        return new SearchedCode(places, lost);
    }

    private record Whole(String repository, @Nullable String revision) {}

    private static Revision tip(SourceReader other, Whole whole) {
        String revision = whole.revision();
        if (revision == null) {
            return other.names().defaultBranch();
        }
        Optional<Revision.Commit> branch = other.names().branch(revision);
        if (branch.isPresent()) {
            return branch.get();
        }
        try {
            return other.resolve(new RangeRequest.Between(revision, revision)).head();
        } catch (UsageException e) {
            throw new UsageException("it has no revision " + revision + ": fetch it there, or name another");
        }
    }

    /** Keeps for later runs what was learnt of the code. */
    void save() {
        places.forEach(place -> place.finder().save());
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(lost);
        places.forEach(place -> all.addAll(place.diagnostics()));
        return all;
    }
}
