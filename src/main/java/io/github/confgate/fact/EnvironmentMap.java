package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which environment each configuration file belongs to. A policy's paths decide first; else the names in the path do: of
 * several, the one in whose place a sibling has another environment.
 *
 * <p>Past 300 lines: each of these questions needs the tables that one pass over all paths fills.
 */
public final class EnvironmentMap {

    private final List<DeclaredEnvironment> declared;
    private final Set<String> ownNames;
    private final Sections sections;
    private final @Nullable DeclaredEnvironment ground;
    private final Map<String, Set<String>> stagesOfFamily = new HashMap<>();
    private final String everywhere;
    private final Map<String, Placement> placements = new TreeMap<>();
    private final Map<String, List<Placement>> families = new HashMap<>();

    /** By what is left of the names of families ({@link PathReading#kin}). */
    private final Map<String, List<Placement>> kin = new HashMap<>();

    private final Map<Alike, List<Placement>> counterparts = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> stagesOfPlace = new HashMap<>();
    /** Of all places of a layout; worked out when the first place is asked for that has too few of its own. */
    private final Map<String, Set<String>> stagesOfLayout = new HashMap<>();

    private final Map<Environment, Set<String>> spellings = new TreeMap<>(Environment.FIRST_TO_LAST);
    private final Map<PartKey, Placement> parts = new HashMap<>();
    private final List<Placement> documents = new ArrayList<>();

    private record PartKey(String path, KeyPath.Segment part) {}

    private EnvironmentMap(
            Collection<String> paths,
            Map<String, Set<KeyPath.Segment>> partsOfPath,
            Map<String, Set<String>> sectionsOfPath,
            List<DeclaredEnvironment> declared,
            @Nullable DeclaredEnvironment ground) {
        this.ground = ground;
        this.declared = List.copyOf(declared);
        this.sections = new Sections(declared, sectionsOfPath);
        this.ownNames = declared.stream().map(DeclaredEnvironment::name).collect(Collectors.toSet());
        Map<String, List<PathReading>> readings = new TreeMap<>();
        paths.forEach(path -> readings.put(path, PathReading.of(path, ownNames)));
        readings.values()
                .forEach(list -> list.forEach(reading -> stagesOfFamily
                        .computeIfAbsent(reading.family(), family -> new TreeSet<>())
                        .add(reading.environment().stage())));
        this.everywhere = readings.size() < 2 ? "" : commonPrefix(readings.keySet());
        readings.forEach((path, list) -> place(path, list).ifPresent(this::keep));
        partsOfPath.forEach(this::placeParts);
        SharedLayers layers = new SharedLayers(placements.values());
        for (String path : paths) {
            placements.computeIfAbsent(path, each -> withSections(layers.place(each)));
        }
    }

    /**
     * Maps the configuration files of a repository.
     *
     * @param partsOfPath the documents of files that hold several, as far as anybody looked
     * @param declared the policy's environments; empty when they are only detected
     */
    public static EnvironmentMap of(
            Collection<String> paths,
            Map<String, Set<KeyPath.Segment>> partsOfPath,
            List<DeclaredEnvironment> declared) {
        return of(paths, partsOfPath, Map.of(), declared, null);
    }

    /**
     * The same where files may hold several environments, each in a section of its own, and a branch or a repository may
     * be one environment.
     *
     * @param sectionsOfPath what {@link #sections} says of the documents of a path, as far as anybody looked
     * @param ground the environment that all files are of about which the policy says nothing else; null when there is
     *     none
     */
    public static EnvironmentMap of(
            Collection<String> paths,
            Map<String, Set<KeyPath.Segment>> partsOfPath,
            Map<String, Set<String>> sectionsOfPath,
            List<DeclaredEnvironment> declared,
            @Nullable DeclaredEnvironment ground) {
        return new EnvironmentMap(paths, partsOfPath, sectionsOfPath, declared, ground);
    }

    /** The names of the environments that have a section of their own in a document. */
    public static Set<String> sections(Document document, List<DeclaredEnvironment> declared) {
        return Sections.in(document, declared);
    }

    /** Where a key of a document belongs: to the environment whose section it is in, else where the document belongs. */
    public Placement of(String path, KeyPath.Segment part, KeyPath key) {
        return sections.of(path, part, key, of(path).families()).orElseGet(() -> of(path, part));
    }

