package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.Parts;
import io.github.confgate.document.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Spring Boot reads for a profile (reference, "Externalized Configuration"): the files without a profile, then
 * those of each active profile; in each step {@code classpath:/} before its {@code config/}, YAML before properties, and
 * a file before what it imports. Files outside of the jar ({@code ./}, {@code ./config/}) go over those within.
 */
final class SpringLayers {

    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".properties");
    private static final String RESOURCES = "src/main/resources/";

    private final Set<String> paths;
    private final State state;
    private final SpringDocuments.Cache springs;
    private final Map<String, List<Layer>> known = new HashMap<>();

    SpringLayers(Set<String> paths, State state, SpringDocuments.Cache springs) {
        this.paths = paths;
        this.state = state;
        this.springs = springs;
    }

    /** The folder of the module whose configuration a Spring file is, with a slash at its end; empty at the top. */
    static String module(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        folder = within(folder, "config/");
        return within(folder, RESOURCES);
    }

    private static String within(String folder, String last) {
        return folder.equals(last) || folder.endsWith("/" + last)
                ? folder.substring(0, folder.length() - last.length())
                : folder;
    }

    /** The layers that the file of a profile is one of, lowest first; empty when it is none that Spring would find. */
    List<Layer> of(Placement placement) {
        String path = placement.path();
        if (!Parts.isSpringName(path)) {
            return List.of();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String stem = name.substring(0, name.lastIndexOf('.'));
        int dash = stem.indexOf('-');
        String root = dash < 0 ? stem : stem.substring(0, dash);
        String profile = dash < 0 ? profile(placement.part()) : stem.substring(dash + 1);
        if (profile == null || (!root.equals("application") && !root.equals("bootstrap"))) {
            return List.of();
        }
        // A file may have thousands of documents for one profile.
        return known.computeIfAbsent(path + '\0' + profile, key -> layers(path, root, profile));
    }

    private List<Layer> layers(String path, String root, String profile) {
        String module = module(path);
        List<List<String>> groups = List.of(
                List.of(module + RESOURCES, module + RESOURCES + "config/"), List.of(module, module + "config/"));
        List<String> profiles = profiles(groups, root, profile);
        List<Layer> layers = new ArrayList<>();
        for (List<String> group : groups) {
            group.forEach(folder -> add(folder + root, profiles, layers));
            for (String each : profiles) {
                group.forEach(folder -> add(folder + root + "-" + each, profiles, layers));
            }
        }
        return layers.stream().anyMatch(layer -> layer.path().equals(path)) ? List.copyOf(layers) : List.of();
    }

    /** The first profile of an expression that is not forbidden by it. */
    private static @Nullable String profile(KeyPath.@Nullable Segment part) {
        String expression = part == null ? "" : ProfileExpression.of(part).orElse("");
        for (String word : expression.split("[&|,() ]+", -1)) {
            if (!word.isEmpty() && !word.startsWith("!")) {
                return word;
            }
        }
        return null;
    }

    /** Included profiles first, then the one that is asked for, then those of its group: the last one wins. */
    private List<String> profiles(List<List<String>> groups, String root, String profile) {
        List<String> included = new ArrayList<>();
        List<String> grouped = new ArrayList<>();
        for (String folder : groups.stream().flatMap(List::stream).toList()) {
            for (String extension : EXTENSIONS) {
                for (Part part : parts(folder + root + extension, List.of(profile))) {
                    if (ProfileExpression.of(part.id()).isEmpty()) {
                        included.addAll(texts(at(part.root(), "spring", "profiles", "include")));
                        grouped.addAll(texts(at(part.root(), "spring", "profiles", "group", profile)));
                    }
                }
            }
        }
        Set<String> all = new LinkedHashSet<>(included);
        all.remove(profile);
        all.add(profile);
        all.addAll(grouped);
        return List.copyOf(all);
    }

    private void add(String stem, List<String> profiles, List<Layer> layers) {
        for (String extension : EXTENSIONS) {
            add(new Layer(stem + extension, KeyPath.ROOT, profiles), layers, 0);
        }
    }

    private void add(Layer layer, List<Layer> layers, int depth) {
        if (!paths.contains(layer.path()) || layers.contains(layer) || depth > 10) {
            return;
        }
        layers.add(layer);
        for (Part part : parts(layer.path(), layer.profiles() == null ? List.of() : layer.profiles())) {
            for (String location : texts(at(part.root(), "spring", "config", "import"))) {
                String imported = resolve(layer.path(), location);
                if (imported != null) {
                    add(new Layer(imported, KeyPath.ROOT, layer.profiles()), layers, depth + 1);
                }
            }
        }
    }

    /** A file of the tree that an import names; null for one that is not there, and for servers and secret stores. */
    private @Nullable String resolve(String from, String location) {
        String text = location.startsWith("optional:") ? location.substring("optional:".length()) : location;
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        if (!scheme.isEmpty() && !scheme.equals("file") && !scheme.equals("classpath")) {
            return null;
        }
        String relative = text.substring(colon + 1);
        String own = from.substring(0, from.lastIndexOf('/') + 1);
        String module = module(from);
        List<String> folders = scheme.equals("classpath")
                ? List.of(module + RESOURCES, own)
                : scheme.equals("file") ? List.of(module, own, "") : List.of(own);
        for (String folder : folders) {
            String path = TreePath.resolve(folder, relative.startsWith("/") ? relative.substring(1) : relative);
            if (path != null && paths.contains(path)) {
                return path;
            }
        }
        return null;
    }

    private List<Part> parts(String path, List<String> profiles) {
        Document document = paths.contains(path) ? state.document(path).orElse(null) : null;
        return document == null ? List.of() : springs.of(document).active(profiles);
    }

    private static @Nullable Node at(Node root, String... names) {
        Node node = root;
        for (String name : names) {
            node = node instanceof Node.Mapping map ? map.get(name) : null;
        }
        return node;
    }

    /** A list of texts, or one text with commas, as Spring reads a list. */
    private static List<String> texts(@Nullable Node node) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().flatMap(item -> texts(item).stream()).toList();
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof Node.Scalar scalar && !LayerStack.isNull(node)) {
            for (String text : scalar.text().split(",", -1)) {
                if (!text.isBlank()) {
                    texts.add(text.strip());
                }
            }
        }
        return texts;
    }
}
