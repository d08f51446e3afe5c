package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Spelling;
import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Formats;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Stack;
import io.github.confgate.fact.State;
import io.github.confgate.verdict.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contract's table of promotion statuses, read aloud: for every key the intervals in which it held its values, from
 * every version of every file there ever was. Where files belong is taken from the code that is tested, and what one
 * moment's files give for a key; what history says is not. Slow, and one file past 300 lines: it is read from top to bottom.
 */
final class HistoryOracle {

    private static final int MOST_COUNTERPARTS = 4;

    /** With one of these in it, a text may spell a word in another way. */
    private static final Pattern ESCAPES = Pattern.compile("\\\\[xuU\n\r]|&#|\0");

    private static final Set<String> SPELLED_OTHERWISE =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final int CLOCKS_COMPARED = 64;
    private static final List<String> STRICTEST_FIRST =
            List.of("skipped", "same-commit", "moved-on", "no-counterpart", "too-fresh", "shared");

    private final List<GitMainline.Commit> commits;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    /** The texts that nobody could parse. */
    private final Map<String, String> unread = new ConcurrentHashMap<>();

    private final Map<String, List<Version>> touched = new HashMap<>();
    private final Set<String> renamed = new TreeSet<>();
    private final ConfigurationFiles configuration;
    private final Policy policy;
    private final Map<List<Object>, List<Interval>> known = new HashMap<>();

    private final Map<String, Set<KeyPath.Segment>> parts = new HashMap<>();
    private EnvironmentMap environments;
    private Layers layers;
    private int looked;

    /** A file from a commit on; without a blob it is gone. */
    private record Version(int number, String path, String blob) {
        boolean isThere() {
            return !blob.equals(GitMainline.GONE);
        }
    }

    /** What a key held from a commit on, until the next interval begins. */
    private record Interval(int from, Optional<Lookup.Held> held) {}

    private record Wanted(KeyPath.Segment part, KeyPath key, Leaf leaf, boolean removal) {}

    HistoryOracle(Path repository, String tip, Policy policy) {
        this.policy = policy;
        this.configuration = ConfigurationFiles.with(policy.documents(), policy.environmentPaths());
        this.commits = GitMainline.commits(repository, tip);
        Set<String> ids = new TreeSet<>();
        for (GitMainline.Commit commit : commits) {
            numbers.put(commit.sha(), commit.number());
            commit.blobs().forEach((path, blob) -> {
                touched.computeIfAbsent(path, key -> new ArrayList<>()).add(new Version(commit.number(), path, blob));
                if (!blob.isEmpty() && !blob.equals(GitMainline.NO_FILE)) {
                    ids.add(blob);
                }
            });
            renamed.addAll(commit.renames().keySet());
        }
        Map<String, byte[]> bytes = GitMainline.blobs(repository, ids);
        touched.values().parallelStream()
                .flatMap(List::stream)
                .filter(version -> bytes.containsKey(version.blob())
                        && configuration.choose(version.path()).configuration())
                .forEach(version -> parsed.computeIfAbsent(
                        version.path() + '\0' + version.blob(),
                        key -> parse(version, Objects.requireNonNull(bytes.get(version.blob())))));
        map();
    }