    /** The sections of a file, one for each environment that has one there. */
    public List<Placement> sections(String path) {
        return sections.of(path);
    }

    /** Whether documents of a file with these ids say themselves which environment they are for. */
    public static boolean tellEnvironments(Collection<KeyPath.Segment> ids) {
        return ids.stream().anyMatch(id -> ProfileExpression.of(id).isPresent());
    }

    /** Where one document of a file belongs: by its own profile, else where the file belongs. */
    public Placement of(String path, KeyPath.Segment part) {
        Placement own = parts.get(new PartKey(path, part));
        return own != null ? own : of(path);
    }

    /** Where a file belongs; a file that was not among the mapped ones is judged by its names alone. */
    public Placement of(String path) {
        Placement known = placements.get(path);
        return known != null
                ? known
                : place(path, PathReading.of(path, ownNames)).orElseGet(() -> unmapped(path));
    }

    /** Every mapped file, sorted by path. */
    public Collection<Placement> all() {
        return List.copyOf(placements.values());
    }

    /**
     * The files of an environment that are counterparts of a file; those of the same region first. Where there are none,
     * those whose paths differ in the folder of a region or in how the extension is spelled.
     */
    public List<Placement> counterparts(Placement of, String environment) {
        List<Placement> sectional = sections.counterparts(of, environment, placements.keySet().stream());
        if (!sectional.isEmpty()) {
            return sectional;
        }
        // The thousands of documents that one file may have for an environment have the same counterparts.
        return answers(of, environment)
                ? ofFamilies(of, environment)
                : counterparts.computeIfAbsent(Alike.of(of, environment), key -> ofFamilies(of, environment));
    }

