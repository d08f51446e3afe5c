package io.github.confgate.inspection;

import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.java.CodeChange;
import io.github.confgate.fact.java.CodeComparison;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Range;
import io.github.confgate.source.SourceReader;
import java.util.List;
import java.util.Optional;

/** What a range changes of configuration in code: a default, or the timeout of a client. */
final class CodeNotices {

    private final SourceReader reader;
    private final Range range;
    private final RangeFiles files;
    private final Notices notices;
    private final Masking masking;

    CodeNotices(SourceReader reader, Range range, RangeFiles files, Notices notices, Masking masking) {
        this.reader = reader;
        this.range = range;
        this.files = files;
        this.notices = notices;
        this.masking = masking;
    }

    List<Finding> findings() {
        if (files.mainCode().isEmpty()) {
            return List.of();
        }
        List<FilePair> pairs = reader.changed(range.mergeBase(), range.head(), files::isMainCode);
        if (pairs.isEmpty()) {
            return List.of();
        }
        return new CodeComparison(reader, () -> reader.files(range.mergeBase(), files::isMainCode), files::mainCode)
                .of(pairs).stream().flatMap(change -> finding(change).stream()).toList();
    }

    private Optional<Finding> finding(CodeChange change) {
        KeyPath key = key(change.key());
        if (change instanceof CodeChange.Default changed) {
            Facts facts = notices.facts(change.path(), key, change.region(), changed.old(), changed.now());
            String message = "where " + key + " is not set, `"
                    + Shown.value(facts.shown().now()) + "` counts from now on in place of `"
                    + Shown.value(facts.shown().old()) + "`";
            return notices.of("default-changed-in-code", facts, message, Severity.CRITICAL);
        }
        CodeChange.Unlimited unlimited = (CodeChange.Unlimited) change;
        Facts facts = notices.facts(change.path(), key, change.region(), unlimited.limit(), "none");
        String message = unlimited.owner() + " gave up after " + Shown.value(masking.text(key, unlimited.limit()))
                + "; from now on its " + unlimited.client() + " may wait for ever";
        return notices.of("timeout-removed-in-code", facts, message, Severity.CRITICAL);
    }

    /** A key as code spells it. */
    static KeyPath key(String dotted) {
        KeyPath key = KeyPath.ROOT;
        for (String name : dotted.split("\\.", -1)) {
            key = name.isEmpty() ? key : key.name(name);
        }
        return key;
    }
}