    private Parsed parse(Version version, byte[] bytes) {
        Format format = configuration.choose(version.path()).format();
        Parsed result = format == null
                ? Documents.parse(version.path(), bytes, Limits.standard())
                : Documents.parse(version.path(), bytes, format, Limits.standard());
        if (!(result instanceof Parsed.Ok) && format == Format.YAML) {
            unread.put(version.path() + '\0' + version.blob(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return result;
    }

    /** What nobody can read has no such key where a word of it is not even in the text, unless escapes may spell it. */
    private boolean lacks(Version version, String word) {
        String text = unread.get(version.path() + '\0' + version.blob());
        return text != null && !ESCAPES.matcher(text).find() && !text.contains(word);
    }

    /** The words in the names of a key, and in what tells the items on the way to it. */
    private static List<String> words(KeyPath key) {
        return key.segments().stream()
                .flatMap(segment -> segment instanceof KeyPath.Name name
                        ? Stream.of(name.name())
                        : segment instanceof KeyPath.Selector selector
                                ? selector.fields().stream().map(KeyPath.Field::value)
                                : Stream.of())
                .flatMap(text -> Stream.of(text.split("[^A-Za-z0-9_-]+")))
                .filter(word -> word.matches("[A-Za-z].*") && !SPELLED_OTHERWISE.contains(word))
                .toList();
    }

    private Optional<Document> document(Version version) {
        return parsed.get(version.path() + '\0' + version.blob()) instanceof Parsed.Ok ok
                ? Optional.of(ok.document())
                : Optional.empty();
    }

    // Where files belong.

    private void map() {
        Set<String> paths = new TreeSet<>();
        touched.keySet().stream()
                .filter(path -> configuration.choose(path).configuration())
                .forEach(paths::add);
        environments = EnvironmentMap.of(paths, parts, policy.environments());
        layers = Layers.of(environments, policy.layers(), new Moment(Map.of(), commits.size()));
        known.clear();
    }

    /** Documents that name an environment are known from the commit on that brings the first of them. */
    private void lookUntil(int number) {
        boolean more = false;
        for (; looked <= number; looked++) {
            for (Map.Entry<String, String> each : commits.get(looked).blobs().entrySet()) {
                Optional<Document> document = document(new Version(looked, each.getKey(), each.getValue()));
                if (document.isPresent() && document.get().parts().size() > 1) {
                    List<KeyPath.Segment> ids =
                            document.get().parts().stream().map(Part::id).toList();
                    more |= parts.computeIfAbsent(each.getKey(), path -> new LinkedHashSet<>())
                                    .addAll(ids)
                            && EnvironmentMap.tellEnvironments(ids);
                }
            }
        }
        if (more) {
            map();
        }
    }

    private Placement placement(Change change) {
        KeyPath key = change.after().or(change::before).orElseThrow().key();
        Placement now = environments.of(change.path(), change.part().id(), key);
        Placement old = environments.of(oldPath(change), change.part().id(), key);
        boolean later =
                old.environment() != null && environments.pipeline(old).distance(old.environment()) < distance(now);
        return layers.place(later ? old : now);
    }

    private int distance(Placement placement) {
        Environment environment = placement.environment();
        return environment == null
                ? Integer.MAX_VALUE
                : environments.pipeline(placement).distance(environment);
    }

    private static String oldPath(Change change) {
        if (change instanceof Change.Removed removed) {
            return removed.oldPath();
        }
        if (change instanceof Change.Modified modified) {
            return modified.oldPath();
        }
        return change instanceof Change.Moved moved ? moved.oldPath() : change.path();
    }

    // What was there.

    /** Every version of a file before a commit, newest first, under the names that it had. */
    private List<Version> versions(String path, int before) {
        List<Version> versions = new ArrayList<>();
        List<Version> own = touched.getOrDefault(path, List.of());
        for (int i = own.size() - 1; i >= 0; i--) {
            Version version = own.get(i);
            if (version.number() < before) {
                versions.add(version);
                String origin = commits.get(version.number()).renames().get(path);
                if (origin != null && version.isThere()) {
                    versions.addAll(versions(origin, version.number()));
                    return versions;
                }
            }
        }
        return versions;
    }

    /** The files as they are just before a commit. */
    private final class Moment implements State {
        private final Map<String, String> oldPaths;
        private final int before;

        Moment(Map<String, String> oldPaths, int before) {
            this.oldPaths = oldPaths;
            this.before = before;
        }

        private Optional<Version> version(String path) {
            return versions(oldPaths.getOrDefault(path, path), before).stream()
                    .findFirst()
                    .filter(Version::isThere);
        }

        @Override
        public boolean has(String path) {
            return version(path).isPresent();
        }

        @Override
        public Optional<Document> document(String path) {
            return version(path).flatMap(HistoryOracle.this::document);
        }

        @Override
        public boolean lacks(String path, String word) {
            return version(path)
                    .filter(version -> HistoryOracle.this.lacks(version, word))
                    .isPresent();
        }
    }

    /** The layers of a stack that are there before a commit, and its top: what no longer is adds nothing to what was. */
    private Set<String> standing(Stack stack, int number) {
        Moment before = new Moment(commits.get(number).renames(), number);
        List<String> paths = stack.paths();
        return paths.stream()
                .filter(path -> path.equals(paths.get(paths.size() - 1)) || before.has(path))
                .collect(Collectors.toSet());
    }

    /**
     * What an environment got for a key from files of a stack, newest first, before a commit that renames files.
     *
     * @param layers those of the stack's files that count
     */
    private List<Interval> intervals(Stack stack, Set<String> layers, Wanted wanted, int before) {
        Map<String, String> oldPaths =
                before < commits.size() ? commits.get(before).renames() : Map.of();
        if (stack.paths().stream().anyMatch(path -> renamed.contains(path) || oldPaths.containsKey(path))) {
            return intervals(stack, layers, wanted, before, oldPaths);
        }
        return known
                .computeIfAbsent(
                        List.of(stack, layers, wanted.part(), wanted.key()),
                        key -> intervals(stack, layers, wanted, commits.size(), Map.of()))
                .stream()
                .filter(interval -> interval.from() < before)
                .toList();
    }

    private List<Interval> intervals(
            Stack stack, Set<String> layers, Wanted wanted, int before, Map<String, String> oldPaths) {
        Map<String, List<Version>> versions = new HashMap<>();
        TreeSet<Integer> moments = new TreeSet<>(Comparator.reverseOrder());
        for (String path : layers) {
            List<Version> own = versions(oldPaths.getOrDefault(path, path), before);
            versions.put(path, own);
            own.forEach(version -> moments.add(version.number()));
        }
        List<Interval> intervals = new ArrayList<>();
        for (int moment : moments) {
            Map<String, Version> files = new HashMap<>();
            versions.forEach((path, all) -> all.stream()
                    .filter(version -> version.number() <= moment)
                    .findFirst()
                    .filter(Version::isThere)
                    .ifPresent(version -> files.put(path, version)));
            State state = new State() {
                @Override
                public boolean has(String path) {
                    return files.containsKey(path);
                }

                @Override
                public Optional<Document> document(String path) {
                    return Optional.ofNullable(files.get(path)).flatMap(HistoryOracle.this::document);
                }

                @Override
                public boolean lacks(String path, String word) {
                    Version version = files.get(path);
                    return version != null && HistoryOracle.this.lacks(version, word);
                }
            };
            intervals.add(new Interval(
                    moment, stack.find(state, wanted.part(), wanted.key()).map(Stack.Found::held)));
        }
        return intervals;
    }

    /** The same of one file alone. */
    private List<Interval> own(String path, Wanted wanted, int before) {
        return versions(path, before).stream()
                .map(version -> new Interval(
                        version.number(),
                        !version.isThere()
                                ? Optional.empty()
                                : document(version)
                                        .map(document -> Lookup.part(document, wanted.part())
                                                .flatMap(part -> Lookup.find(part, wanted.key())))
                                        .orElseGet(() -> unreadable(version, wanted.key()))))
                .toList();
    }

    /** Nobody knows what is there; or nothing is. */
    private Optional<Lookup.Held> unreadable(Version version, KeyPath key) {
        return words(key).stream().anyMatch(word -> lacks(version, word))
                ? Optional.empty()
                : Optional.of(new Lookup.Held(List.of(), false));
    }

    // The table.

    /** The promotions of a change of a commit, strictest first. */
    List<String> promotions(String sha, Facts facts) {
        int number = Objects.requireNonNull(numbers.get(sha));
        lookUntil(number);
        Change change = facts.change();
        Placement placement = placement(change);
        Environment environment =
                placement.environment() == null && facts.reaches().size() == 1
                        ? facts.reaches().get(0)
                        : placement.environment();
        if (change.isSpelling()) {
            return List.of("not-gated");
        }
        Pipeline pipeline = environments.pipeline(placement);
        if (environment == null) {
            boolean gated = facts.reaches().stream().anyMatch(each -> pipeline.of(each)
                    .filter(stage -> !stage.after().isEmpty())
                    .isPresent());
            return List.of(gated ? "shared" : "not-gated");
        }
        Optional<Pipeline.Stage> stage =
                pipeline.of(environment).filter(each -> !each.after().isEmpty());
        if (stage.isEmpty()) {
            return List.of("not-gated");
        }
        if (change.after().filter(leaf -> leaf.is(ScalarType.ENCRYPTED)).isPresent()) {
            return List.of("environment-specific");
        }
        if (change.isUnread()) {
            return List.of("no-counterpart");
        }
        return stage.get().after().stream()
                .map(from -> promotion(number, change, placement, stage.get(), from))
                .sorted(Comparator.comparingInt(HistoryOracle::weight))
                .toList();
    }

    /** Whether it was history that answered, and not where the change belongs. */
    static boolean isFromHistory(List<String> promotions) {
        return promotions.stream()
                .noneMatch(each ->
                        each.equals("not-gated") || each.equals("shared") || each.equals("environment-specific"));
    }

    private static int weight(String answer) {
        int place = STRICTEST_FIRST.indexOf(answer.split(" ")[0]);
        return place < 0 ? STRICTEST_FIRST.size() : place;
    }

    private String promotion(int number, Change change, Placement placement, Pipeline.Stage stage, String from) {
        Wanted wanted = wanted(number, change, placement);
        List<Counterpart> counterparts = counterparts(number, change, placement, from, wanted);
        String answer = counterparts.stream()
                .map(counterpart -> counterpart.answer(stage.soak()))
                .min(Comparator.comparingInt(HistoryOracle::rank))
                .orElse("no-counterpart");
        return answer.startsWith("promoted") ? answer : answer + restores(number, change, counterparts, stage.soak());
    }

    private static int rank(String answer) {
        return Promotion.Status.valueOf(answer.split(" ")[0].replace('-', '_').toUpperCase(Locale.ROOT))
                .ordinal();
    }

    /** The new value; of a removed key the value that takes its place, if any. */
    private Wanted wanted(int number, Change change, Placement placement) {
        Optional<Leaf> now = change.after();
        Leaf leaf = now.or(change::before).orElseThrow();
        KeyPath.Segment part = change.part().id();
        if (change instanceof Change.Removed && placement.environment() != null) {
            Optional<Lookup.Held> instead = layers.stack(placement)
                    .find(new Moment(Map.of(), number + 1), part, leaf.key())
                    .map(Stack.Found::held)
                    .filter(held -> !held.member() && held.leaves().size() == 1);
            if (instead.isPresent()) {
                Leaf fallback = instead.get().leaves().get(0);
                return new Wanted(part, fallback.key(), fallback, false);
            }
        }
        return new Wanted(part, leaf.key(), leaf, now.isEmpty());
    }

    private List<Counterpart> counterparts(int number, Change change, Placement placement, String from, Wanted wanted) {
        List<Placement> all = environments.counterparts(placement, from);
        List<Placement> there = there(number, all);
        List<String> paths = layers.stack(placement).paths();
        String top = paths.get(paths.size() - 1);
        if (there.isEmpty() && !top.equals(placement.path())) {
            there = there(number, environments.counterparts(environments.of(top), from));
        }
        String oldPath = commits.get(number).renames().getOrDefault(change.path(), change.path());
        if (there.isEmpty() && !oldPath.equals(change.path())) {
            KeyPath key = change.after().or(change::before).orElseThrow().key();
            Placement old = environments.of(oldPath, change.part().id(), key);
            if (Objects.equals(old.environment(), placement.environment())) {
                there = there(number, environments.counterparts(old, from));
            }
        }
        return (there.isEmpty() ? all : there)
                .stream()
                        .limit(MOST_COUNTERPARTS)
                        .map(each -> new Counterpart(number, change, each, wanted))
                        .toList();
    }

    private List<Placement> there(int number, List<Placement> counterparts) {
        Moment before = new Moment(commits.get(number).renames(), number);
        Moment after = new Moment(Map.of(), number + 1);
        return counterparts.stream()
                .filter(each -> before.has(each.path()) || after.has(each.path()))
                .toList();
    }

    /** What a document's environment gets; a document that is gone gets nothing from its layers. */
    private Stack stack(int number, Placement placement) {
        Placement alone = new Placement(placement.path(), null, null, List.of(), "", List.of(), "");
        return layers.stack(there(number, List.of(placement)).isEmpty() ? alone : placement);
    }

    /** A document of the environment before, asked for one key. */
    private final class Counterpart {
        private final int number;
        private final Stack stack;
        private final Wanted wanted;
        private final boolean typed;
        private final List<Interval> intervals;

        Counterpart(int number, Change change, Placement placement, Wanted asked) {
            this.number = number;
            this.stack = stack(number, placement);
            this.wanted = placement.part() == null
                    ? asked
                    : new Wanted(placement.part(), asked.key(), asked.leaf(), asked.removal());
            Format format = Formats.of(change.path());
            this.typed = format != null
                    && format.isTyped()
                    && stack.paths().stream().allMatch(path -> format == Formats.of(path));
            this.intervals = intervals(stack, standing(stack, number), wanted, number);
        }

        String answer(Duration required) {
            Instant at = commits.get(number).time();
            boolean had =
                    intervals.stream().anyMatch(interval -> interval.held().isPresent());
            Optional<Lookup.Held> before =
                    intervals.isEmpty() ? Optional.empty() : intervals.get(0).held();
            Optional<Lookup.Held> after = stack.find(new Moment(Map.of(), number + 1), wanted.part(), wanted.key())
                    .map(Stack.Found::held);
            Run run = run(intervals, wanted, typed);
            if (run != null && run.end() < 0) {
                Duration soak = soak(run.start(), at);
                String status = soak.compareTo(required) >= 0 ? "promoted" : "too-fresh";
                return status + " since " + commits.get(run.start()).sha() + " for " + soak;
            }
            if (fits(wanted, after, typed) && (!wanted.removal() || before.isPresent())) {
                return "same-commit";
            }
            if (run != null) {
                return "moved-on since " + commits.get(run.start()).sha()
                        + (text(run.before()).equals(text(run.after())) ? " went back" : "");
            }
            return had ? "skipped" : "no-counterpart";
        }

        /** Whether the value came in as promoted in an earlier commit. */
        boolean hadPromoted(int cameIn, Duration required) {
            List<Interval> then =
                    intervals.stream().filter(each -> each.from() < cameIn).toList();
            Run run = run(then, wanted, typed);
            return run != null
                    && run.end() < 0
                    && soak(run.start(), commits.get(cameIn).time()).compareTo(required) >= 0;
        }
    }

    private Duration soak(int since, Instant at) {
        Duration soak = Duration.between(time(since, at), at);
        return soak.isNegative() ? Duration.ZERO : soak;
    }

    /** A commit is no older than those that it builds on, but for those from the future. */
    private Instant time(int number, Instant now) {
        Instant latest = commits.get(number).time();
        for (int i = Math.max(0, number - CLOCKS_COMPARED + 1); i < number; i++) {
            Instant time = commits.get(i).time();
            latest = time.isAfter(latest) && !time.isAfter(now) ? time : latest;
        }
        return latest;
    }

    /**
     * The last stretch of commits in which a key was as wanted.
     *
     * @param newest the last version in it
     * @param end the commit that ended it; -1 when it goes on
     */
    private record Run(int start, int newest, int end, Optional<Lookup.Held> before, Optional<Lookup.Held> after) {}

    private static @Nullable Run run(List<Interval> intervals, Wanted wanted, boolean typed) {
        int newest = 0;
        while (newest < intervals.size() && !fits(wanted, intervals.get(newest).held(), typed)) {
            newest++;
        }
        int start = newest;
        while (start < intervals.size() && fits(wanted, intervals.get(start).held(), typed)) {
            start++;
        }
        // A key that has not come yet was not removed.
        if (newest == intervals.size() || (wanted.removal() && start == intervals.size())) {
            return null;
        }
        Interval end = newest == 0 ? null : intervals.get(newest - 1);
        return new Run(
                intervals.get(start - 1).from(),
                intervals.get(newest).from(),
                end == null ? -1 : end.from(),
                start == intervals.size()
                        ? Optional.empty()
                        : intervals.get(start).held(),
                end == null ? Optional.empty() : end.held());
    }

    private static boolean fits(Wanted wanted, Optional<Lookup.Held> held, boolean typed) {
        List<Leaf> leaves = held.map(Lookup.Held::leaves).orElse(List.of());
        boolean same = leaves.stream().anyMatch(leaf -> isSame(wanted.leaf(), leaf, typed));
        return wanted.removal() ? held.isEmpty() || (held.get().member() && !same) : same;
    }

    private static boolean isSame(Leaf one, Leaf other, boolean typed) {
        boolean texts = one.value() instanceof Node.Scalar && other.value() instanceof Node.Scalar;
        return one.sameValue(other)
                || Spelling.isOther(one, other)
                || (!typed && texts && one.text().equals(other.text()));
    }

    private static List<String> text(Optional<Lookup.Held> held) {
        return Stream.concat(
                        Stream.of(held.isPresent() ? "there" : "not there"),
                        held.map(Lookup.Held::leaves).orElse(List.of()).stream().map(Leaf::text))
                .toList();
    }

    /** Whether this environment ran on the value until at most 30 days ago, for a day or after it was promoted. */
    private String restores(int number, Change change, List<Counterpart> counterparts, Duration required) {
        Leaf leaf = change.after().or(change::before).orElseThrow();
        Wanted wanted =
                new Wanted(change.part().id(), leaf.key(), leaf, change.after().isEmpty());
        String path = commits.get(number).renames().getOrDefault(change.path(), change.path());
        Run run = run(own(path, wanted, number), wanted, true);
        Instant at = commits.get(number).time();
        if (run == null || run.end() < 0) {
            return "";
        }
        Instant ended = commits.get(run.end()).time();
        if (ended.isBefore(at.minus(Duration.ofDays(30)))) {
            return "";
        }
        Instant heldUntil = ended.isAfter(at) ? at : ended;
        boolean proven = Duration.between(time(run.start(), at), heldUntil).compareTo(Duration.ofHours(24)) >= 0
                || counterparts.stream().anyMatch(each -> each.hadPromoted(run.start(), required));
        return proven ? " restores " + commits.get(run.newest()).sha() : "";
    }

    /** What the code that is tested says, in the words of this class. */
    static List<String> words(List<Promotion> promotions) {
        return promotions.stream().map(HistoryOracle::words).toList();
    }

    private static String words(Promotion promotion) {
        StringBuilder words = new StringBuilder(promotion.status().id());
        if (promotion.commit() != null) {
            words.append(" since ").append(promotion.commit().sha());
        }
        if (promotion.soak() != null) {
            words.append(" for ").append(promotion.soak());
        }
        words.append(promotion.wentBack() ? " went back" : "");
        if (promotion.restores() != null) {
            words.append(" restores ").append(promotion.restores().sha());
        }
        return words.toString();
    }
}
