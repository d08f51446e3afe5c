package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** @param folder what every match begins with: the names in it were chosen and exclude nothing */
    private record Chosen(PathGlob glob, String folder) {
        static Chosen of(String pattern) {
            String fixed = pattern.split("[*?{]", 2)[0];
            return new Chosen(PathGlob.of(pattern), fixed.substring(0, fixed.lastIndexOf('/') + 1));
        }
    }

    private static final Choice NO_FORMAT = no("no format that is read");

    private final List<CompiledExtra> extras;
    private final List<Chosen> environments;
    private final Map<String, Choice> known = new ConcurrentHashMap<>();
    private final Map<String, Boolean> unknown = new ConcurrentHashMap<>();

    private ConfigurationFiles(List<CompiledExtra> extras, List<Chosen> environments) {
        this.extras = extras;
        this.environments = environments;
    }

    /** The built-in list alone. */
    public static ConfigurationFiles standard() {
        return new ConfigurationFiles(List.of(), List.of());
    }

    /** The built-in list behind the rows of a policy; of these the first that matches counts. */
    public static ConfigurationFiles with(List<Extra> extras) {
        return with(extras, List.of());
    }

    /**
     * The same, where a policy also names the files of its environments: below a folder that it names, what the folder
     * is called excludes nothing, and JSON and XML need no name that marks them.
     *
     * @param environments globs
     */
    public static ConfigurationFiles with(List<Extra> extras, List<String> environments) {
        List<CompiledExtra> compiled = new ArrayList<>(extras.size());
        for (Extra extra : extras) {
            compiled.add(
                    new CompiledExtra(extra.paths().stream().map(PathGlob::of).toList(), extra));
        }
        return new ConfigurationFiles(
                List.copyOf(compiled), environments.stream().map(Chosen::of).toList());
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
        Choice choice = known.get(path);
        if (choice == null) {
            choice = chosenFor(path);
            known.put(path, choice);
        }
        return choice;
    }

    /**
     * Whether a file is likely to be configuration of a format that is not read: of what changes in it nothing is known.
     * What the policy lists is known.
     */
    public boolean isUnknown(String path) {
        return choose(path).equals(NO_FORMAT) && unknown.computeIfAbsent(path, this::isLikely);
    }

    private boolean isLikely(String path) {
        return UnknownNames.isLikely(path)
                || environments.stream().anyMatch(each -> each.glob().matches(path));
    }

    private Choice chosenFor(String path) {
        Format format = Formats.of(path);
        for (CompiledExtra extra : extras) {
            if (PathGlob.anyMatches(extra.globs(), path)) {
                return byPolicy(extra.extra(), format);
            }
        }
        if (format == null) {
            return NO_FORMAT;
        }
        boolean json = format == Format.JSON || format == Format.JSONC || format == Format.JSON5;
        Optional<Chosen> chosen =
                environments.stream().filter(each -> each.glob().matches(path)).findFirst();
        String named =
                chosen.map(each -> path.substring(each.folder().length())).orElse(path);
        String lower = Formats.withoutTemplate(named.toLowerCase(Locale.ROOT));
        lower = lower.endsWith(".jsonc") || lower.endsWith(".json5") ? lower.substring(0, lower.length() - 1) : lower;
        for (ConfigurationNames.Row row : ConfigurationNames.ROWS) {
            if (row.matches(lower)) {
                return row.configuration() ? new Choice(true, format, row.reason()) : no(row.reason());
            }
        }
        return chosen.isEmpty() && (json || format == Format.XML)
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
