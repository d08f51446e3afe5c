package io.github.confgate.forge;

import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The event that started a run, as GitHub writes it to {@code GITHUB_EVENT_PATH}. Of the change itself nothing is run:
 * of {@code pull_request_target}, too, the head is only read.
 */
public final class Event {

    private static final int MOST_BYTES = 26 * 1024 * 1024;
    private static final String HEADS = "refs/heads/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern NOTHING = Pattern.compile("0{40}");
    /** GitHub's own name for the branch of an entry of a merge queue. */
    private static final Pattern QUEUED = Pattern.compile(HEADS + "gh-readonly-queue/.+/pr-(\\d{1,18})-[0-9a-f]{40}");

    private final Map<String, String> environment;
    private final String name;
    private final Payload payload;

    private Event(Map<String, String> environment, Payload payload) {
        this.environment = environment;
        this.name = environment.getOrDefault("GITHUB_EVENT_NAME", "");
        this.payload = payload;
    }

    /**
     * Reads the event of this run.
     *
     * @throws UsageException when there is none
     */
    public static Event read(Map<String, String> environment) {
        String path = environment.getOrDefault("GITHUB_EVENT_PATH", "");
        if (path.isEmpty()) {
            throw new UsageException("GITHUB_EVENT_PATH is not set: this command is for a run of GitHub Actions");
        }
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return new Event(
                    environment,
                    Payload.parse(in.readNBytes(MOST_BYTES))
                            .orElseThrow(() -> new UsageException("the event at " + path + " is no JSON")));
        } catch (IOException e) {
            throw new UsageException("the event at " + path + " cannot be read");
        }
    }

    /**
     * What is to be judged.
     *
     * @throws UsageException when the event does not tell; the message says what to give
     */
    public Target target() {
        return switch (name) {
            case "pull_request", "pull_request_target" -> ofPullRequest();
            case "merge_group" -> ofMergeGroup();
            case "push" -> ofPush();
            case "workflow_dispatch" -> ofHand();
            default ->
                throw new UsageException(
                        "the event `" + name + "` does not tell what has changed: give `base` and `head`");
        };
    }

    /** The same; empty when the event does not tell. */
    public Optional<Target> ifTold() {
        try {
            return Optional.of(target());
        } catch (UsageException e) {
            return Optional.empty();
        }
    }

    /** What this run is about where the caller has named the change: the commit that the workflow runs on. */
    public String head() {
        return payload.text("pull_request", "head", "sha").isEmpty()
                ? environment.getOrDefault("GITHUB_SHA", "")
                : payload.text("pull_request", "head", "sha");
    }

    private Target ofPullRequest() {
        Payload pull = payload.at("pull_request");
        String head = id(pull.text("head", "sha"), "the head of the pull request");
        Optional<Target.Labelled> labelled = payload.text("action").equals("labeled")
                ? Optional.of(new Target.Labelled(payload.text("label", "name"), payload.text("sender", "login")))
                : Optional.empty();
        return new Target(
                pull.text("base", "ref"),
                id(pull.text("base", "sha"), "the base of the pull request"),
                head,
                false,
                new Target.PullRequest(
                        pull.number("number"),
                        head,
                        pull.text("user", "login"),
                        pull.instant("updated_at"),
                        labelled,
                        true));
    }

    private Target ofMergeGroup() {
        Payload group = payload.at("merge_group");
        Matcher queued = QUEUED.matcher(group.text("head_ref"));
        return new Target(
                branch(group.text("base_ref")),
                id(group.text("base_sha"), "the base of the merge group"),
                id(group.text("head_sha"), "the head of the merge group"),
                false,
                queued.matches()
                        ? new Target.PullRequest(
                                Long.parseLong(queued.group(1)), "", "", Optional.empty(), Optional.empty(), false)
                        : null);
    }

    private Target ofPush() {
        String ref = payload.text("ref");
        String after = payload.text("after");
        if (payload.isTrue("deleted") || NOTHING.matcher(after).matches()) {
            throw new UsageException(
                    "the push deletes " + ref + ", so there is nothing to judge: let the job not run then");
        }
        id(after, "the commit that was pushed");
        String before = payload.text("before");
        if (ref.startsWith(HEADS)
                && ID.matcher(before).matches()
                && !NOTHING.matcher(before).matches()) {
            return new Target(branch(ref), before, after, true, null);
        }
        String usual = usualBranch();
        if (ref.equals(HEADS + usual)) {
            throw new UsageException("this push is the first of `" + usual
                    + "`, so there is nothing that it could be compared with: give `base`");
        }
        return new Target(usual, "", after, false, null);
    }

    private Target ofHand() {
        String head = id(environment.getOrDefault("GITHUB_SHA", ""), "the commit of this run");
        String usual = usualBranch();
        return environment.getOrDefault("GITHUB_REF", "").equals(HEADS + usual)
                ? new Target(usual, head + "^", head, true, null)
                : new Target(usual, "", head, false, null);
    }

    private String usualBranch() {
        String branch = payload.text("repository", "default_branch");
        if (branch.isEmpty()) {
            throw new UsageException("the event does not name the default branch: give `base`");
        }
        return branch;
    }

    private static String branch(String ref) {
        return ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
    }

    private static String id(String text, String what) {
        if (!ID.matcher(text).matches()) {
            throw new UsageException("the event does not tell " + what + ": give `base` and `head`");
        }
        return text;
    }
}
