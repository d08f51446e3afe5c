package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.DeploymentEvidence;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Evidence;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.Site;
import io.github.confgate.fact.State;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.History;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds where each environment is recorded: on the branch that is judged, or on the branch or in the repository that the
 * policy names, as it stands. Opens only what somebody asks for.
 */
final class EnvironmentSites implements Site.Finder {

    private final SourceReader reader;
    private final Policy policy;
    private final @Nullable DeclaredEnvironment ground;
    private final Instant at;
    private final Site here;
    private final @Nullable Map<Revision.Commit, Site> known;
    private final Map<Environment, Site> sites = new HashMap<>();

    EnvironmentSites(SourceReader reader, Policy policy, @Nullable DeclaredEnvironment ground, Instant at, Site here) {
        this(reader, policy, ground, at, here, null);
    }

    /**
     * @param known other branches and repositories as they were seen before, by their tips, where each is taken as it
     *     stood at {@code at}; null where they are taken as they stand now
     */
    EnvironmentSites(
            SourceReader reader,
            Policy policy,
            @Nullable DeclaredEnvironment ground,
            Instant at,
            Site here,
            @Nullable Map<Revision.Commit, Site> known) {
        this.known = known;
        this.reader = reader;
        this.policy = policy;
        this.ground = ground;
        this.at = at;
        this.here = here;
    }

    @Override
    public Site of(Environment environment) {
        return sites.computeIfAbsent(environment, this::find);
    }

    private Site find(Environment environment) {
        Optional<DeclaredEnvironment> elsewhere = policy.environments().stream()
                .filter(each -> each.isApart() && !Objects.equals(each, ground))
                .filter(each -> each.name().equals(environment.name()))
                .findFirst();
        return elsewhere.isPresent() ? apart(elsewhere.get()) : withDeployments(here, reader, environment);
    }

    private Site apart(DeclaredEnvironment environment) {
        SourceReader other = environment.repository() == null ? reader : reader.neighbour(environment.repository());
        Revision.Commit tip = tip(other, environment);
        if (known == null) {
            return withDeployments(apart(environment, other, tip), other, environment.environment());
        }
        Revision.Commit then = other.names().asOf(tip, at).orElse(null);
        Site site = then == null ? empty(environment) : known.get(then);
        if (site == null && then != null) {
            site = apart(environment, other, then);
            known.put(then, site);
        }
        return withDeployments(Objects.requireNonNull(site), other, environment.environment());
    }

    /** A branch before its first commit. */
    private Site empty(DeclaredEnvironment environment) {
        Evidence.Finder nothing = path -> Optional.empty();
        EnvironmentMap map = EnvironmentMap.of(List.of(), Map.of(), Map.of(), policy.environments(), environment);
        Layers layers = Layers.of(map, policy.layers(), State.empty());
        return new Site(new NoHistory(), null, nothing, nothing, Map.of(), here.files(), map, layers, true);
    }

    private Site apart(DeclaredEnvironment environment, SourceReader other, Revision.Commit tip) {
        ConfigurationFiles configuration = ConfigurationFiles.with(policy.documents(), policy.environmentPaths());
        Map<String, SourceFile> files = new TreeMap<>();
        other.files(tip, path -> configuration.choose(path).configuration())
                .forEach(file -> files.put(file.path(), file));
        FileStore store = new FileStore(other, configuration, policy.limits());
        Evidence.Finder finder = path -> Optional.ofNullable(files.get(path));
        EnvironmentMap map = EnvironmentMap.of(files.keySet(), Map.of(), Map.of(), policy.environments(), environment);
        Layers layers = Layers.of(map, policy.layers(), State.of(finder, store));
        return new Site(other.history(tip), null, finder, finder, Map.of(), store, map, layers, true);
    }

    private static Revision.Commit tip(SourceReader reader, DeclaredEnvironment environment) {
        String branch = environment.branch();
        if (branch == null) {
            return reader.names().defaultBranch();
        }
        boolean isHere = environment.repository() == null;
        return reader.names()
                .branch(branch)
                .orElseThrow(() -> new CannotJudgeException(
                        "the branch " + branch + " of environment " + environment.name() + " is not in "
                                + (isHere ? "this clone" : environment.repository()) + ": run `git fetch origin "
                                + branch + ":refs/remotes/origin/" + branch + "`" + (isHere ? "" : " there")
                                + ", and try again"));
    }

    private Site withDeployments(Site site, SourceReader where, Environment environment) {
        DeploymentEvidence evidence = policy.evidence();
        if (evidence == null) {
            return site;
        }
        if (evidence instanceof DeploymentEvidence.Notes notes
                && where.names().notes(notes.ref()).isEmpty()) {
            throw new CannotJudgeException("the policy takes deployments from " + notes.ref()
                    + ", which this clone does not have: run `git fetch origin " + notes.ref() + ":" + notes.ref()
                    + "`, and try again");
        }
        History deployed = new DeployedHistory(where, evidence.until(at, environment, where.names()));
        return new Site(
                site.history(),
                deployed,
                site.base(),
                site.head(),
                site.oldPaths(),
                site.files(),
                site.environments(),
                site.layers(),
                site.apart());
    }
}
