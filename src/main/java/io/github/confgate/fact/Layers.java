package io.github.confgate.fact;

import io.github.confgate.document.Format;
import io.github.confgate.document.Formats;
import io.github.confgate.document.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files stack up to what an environment really gets. Stacks are told from names, and from what the files of
 * {@code shape} say of each other (profile groups, imports, kustomizations); they are built when somebody asks.
 */
public final class Layers {

    private final EnvironmentMap environments;
    private final List<DeclaredLayers> declared;
    private final TreeSet<String> paths;
    private final Map<String, List<Placement>> sharedByFamily = new HashMap<>();
    private final HelmLayers helm;
    private final SpringLayers spring;
    private final Map<Placement, Stack> stacks = new HashMap<>();
    private final Map<String, Placement> places = new HashMap<>();

    private Layers(EnvironmentMap environments, List<DeclaredLayers> declared, State shape) {
        this.environments = environments;
        this.declared = List.copyOf(declared);
        this.paths = new TreeSet<>();
        for (Placement placement : environments.all()) {
            paths.add(placement.path());
            if (placement.environment() == null && !placement.layerOf().isEmpty()) {
                placement.families().forEach(family -> sharedByFamily
                        .computeIfAbsent(family, key -> new ArrayList<>())
                        .add(placement));
            }
        }
        this.helm = new HelmLayers(paths);
        this.spring = new SpringLayers(paths, shape);
    }

    /**
     * The layers of a repository.
     *
     * @param declared the policy's stacks, which go before what names tell
     * @param shape the files that say which others belong to a stack
     */
    public static Layers of(EnvironmentMap environments, List<DeclaredLayers> declared, State shape) {
        return new Layers(environments, declared, shape);
    }

    /** The stack that a document of an environment is read in; of any other document the document alone. */
    public Stack stack(Placement placement) {
        return stacks.computeIfAbsent(placement, this::build);
    }

    /**
     * Where a file belongs, with the environments that take it as a layer: also those that only its contents or a chart's
     * folders tell.
     */
    public Placement place(Placement placement) {
        if (placement.environment() != null) {
            return placement;
        }
        return places.computeIfAbsent(placement.path() + "#" + placement.part(), key -> {
            Set<Environment> reached = new LinkedHashSet<>(placement.layerOf());
            above(placement.path()).forEach(each -> reached.add(each.environment()));
            if (reached.size() == placement.layerOf().size()) {
                return placement;
            }
            List<Environment> sorted =
                    reached.stream().sorted(Environment.FIRST_TO_LAST).toList();
            String reason = placement.layerOf().isEmpty()
                    ? "shared layer below " + above(placement.path()).get(0).path()
                    : placement.reason();
            return new Placement(
                    placement.path(), placement.part(), null, placement.families(), placement.place(), sorted, reason);
        });
    }

    /** The documents of environments that a shared file is a layer of. */
    public List<Placement> above(String path) {
        List<Placement> above = new ArrayList<>();
        for (Placement other : environments.documents()) {
            if (mayBeAbove(other, path) && stack(other).paths().contains(path)) {
                above.add(other);
            }
        }
        return above;
    }

    /** Whether it is worth to read the files that tell the stack of a document. */
    private boolean mayBeAbove(Placement other, String path) {
        if (!declared.isEmpty() || !Parts.isSpringName(other.path())) {
            return true;
        }
        return path.startsWith(SpringLayers.module(other.path()));
    }

    private Stack build(Placement placement) {
        Environment environment = placement.environment();
        if (environment == null) {
            return new LayerStack(List.of(Layer.of(placement.path())), LayerStack.How.PLAIN);
        }
        for (DeclaredLayers each : declared) {
            List<String> files = environment.answersTo(each.environment()) ? each.of(paths) : List.of();
            if (files.contains(placement.path())) {
                return new LayerStack(files.stream().map(Layer::of).toList(), how(placement.path()));
            }
        }
        List<Layer> layers = new ArrayList<>(spring.of(placement));
        if (layers.isEmpty()) {
            layers.addAll(helm.below(placement.path()));
            families(placement).stream()
                    .filter(path ->
                            layers.stream().noneMatch(layer -> layer.path().equals(path)))
                    .forEach(path -> layers.add(Layer.of(path)));
            layers.add(Layer.of(placement.path()));
        }
        return new LayerStack(layers, how(placement.path()));
    }

    /** The shared files of a document's families: those further up in the tree lie lower. */
    private List<String> families(Placement placement) {
        Set<String> shared = new LinkedHashSet<>();
        for (String family : placement.families()) {
            sharedByFamily.getOrDefault(family, List.of()).stream()
                    .map(Placement::path)
                    .filter(path -> !path.equals(placement.path()) && Formats.of(path) != null)
                    .sorted(Comparator.comparingInt(Layers::depth)
                            .thenComparing(path -> fileName(path).length())
                            .thenComparing(path -> path))
                    .forEach(shared::add);
        }
        return List.copyOf(shared);
    }

    private static LayerStack.How how(String path) {
        if (HelmLayers.isValues(path)) {
            return LayerStack.How.HELM;
        }
        Format format = Formats.of(path);
        boolean relaxed = Parts.isSpringName(path)
                || format == Format.DOTENV
                || format == Format.PROPERTIES
                || fileName(path).toLowerCase(java.util.Locale.ROOT).startsWith("appsettings");
        return relaxed ? LayerStack.How.RELAXED : LayerStack.How.PLAIN;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count();
    }

    /** The files that may say something about the environments' values at all. */
    Collection<String> paths() {
        return paths;
    }
}
