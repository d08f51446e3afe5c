package io.github.confgate.rule.check;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The region that a file of an environment is for: as its environment says, else a folder of its path. */
final class Regions {

    private static final Set<String> PLACES = Set.of(
            "us",
            "eu",
            "ap",
            "apac",
            "emea",
            "asia",
            "uk",
            "ca",
            "sa",
            "af",
            "me",
            "au",
            "jp",
            "de",
            "fr",
            "sg",
            "latam",
            "europe",
            "america",
            "australia",
            "useast",
            "uswest",
            "eucentral",
            "euwest",
            "region",
            "cell",
            "dc",
            "zone");
    private static final Set<String> SIDES = Set.of(
            "east", "west", "north", "south", "central", "northeast", "southeast", "northwest", "southwest", "gov");

    private Regions() {}

    /** {@code production-eu}; {@code production} where nothing tells the region. */
    static String of(Environment environment, String path) {
        if (!environment.name().equals(environment.stage())) {
            return environment.name();
        }
        String[] folders = path.split("/", -1);
        for (int i = 0; i < folders.length - 1; i++) {
            if (isRegion(folders[i])) {
                return environment.name() + " " + folders[i];
            }
        }
        return environment.name();
    }

    private static boolean isRegion(String folder) {
        List<String> words = EnvironmentNames.words(folder.toLowerCase(Locale.ROOT));
        return !words.isEmpty()
                && PLACES.contains(withoutDigits(words.get(0)))
                && words.stream().allMatch(word -> {
                    String plain = withoutDigits(word);
                    return plain.isEmpty() || plain.length() == 1 || PLACES.contains(plain) || SIDES.contains(plain);
                });
    }

    private static String withoutDigits(String word) {
        return word.replaceAll("\\d+[a-z]?$", "");
    }
}
