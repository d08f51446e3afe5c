package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Part;
import io.github.confgate.document.TreePath;
import io.github.confgate.fact.kustomize.Closure;
import io.github.confgate.fact.kustomize.Kustomization;
import io.github.confgate.fact.kustomize.Renderer;
import io.github.confgate.fact.kustomize.Sources;
import io.github.confgate.source.Diagnostic;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Kustomize folder and what it is built on. A key of an object is looked for in the rendered object; one of a
 * kustomization itself (an image's tag, a number of replicas) in the kustomizations, that of the overlay first.
 */
final class KustomizeStack implements Stack {

    private static final int REMEMBERED = 2;

    /** What tells an object, whatever else its id says. */
    private record Name(Optional<String> kind, Optional<String> name) {
        static Name of(KeyPath.Segment part) {
            return new Name(field(part, "kind"), field(part, "name"));
        }
    }

    /** What a folder makes, and each object by its name. */
    private record Objects(Renderer.Rendered rendered, Map<Name, Part> byName) {
        static Objects of(Renderer.Rendered rendered) {
            Map<Name, Part> byName = new HashMap<>();
            rendered.objects().forEach(object -> byName.putIfAbsent(Name.of(object.id()), object));
            return new Objects(rendered, byName);
        }
    }

    private final String folder;
    private final Closure closure;
    private final IdentityHashMap<State, Objects> rendered = new IdentityHashMap<>();

    KustomizeStack(String folder, State shape) {
        this.folder = folder;
        this.closure = Closure.of(sources(shape), folder);
    }

    /** The folder that renders a file: the nearest one above it with a kustomization; null when there is none. */
    static @Nullable String folder(String path, Collection<String> paths) {
        String folder = TreePath.folder(path);
        while (true) {
            for (String name : Kustomization.NAMES) {
                if (paths.contains(folder + name)) {
                    return folder;
                }
            }
            if (folder.isEmpty()) {
                return null;
            }
            folder = TreePath.folder(folder.substring(0, folder.length() - 1));
        }
    }

    static boolean isKustomization(String path) {
        return Kustomization.NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Sources sources(State state) {
        return new Sources() {
            @Override
            public boolean has(String path) {
                return state.has(path);
            }

            @Override
            public Optional<Document> document(String path) {
                return state.document(path);
            }
        };
    }

    @Override
    public List<String> paths() {
        return closure.paths();
    }

    @Override
    public List<Diagnostic> unresolved() {
        return closure.unresolved();
    }

    @Override
    public boolean answers(String path, KeyPath.Segment part) {
        return isKustomization(path) || kind(part).isPresent();
    }

    @Override
    public Optional<Found> find(State state, KeyPath.Segment part, KeyPath key) {
        return kind(part).isPresent() ? inObject(state, part, key) : inKustomization(state, key);
    }

    private Optional<Found> inObject(State state, KeyPath.Segment part, KeyPath key) {
        Objects all = rendered(state);
        Part object = all.byName().get(Name.of(part));
        return object == null
                ? Optional.empty()
                : Lookup.find(object, key).map(held -> new Found(held, origin(all.rendered(), held)));
    }

    private Optional<Found> inKustomization(State state, KeyPath key) {
        for (int i = closure.kustomizations().size() - 1; i >= 0; i--) {
            String path = closure.kustomizations().get(i);
            Optional<Lookup.Held> held = state.document(path)
                    .flatMap(document -> Lookup.find(document.parts().get(0), key));
            if (held.isPresent()) {
                return Optional.of(new Found(held.get(), path));
            }
        }
        return Optional.empty();
    }

    private String origin(Renderer.Rendered all, Lookup.Held held) {
        String top = paths().get(paths().size() - 1);
        return held.leaves().stream()
                .findFirst()
                .map(leaf -> all.origins().getOrDefault(leaf.value(), top))
                .orElse(top);
    }

    private Objects rendered(State state) {
        Objects known = rendered.get(state);
        if (known == null) {
            known = Objects.of(Renderer.render(sources(state), folder));
            if (rendered.size() == REMEMBERED) {
                rendered.clear();
            }
            rendered.put(state, known);
        }
        return known;
    }

    @Override
    public Optional<Document> merged(State state) {
        List<Part> objects = rendered(state).rendered().objects();
        return objects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Document(paths().get(paths().size() - 1), Format.YAML, objects));
    }

    private static Optional<String> kind(KeyPath.Segment part) {
        return field(part, "kind");
    }

    private static Optional<String> field(KeyPath.Segment part, String name) {
        return part instanceof KeyPath.Selector selector
                ? selector.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .map(KeyPath.Field::value)
                        .findFirst()
                : Optional.empty();
    }
}
