package io.github.confgate.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One way to read a path: which words of it name an environment.
 *
 * @param spelling the words as the path has them
 * @param family the path with those words replaced by {@code {env}}: the same for counterparts
 * @param place the folder that holds the name, and how it is held: environments of one place make a pipeline
 * @param sure whether the words name an environment even where no sibling has another one in their place
 * @param folder the path up to and with the folder of that name, where the word may be something else; else empty
 * @param reason for people
 */
record PathReading(
        Environment environment,
        String spelling,
        String family,
        String place,
        boolean sure,
        String folder,
        String reason) {

    static final String SLOT = "{env}";

    /** Words that are environments in some repositories and something else in others. */
    private static final Set<String> DOUBTFUL = Set.of(
            "test",
            "tst",
            "testing",
            "int",
            "integration",
            "acc",
            "acceptance",
            "local",
            "localhost",
            "sandbox",
            "live",
            "stage",
            "develop",
            "qa");

    /** A stretch of a segment that names an environment. */
    private record Named(Environment environment, int start, int end, boolean sure, boolean doubtful) {}

    private record Word(String text, int start, int end) {}

    /** The readings of a path: all names of the same environment together first, then from the file's name outwards. */
    static List<PathReading> of(String path, Set<String> ownNames) {
        String[] segments = path.split("/", -1);
        List<PathReading> readings = new ArrayList<>();
        List<PathReading> together = new ArrayList<>();
        for (int i = segments.length - 1; i >= 0; i--) {
            boolean isFile = i == segments.length - 1;
            for (Named named : names(segments[i], isFile, ownNames)) {
                String[] copy = segments.clone();
                copy[i] = segments[i].substring(0, named.start()) + SLOT + segments[i].substring(named.end());
                readings.add(reading(segments, copy, i, named));
                boolean others = replaceOthers(copy, i, named.environment(), ownNames);
                if (others) {
                    together.add(reading(segments, copy, i, named));
                }
            }
        }
        together.addAll(readings);
        return together;
    }

    private static boolean replaceOthers(String[] segments, int except, Environment environment, Set<String> ownNames) {
        boolean replaced = false;
        for (int i = 0; i < segments.length; i++) {
            if (i != except) {
                for (Named named : names(segments[i], i == segments.length - 1, ownNames)) {
                    if (named.environment().stage().equals(environment.stage())) {
                        segments[i] =
                                segments[i].substring(0, named.start()) + SLOT + segments[i].substring(named.end());
                        replaced = true;
                        break;
                    }
                }
            }
        }
        return replaced;
    }

    private static PathReading reading(String[] segments, String[] replaced, int i, Named named) {
        boolean isFile = i == segments.length - 1;
        String folder = String.join("/", List.of(segments).subList(0, i));
        String layout = !isFile ? "folder" : isSpring(segments[i]) ? "profile" : "file";
        String reason =
                (isFile ? isSpring(segments[i]) ? "Spring profile in " : "file name " : "folder ") + segments[i];
        String upToFolder = isFile || !named.doubtful()
                ? ""
                : String.join("/", List.of(segments).subList(0, i + 1)) + "/";
        return new PathReading(
                named.environment(),
                segments[i].substring(named.start(), named.end()),
                String.join("/", replaced),
                layout + ":" + folder,
                named.sure(),
                upToFolder,
                reason);
    }

    private static boolean isSpring(String fileName) {
        return fileName.startsWith("application-") || fileName.startsWith("bootstrap-");
    }

    /** The environment that a profile, a folder or another whole name stands for. */
    static Optional<Environment> whole(String name, Set<String> ownNames) {
        List<Named> names = names(name, false, ownNames);
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(0).environment());
    }

    private static List<Named> names(String segment, boolean isFile, Set<String> ownNames) {
        List<Word> words = words(segment);
        List<Named> found = new ArrayList<>();
        for (int i = words.size() - 1; i >= 0; i--) {
            int last = i;
            Optional<String> stage = Optional.empty();
            int from = i;
            String own = ownName(segment, words, i, ownNames);
            if (own != null) {
                found.add(new Named(
                        Environment.declared(own),
                        words.get(i).start(),
                        words.get(i).start() + own.length(),
                        true,
                        false));
                continue;
            }
            String number = "";
            if (i > 0 && isPrefix(words.get(i - 1).text())) {
                stage = EnvironmentNames.canonical(
                        words.get(i - 1).text() + words.get(i).text());
                from = stage.isPresent() ? i - 1 : i;
            }
            if (stage.isEmpty()) {
                String text = words.get(i).text();
                stage = EnvironmentNames.canonical(text);
                if (stage.isEmpty()) {
                    String stem = stripDigits(text);
                    number = text.substring(stem.length());
                    stage = number.isEmpty() || isDoubtful(stem) ? stage : EnvironmentNames.canonical(stem);
                }
            }
            if (stage.isPresent()) {
                boolean isWhole = isWhole(segment, words, from, last, isFile);
                boolean doubtful = isDoubtful(stripDigits(words.get(i).text()));
                boolean sure = isWhole || !doubtful;
                while (last + 1 < words.size() && isRegion(words.get(last + 1).text())) {
                    last++;
                }
                int first = from;
                while (last == i && first > 0 && isRegion(words.get(first - 1).text())) {
                    first--;
                }
                found.add(named(segment, stage.get(), number, words, first, from, i, last, sure, doubtful));
                i = first;
            }
        }
        if (found.size() > 1 && segment.startsWith(".env")) {
            // .env.production.local is what goes over .env.production, and no environment of its own.
            found.removeIf(named -> named.environment().stage().equals("local"));
        }
        return found;
    }

    private static Named named(
            String segment,
            String stage,
            String number,
            List<Word> words,
            int first,
            int from,
            int to,
            int last,
            boolean sure,
            boolean doubtful) {
        String before = first < from
                ? segment.substring(
                        words.get(first).start(), words.get(from - 1).end())
                : "";
        String behind = last > to
                ? segment.substring(words.get(to + 1).start(), words.get(last).end())
                : "";
        String region = String.join("", number, before, behind).toLowerCase(Locale.ROOT);
        String name = region.isEmpty() ? stage : stage + "-" + region;
        return new Named(
                new Environment(name, stage),
                words.get(first).start(),
                words.get(last).end(),
                sure,
                doubtful);
    }

    private static @org.jspecify.annotations.Nullable String ownName(
            String segment, List<Word> words, int i, Set<String> ownNames) {
        int start = words.get(i).start();
        for (String own : ownNames) {
            int end = start + own.length();
            if (segment.startsWith(own, start)
                    && words.stream().anyMatch(word -> word.end() == end)
                    && EnvironmentNames.canonical(own).isEmpty()) {
                return own;
            }
        }
        return null;
    }

    private static boolean isWhole(String segment, List<Word> words, int from, int to, boolean isFile) {
        if (from == 0 && to == words.size() - 1) {
            return true;
        }
        // A file's name is whole when nothing but its kind stands beside the environment: values-test.yaml, test.env
        return isFile
                && words.size() - (to - from + 1) <= 2
                && (segment.startsWith("application-")
                        || segment.startsWith("values")
                        || segment.startsWith(".env")
                        || (from == 0 && to == words.size() - 2));
    }

    private static boolean isPrefix(String word) {
        return word.equalsIgnoreCase("pre") || word.equalsIgnoreCase("non");
    }

    private static boolean isDoubtful(String word) {
        return DOUBTFUL.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String stripDigits(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }

    /** Whether a word is a part of a region's name, as clouds and companies write them: eu, us-east-1, westeurope. */
    static boolean isRegion(String word) {
        return word.toLowerCase(Locale.ROOT)
                .matches("(eu|us|uk|gb|ap|apac|asia|emea|na|sa|ca|au|af|me|il|de|fr|es|it|nl|in|jp|cn|br|"
                        + "(?:north|south|east|west|central|southeast|northeast|southwest|northwest)[a-z]{0,12}[0-9]{0,2}|"
                        + "(?:europe|america|australia|africa|asia)(?:north|south|east|west|central)?[a-z]{0,8}[0-9]{0,2}|"
                        + "(?:use|usw|euw|euc|eun|aps|apn|cac|sae)[0-9]|dc[0-9]{1,2}|[0-9]{1,2}[a-z]?)");
    }

    /** A family without the folders of regions, and with one spelling of the extension. */
    static String kin(String family) {
        List<String> kept = new ArrayList<>();
        String[] segments = family.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean region = i < segments.length - 1
                    && !words(segments[i]).isEmpty()
                    && words(segments[i]).stream().allMatch(word -> isRegion(word.text()));
            if (!region) {
                kept.add(segments[i]);
            }
        }
        String path = String.join("/", kept);
        return path.endsWith(".yml") ? path.substring(0, path.length() - ".yml".length()) + ".yaml" : path;
    }

    private static List<Word> words(String segment) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= segment.length(); i++) {
            boolean inside = i < segment.length() && Character.isLetterOrDigit(segment.charAt(i));
            boolean hump = inside
                    && i > 0
                    && Character.isUpperCase(segment.charAt(i))
                    && Character.isLowerCase(segment.charAt(i - 1));
            if (start >= 0 && (!inside || hump)) {
                words.add(new Word(segment.substring(start, i), start, i));
                start = -1;
            }
            if (inside && start < 0) {
                start = i;
            }
        }
        return words;
    }
}
