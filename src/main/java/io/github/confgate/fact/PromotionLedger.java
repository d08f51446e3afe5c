package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.document.Format;
import io.github.confgate.document.Formats;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.CommitInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers, per key, whether the environment before held a value before it enters this one. Reads the histories of the
 * counterparts that the changed keys need, in one walk, and no further back than the answer is.
 *
 * <p>Past 300 lines, with the two records that its questions and candidates are; what judges one is in a file of its own.
 */
public final class PromotionLedger {

    private static final int MOST_COUNTERPARTS = 4;

    private final Evidence evidence;
    private final @Nullable Past known;
    private final Map<String, Optional<Format>> formats = new HashMap<>();

    /** Answers by walking back through history. */
    public PromotionLedger(Evidence evidence) {
        this(evidence, null);
    }

    /** Answers from what was recorded while history was read from its beginning. */
    public PromotionLedger(Evidence evidence, @Nullable Chronicle chronicle) {
        this.evidence = evidence;
        this.known = chronicle;
    }

    /**
     * A change and where it belongs.
     *
     * @param environment that it enters; null for a layer of several and for a file of none
     */
    public record Subject(
            Change change, Placement placement, @Nullable Environment environment, List<Environment> reaches) {
        public Subject {
            reaches = List.copyOf(reaches);
        }
    }

    /** A question that history answers: one change against one environment before. */
    private record Question(
            Subject subject, Pipeline.Stage stage, Environment from, List<Candidate> candidates, KeyTimeline own) {}

    /**
     * A counterpart and what its history says.
     *
     * @param deployed what the deployments say; null where what is merged counts
     */
    record Candidate(
            Placement placement,
            Site site,
            Stack stack,
            KeyTimeline timeline,
            @Nullable KeyTimeline deployed,
            boolean typed) {

        /** The timeline that proves. */
        KeyTimeline proof() {
            return deployed == null ? timeline : deployed;
        }
    }