    private List<Placement> ofFamilies(Placement of, String environment) {
        for (String family : of.families()) {
            List<Placement> found = counterparts(families.getOrDefault(family, List.of()), of, environment);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (String family : of.families()) {
            List<Placement> found = counterparts(kin.getOrDefault(PathReading.kin(family), List.of()), of, environment);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Placement> counterparts(List<Placement> among, Placement of, String environment) {
        return among.stream()
                .filter(other -> !other.equals(of) && answers(other, environment))
                .sorted(Comparator.comparingInt((Placement other) -> -Likeness.of(of, other))
                        .thenComparing(Placement::path))
                .toList();
    }

    /** What the counterparts of documents hang on that are in another environment than those. */
    record Alike(
            String path, List<String> families, @Nullable Environment environment, String wanted) {
        static Alike of(Placement placement, String wanted) {
            return new Alike(placement.path(), placement.families(), placement.environment(), wanted);
        }
    }

    /** What a change of one environment asks of another, under the keys that hold there. */
    List<Wanted> exchanged(Wanted wanted, Environment from, Environment to) {
        return sections.exchanged(wanted, from, to);
    }

    /** The documents that belong to an environment. */
    public List<Placement> documents() {
        return documents;
    }

    /** Files that would be counterparts, were they still there: history may know them. */
    List<Placement> formerCounterparts(Placement of, String wanted) {
        List<Placement> former = new ArrayList<>();
        for (String family : of.families()) {
            spellings(wanted).forEach((environment, words) -> words.stream()
                    .filter(word -> environment.answersTo(wanted) && family.contains(PathReading.SLOT))
                    .map(word -> family.replace(PathReading.SLOT, word))
                    .filter(path -> !path.contains("#"))
                    .forEach(path -> former.add(new Placement(
                            path, null, environment, of.families(), of.place(), List.of(), "no such file"))));
        }
        return former;
    }

    /** How paths spell an environment; where none does any more, as it is usually spelled. */
    private Map<Environment, Set<String>> spellings(String wanted) {
        boolean known = declared.isEmpty() || spellings.keySet().stream().anyMatch(each -> each.answersTo(wanted));
        return known ? spellings : Map.of(Environment.declared(wanted), EnvironmentNames.spellings(wanted));
    }

    /** The pipeline that a file's environment is a part of. */
    public Pipeline pipeline(Placement of) {
        if (!declared.isEmpty()) {
            return new Pipeline(
                    declared.stream()
                            .map(each -> new Pipeline.Stage(each.name(), each.after(), each.soak()))
                            .toList(),
                    true);
        }
        Set<String> stages = stagesOfPlace.getOrDefault(of.place(), Set.of());
        if (stages.size() < 2) {
            String layout = of.environment() == null
                    ? ""
                    : of.place().substring(0, of.place().indexOf(':') + 1);
            stages = stagesOfLayout.computeIfAbsent(layout, this::stages);
        }
        return Pipeline.detected(List.copyOf(stages));
    }

    private Set<String> stages(String layout) {
        return stagesOfPlace.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(layout))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Whether values must have been somewhere else before they enter the environment, or the environments, of a file. */
    public boolean isGated(String path) {
        Placement placement = of(path);
        return sections(path).stream().anyMatch(this::isGated)
                || (placement.environment() == null
                        ? !placement.layerOf().isEmpty() && !placement.place().equals(Sections.BESIDE)
                        : isGated(placement));
    }

    private boolean isGated(Placement placement) {
        return Optional.ofNullable(placement.environment())
                .flatMap(environment -> pipeline(placement).of(environment))
                .filter(stage -> !stage.after().isEmpty())
                .isPresent();
    }

    /** What stands beside the sections of a file is for all of them. */
    private Placement withSections(Placement placement) {
        List<Environment> environments = sections.of(placement.path()).stream()
                .map(Placement::environment)
                .filter(Objects::nonNull)
                .toList();
        return environments.isEmpty() || !placement.isUnmapped()
                ? placement
                : new Placement(
                        placement.path(),
                        null,
                        null,
                        List.of(),
                        Sections.BESIDE,
                        environments,
                        "beside the sections of environments");
    }

    /** The pipeline of all environments of the repository. */
    public Pipeline pipeline() {
        return pipeline(unmapped(""));
    }

    private void keep(Placement placement) {
        placements.put(placement.path(), placement);
        Environment environment = placement.environment();
        if (environment != null) {
            enter(placement, environment);
        }
    }

    private void enter(Placement placement, Environment environment) {
        documents.add(placement);
        placement.families().forEach(family -> {
            families.computeIfAbsent(family, key -> new ArrayList<>()).add(placement);
            kin.computeIfAbsent(PathReading.kin(family), key -> new ArrayList<>())
                    .add(placement);
        });
        stagesOfPlace.computeIfAbsent(placement.place(), key -> new TreeSet<>()).add(environment.stage());
    }

    /** The documents of a Spring file: those with a profile belong to its environment, the others are for all. */
    private void placeParts(String path, Set<KeyPath.Segment> segments) {
        Map<KeyPath.Segment, Environment> named = new LinkedHashMap<>();
        Map<KeyPath.Segment, List<Environment>> several = new HashMap<>();
        for (KeyPath.Segment segment : segments) {
            String profile = ProfileExpression.of(segment).orElse("");
            if (ProfileExpression.isChoice(profile)) {
                List<Environment> accepted = accepted(profile);
                if (accepted.size() == 1) {
                    named.put(segment, accepted.get(0));
                } else {
                    several.put(segment, accepted);
                }
            } else {
                PathReading.whole(profile, ownNames).ifPresent(environment -> named.put(segment, named(environment)));
            }
        }
        if (named.isEmpty() && several.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        int slash = path.lastIndexOf('/');
        String place = "profile:" + (slash < 0 ? "" : path.substring(0, slash));
        for (KeyPath.Segment segment : segments) {
            Environment environment = named.get(segment);
            boolean isForAll =
                    environment == null && ProfileExpression.of(segment).isEmpty();
            List<Environment> shared = isForAll
                    ? named.values().stream()
                            .distinct()
                            .sorted(Environment.FIRST_TO_LAST)
                            .toList()
                    : several.getOrDefault(segment, List.of());
            Placement placement = new Placement(
                    path,
                    segment,
                    environment,
                    List.of(path + "#" + PathReading.SLOT),
                    environment == null ? ":" : place,
                    shared,
                    isForAll ? "shared by the profiles of the file" : "Spring profile in the document");
            parts.put(new PartKey(path, segment), placement);
            if (environment != null) {
                enter(placement, environment);
            }
        }
    }

    /** The environments of the repository for whose profiles an expression may hold. */
    private List<Environment> accepted(String profile) {
        Set<Environment> all = new TreeSet<>(Environment.FIRST_TO_LAST);
        placements.values().forEach(placement -> Optional.ofNullable(placement.environment())
                .ifPresent(all::add));
        declared.forEach(each -> all.add(Environment.of(each.name())));
        return all.stream()
                .filter(environment -> ProfileExpression.mayHold(profile, word -> PathReading.whole(word, ownNames)
                        .map(named -> named(named).answersTo(environment.name())
                                || environment.answersTo(named(named).name()))))
                .toList();
    }

    private Optional<Placement> place(String path, List<PathReading> readings) {
        Optional<Placement> byPolicy = placeByPolicy(path, readings, DeclaredEnvironment::remainder)
                .or(() -> placeByPolicy(path, readings, DeclaredEnvironment::nearRemainder));
        if (byPolicy.isPresent()) {
            return byPolicy;
        }
        if (ground != null && ground.takes(path)) {
            List<String> names = new ArrayList<>(List.of("path:" + path));
            names.addAll(families(readings, "policy:" + ground.remainder(path).orElse(path)));
            return Optional.of(declared(path, ground, names, reason(ground)));
        }
        return readings.stream()
                .filter(this::hasSibling)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(reading -> reading.sure() && tellsApart(reading.folder()))
                        .findFirst())
                .map(reading -> spelled(path, reading));
    }

    private Optional<Placement> placeByPolicy(
            String path,
            List<PathReading> readings,
            BiFunction<DeclaredEnvironment, String, Optional<String>> remainders) {
        for (DeclaredEnvironment environment : declared) {
            boolean elsewhere = environment.isApart() || !environment.keys().isEmpty();
            Optional<String> remainder = elsewhere ? Optional.empty() : remainders.apply(environment, path);
            if (remainder.isPresent()) {
                List<String> names = families(readings, "policy:" + remainder.get());
                return Optional.of(declared(path, environment, names, "policy: environment " + environment.name()));
            }
        }
        return Optional.empty();
    }

    private static List<String> families(List<PathReading> readings, String last) {
        Set<String> names = new LinkedHashSet<>();
        readings.stream().map(PathReading::family).forEach(names::add);
        names.add(last);
        return List.copyOf(names);
    }

    private static Placement declared(
            String path, DeclaredEnvironment environment, List<String> families, String reason) {
        return new Placement(path, null, environment.environment(), families, "policy:", List.of(), reason);
    }

    private static String reason(DeclaredEnvironment ground) {
        return ground.branch() == null
                ? "policy: the repository is " + ground.name()
                : "policy: branch " + ground.branch() + " is " + ground.name();
    }

    private Placement spelled(String path, PathReading reading) {
        Environment environment = named(reading.environment());
        spellings.computeIfAbsent(environment, key -> new TreeSet<>()).add(reading.spelling());
        return new Placement(
                path, null, environment, List.of(reading.family()), reading.place(), List.of(), reading.reason());
    }

    /** A policy may call a detected environment by a name of its own choice: prod, or production. */
    private Environment named(Environment detected) {
        for (DeclaredEnvironment environment : declared) {
            boolean same = EnvironmentNames.canonical(environment.name())
                    .filter(detected.stage()::equals)
                    .isPresent();
            if (same && detected.name().startsWith(detected.stage())) {
                String suffix = detected.name().substring(detected.stage().length());
                return new Environment(environment.name() + suffix, environment.name());
            }
        }
        return detected;
    }

    private boolean hasSibling(PathReading reading) {
        return stagesOfFamily.getOrDefault(reading.family(), Set.of()).size() > 1;
    }

    /** A folder that every path has tells nothing apart: a cluster may be called live. */
    private static String commonPrefix(Collection<String> sorted) {
        String first = sorted.stream().findFirst().orElse("");
        String last = sorted.stream().reduce("", (a, b) -> b);
        int same = 0;
        while (same < Math.min(first.length(), last.length()) && first.charAt(same) == last.charAt(same)) {
            same++;
        }
        return first.substring(0, same);
    }

    private boolean tellsApart(String folder) {
        return folder.isEmpty() || !everywhere.startsWith(folder);
    }

    private static boolean answers(Placement placement, String wanted) {
        Environment environment = placement.environment();
        return environment != null && environment.answersTo(wanted);
    }

    static Placement unmapped(String path) {
        return new Placement(path, null, null, List.of(), ":", List.of(), "no environment in its name or folders");
    }
}
