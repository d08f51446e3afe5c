package io.github.confgate.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files are layers that several environments take: the file of a family without an environment in its name
 * ({@code application.yml}, {@code values.yaml}, {@code .env}), with a word for all of them ({@code common.yaml}), or in a
 * folder beside those of the environments ({@code base/}).
 */
final class SharedLayers {

    private static final List<String> WORDS =
            List.of("common", "default", "defaults", "base", "shared", "global", "all");
    private static final Set<String> HOLDERS =
            Set.of("overlays", "overlay", "environments", "environment", "envs", "env", "clusters", "stages");

    private static final Pattern OF_PROGRAM = Pattern.compile(
            "(?<folder>(?:.*/)?)(?!values-|application-|docker-compose-)[^/{}]+-\\{env\\}(?<extension>\\.(?:ya?ml|properties))");

    private final Map<String, String> familyOf = new HashMap<>();
    private final Map<String, Set<Environment>> environmentsOf = new HashMap<>();
    private final Map<String, Set<Environment>> environmentsBeside = new HashMap<>();

    SharedLayers(Collection<Placement> placements) {
        for (Placement placement : placements) {
            Environment environment = placement.environment();
            if (environment == null) {
                continue;
            }
            for (String family : placement.families()) {
                if (family.contains(PathReading.SLOT)) {
                    environmentsOf.computeIfAbsent(family, this::enter).add(environment);
                }
            }
            beside(placement.path(), environment);
        }
    }

    Placement place(String path) {
        String family = familyOf.get(path);
        if (family != null) {
            return layer(path, family, environmentsOf.getOrDefault(family, Set.of()), "shared layer of " + family);
        }
        String[] segments = path.split("/", -1);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < segments.length - 1; i++) {
            Set<Environment> beside = environmentsBeside.get(prefix.toString());
            if (beside != null && WORDS.contains(segments[i])) {
                return layer(path, "", beside, "shared layer: folder " + segments[i]);
            }
            prefix.append(segments[i]).append('/');
        }
        return EnvironmentMap.unmapped(path);
    }

    private static Placement layer(String path, String family, Set<Environment> environments, String reason) {
        return new Placement(
                path,
                null,
                null,
                family.isEmpty() ? List.of() : List.of(family),
                ":",
                environments.stream().sorted(Environment.FIRST_TO_LAST).toList(),
                reason);
    }

    private Set<Environment> enter(String family) {
        for (String word : WORDS) {
            familyOf.putIfAbsent(family.replace(PathReading.SLOT, word), family);
        }
        for (String separator : List.of("-", ".", "_")) {
            familyOf.putIfAbsent(family.replace(separator + PathReading.SLOT, ""), family);
            familyOf.putIfAbsent(family.replace(PathReading.SLOT + separator, ""), family);
        }
        familyOf.putIfAbsent(family.replace(PathReading.SLOT + "/", ""), family);
        ofConfigServer(family).ifPresent(path -> familyOf.putIfAbsent(path, family));
        for (String holder : HOLDERS) {
            familyOf.putIfAbsent(family.replace(holder + "/" + PathReading.SLOT + "/", ""), family);
        }
        return new LinkedHashSet<>();
    }

    /**
     * The file that Spring Cloud Config Server serves to every program, beside those of one ({@code orders-production.yml});
     * it lies in no source folder.
     */
    private static Optional<String> ofConfigServer(String family) {
        Matcher program = OF_PROGRAM.matcher(family);
        return program.matches() && !program.group("folder").contains("src/")
                ? Optional.of(program.group("folder") + "application" + program.group("extension"))
                : Optional.empty();
    }

    private void beside(String path, Environment environment) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < segments.size() - 1; i++) {
            if (PathReading.whole(segments.get(i), Set.of()).isPresent()) {
                environmentsBeside
                        .computeIfAbsent(prefix.toString(), key -> new LinkedHashSet<>())
                        .add(environment);
                if (i > 0 && HOLDERS.contains(segments.get(i - 1))) {
                    String above = String.join("/", segments.subList(0, i - 1));
                    environmentsBeside
                            .computeIfAbsent(above.isEmpty() ? "" : above + "/", key -> new LinkedHashSet<>())
                            .add(environment);
                }
            }
            prefix.append(segments.get(i)).append('/');
        }
    }
}
