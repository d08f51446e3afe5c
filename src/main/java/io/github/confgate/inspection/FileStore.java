package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Duplicate;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.ReadFile;
import io.github.confgate.document.format.PlainYaml;
import io.github.confgate.fact.Files;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and parses files, each blob once as long as it is remembered. Serves one inspection in one thread. */
final class FileStore implements Files {

    /** Documents kept: histories are walked file by file, so that few are asked for twice. */
    private static final int REMEMBERED = 64;

    private final SourceReader reader;
    private final ConfigurationFiles configuration;
    /** From so many bytes on a file is worth reading by what differs. */
    private static final int LARGE = 8_192;

    /** Large files whose histories are walked at a time. */
    private static final int WALKED = 8;

    private final PlainYaml plainYaml = new PlainYaml();
    private final Map<String, ReadFile> versions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadFile> eldest) {
            return size() > WALKED;
        }
    };
    private String lastBlob = "";
    private @Nullable Document lastValues;
    private final Map<String, Text> texts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
            return size() > WALKED;
        }
    };
    private final Limits limits;
    private final Map<String, Parsed> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Parsed> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What is known of the version of a file whose text was looked at last. */
    private record Text(String blob, TextWords words) {}

    FileStore(SourceReader reader, ConfigurationFiles configuration, Limits limits) {
        this.reader = reader;
        this.configuration = configuration;
        this.limits = limits;
    }

    /** The file as its format reads it, or the reason why not. */
    Parsed parse(SourceFile file) {
        String key = key(file);
        Parsed known = key.isEmpty() ? null : parsed.get(key);
        if (known == null) {
            known = read(file);
            if (!key.isEmpty()) {
                parsed.put(key, known);
            }
        }
        return known;
    }

    private static String key(SourceFile file) {
        return file.blob().isEmpty() ? "" : file.path() + '\0' + file.blob();
    }

    private Parsed read(SourceFile file) {
        if (file.kind() != SourceFile.Kind.FILE) {
            return new Parsed.Failed(notAFile(file));
        }
        Content content = reader.read(file, limits.bytes());
        if (content instanceof Content.Unreadable unreadable) {
            return new Parsed.Failed(unreadable.diagnostic());
        }
        Format format = configuration.choose(file.path()).format();
        byte[] bytes = ((Content.Bytes) content).bytes();
        return format == null
                ? Documents.parse(file.path(), bytes, limits)
                : Documents.parse(file.path(), bytes, format, limits);
    }

    private static Diagnostic notAFile(SourceFile file) {
        return file.kind() == SourceFile.Kind.SYMLINK
                ? new Diagnostic(file.path(), 0, Diagnostic.Kind.SYMLINK, "is a symbolic link, which is not followed")
                : new Diagnostic(file.path(), 0, Diagnostic.Kind.SUBMODULE, "is a submodule, which is not read");
    }

    /** The file's text, decoded as its format decodes it; empty when it cannot be read or is no text. */
    Optional<String> text(SourceFile file) {
        return file.kind() == SourceFile.Kind.FILE && reader.read(file, limits.bytes()) instanceof Content.Bytes content
                ? Documents.text(
                        content.bytes(), configuration.choose(file.path()).format())
                : Optional.empty();
    }

    @Override
    public Optional<Document> document(SourceFile file) {
        Parsed result = parse(file);
        if (result instanceof Parsed.Failed failed && failed.diagnostic().kind() == Diagnostic.Kind.MISSING) {
            throw new CannotJudgeException(
                    file.path() + ": the content of an older version, which the verdict needs, is"
                            + " not in this clone; fetch it with `git fetch --refetch --no-filter`");
        }
        return result instanceof Parsed.Ok ok ? Optional.of(ok.document()) : Optional.empty();
    }

    @Override
    public List<Duplicate> duplicates(SourceFile file) {
        return parse(file) instanceof Parsed.Ok ok ? ok.duplicates() : List.of();
    }

    @Override
    public Optional<Document> values(SourceFile file) {
        Parsed known = parsed.get(key(file));
        if (known != null || configuration.choose(file.path()).format() != Format.YAML) {
            return document(file);
        }
        if (!file.blob().equals(lastBlob)) {
            lastValues = reader.read(file, limits.bytes()) instanceof Content.Bytes content
                    ? values(file, content.bytes())
                    : null;
            lastBlob = file.blob();
        }
        return lastValues == null ? document(file) : Optional.of(lastValues);
    }

    /** A large file is read by what differs from the version of it that was read before, whichever is the newer. */
    private @Nullable Document values(SourceFile file, byte[] bytes) {
        ReadFile near = versions.get(file.path());
        if (near == null && bytes.length < LARGE) {
            return plainYaml.read(file.path(), new String(bytes, StandardCharsets.UTF_8));
        }
        ReadFile read = near == null
                ? ReadFile.valuesOf(file.path(), bytes, Format.YAML, limits)
                : near.next(file.path(), bytes, Format.YAML, limits);
        versions.put(file.path(), read);
        return read.parsed() instanceof Parsed.Ok ok ? ok.document() : null;
    }

    @Override
    public boolean mayContain(SourceFile file, String text) {
        if (text.isEmpty()
                || file.kind() != SourceFile.Kind.FILE
                || !(reader.read(file, limits.bytes()) instanceof Content.Bytes content)) {
            return true;
        }
        return TextSearch.of(text).mayBeIn(content.bytes());
    }

    @Override
    public boolean lacks(SourceFile file, String word) {
        Text known = texts.get(file.path());
        if (known == null || !known.blob().equals(file.blob()) || file.blob().isEmpty()) {
            if (file.kind() != SourceFile.Kind.FILE
                    || configuration.choose(file.path()).format() != Format.YAML
                    || !(reader.read(file, limits.bytes()) instanceof Content.Bytes content)) {
                return false;
            }
            byte[] bytes = content.bytes();
            known = new Text(
                    file.blob(),
                    known == null ? new TextWords(bytes) : known.words().next(bytes));
            texts.put(file.path(), known);
        }
        return known.words().lacks(word);
    }
}
