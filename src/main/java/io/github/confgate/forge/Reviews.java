package io.github.confgate.forge;

import io.github.confgate.forge.Target.Labelled;
import io.github.confgate.forge.Target.PullRequest;
import io.github.confgate.verdict.ApprovalSource;
import io.github.confgate.verdict.Approvals;
import io.github.confgate.verdict.Approvals.Approval;
import io.github.confgate.verdict.Waivers.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reviews and labels of a pull request accept: each accepts what the change asks for, all of it.
 *
 * <p>A review counts when the policy names who gave it, it is that person's last word and approves, and it was given on
 * the head commit. A label counts when it was put on after the head commit had come, which is known only where this very
 * event put it on, or it was put on after this event. Neither counts when given by the author of the pull request, or by
 * an author or committer of one of its commits.
 */
public final class Reviews implements ApprovalSource {

    /** What reviews and labels may accept. */
    private static final List<String> ACCEPTED = List.of("gate-weakened", "waiver-requested");

    private final @Nullable Api api;
    private final String repository;
    private final Target target;

    /**
     * Of the pull request of a target.
     *
     * @param api null when there is no token
     * @param repository {@code owner/name}
     */
    public Reviews(@Nullable Api api, String repository, Target target) {
        this.api = api;
        this.repository = repository;
        this.target = target;
    }

    @Override
    public Answer ask(Review review, String head) {
        PullRequest pull = target.pull();
        if (review.isNone()) {
            return new Answer(Approvals.none(), List.of());
        }
        String what = "whether a review or a label accepts what this change asks for ";
        if (pull == null) {
            return new Answer(Approvals.none(), List.of(what + "was not asked: this run is for no pull request"));
        }
        if (api == null) {
            return new Answer(Approvals.none(), List.of(what + "was not asked: there is no `token`"));
        }
        if (!head.equals(target.head())) {
            return new Answer(
                    Approvals.none(), List.of(what + "was not asked: `head` is not the one of the pull request"));
        }
        Asked asked = new Asked(api, pull, review, head);
        try {
            asked.ask();
        } catch (Api.Silent e) {
            asked.unknown.add(what + "could not be asked: " + e.getMessage());
        }
        return new Answer(new Approvals(asked.found), asked.unknown);
    }

    /** One round of questions. */
    private final class Asked {
        private final Api api;
        private final PullRequest pull;
        private final Review review;
        private final String head;
        private final String path;
        private final List<Approval> found = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private final Map<String, Boolean> named = new LinkedHashMap<>();

        Asked(Api api, PullRequest pull, Review review, String head) {
            this.api = api;
            this.pull = pull;
            this.review = review;
            this.head = head;
            this.path = "/repos/" + repository + "/pulls/" + pull.number();
        }

        void ask() throws Api.Silent {
            String on = pull.head();
            Set<String> involved = new HashSet<>();
            involved.add(pull.author());
            if (on.isEmpty() || pull.author().isEmpty()) {
                Api.Reply reply = api.get(path);
                on = reply.body().text("head", "sha");
                involved.add(reply.body().text("user", "login"));
                if (!reply.ok() || on.isEmpty()) {
                    throw new Api.Silent("GitHub answers " + reply.status());
                }
            }
            List<Payload> commits = new ArrayList<>(api.all(path + "/commits"));
            String last = on;
            if (commits.stream().noneMatch(commit -> commit.text("sha").equals(last))) {
                Api.Reply commit = api.get("/repos/" + repository + "/commits/" + last);
                if (!commit.ok()) {
                    throw new Api.Silent("GitHub answers " + commit.status());
                }
                commits.add(commit.body());
            }
            for (Payload commit : commits) {
                involved.add(commit.text("author", "login"));
                involved.add(commit.text("committer", "login"));
            }
            Set<String> out = new HashSet<>();
            involved.forEach(login -> out.add(login.toLowerCase(Locale.ROOT)));
            if (!review.by().isEmpty()) {
                reviews(on, out);
            }
            if (!review.label().isEmpty()) {
                label(out);
            }
        }

        private void reviews(String on, Set<String> involved) throws Api.Silent {
            Map<String, Payload> words = new LinkedHashMap<>();
            for (Payload each : api.all(path + "/reviews")) {
                String state = each.text("state").toUpperCase(Locale.ROOT);
                if (state.equals("APPROVED") || state.equals("CHANGES_REQUESTED") || state.equals("DISMISSED")) {
                    words.put(each.text("user", "login"), each);
                }
            }
            for (Map.Entry<String, Payload> word : words.entrySet()) {
                Payload each = word.getValue();
                boolean approves = each.text("state").equalsIgnoreCase("APPROVED")
                        && each.text("commit_id").equals(on);
                Optional<Instant> when = each.instant("submitted_at");
                if (approves && when.isPresent() && mayAccept(word.getKey(), involved)) {
                    accept(word.getKey(), when.get());
                }
            }
        }

        /** Whoever gave an event of a label gave it: of the last one that is still on. */
        private void label(Set<String> involved) throws Api.Silent {
            Payload last = null;
            for (Payload each : api.all("/repos/" + repository + "/issues/" + pull.number() + "/events")) {
                boolean about = each.text("label", "name").equals(review.label());
                if (about && each.text("event").equals("labeled")) {
                    last = each;
                } else if (about && each.text("event").equals("unlabeled")) {
                    last = null;
                }
            }
            if (last == null) {
                return;
            }
            String by = last.text("actor", "login");
            Instant when = last.instant("created_at").orElse(Instant.MIN);
            boolean justNow = pull.labelled()
                    .filter(new Labelled(review.label(), by)::equals)
                    .isPresent();
            boolean since = pull.seen().filter(when::isAfter).isPresent();
            boolean person =
                    last.text("actor", "type").equals("User") || review.by().contains(lower(by));
            if (!justNow && !since) {
                unknown.add(
                        "the label `" + review.label() + "` was put on before this event, perhaps on another commit:"
                                + " take it off and put it on again");
            } else if (person && !involved.contains(lower(by)) && (review.by().isEmpty() || mayAccept(by, involved))) {
                accept(by, when);
            }
        }

        private void accept(String by, Instant when) {
            ACCEPTED.forEach(rule -> found.add(new Approval(rule, by, when, head)));
        }

        private boolean mayAccept(String login, Set<String> involved) throws Api.Silent {
            if (login.isEmpty() || involved.contains(lower(login))) {
                return false;
            }
            if (review.by().contains(lower(login))) {
                return true;
            }
            for (String team :
                    review.by().stream().filter(each -> each.contains("/")).toList()) {
                if (isMember(team, login)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isMember(String team, String login) throws Api.Silent {
            Boolean known = named.get(team + " " + login);
            if (known != null) {
                return known;
            }
            int slash = team.indexOf('/');
            String teamPath = "/orgs/" + team.substring(0, slash) + "/teams/" + team.substring(slash + 1);
            Api.Reply reply = api.get(teamPath + "/memberships/" + login);
            boolean member = reply.ok() && reply.body().text("state").equals("active");
            if (!reply.ok() && !api.get(teamPath).ok()) {
                unknown.add("whether `" + login + "` is of the team `" + team
                        + "` could not be asked: that takes a `token` that may read the organisation's members");
            }
            named.put(team + " " + login, member);
            return member;
        }
    }

    private static String lower(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
