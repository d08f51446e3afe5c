package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that a Helm values file of an environment goes over (Helm, "Values Files"): {@code values.yaml} of the
 * chart, and below it those of its subcharts, whose keys stand under the subchart's name.
 */
final class HelmLayers {

    private static final List<String> NAMES = List.of("values.yaml", "values.yml");
    private static final int MOST_FOLDERS_UP = 2;

    private final NavigableSet<String> defaults = new TreeSet<>();

    HelmLayers(Iterable<String> paths) {
        for (String path : paths) {
            if (NAMES.contains(path.substring(path.lastIndexOf('/') + 1))) {
                defaults.add(path);
            }
        }
    }

    /** Whether {@code values} is a word of the file's name, or the folder that it is in. */
    static boolean isValues(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml
                && ((name.contains("values") && EnvironmentNames.words(name).contains("values"))
                        || TreePath.folder("/" + path).endsWith("/values/"));
    }

    /** The layers below a values file, lowest first; empty when no chart is near, or several are. */
    List<Layer> below(String path) {
        if (!isValues(path)) {
            return List.of();
        }
        String folder = TreePath.folder(path);
        for (int up = 0; up <= MOST_FOLDERS_UP; up++) {
            List<String> near = near(folder);
            near.remove(path);
            if (near.size() == 1) {
                return chart(near.get(0));
            }
            if (near.size() > 1 || folder.isEmpty()) {
                return List.of();
            }
            folder = TreePath.folder(folder.substring(0, folder.length() - 1));
        }
        return List.of();
    }

    /** {@code values.yaml} in a folder; else those one folder below it. */
    private List<String> near(String folder) {
        List<String> own =
                NAMES.stream().map(folder::concat).filter(defaults::contains).toList();
        if (!own.isEmpty()) {
            return new ArrayList<>(own);
        }
        List<String> below = new ArrayList<>();
        for (String path : defaults.tailSet(folder)) {
            if (!path.startsWith(folder)) {
                break;
            }
            int slashes = (int) path.substring(folder.length())
                    .chars()
                    .filter(c -> c == '/')
                    .count();
            String first = path.substring(folder.length()).replaceFirst("/.*", "");
            boolean isEnvironment = EnvironmentNames.canonical(first).isPresent();
            boolean inCharts =
                    slashes == 2 && (first.equals("charts") || first.equals("chart") || first.equals("helm"));
            if (!isEnvironment && (slashes == 1 || inCharts)) {
                below.add(path);
            }
        }
        return below;
    }

    private List<Layer> chart(String path) {
        List<Layer> layers = new ArrayList<>();
        String charts = TreePath.folder(path) + "charts/";
        for (String other : defaults.tailSet(charts)) {
            if (!other.startsWith(charts)) {
                break;
            }
            @Nullable KeyPath prefix = prefix(other.substring(charts.length()));
            if (prefix != null) {
                layers.add(new Layer(other, prefix, null));
            }
        }
        // A chart's own values go over those of its subcharts.
        layers.sort(
                (a, b) -> b.prefix().segments().size() - a.prefix().segments().size());
        layers.add(Layer.of(path));
        return layers;
    }

    /** {@code redis/values.yaml} is {@code redis}, {@code a/charts/b/values.yaml} is {@code a.b}. */
    private static @Nullable KeyPath prefix(String path) {
        String[] segments = path.split("/", -1);
        KeyPath prefix = KeyPath.ROOT;
        for (int i = 0; i < segments.length - 1; i++) {
            if (i % 2 == 0) {
                prefix = prefix.name(segments[i]);
            } else if (!segments[i].equals("charts")) {
                return null;
            }
        }
        return segments.length % 2 == 0 ? prefix : null;
    }
}
