package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentTest {
    private static final String COMMENTS = "/repos/acme/shop/issues/7/comments";
    private static final String TEXT = "<!-- confgate:eu -->\nblocked: \"1\" \\ high\t\u0001 \ud83d\ude80\n";

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
    void accept() {
        api.resetAll();
        api.stubFor(any(anyUrl()).atPriority(10).willReturn(status(404)));
        api.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(status(201).withBody("{}")));
        api.stubFor(patch(anyUrl()).willReturn(okJson("{}")));
        there("[]");
    }

    private static void there(String json) {
        api.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson(json)));
    }

    private static Comment.Outcome write(String text, boolean wanted) throws Comment.Failed {
        return new Comment(new Api(api.baseUrl(), "t0ken", "confgate/test", Duration.ofSeconds(5)), "acme/shop", 7)
                .write(text, wanted);
    }

    private static String posted() throws Exception {
        String body = api.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString();
        return new ObjectMapper().readTree(body).get("body").asText();
    }

    @Test
    void arrivesAsItWasWritten() throws Exception {
        assertThat(write(TEXT, true)).isEqualTo(Comment.Outcome.CREATED);
        assertThat(posted()).isEqualTo(TEXT);
    }

    @Test
    void isCutBelowWhatGitHubTakes() throws Exception {
        write("<!-- confgate -->\n" + "a line of it\n".repeat(10_000), true);

        assertThat(posted().length()).isLessThanOrEqualTo(65_536).isGreaterThan(65_000);
        assertThat(posted()).endsWith("a line of it\n\n…cut: the summary of the run shows the rest.\n");
    }

    @Test
    void isNotWrittenAgainWhereItSaysTheSame() throws Exception {
        String old = new ObjectMapper().writeValueAsString(TEXT);
        there("[{\"id\": 3, \"user\": {\"login\": \"bot\", \"type\": \"Bot\"}, \"body\": " + old + "}]");

        assertThat(write(TEXT, true)).isEqualTo(Comment.Outcome.SAME);
        assertThat(write(TEXT + "more\n", false)).isEqualTo(Comment.Outcome.UPDATED);
    }

    @Test
    void knowsItsOwnByTheMarkerOfTheSameFolder() throws Exception {
        there(
                "[{\"id\": 3, \"user\": {\"login\": \"bot\", \"type\": \"Bot\"}, \"body\": \"<!-- confgate:us -->\\nother\"}]");

        assertThat(write(TEXT, false)).isEqualTo(Comment.Outcome.NONE);
        assertThat(write(TEXT, true)).isEqualTo(Comment.Outcome.CREATED);
    }

    /** A token that may ask whose it is writes as a person. */
    @Test
    void knowsAPersonsOwnByTheLogin() throws Exception {
        api.stubFor(get(urlPathEqualTo("/user")).willReturn(okJson("{\"login\": \"ada\"}")));
        there(
                "[{\"id\": 3, \"user\": {\"login\": \"ada\", \"type\": \"User\"}, \"body\": \"<!-- confgate:eu -->\\nold\"}]");
        assertThat(write(TEXT, true)).isEqualTo(Comment.Outcome.UPDATED);

        there(
                "[{\"id\": 3, \"user\": {\"login\": \"bot\", \"type\": \"Bot\"}, \"body\": \"<!-- confgate:eu -->\\nold\"}]");
        assertThat(write(TEXT, true)).isEqualTo(Comment.Outcome.CREATED);
    }
}
