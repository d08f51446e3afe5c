package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.document.Format;
import io.github.confgate.document.Formats;
import io.github.confgate.document.Parts;
import io.github.confgate.source.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final SpringDocuments.Cache springs = new SpringDocuments.Cache();
    private final SpringLayers spring;
    /** By the very list of layers, which documents of one file share. */
    private final IdentityHashMap<List<Layer>, Stack> springStacks = new IdentityHashMap<>();

    private final State shape;
    private final Map<String, Stack> kustomize = new HashMap<>();
    private final Map<Placement, Stack> stacks = new HashMap<>();
    private final Map<String, List<Placement>> above = new HashMap<>();
    private final Map<String, Map<Environment, Set<Stack>>> stacksAbove = new HashMap<>();
    private final boolean renders;
    private final Map<String, Placement> places = new HashMap<>();

    private Layers(EnvironmentMap environments, List<DeclaredLayers> declared, State shape) {
        this.environments = environments;
        this.declared = List.copyOf(declared);
        this.shape = shape;
        this.paths = new TreeSet<>();
        for (Placement placement : environments.all()) {
            paths.add(placement.path());
            if (placement.environment() == null && !placement.layerOf().isEmpty()) {
                placement.families().forEach(family -> sharedByFamily
                        .computeIfAbsent(family, key -> new ArrayList<>())
                        .add(placement));
            }
        }
        this.renders = paths.stream().anyMatch(KustomizeStack::isKustomization);
        this.helm = new HelmLayers(paths);
        this.spring = new SpringLayers(paths, shape, springs);
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
            reached.addAll(stacksAbove(placement.path()).keySet());
            if (!reached.isEmpty() && isDefault(placement)) {
                withoutOwn(reached).forEach(reached::add);
            }
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

    /** Whether programs read a file in every environment, also in one that has no file of its own. */
    private static boolean isDefault(Placement placement) {
        String name = fileName(placement.path()).toLowerCase(Locale.ROOT);
        boolean always = placement.part() == null
                || ProfileExpression.of(placement.part()).isEmpty();
        return always
                && (name.equals(".env")
                        || name.equals("appsettings.json")
                        || (Parts.isSpringName(name) && name.indexOf('-') < 0));
    }

    /** The last stages of the pipeline, where no region of them is among these. */
    private List<Environment> withoutOwn(Set<Environment> reached) {
        Pipeline pipeline = environments.pipeline();
        return pipeline.stages().stream()
                .map(stage -> Environment.declared(stage.name()))
                .filter(last ->
                        pipeline.distance(last) == 0 && reached.stream().noneMatch(each -> each.answersTo(last.name())))
                .toList();
    }

    /** The documents of environments that a shared file is a layer of. */
    public List<Placement> above(String path) {
        return above.computeIfAbsent(path, key -> environments.documents().stream()
                .filter(other -> mayBeAbove(other, key) && stack(other).paths().contains(key))
                .toList());
    }

    /** The stacks of the documents above a shared file, each once, by the environment that gets its values by them. */
    public Map<Environment, Set<Stack>> stacksAbove(String path) {
        return stacksAbove.computeIfAbsent(path, key -> {
            Map<Environment, Set<Stack>> found = new LinkedHashMap<>();
            for (Placement document : above(key)) {
                Environment environment = document.environment();
                if (environment != null) {
                    found.computeIfAbsent(environment, made -> Collections.newSetFromMap(new IdentityHashMap<>()))
                            .add(stack(document));
                }
            }
            return found;
        });
    }

    /**
     * The changes between two states as an environment sees them: a pure function of the documents. Only stacks with a
     * changed file are looked at, each once.
     *
     * @param environment by its name, or as a stage with all its regions
     * @param changed the paths of the changed files
     */
    public List<Effective> effective(String environment, Collection<String> changed, State before, State after) {
        Map<Stack, Placement> concerned = new LinkedHashMap<>();
        for (Placement placement : environments.documents()) {
            Environment own = placement.environment();
            if (own != null
                    && own.answersTo(environment)
                    && stack(placement).paths().stream().anyMatch(changed::contains)) {
                concerned.putIfAbsent(stack(placement), placement);
            }
        }
        List<Effective> effective = new ArrayList<>();
        concerned.forEach((stack, placement) -> new EffectiveChanges(stack, before, after)
                .find()
                .forEach(change -> effective.add(new Effective(change, placement))));
        return effective;
    }

    /** A change of what an environment gets, and the document through which it gets it. */
    public record Effective(Change change, Placement through) {}

    /** Whether it is worth to read the files that tell the stack of a document. */
    private boolean mayBeAbove(Placement other, String path) {
        if (!declared.isEmpty()) {
            return true;
        }
        if (isRendered(other.path())) {
            // A kustomization may also take files from where there is none.
            return Formats.of(path) != null;
        }
        return !Parts.isSpringName(other.path()) || path.startsWith(SpringLayers.module(other.path()));
    }

    /** Whether a file is part of what Kustomize renders, and not read by a program as it is. */
    private boolean isRendered(String path) {
        return renders
                && !Parts.isSpringName(path)
                && !HelmLayers.isValues(path)
                && Formats.of(path) == Format.YAML
                && KustomizeStack.folder(path, paths) != null;
    }

    private Optional<Stack> rendered(Placement placement) {
        String folder = isRendered(placement.path()) ? KustomizeStack.folder(placement.path(), paths) : null;
        if (folder == null) {
            return Optional.empty();
        }
        Stack stack = kustomize.computeIfAbsent(folder, key -> new KustomizeStack(key, shape));
        return stack.paths().contains(placement.path()) ? Optional.of(stack) : Optional.empty();
    }

    /** What the stacks of changed files take from outside of the repository. */
    public List<Diagnostic> unresolved(Collection<String> changed) {
        return kustomize.values().stream()
                .filter(stack -> stack.paths().stream().anyMatch(changed::contains))
                .flatMap(stack -> stack.unresolved().stream())
                .distinct()
                .sorted(Comparator.comparing(Diagnostic::path).thenComparing(Diagnostic::line))
                .toList();
    }

    private Stack build(Placement placement) {
        Environment environment = placement.environment();
        if (environment == null || !paths.contains(placement.path())) {
            return new LayerStack(List.of(Layer.of(placement.path())), LayerStack.How.PLAIN);
        }
        for (DeclaredLayers each : declared) {
            List<String> files = environment.answersTo(each.environment()) ? each.of(paths) : List.of();
            if (files.contains(placement.path())) {
                return new LayerStack(files.stream().map(Layer::of).toList(), how(placement.path()));
            }
        }
        Optional<Stack> rendered = rendered(placement);
        if (rendered.isPresent()) {
            return rendered.get();
        }
        List<Layer> profiled = spring.of(placement);
        if (!profiled.isEmpty()) {
            return springStacks.computeIfAbsent(
                    profiled, layers -> new LayerStack(layers, how(placement.path()), springs));
        }
        List<Layer> layers = new ArrayList<>(helm.below(placement.path()));
        families(placement).stream()
                .filter(path -> layers.stream().noneMatch(layer -> layer.path().equals(path)))
                .forEach(path -> layers.add(Layer.of(path)));
        layers.add(Layer.of(placement.path()));
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
                || fileName(path).toLowerCase(Locale.ROOT).startsWith("appsettings");
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
