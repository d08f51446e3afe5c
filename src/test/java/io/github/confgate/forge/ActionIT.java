package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.confgate.testing.StrictSchema;
import io.github.confgate.testing.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * Runs {@code action.yml} on the events of GitHub, with the packaged jar, in shallow checkouts, beside a false API. Past
 * 300 lines: every event is a case of its own on one server.
 */
class ActionIT extends ActionWorld {
    private static final String MARKER = "<!-- confgate -->";

    @Test
    void passesACleanPullRequestWithoutAComment() throws Exception {
        ActionFile.Result result = pullRequest("clean");

        assertEnds(result, 0, "pass");
        assertThat(result.outputs()).containsEntry("findings", "0").containsEntry("highest-severity", "none");
        assertThat(result.uses()).isEmpty();
        assertThat(result.summary()).startsWith(MARKER);
        String json = Files.readString(Path.of(result.outputs().get("report-json")));
        StrictSchema.check("check", json);
        // The evidence is that of the branch as it stands, which is newer than the event's base.
        assertThat(json).contains("\"base\": \"" + shop.id("main") + "\"").contains("\"head\": \"" + shop.id("clean"));
        assertThat(json).contains("\"status\": \"promoted\"");
        assertThat(Path.of(result.outputs().get("report-sarif"))).content().contains("\"2.1.0\"");
        assertThat(Path.of(result.outputs().get("report-markdown"))).hasContent(result.summary());
        api.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void blocksWithAnnotationsOneCommentAndReports() throws Exception {
        inputs.put("sarif-file", "confgate.sarif");
        ActionFile.Result result = pullRequest("blocked");

        assertEnds(result, 1, "block");
        assertThat(result.outputs()).containsEntry("highest-severity", "critical");
        assertThat(result.outputs().get("report-sarif")).isEqualTo(temporary.resolve("workspace/confgate.sarif") + "");
        assertThat(result.log()).contains("::error ").contains("file=config/application-production.yml");
        assertThat(result.log()).containsPattern("::stop-commands::(\\S+)\n[^:]*critical\\[promotion-skipped]");
        api.verify(
                1,
                postRequestedFor(urlPathEqualTo(COMMENTS))
                        .withHeader("Authorization", matching("Bearer t0ken"))
                        .withRequestBody(matching("(?s)\\{\"body\":\"" + MARKER + ".*promotion-skipped.*")));
        assertThat(result.log()).doesNotContain("t0ken");
    }

    @Test
    void passesWhatThePolicyAcceptsAndSaysSo() throws Exception {
        ActionFile.Result result = pullRequest("waived");

        assertEnds(result, 0, "pass");
        assertThat(Files.readString(Path.of(result.outputs().get("report-json"))))
                .contains("\"waived\"");
        api.verify(
                1, postRequestedFor(urlPathEqualTo(COMMENTS)).withRequestBody(matching("(?s).*the shop is small.*")));
    }

    @Test
    void bringsItsOwnOldCommentUpToDateAndNobodyElses() throws Exception {
        comments("""
                [{"id": 1, "user": {"login": "mallory", "type": "User"}, "body": "<!-- confgate -->\\nall is well"},
                 {"id": 2, "user": {"login": "github-actions[bot]", "type": "Bot"}, "body": "<!-- confgate -->\\nblocked"}]
                """);
        api.stubFor(patch(urlPathEqualTo("/repos/acme/shop/issues/comments/2")).willReturn(WireMock.okJson("{}")));

        assertEnds(pullRequest("clean"), 0, "pass");
        api.verify(1, patchRequestedFor(urlPathEqualTo("/repos/acme/shop/issues/comments/2")));
        api.verify(1, patchRequestedFor(anyUrl()));
        api.verify(0, postRequestedFor(anyUrl()));
    }

    /** The token of a fork's pull request may read only. */
    @Test
    void fallsBackToTheSummaryWhereItMayNotComment() throws Exception {
        api.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(status(403)));

        ActionFile.Result blocked = pullRequest("blocked");
        assertEnds(blocked, 1, "block");
        assertThat(blocked.log())
                .contains("::notice title=confgate::The comment could not be written (GitHub answers 403");
        assertThat(blocked.summary()).contains("promotion-skipped");

        api.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(status(403)));
        assertEnds(pullRequest("waived"), 0, "pass");
    }

    @Test
    void triesAgainWhereTheApiFailsAndLetsTheVerdictDecide() throws Exception {
        api.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(status(502)));

        ActionFile.Result result = pullRequest("blocked");
        assertEnds(result, 1, "block");
        assertThat(result.log()).contains("GitHub answers 502");
        api.verify(3, getRequestedFor(urlPathEqualTo(COMMENTS)));
    }

    @Test
    void waitsForNoSlowApi() throws Exception {
        environment.put("CONFGATE_API_SECONDS", "1");
        api.stubFor(get(urlPathEqualTo(COMMENTS))
                .willReturn(aResponse().withFixedDelay(60_000).withBody("[]")));

        long start = System.nanoTime();
        ActionFile.Result result = pullRequest("waived");
        assertEnds(result, 0, "pass");
        assertThat(result.log()).contains("GitHub does not answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(45));
    }

    /** The checkout is that of base; of the head, whoever opened it, nothing is run. */
    @Test
    void readsTheHeadOfAForkAsData() throws Exception {
        Path workspace = shop.checkout(temporary.resolve("workspace"), "main");
        Path hook = workspace.resolve(".git/hooks/post-checkout");
        Files.writeString(hook, "#!/bin/sh\ntouch '" + temporary + "/ran'\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        for (String name : new String[] {"reference-transaction", "post-merge"}) {
            Files.copy(hook, hook.resolveSibling(name), StandardCopyOption.COPY_ATTRIBUTES);
        }

        assertEnds(run("pull_request_target", pull("blocked", "mallory", "opened"), "main"), 1, "block");
        assertThat(temporary.resolve("ran")).doesNotExist();
        assertThat(TestRepository.at(workspace).git("rev-parse", "HEAD")).isEqualTo(shop.id("main"));
        api.verify(1, postRequestedFor(urlPathEqualTo(COMMENTS)));
    }

    @Test
    void judgesAMergeGroup() throws Exception {
        String payload =
                "{\"merge_group\": {\"head_sha\": \"%s\", \"base_sha\": \"%s\", \"base_ref\": \"refs/heads/main\","
                                .formatted(shop.id("blocked"), shop.id("main"))
                        + "\"head_ref\": \"refs/heads/gh-readonly-queue/main/pr-7-" + shop.id("main") + "\"}}";

        assertEnds(run("merge_group", payload, "blocked"), 1, "block");
        api.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void judgesWhatAPushBringsToABranch() throws Exception {
        assertEnds(run("push", push("refs/heads/main", shop.id("main"), shop.id("blocked")), "blocked"), 1, "block");
        assertEnds(run("push", push("refs/heads/main", shop.id("main"), shop.id("clean")), "clean"), 0, "pass");
    }

    @Test
    void judgesANewBranchByItsMergeBaseWithTheDefaultBranch() throws Exception {
        ActionFile.Result result = run("push", push("refs/heads/blocked", NOBODY, shop.id("blocked")), "blocked");

        assertEnds(result, 1, "block");
        assertThat(result.log()).contains("1 of 1 change");
        ActionFile.Result first = run("push", push("refs/heads/main", NOBODY, shop.id("main")), "main");
        assertEnds(first, 2, "undetermined");
        assertThat(first.log()).contains("::error title=confgate::this push is the first of `main`");
    }

    /** A branch that is set back loses what it had: that is a change, though nothing is new. */
    @Test
    void judgesWhatAForcedPushTakesBack() throws Exception {
        ActionFile.Result result =
                run("push", push("refs/heads/main", shop.id("promoted"), shop.id("blocked")), "blocked");

        assertEnds(result, 1, "block");
        String json = Files.readString(Path.of(result.outputs().get("report-json")));
        assertThat(json).contains("\"old\": \"https://auth.example.net/oauth2\"");
        assertThat(json).contains("\"mergeBase\": \"" + shop.id("promoted") + "\"");
    }

    @Test
    void judgesByHandABranchOrTheLastCommitOfTheDefaultBranch() throws Exception {
        String payload = "{\"inputs\": {}, \"repository\": {\"default_branch\": \"main\"}}";
        environment.put("GITHUB_REF", "refs/heads/blocked");
        assertEnds(run("workflow_dispatch", payload, "blocked"), 1, "block");

        environment.put("GITHUB_REF", "refs/heads/main");
        environment.put("GITHUB_SHA", shop.id("main"));
        ActionFile.Result last = run("workflow_dispatch", payload, "main");
        assertEnds(last, 0, "pass");
        assertThat(Files.readString(Path.of(last.outputs().get("report-json"))))
                .contains("\"base\": \"" + shop.id("main~1") + "\"");
    }

    @Test
    void cannotJudgeAShallowCheckoutWithoutFetching() throws Exception {
        inputs.put("fetch", "false");
        ActionFile.Result result = pullRequest("clean");

        assertEnds(result, 3, "undetermined");
        assertThat(result.log()).contains("shallow");
        assertThat(result.summary()).contains("confgate could not judge");
        api.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void isRedWhereBaseOrPolicyIsMissingOrWrong() throws Exception {
        inputs.put("policy", "nowhere.yml");
        assertEnds(pullRequest("clean"), 2, "undetermined");
        inputs.put("policy", ".confgate.yml");
        ActionFile.Result own = pullRequest("clean");
        assertEnds(own, 2, "undetermined");
        assertThat(own.log()).contains("which the change could bring along");
        inputs.remove("policy");
        inputs.put("base", "nowhere");
        assertEnds(pullRequest("clean"), 2, "undetermined");
        inputs.put("base", "1".repeat(40));
        assertThat(pullRequest("clean").exit()).isIn(2, 3);
    }

    @Test
    void takesAnInputForTextWhateverItSays() throws Exception {
        inputs.put("base", "$(touch pwned)`touch pwned`'\"; touch pwned #");
        assertThat(pullRequest("clean").exit()).isNotZero();
        inputs.put("base", "--upload-pack=touch pwned");
        assertThat(pullRequest("clean").exit()).isNotZero();
        assertThat(temporary.resolve("workspace/pwned")).doesNotExist();
    }

    /** Somebody else than the author has approved this very commit. */
    @Test
    void takesAReviewOfTheHeadForAnAnswer() throws Exception {
        ActionFile.Result before = pullRequest("weakened");
        assertEnds(before, 1, "block");
        assertThat(before.log()).contains("could not be asked");

        api.stubFor(get(urlPathEqualTo("/repos/acme/shop/pulls/7/commits"))
                .willReturn(WireMock.okJson("[{\"sha\": \"" + shop.id("weakened")
                        + "\", \"author\": {\"login\": \"ada\"}, \"committer\": {\"login\": \"ada\"}}]")));
        api.stubFor(get(urlPathEqualTo("/repos/acme/shop/issues/7/events")).willReturn(WireMock.okJson("[]")));
        api.stubFor(get(urlPathEqualTo("/repos/acme/shop/pulls/7/reviews"))
                .willReturn(
                        WireMock.okJson("[{\"user\": {\"login\": \"grace\"}, \"state\": \"APPROVED\", \"commit_id\": \""
                                + shop.id("weakened") + "\", \"submitted_at\": \"2026-02-02T10:00:00Z\"}]")));
        ActionFile.Result after = pullRequest("weakened");
        assertEnds(after, 0, "pass");
        assertThat(Files.readString(Path.of(after.outputs().get("report-json"))))
                .contains("\"by\": \"grace\"")
                .contains("accepted on 2026-02-02T10:00:00Z");

        inputs.put("token", "");
        ActionFile.Result without = pullRequest("weakened");
        assertEnds(without, 1, "block");
        assertThat(without.log()).contains("there is no `token`");
    }

    @Test
    void runsAReleaseOnlyWithItsChecksum() throws Exception {
        byte[] jar = Files.readAllBytes(Path.of("target/confgate.jar"));
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        String release = "/acme/confgate/releases/download/v0.1.0/";
        api.stubFor(get(urlPathEqualTo(release + "confgate-0.1.0.jar"))
                .willReturn(aResponse().withBody(jar)));
        api.stubFor(get(urlPathEqualTo(release + "SHA256SUMS"))
                .willReturn(aResponse().withBody(NOBODY + "  other.jar\n" + sum + "  confgate-0.1.0.jar\n")));
        environment.put("GITHUB_SERVER_URL", api.baseUrl());
        inputs.put("version", "0.1.0");

        assertEnds(pullRequest("blocked"), 1, "block");
        api.verify(1, getRequestedFor(urlPathEqualTo(release + "confgate-0.1.0.jar")));

        inputs.put("checksum", "a".repeat(64));
        ActionFile.Result wrong = pullRequest("clean");
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.log()).contains("does not have the checksum").doesNotContain("confgate 0.1.0 (");

        inputs.remove("checksum");
        inputs.put("version", "9.9.9");
        assertThat(pullRequest("clean").exit()).isEqualTo(3);
    }

    @Test
    void writesThroughNoLinkThatTheCheckoutBringsAlong() throws Exception {
        Path workspace = shop.checkout(temporary.resolve("workspace"), "clean");
        Path outside = Files.writeString(temporary.resolve("outside"), "as it was");
        Files.createSymbolicLink(workspace.resolve("confgate.sarif"), outside);
        inputs.put("sarif-file", "confgate.sarif");

        assertEnds(pullRequest("clean"), 2, "undetermined");
        assertThat(outside).hasContent("as it was");
    }
}
