package io.github.confgate.inspection;

import io.github.confgate.document.Limits;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The policy of one revision as it stands there.
 *
 * @param policy null when there is none, or none that can be read
 * @param rules those that it knows: the built-in ones and the team's own
 * @param bytes of the file; empty when there is none
 * @param unreadable why the file cannot be read; null when it can, or when there is none
 * @param problem what is wrong in it; null when nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // compared by hand
record PolicyAt(
        @Nullable Policy policy,
        Rules rules,
        byte[] bytes,
        @Nullable Diagnostic unreadable,
        @Nullable UsageException problem) {

    static final String NAME = ".confgate.yml";

    static PolicyAt of(SourceReader reader, Revision revision, Rules rules) {
        Optional<SourceFile> file = reader.file(revision, NAME);
        if (file.isEmpty()) {
            return new PolicyAt(null, rules, new byte[0], null, null);
        }
        Content content = file.get().kind() == SourceFile.Kind.FILE
                ? reader.read(file.get(), Limits.standard().bytes())
                : new Content.Unreadable(
                        new Diagnostic(NAME, 0, Diagnostic.Kind.SYMLINK, "is no file, so it is not read as a policy"));
        if (content instanceof Content.Unreadable unreadable) {
            return new PolicyAt(null, rules, new byte[0], unreadable.diagnostic(), null);
        }
        return read(reader, revision, NAME, ((Content.Bytes) content).bytes(), rules);
    }

    /** A policy of these bytes, with the sheets that it names at a revision. */
    static PolicyAt read(SourceReader reader, Revision revision, String name, byte[] bytes, Rules rules) {
        Sheets sheets = new Sheets(reader, revision, rules);
        try {
            Policy policy = new PolicyReader(sheets).read(name, bytes);
            return new PolicyAt(policy, sheets.all, bytes, null, null);
        } catch (UsageException e) {
            return new PolicyAt(null, rules, bytes, null, e);
        }
    }

    /** The rules that a policy may name, once it has said where its own are. */
    private static final class Sheets implements Function<List<String>, Predicate<RuleId>> {
        private final SourceReader reader;
        private final Revision revision;
        private Rules all;

        Sheets(SourceReader reader, Revision revision, Rules builtin) {
            this.reader = reader;
            this.revision = revision;
            this.all = builtin;
        }

        @Override
        public Predicate<RuleId> apply(List<String> globs) {
            all = globs.isEmpty() ? all : all.with(OwnSheets.read(reader, revision, globs));
            return all::isKnown;
        }
    }

    /** Whether there is a file of that name, whatever it holds. */
    boolean isThere() {
        return policy != null || unreadable != null || problem != null;
    }
}
