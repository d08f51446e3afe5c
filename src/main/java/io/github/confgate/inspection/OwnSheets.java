package io.github.confgate.inspection;

import io.github.confgate.document.Limits;
import io.github.confgate.document.PathGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.sheet.SheetReader;
import io.github.confgate.source.Content;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a team's own sheets from the revision that its policy comes from. */
final class OwnSheets {

    private static final int MOST = 1000;

    private OwnSheets() {}

    static List<Rule> read(SourceReader reader, Revision revision, List<String> globs) {
        return bytes(reader, revision, globs).entrySet().stream()
                .map(sheet -> SheetReader.read(sheet.getKey(), sheet.getValue()))
                .toList();
    }

    /** The sheets by their paths. */
    static Map<String, byte[]> bytes(SourceReader reader, Revision revision, List<String> globs) {
        Map<String, byte[]> sheets = new TreeMap<>();
        if (globs.isEmpty()) {
            return sheets;
        }
        List<PathGlob> compiled = globs.stream().map(PathGlob::of).toList();
        List<SourceFile> files =
                reader.files(revision, path -> compiled.stream().anyMatch(glob -> glob.matches(path)));
        if (files.size() > MOST) {
            throw new UsageException(
                    "`rules: sheets` of the policy name " + files.size() + " files; at most " + MOST + " are read");
        }
        for (SourceFile file : files) {
            Content content = reader.read(file, Limits.standard().bytes());
            if (content instanceof Content.Unreadable unreadable) {
                throw new UsageException(file.path() + ":1:1: a sheet cannot be read: "
                        + unreadable.diagnostic().message());
            }
            sheets.put(file.path(), ((Content.Bytes) content).bytes());
        }
        return sheets;
    }
}
