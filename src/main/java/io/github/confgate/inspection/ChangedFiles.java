package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.ChangeSet;
import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.ScalarType;
import io.github.confgate.rule.Confidence;
import io.github.confgate.rule.Finding;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changed configuration files of a range, compared.
 *
 * @param sets one for each file that could be read
 * @param unread the files that could not
 * @param opened what of the others now comes from where confgate does not look, and did not before
 * @param diagnostics in order of the files
 * @param templates the files that are templates, before or now
 */
record ChangedFiles(
        List<Compared> sets,
        List<Unread> unread,
        List<Diagnostic> opened,
        List<Diagnostic> diagnostics,
        Set<String> templates) {

    /** A file and its changes. */
    record Compared(FilePair pair, ChangeSet changes) {}

    /**
     * A file that could not be read.
     *
     * @param before whether it could not be read before either
     */
    record Unread(FilePair pair, Diagnostic diagnostic, boolean before) {}

    static ChangedFiles compare(
            List<FilePair> pairs, ConfigurationFiles configuration, Function<SourceFile, Parsed> reading) {
        List<Compared> sets = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        List<Diagnostic> opened = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (FilePair pair : pairs) {
            SourceFile before = relevant(pair.before(), configuration);
            SourceFile after = relevant(pair.after(), configuration);
            Parsed old = before == null ? null : reading.apply(before);
            Parsed now = after == null ? null : reading.apply(after);
            refuseMissing(old);
            refuseMissing(now);
            if (now instanceof Parsed.Failed failed && after != null) {
                diagnostics.add(failed.diagnostic());
                unread.add(new Unread(pair, failed.diagnostic(), old instanceof Parsed.Failed));
                Document was = before == null ? null : whole(before, document(old), configuration);
                sets.add(new Compared(
                        new FilePair(before, after), DocumentDiffer.diff(was, whole(after, null, configuration))));
                continue;
            }
            if (old instanceof Parsed.Failed failed) {
                diagnostics.add(new Diagnostic(
                        failed.diagnostic().path(),
                        failed.diagnostic().line(),
                        failed.diagnostic().kind(),
                        "before the change: " + failed.diagnostic().message()));
            }
            if (now instanceof Parsed.Ok ok) {
                diagnostics.addAll(ok.remarks());
                opened.addAll(opened(old, ok));
            }
            if (old instanceof Parsed.Failed && before != null && after == null) {
                sets.add(new Compared(
                        new FilePair(before, null), DocumentDiffer.diff(whole(before, null, configuration), null)));
            } else if (document(old) != null || document(now) != null) {
                sets.add(new Compared(new FilePair(before, after), DocumentDiffer.diff(document(old), document(now))));
            }
        }
        return new ChangedFiles(
                List.copyOf(sets), List.copyOf(unread), List.copyOf(opened), List.copyOf(diagnostics), templates(sets));
    }

    private static List<Diagnostic> opened(@Nullable Parsed old, Parsed.Ok now) {
        List<String> known = old instanceof Parsed.Ok ok
                ? ok.remarks().stream().map(Diagnostic::message).toList()
                : List.of();
        return now.remarks().stream()
                .filter(remark -> remark.kind() == Diagnostic.Kind.UNRESOLVED && !known.contains(remark.message()))
                .toList();
    }

    /** A changed file that is likely to be configuration of a format that is not read. */
    static Diagnostic ofNoFormat(String path) {
        return new Diagnostic(
                path,
                0,
                Diagnostic.Kind.UNPARSED,
                "is not read: its name tells no format that confgate reads; if it is configuration, name its format in"
                        + " the policy's `documents:`, else ignore it there");
    }

    /** The file as one value, where nobody can read it: which of its states it is. */
    private static Document whole(SourceFile file, @Nullable Document read, ConfigurationFiles configuration) {
        if (read != null) {
            return read;
        }
        String kind =
                switch (file.kind()) {
                    case FILE -> "unreadable file";
                    case SYMLINK -> "symbolic link";
                    case SUBMODULE -> "submodule";
                };
        String blob = file.blob().isEmpty() ? "not in Git" : file.blob();
        Format format = configuration.choose(file.path()).format();
        return Document.opaque(
                file.path(), format == null ? Format.YAML : format, ScalarType.UNREADABLE, kind + " (" + blob + ")");
    }

    private static @Nullable SourceFile relevant(@Nullable SourceFile file, ConfigurationFiles configuration) {
        boolean counts = file != null
                && (file.kind() != SourceFile.Kind.FILE
                        || configuration.choose(file.path()).configuration());
        return counts ? file : null;
    }

    private static @Nullable Document document(@Nullable Parsed parsed) {
        return parsed instanceof Parsed.Ok ok ? ok.document() : null;
    }

    /** The findings of a change; of a template nobody is sure before it is rendered. */
    List<Finding> sure(Change change, List<Finding> findings) {
        return !findings.isEmpty() && templates.contains(change.path())
                ? findings.stream()
                        .map(finding -> finding.withConfidence(Confidence.LOW))
                        .toList()
                : findings;
    }

    private static Set<String> templates(List<Compared> sets) {
        return sets.stream()
                .map(Compared::changes)
                .filter(set -> isOf(set.before(), Document.Form.TEMPLATE) || isOf(set.after(), Document.Form.TEMPLATE))
                .map(ChangeSet::path)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(@Nullable Document document, Document.Form form) {
        return document != null && document.form() == form;
    }

    /** How many files have this form, now or, where they are gone, before. */
    int count(Document.Form form) {
        int count = 0;
        for (Compared set : sets) {
            Document document = set.changes().after() == null
                    ? set.changes().before()
                    : set.changes().after();
            count += isOf(document, form) ? 1 : 0;
        }
        return count;
    }

    private static void refuseMissing(@Nullable Parsed parsed) {
        if (parsed instanceof Parsed.Failed failed && failed.diagnostic().kind() == Diagnostic.Kind.MISSING) {
            throw new CannotJudgeException(
                    failed.diagnostic().path() + ": " + failed.diagnostic().message());
        }
    }
}
