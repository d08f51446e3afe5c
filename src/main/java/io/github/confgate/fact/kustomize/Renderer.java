package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders one folder: its bases first, then generators, patches, images and replicas, each in the order of the file. */
public final class Renderer {

    /** Folders that build on each other; more is a circle. */
    private static final int DEEPEST = 20;

    private final Sources sources;
    private final Set<String> open = new HashSet<>();

    private final IdentityHashMap<Node, String> origins = new IdentityHashMap<>();

    private Renderer(Sources sources) {
        this.sources = sources;
    }

    /**
     * What a folder makes.
     *
     * @param objects under the names that they have in their files; without a kustomization none
     * @param origins the file that each value stands in, by the very node
     */
    public record Rendered(List<Part> objects, IdentityHashMap<Node, String> origins) {
        public Rendered {
            objects = List.copyOf(objects);
        }
    }

    public static Rendered render(Sources sources, String folder) {
        Renderer renderer = new Renderer(sources);
        List<Item> items = renderer.folder(folder, new ArrayList<>());
        return new Rendered(
                items.stream().map(each -> new Part(each.id(), each.root())).toList(), renderer.origins);
    }

    /** What has no origin yet was made of, or read from, this file. */
    private void originate(Node node, String path) {
        if (node instanceof Node.Mapping map && !map.entries().isEmpty()) {
            map.entries().forEach(entry -> originate(entry.value(), path));
        } else if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
            list.items().forEach(item -> originate(item, path));
        } else {
            origins.putIfAbsent(node, path);
        }
    }

    /** An object that is being made. */
    record Item(String kind, String name, Node root) {
        KeyPath.Selector id() {
            return new KeyPath.Selector(List.of(new KeyPath.Field("kind", kind), new KeyPath.Field("name", name)));
        }

        Item with(Node changed) {
            return new Item(kind, name, changed);
        }
    }

    /** Adds what a folder makes; its patches see what is there already, as those of a component do. */
    private List<Item> folder(String folder, List<Item> items) {
        Kustomization own = sources.kustomization(folder).orElse(null);
        if (own == null || open.size() > DEEPEST || !open.add(folder)) {
            return items;
        }
        List<Item> made = items;
        for (Node source : own.sources()) {
            made = source(
                    own,
                    Tree.text(source).orElse(""),
                    made,
                    own.list("components").contains(source));
        }
        for (String kind : List.of("ConfigMap", "Secret")) {
            String field = kind.equals("Secret") ? "secretGenerator" : "configMapGenerator";
            for (Node generator : own.list(field)) {
                made = Generators.add(made, kind, generator, own, sources, this::originate);
            }
        }
        for (Node patch : own.list("patchesStrategicMerge")) {
            made = patched(own, made, Tree.text(patch).orElse(""), patch, null);
        }
        for (String field : List.of("patches", "patchesJson6902")) {
            for (Node patch : own.list(field)) {
                Node inline = Tree.at(patch, "patch");
                String text = Tree.text(inline).orElseGet(() -> Tree.text(patch, "path"));
                made = patched(own, made, text, inline == null ? patch : inline, Tree.at(patch, "target"));
            }
        }
        List<Item> done = new ArrayList<>();
        for (Item item : made) {
            Node root = Workloads.images(item.root(), own.list("images"));
            root = Workloads.replicas(root, item.kind(), item.name(), own.list("replicas"));
            done.add(item.with(renamed(root, own)));
        }
        open.remove(folder);
        done.forEach(item -> originate(item.root(), own.path()));
        return done;
    }

    private List<Item> source(Kustomization own, String name, List<Item> items, boolean component) {
        String path = own.resolve(name);
        if (name.isEmpty() || path == null || Kustomization.isRemote(name)) {
            return items;
        }
        List<Item> all = new ArrayList<>(items);
        if (sources.has(path)) {
            sources.document(path).map(Renderer::objects).orElse(List.of()).forEach(item -> {
                originate(item.root(), path);
                all.add(item);
            });
            return all;
        }
        if (component) {
            return folder(path + "/", all);
        }
        all.addAll(folder(path + "/", new ArrayList<>()));
        return all;
    }

    private static List<Item> objects(Document document) {
        List<Item> objects = new ArrayList<>();
        for (Part part : document.parts()) {
            String name = Tree.text(Tree.at(part.root(), "metadata", "name")).orElse("");
            if (!name.isEmpty()) {
                objects.add(new Item(Tree.text(part.root(), "kind"), name, part.root()));
            }
        }
        return objects;
    }

    /** @param text the patch itself, or the path of its file */
    private List<Item> patched(Kustomization own, List<Item> items, String text, Node place, @Nullable Node target) {
        List<Item> patched = items;
        for (Node patch : patches(own, text, place)) {
            List<Item> next = new ArrayList<>();
            for (Item item : patched) {
                Node root = fits(item, patch, target) ? applied(item.root(), patch) : item.root();
                if (root != null) {
                    next.add(item.with(root));
                }
            }
            patched = next;
        }
        return patched;
    }

    private static @Nullable Node applied(Node root, Node patch) {
        return JsonPatch.isPatch(patch) ? JsonPatch.apply(root, patch) : StrategicMerge.apply(root, patch);
    }

    private List<Node> patches(Kustomization own, String text, Node place) {
        String path = text.indexOf('\n') < 0 ? own.resolve(text) : null;
        if (path != null && sources.has(path)) {
            List<Node> roots = sources.document(path).map(Document::parts).orElse(List.of()).stream()
                    .map(Part::root)
                    .toList();
            roots.forEach(root -> originate(root, path));
            return roots;
        }
        Parsed parsed =
                Documents.parse(own.path(), text.getBytes(StandardCharsets.UTF_8), Format.YAML, Limits.standard());
        return parsed instanceof Parsed.Ok ok
                ? ok.document().parts().stream()
                        .map(part -> Tree.placed(part.root(), place.region()))
                        .toList()
                : List.of();
    }

    /** A target chooses by kind and name, either may be missing; without one the patch names its object. */
    private static boolean fits(Item item, Node patch, @Nullable Node target) {
        if (target == null) {
            return item.kind().equals(Tree.text(patch, "kind"))
                    && item.name()
                            .equals(Tree.text(Tree.at(patch, "metadata", "name"))
                                    .orElse(""));
        }
        String kind = Tree.text(target, "kind");
        String name = Tree.text(target, "name");
        return (kind.isEmpty() || kind.equals(item.kind())) && (name.isEmpty() || matches(name, item.name()));
    }

    /** A name is a pattern that has to match as a whole; only its simplest forms are understood. */
    private static boolean matches(String pattern, String name) {
        int star = pattern.indexOf(".*");
        return star < 0
                ? pattern.equals(name)
                : name.startsWith(pattern.substring(0, star)) && name.endsWith(pattern.substring(star + 2));
    }

    private static Node renamed(Node root, Kustomization own) {
        String prefix = Tree.text(own.root(), "namePrefix");
        String suffix = Tree.text(own.root(), "nameSuffix");
        return prefix.isEmpty() && suffix.isEmpty()
                ? root
                : Tree.replace(
                        root,
                        List.of("metadata", "name"),
                        0,
                        name -> name == null
                                ? null
                                : Tree.string(prefix + Tree.text(name).orElse("") + suffix, name.region()));
    }
}
