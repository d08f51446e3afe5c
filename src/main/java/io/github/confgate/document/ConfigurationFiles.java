package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is configuration and what is not: by name alone, so that a file is the same at every revision. The built-in list
 * is {@link ConfigurationNames}; a policy's {@code documents:} go before it.
 */
public final class ConfigurationFiles {

    /**
     * Whether a file is configuration, and why.
     *
     * @param format what it is read as; null when the file is no configuration
     * @param reason a few words that name the kind of file
     */
    public record Choice(boolean configuration, @Nullable Format format, String reason) {}

    /**
     * A row of a policy's {@code documents:}.
     *
     * @param paths globs ({@link PathGlob})
     * @param format what the files are read as; null leaves it to the name
     * @param ignore whether the files are no configuration
     */
    public record Extra(List<String> paths, @Nullable Format format, boolean ignore) {
        public Extra {
            paths = List.copyOf(paths);
        }
    }

    /** A row of the list for people to read: {@code configuration}, why, and the globs. */
    public record Listed(boolean configuration, String reason, List<String> globs) {
        public Listed {
            globs = List.copyOf(globs);
        }
    }

    private record CompiledExtra(List<PathGlob> globs, Extra extra) {}

    private final List<CompiledExtra> extras;
    private final Map<String, Choice> chosen = new ConcurrentHashMap<>();

    private ConfigurationFiles(List<CompiledExtra> extras) {
        this.extras = extras;
    }

    /** The built-in list alone. */
    public static ConfigurationFiles standard() {
        return new ConfigurationFiles(List.of());
    }

    /** The built-in list behind the rows of a policy; of these the first that matches counts. */
    public static ConfigurationFiles with(List<Extra> extras) {
        List<CompiledExtra> compiled = new ArrayList<>(extras.size());
        for (Extra extra : extras) {
            compiled.add(
                    new CompiledExtra(extra.paths().stream().map(PathGlob::of).toList(), extra));
        }
        return new ConfigurationFiles(List.copyOf(compiled));
    }

    /** The built-in list, in the order in which it is asked. */
    public static List<Listed> listed() {
        return ConfigurationNames.ROWS.stream()
                .map(row -> new Listed(
                        row.configuration(),
                        row.reason(),
                        row.globs().stream().map(PathGlob::toString).toList()))
                .toList();
    }

    /** @param path relative to the repository's root, with {@code /} */
    public Choice choose(String path) {
        Choice known = chosen.get(path);
        if (known == null) {
            known = chosenFor(path);
            chosen.put(path, known);
        }
        return known;
    }

    private Choice chosenFor(String path) {
        Format format = Formats.of(path);
        for (CompiledExtra extra : extras) {
            if (extra.globs().stream().anyMatch(glob -> glob.matches(path))) {
                return byPolicy(extra.extra(), format);
            }
        }
        if (format == null) {
            return no("no format that is read");
        }
        boolean json = format == Format.JSON || format == Format.JSONC;
        String lower = path.toLowerCase(Locale.ROOT);
        lower = format == Format.JSONC ? lower.substring(0, lower.length() - 1) : lower;
        for (ConfigurationNames.Row row : ConfigurationNames.ROWS) {
            if (row.matches(lower)) {
                return row.configuration() ? new Choice(true, format, row.reason()) : no(row.reason());
            }
        }
        return json || format == Format.XML
                ? no((json ? "JSON" : "XML") + " that neither name nor folder marks as configuration")
                : new Choice(true, format, format.id() + " file");
    }

    private static Choice byPolicy(Extra extra, @Nullable Format byName) {
        if (extra.ignore()) {
            return no("ignored by the policy");
        }
        Format format = extra.format() == null ? byName : extra.format();
        return format == null
                ? no("listed by the policy without a format, and the name tells none")
                : new Choice(true, format, "listed by the policy");
    }

    private static Choice no(String reason) {
        return new Choice(false, null, reason);
    }
}