    /** The promotions of each subject, in their order: one for each environment before, at least one. */
    public List<List<Promotion>> promotions(List<Subject> subjects) {
        List<List<Promotion>> answers = new ArrayList<>();
        Map<Integer, List<Question>> questions = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            List<Question> asked = new ArrayList<>();
            answers.add(planned(subject, asked));
            if (!asked.isEmpty()) {
                questions.put(answers.size() - 1, asked);
            }
        }
        if (questions.isEmpty()) {
            return answers;
        }
        List<Question> all = questions.values().stream().flatMap(List::stream).toList();
        Histories histories = new Histories(evidence.here(), known, paths(all));
        PromotionJudgement judgement = new PromotionJudgement(evidence);
        for (Question question : all) {
            question.candidates().stream().filter(judgement::isBrought).forEach(each -> each.timeline()
                    .askOnlyOfTip());
            question.candidates().forEach(histories::add);
        }
        histories.walk();
        IdentityHashMap<Question, Promotion> unexcused = new IdentityHashMap<>();
        Map<String, List<KeyTimeline>> own = new LinkedHashMap<>();
        for (Question question : all) {
            Promotion promotion =
                    judgement.judge(question.subject(), question.stage(), question.from(), question.candidates());
            unexcused.put(question, promotion);
            if (promotion.status() != Promotion.Status.PROMOTED) {
                own.computeIfAbsent(basePath(question.subject().change().path()), path -> new ArrayList<>())
                        .add(question.own());
            }
        }
        own.forEach((path, timelines) -> histories.own().tellFile(path, Past.ALL, false, timelines));
        Repairs repairs = new Repairs(evidence, histories);
        questions.forEach((index, asked) -> {
            List<Promotion> judged = new ArrayList<>();
            for (Question question : asked) {
                judged.add(repairs.excuse(
                        unexcused.getOrDefault(question, Promotion.of(Promotion.Status.NOT_GATED, null)),
                        question.subject(),
                        question.own(),
                        question.candidates()));
            }
            judged.sort(Comparator.comparingInt(promotion -> promotion.status().weight()));
            answers.set(index, judged);
        });
        return answers;
    }

    /**
     * For each subject, the commit in which its file last held the value when the change takes a mistake back, whatever
     * became of its promotion; null where it does not.
     */
    public List<@Nullable CommitInfo> repaired(List<Subject> subjects) {
        List<Question> asked = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Question> own = new ArrayList<>();
            planned(subject, own);
            KeyTimeline timeline = Repairs.own(subject.change(), evidence.at());
            Environment environment = subject.environment();
            asked.add(
                    own.isEmpty()
                            ? new Question(
                                    subject,
                                    new Pipeline.Stage("", List.of(), Duration.ZERO),
                                    environment == null ? Environment.of("") : environment,
                                    List.of(),
                                    timeline)
                            : own.get(0));
        }
        Histories histories = new Histories(evidence.here(), known, paths(asked));
        asked.forEach(question -> question.candidates().forEach(histories::add));
        Map<String, List<KeyTimeline>> own = new LinkedHashMap<>();
        asked.forEach(question -> own.computeIfAbsent(
                        basePath(question.subject().change().path()), path -> new ArrayList<>())
                .add(question.own()));
        own.forEach((path, timelines) -> histories.own().tellFile(path, Past.ALL, false, timelines));
        Repairs repairs = new Repairs(evidence, histories);
        List<@Nullable CommitInfo> repaired = new ArrayList<>();
        for (Question question : asked) {
            repaired.add(
                    question.subject().change().isUnread()
                            ? null
                            : repairs.restores(
                                    question.own(),
                                    question.candidates(),
                                    question.stage().soak()));
        }
        return repaired;
    }

    private List<Promotion> planned(Subject subject, List<Question> asked) {
        if (subject.change().isSpelling()) {
            return List.of(Promotion.of(Promotion.Status.NOT_GATED, null));
        }
        Environment environment = subject.environment();
        if (environment == null) {
            return List.of(shared(subject));
        }
        Pipeline pipeline = evidence.environments().pipeline(subject.placement());
        Optional<Pipeline.Stage> stage = pipeline.of(environment);
        if (stage.isEmpty() || stage.get().after().isEmpty()) {
            return List.of(Promotion.of(Promotion.Status.NOT_GATED, null));
        }
        Environment first = Environment.declared(stage.get().after().get(0));
        if (evidence.environmentSpecific().test(subject.change().key()) || isEncrypted(subject.change())) {
            return List.of(Promotion.of(Promotion.Status.ENVIRONMENT_SPECIFIC, first));
        }
        // There is no value that the environment before could have held.
        if (subject.change().isUnread()) {
            return List.of(Promotion.of(Promotion.Status.NO_COUNTERPART, first));
        }
        for (String from : stage.get().after()) {
            asked.add(question(subject, stage.get(), Environment.declared(from)));
        }
        return List.of();
    }

    /** Ciphertext is another one in each file, also of the same value. */
    private static boolean isEncrypted(Change change) {
        return change.after().filter(leaf -> leaf.is(ScalarType.ENCRYPTED)).isPresent();
    }

    /** A layer that only environments take to which nothing comes before is not gated. */
    private Promotion shared(Subject subject) {
        Pipeline pipeline = evidence.environments().pipeline(subject.placement());
        return subject.reaches().stream().anyMatch(reached -> isGated(subject.placement(), reached))
                ? Promotion.of(
                        Promotion.Status.SHARED,
                        subject.reaches().stream()
                                .max(Comparator.comparingInt(pipeline::distance))
                                .orElseThrow())
                : Promotion.of(Promotion.Status.NOT_GATED, null);
    }

    private boolean isGated(Placement placement, Environment environment) {
        return evidence.environments()
                .pipeline(placement)
                .of(environment)
                .filter(stage -> !stage.after().isEmpty())
                .isPresent();
    }

    private Question question(Subject subject, Pipeline.Stage stage, Environment from) {
        Wanted wanted = fallback(subject)
                .orElseGet(() -> Wanted.of(subject.change(), mapped(subject.change(), stage.name(), from.name())));
        Site site = evidence.sites().of(from);
        List<Candidate> candidates = counterparts(subject, from, site).stream()
                .limit(MOST_COUNTERPARTS)
                .flatMap(placement -> candidates(subject, site, from, placement, wanted))
                .toList();
        KeyTimeline own = Repairs.own(subject.change(), evidence.at());
        return new Question(subject, stage, from, candidates, own);
    }

    private Stream<Candidate> candidates(
            Subject subject, Site site, Environment from, Placement placement, Wanted wanted) {
        Stack stack = stack(placement, site);
        boolean typed =
                stack.paths().stream().allMatch(path -> isTyped(subject.change().path(), path));
        Environment own = subject.placement().environment();
        Environment other = placement.environment() == null ? from : placement.environment();
        List<Wanted> asked =
                own == null ? List.of(wanted) : evidence.environments().exchanged(wanted, own, other);
        return asked.stream()
                .map(each -> each.inPart(part(placement, each)))
                .map(each -> new Candidate(
                        placement,
                        site,
                        stack,
                        new KeyTimeline(each, typed),
                        site.deployed() == null ? null : new KeyTimeline(each, typed),
                        typed));
    }

    /** Where the environment before has no such file, what goes over all its layers may still have the key. */
    private List<Placement> counterparts(Subject subject, Environment from, Site site) {
        Placement placement = subject.placement();
        if (site.apart()) {
            return apart(placement, from, site);
        }
        List<Placement> known = evidence.environments().counterparts(placement, from.name());
        List<Placement> own = there(known);
        List<String> paths = evidence.layers().stack(placement).paths();
        String top = paths.get(paths.size() - 1);
        if (own.isEmpty() && !top.equals(placement.path())) {
            own = there(
                    evidence.environments().counterparts(evidence.environments().of(top), from.name()));
        }
        if (own.isEmpty()) {
            own = there(counterpartsBefore(subject, from));
        }
        if (!own.isEmpty()) {
            return own;
        }
        return known.isEmpty() ? evidence.environments().formerCounterparts(placement, from.name()) : known;
    }

    /** Those of a file by the name that it had: no range gets rid of its counterparts by giving it another one. */
    private List<Placement> counterpartsBefore(Subject subject, Environment from) {
        Change change = subject.change();
        String oldPath = basePath(change.path());
        if (oldPath.equals(change.path())) {
            return List.of();
        }
        KeyPath key = change.after().or(change::before).orElseThrow().key();
        Placement old = evidence.environments().of(oldPath, change.part().id(), key);
        return Objects.equals(old.environment(), subject.placement().environment())
                ? evidence.environments().counterparts(old, from.name())
                : List.of();
    }

    private List<Placement> there(List<Placement> counterparts) {
        return counterparts.stream()
                .filter(this::isThere)
                .limit(MOST_COUNTERPARTS)
                .toList();
    }

    /** Whether a document is there, before the change or after it; where it is not, history may still know it. */
    private boolean isThere(Placement placement) {
        return evidence.base().file(placement.path()).isPresent()
                || evidence.head().file(placement.path()).isPresent();
    }

    /** A document that is gone gets nothing from its layers any more: what they say proves nothing. */
    private Stack stack(Placement placement, Site site) {
        return site.apart() || isThere(placement)
                ? site.layers().stack(placement)
                : new LayerStack(List.of(Layer.of(placement.path())), LayerStack.How.PLAIN);
    }

    /** In another branch or repository; where it has no such file now, history may still know one of that path. */
    private List<Placement> apart(Placement placement, Environment from, Site site) {
        List<Placement> found = site.environments().counterparts(placement, from.name());
        if (!found.isEmpty()) {
            return found;
        }
        Placement old = site.environments().of(basePath(placement.path()));
        return List.of(old.environment() != null ? old : site.environments().of(placement.path()));
    }

    /** What takes the place of a key that goes: the value of a layer below it. */
    private Optional<Wanted> fallback(Subject subject) {
        if (!(subject.change() instanceof Change.Removed removed)
                || subject.placement().environment() == null) {
            return Optional.empty();
        }
        Wanted gone = Wanted.of(removed, List.of());
        return evidence.layers()
                .stack(subject.placement())
                .find(State.of(evidence.head(), evidence.files()), gone.part(), gone.key())
                .filter(found -> !found.held().member() && found.held().leaves().size() == 1)
                .map(found -> new Wanted(gone.part(), found.held().leaves().get(0), false, List.of()));
    }

    /** A part that names an environment is looked for under the other environment's name. */
    private static KeyPath.Segment part(Placement counterpart, Wanted wanted) {
        return counterpart.part() != null ? counterpart.part() : wanted.part();
    }

    private List<String> mapped(Change change, String to, String from) {
        String text = change.after().map(leaf -> leaf.text()).orElse("");
        List<String> mapped = new ArrayList<>();
        for (Map<String, String> pair : evidence.mapped()) {
            String here =
                    pair.getOrDefault(to, pair.get(Environment.declared(to).stage()));
            String there =
                    pair.getOrDefault(from, pair.get(Environment.declared(from).stage()));
            if (here != null && there != null && !here.isEmpty() && text.contains(here)) {
                mapped.add(text.replace(here, there));
            }
        }
        return mapped.stream().distinct().toList();
    }

    private List<String> paths(List<Question> questions) {
        return questions.stream()
                .map(question -> basePath(question.subject().change().path()))
                .toList();
    }

    private String basePath(String path) {
        return evidence.here().basePath(path);
    }

    private boolean isTyped(String path, String other) {
        Optional<Format> format = format(path);
        return format.filter(Format::isTyped).isPresent() && format.equals(format(other));
    }

    /** Every change of a file asks. */
    private Optional<Format> format(String path) {
        return formats.computeIfAbsent(path, each -> Optional.ofNullable(Formats.of(each)));
    }
}
