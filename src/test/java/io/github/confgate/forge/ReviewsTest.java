package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.confgate.forge.Target.Labelled;
import io.github.confgate.forge.Target.PullRequest;
import io.github.confgate.verdict.ApprovalSource.Answer;
import io.github.confgate.verdict.Approvals.Approval;
import io.github.confgate.verdict.Waivers.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reviews and labels accept, asked of an API that says whatever a test wants. */
class ReviewsTest {
    private static final String HEAD = "a".repeat(40);
    private static final String OLDER = "b".repeat(40);
    private static final Instant SEEN = Instant.parse("2026-02-01T12:00:00Z");
    private static final Review BY = new Review(List.of("grace", "acme/platform"), "");
    private static final Review LABEL = new Review(List.of(), "config-accepted");

    private static WireMockServer api;

    @BeforeAll
    static void start() {
        api = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        api.start();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @BeforeEach
    void nothingYet() {
        api.resetAll();
        api.stubFor(any(anyUrl()).atPriority(10).willReturn(status(404)));
        commits("ada");
        answer("/pulls/7/reviews", "[]");
        answer("/issues/7/events", "[]");
    }

    private static void answer(String path, String json) {
        api.stubFor(get(urlPathEqualTo("/repos/acme/shop" + path)).willReturn(okJson(json)));
    }

    private static void commits(String author) {
        answer(
                "/pulls/7/commits",
                "[{\"sha\": \"%s\", \"author\": {\"login\": \"%s\"}, \"committer\": {\"login\": \"web-flow\"}}]"
                        .formatted(HEAD, author));
    }

    private static String review(String by, String state, String commit) {
        return "{\"user\": {\"login\": \"%s\"}, \"state\": \"%s\", \"commit_id\": \"%s\", \"submitted_at\": \"2026-02-02T08:00:00Z\"}"
                .formatted(by, state, commit);
    }

    private static void reviews(String... reviews) {
        answer("/pulls/7/reviews", "[" + String.join(",", reviews) + "]");
    }

    private static String event(String kind, String by, String at) {
        return "{\"event\": \"%s\", \"label\": {\"name\": \"config-accepted\"}, \"created_at\": \"%s\", \"actor\": {\"login\": \"%s\", \"type\": \"User\"}}"
                .formatted(kind, at, by);
    }

    private static Answer ask(Review review) {
        return ask(review, Optional.empty());
    }

    private static Answer ask(Review review, Optional<Labelled> labelled) {
        PullRequest pull = new PullRequest(7, HEAD, "ada", Optional.of(SEEN), labelled, true);
        return of(new Target("main", OLDER, HEAD, false, pull)).ask(review, HEAD);
    }

    private static Reviews of(Target target) {
        return new Reviews(
                new Api(api.baseUrl(), "t0ken", "confgate/test", Duration.ofSeconds(5)), "acme/shop", target);
    }

    private static List<String> names(Answer answer) {
        return answer.approvals().approvals().stream()
                .map(Approval::by)
                .distinct()
                .toList();
    }

    @Test
    void takesAnApprovalOfTheHeadByWhomThePolicyNames() {
        reviews(review("Grace", "APPROVED", HEAD), review("mallory", "APPROVED", HEAD));

        Answer answer = ask(BY);
        assertThat(answer.approvals().approvals())
                .containsExactly(
                        new Approval("gate-weakened", "Grace", Instant.parse("2026-02-02T08:00:00Z"), HEAD),
                        new Approval("waiver-requested", "Grace", Instant.parse("2026-02-02T08:00:00Z"), HEAD));
    }

    @Test
    void takesNoApprovalOfAnOlderCommit() {
        reviews(review("grace", "APPROVED", OLDER));

        assertThat(names(ask(BY))).isEmpty();
    }

    @Test
    void takesThePersonsLastWord() {
        reviews(review("grace", "APPROVED", HEAD), review("grace", "CHANGES_REQUESTED", HEAD));
        assertThat(names(ask(BY))).isEmpty();
        reviews(review("grace", "APPROVED", HEAD), review("grace", "DISMISSED", HEAD));
        assertThat(names(ask(BY))).isEmpty();
        reviews(review("grace", "CHANGES_REQUESTED", OLDER), review("grace", "APPROVED", HEAD));
        assertThat(names(ask(BY))).containsExactly("grace");
        reviews(review("grace", "APPROVED", HEAD), review("grace", "COMMENTED", HEAD));
        assertThat(names(ask(BY))).containsExactly("grace");
    }

    @Test
    void takesNoWordOfWhoeverWroteTheChange() {
        reviews(review("grace", "APPROVED", HEAD));
        commits("Grace");
        assertThat(names(ask(BY))).isEmpty();
        commits("ada");
        PullRequest own = new PullRequest(7, HEAD, "grace", Optional.of(SEEN), Optional.empty(), true);
        assertThat(names(of(new Target("main", OLDER, HEAD, false, own)).ask(BY, HEAD)))
                .isEmpty();
    }

    @Test
    void asksWhetherAReviewerIsOfTheTeam() {
        reviews(review("linus", "APPROVED", HEAD), review("mallory", "APPROVED", HEAD));
        api.stubFor(get(urlPathEqualTo("/orgs/acme/teams/platform")).willReturn(okJson("{}")));
        api.stubFor(get(urlPathEqualTo("/orgs/acme/teams/platform/memberships/linus"))
                .willReturn(okJson("{\"state\": \"active\"}")));
        api.stubFor(get(urlPathEqualTo("/orgs/acme/teams/platform/memberships/mallory"))
                .willReturn(status(404)));

        Answer answer = ask(BY);
        assertThat(names(answer)).containsExactly("linus");
        assertThat(answer.unknown()).isEmpty();
    }

    @Test
    void saysWhenATeamCannotBeSeen() {
        reviews(review("linus", "APPROVED", HEAD));

        Answer answer = ask(BY);
        assertThat(names(answer)).isEmpty();
        assertThat(answer.unknown())
                .singleElement()
                .asString()
                .contains("`linus`")
                .contains("acme/platform");
    }

    @Test
    void readsReviewsToTheLastPage() {
        String page = IntStream.range(0, Api.PAGE)
                .mapToObj(i -> review("grace", "APPROVED", HEAD))
                .collect(Collectors.joining(","));
        reviews(page);
        api.stubFor(get(urlPathEqualTo("/repos/acme/shop/pulls/7/reviews"))
                .withQueryParam("page", equalTo("2"))
                .atPriority(1)
                .willReturn(okJson("[" + review("grace", "CHANGES_REQUESTED", HEAD) + "]")));

        assertThat(names(ask(BY))).isEmpty();
    }

    @Test
    void takesALabelThatThisEventHasPutOn() {
        answer("/issues/7/events", "[" + event("labeled", "grace", "2026-02-01T11:59:59Z") + "]");

        assertThat(names(ask(LABEL, Optional.of(new Labelled("config-accepted", "grace")))))
                .containsExactly("grace");
        Answer before = ask(LABEL);
        assertThat(names(before)).isEmpty();
        assertThat(before.unknown()).singleElement().asString().contains("perhaps on another commit");
    }

    @Test
    void takesALabelThatCameAfterTheEventOfTheHead() {
        String since = event("labeled", "grace", "2026-02-01T12:00:01Z");
        answer("/issues/7/events", "[" + since + "]");
        assertThat(names(ask(LABEL))).containsExactly("grace");
        answer("/issues/7/events", "[" + since + "," + event("unlabeled", "ada", "2026-02-01T13:00:00Z") + "]");
        assertThat(names(ask(LABEL))).isEmpty();
    }

    @Test
    void takesNoLabelOfTheAuthorNorOfSomebodyWhomThePolicyDoesNotName() {
        answer("/issues/7/events", "[" + event("labeled", "ada", "2026-02-01T12:00:01Z") + "]");
        assertThat(names(ask(LABEL))).isEmpty();
        answer("/issues/7/events", "[" + event("labeled", "mallory", "2026-02-01T12:00:01Z") + "]");
        assertThat(names(ask(new Review(List.of("grace"), "config-accepted")))).isEmpty();
    }

    @Test
    void saysThatItCouldNotAsk() {
        answer("/pulls/7/commits", "no JSON");
        api.stubFor(get(urlPathEqualTo("/repos/acme/shop/pulls/7/commits")).willReturn(status(500)));
        Answer answer = ask(BY);
        assertThat(names(answer)).isEmpty();
        assertThat(answer.unknown()).singleElement().asString().endsWith("GitHub answers 500");

        PullRequest pull = new PullRequest(7, HEAD, "ada", Optional.of(SEEN), Optional.empty(), true);
        Reviews without = new Reviews(null, "acme/shop", new Target("main", OLDER, HEAD, false, pull));
        assertThat(without.ask(BY, HEAD).unknown()).singleElement().asString().contains("no `token`");
        assertThat(without.ask(Review.none(), HEAD).unknown()).isEmpty();
    }

    /** In a merge queue the reviews are those of the pull request that is queued. */
    @Test
    void takesTheReviewsOfAQueuedPullRequest() {
        String queued = "c".repeat(40);
        answer("/pulls/7", "{\"head\": {\"sha\": \"" + HEAD + "\"}, \"user\": {\"login\": \"ada\"}}");
        reviews(review("grace", "APPROVED", HEAD));
        PullRequest pull = new PullRequest(7, "", "", Optional.empty(), Optional.empty(), false);

        Answer answer = of(new Target("main", OLDER, queued, false, pull)).ask(BY, queued);
        assertThat(answer.approvals().approvals())
                .allMatch(approval -> approval.commit().equals(queued));
        assertThat(names(answer)).containsExactly("grace");
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        answer("/pulls/7/reviews", "[\"" + "x".repeat(9 * 1024 * 1024) + "\"]");

        assertThat(ask(BY).unknown()).singleElement().asString().contains("cannot be reached");
    }
}
