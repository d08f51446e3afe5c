package io.github.confgate.verdict;

import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleId;
import io.github.confgate.source.Region;
import io.github.confgate.verdict.Claim.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what was written into claims: whether each of them counts today under a policy. */
public final class ClaimReader {

    /** What nobody may waive from inside the change that is judged. */
    private static final Set<String> NOT_FROM_INSIDE =
            Set.of("secret-in-plain-text", "gate-weakened", "policy-invalid");

    private final Waivers settings;
    private final LocalDate today;
    private final Predicate<RuleId> isRule;

    public ClaimReader(Waivers settings, LocalDate today, Predicate<RuleId> isRule) {
        this.settings = settings;
        this.today = today;
        this.isRule = isRule;
    }

    /** The waivers of the policy itself; {@code path} is where it stands. */
    public List<Claim> ofPolicy(String path) {
        return settings.entries().stream().map(entry -> ofPolicy(entry, path)).toList();
    }

    /** One waiver of a policy; {@code path} is where it stands. */
    public Claim ofPolicy(PolicyWaiver entry, String path) {
        Waiver waiver = new Waiver(Waiver.Source.POLICY, entry.by(), entry.reason(), entry.ticket(), entry.expires());
        List<RuleId> rules = List.of(entry.rule());
        boolean ticket = settings.require().ticket() == null
                || settings.require().ticket().matchesAll(entry.ticket());
        String problem = problem(waiver, rules, ticket);
        List<PathGlob> globs = entry.paths().stream().map(PathGlob::of).toList();
        return new Claim(
                waiver,
                rules,
                facts -> covers(entry, globs, facts),
                path,
                entry.region(),
                entry.toString(),
                standing(waiver, problem, Standing.COUNTS),
                why(waiver, problem),
                false);
    }

    private static boolean covers(PolicyWaiver entry, List<PathGlob> globs, Facts facts) {
        boolean path = globs.isEmpty()
                || globs.stream().anyMatch(glob -> glob.matches(facts.change().path()));
        boolean key = entry.keys().isEmpty()
                || entry.keys().stream()
                        .anyMatch(glob -> glob.matches(facts.change().key()));
        return path && key && (entry.environment().isEmpty() || isIn(entry.environment(), facts));
    }

    /** A shared layer is accepted for an environment only when it reaches no other. */
    private static boolean isIn(String wanted, Facts facts) {
        Environment environment = facts.environment();
        return environment != null
                ? Named.means(wanted, environment)
                : !facts.reaches().isEmpty()
                        && facts.reaches().stream().allMatch(reached -> Named.means(wanted, reached));
    }

    /**
     * A comment of a file.
     *
     * @param scope the findings about the values that it stands at
     * @param atBase whether base has it at the same values; if not, the range brings it
     */
    public Claim ofComment(InlineComment comment, Claim.Scope scope, String path, boolean atBase) {
        String problem = comment.problem();
        if (problem.isEmpty() && settings.inline() == Waivers.Inline.OFF) {
            problem = "comments do not count here: the policy says `inline: off`";
        }
        boolean requested = !atBase && settings.inline() != Waivers.Inline.HEAD;
        return written(
                Waiver.Source.INLINE,
                comment.claim(),
                problem,
                "",
                scope,
                path,
                comment.region(),
                requested ? Standing.REQUESTED : Standing.COUNTS,
                !atBase);
    }

    /** A trailer of a commit by {@code by}; it stands nowhere in a file, so that the policy's switch stands for it. */
    public Claim ofTrailer(WrittenClaim written, String by, String path, Region region) {
        return written(Waiver.Source.TRAILER, written, "", by, facts -> true, path, region, Standing.COUNTS, true);
    }

    private Claim written(
            Waiver.Source source,
            WrittenClaim written,
            String already,
            String by,
            Claim.Scope scope,
            String path,
            Region region,
            Standing standing,
            boolean fresh) {
        List<RuleId> rules = new ArrayList<>();
        String problem = already;
        for (String id : written.rules()) {
            if (RuleId.isValid(id) && isRule.test(new RuleId(id))) {
                rules.add(new RuleId(id));
            } else if (problem.isEmpty()) {
                problem = "there is no rule `" + id + "`";
            }
        }
        if (problem.isEmpty() && written.rules().isEmpty()) {
            problem = "it names no rule";
        }
        for (RuleId rule : rules) {
            if (problem.isEmpty() && NOT_FROM_INSIDE.contains(rule.value())) {
                problem = "`" + rule + "` can be waived by the policy only";
            }
        }
        Waiver waiver = new Waiver(source, by, written.reason(), "", written.expires());
        boolean ticket = settings.require().ticket() == null
                || settings.require().ticket().matchesSomeOf(written.reason());
        String found = problem.isEmpty() ? problem(waiver, rules, ticket) : problem;
        return new Claim(
                waiver,
                rules,
                scope,
                path,
                region,
                written.text(),
                standing(waiver, found, standing),
                why(waiver, found),
                fresh);
    }

    private Standing standing(Waiver waiver, String problem, Standing otherwise) {
        if (!problem.isEmpty()) {
            return Standing.INVALID;
        }
        return isOver(waiver) ? Standing.EXPIRED : otherwise;
    }

    private String why(Waiver waiver, String problem) {
        return problem.isEmpty() && isOver(waiver) ? "its last day was " + waiver.expires() : problem;
    }

    private boolean isOver(Waiver waiver) {
        return waiver.expires() != null && waiver.expires().isBefore(today);
    }

    private String problem(Waiver waiver, List<RuleId> rules, boolean ticket) {
        return Stream.of(
                        rules.stream()
                                .filter(settings.never()::contains)
                                .findFirst()
                                .map(rule -> "the policy lets nobody waive `" + rule + "`")
                                .orElse(""),
                        settings.require().reason() && waiver.reason().isBlank() ? "it gives no reason" : "",
                        ticket
                                ? ""
                                : "it names no ticket of the form `"
                                        + settings.require().ticket() + "`",
                        tooLong(waiver.expires()))
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String tooLong(@Nullable LocalDate expires) {
        Integer most = settings.require().maxDays();
        if (most == null) {
            return "";
        }
        String wanted = "the policy wants it to end within " + most + " days";
        return expires == null
                ? "it has no last day; " + wanted
                : expires.isAfter(today.plusDays(most)) ? "its last day is " + expires + "; " + wanted : "";
    }
}
