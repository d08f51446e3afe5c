package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static WireMockServer server;

    @BeforeAll
    static void start() {
        server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void forget() {
        server.resetAll();
    }

    private static Api api(Duration each) {
        return new Api(server.baseUrl(), "t0ken", "confgate/test", each);
    }

    private static void assertSilent(String path, String why, int requests) {
        assertThatThrownBy(() -> api(Duration.ofSeconds(5)).get(path)).hasMessage(why);
        server.verify(requests, anyRequestedFor(urlPathEqualTo(path)));
    }

    @Test
    void waitsAsLongAsItIsAskedToButNotForHours() {
        server.stubFor(get(urlPathEqualTo("/soon")).willReturn(status(429).withHeader("Retry-After", "0")));
        assertSilent("/soon", "GitHub answers 429", 3);
        server.stubFor(get(urlPathEqualTo("/late")).willReturn(status(403).withHeader("Retry-After", "3600")));
        assertSilent("/late", "GitHub answers 403", 1);
    }

    @Test
    void takesARefusalForAnAnswer() throws Api.Silent {
        server.stubFor(any(anyUrl()).willReturn(status(403)));

        assertThat(api(Duration.ofSeconds(5)).get("/x").status()).isEqualTo(403);
        server.verify(1, anyRequestedFor(anyUrl()));
    }

    /** Wherever it leads, the token does not go there. */
    @Test
    void followsNoRedirect() throws Api.Silent {
        server.stubFor(
                get(urlPathEqualTo("/x")).willReturn(status(302).withHeader("Location", server.url("/elsewhere"))));

        assertThat(api(Duration.ofSeconds(5)).get("/x").ok()).isFalse();
        server.verify(0, anyRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void postsOnceWhereItMayHaveBeenHeard() {
        server.stubFor(post(anyUrl()).willReturn(status(502)));
        assertThat(sent()).isEqualTo(502);
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(sent()).isZero();
        server.verify(2, postRequestedFor(anyUrl()));
    }

    private static int sent() {
        try {
            return api(Duration.ofSeconds(5)).send("POST", "/x", "{}").status();
        } catch (Api.Silent e) {
            return 0;
        }
    }

    @Test
    void waitsForNoAnswerThatComesDropByDrop() {
        server.stubFor(get(urlPathEqualTo("/drops"))
                .willReturn(okJson("[" + " ".repeat(1000) + "]").withChunkedDribbleDelay(100, 60_000)));

        long start = System.nanoTime();
        assertThatThrownBy(() -> api(Duration.ofSeconds(1)).get("/drops")).hasMessage("GitHub does not answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void saysNothingOfATokenThatIsNone() {
        Api api = new Api(server.baseUrl(), "line\nbreak", "confgate/test", Duration.ofSeconds(5));

        assertThatThrownBy(() -> api.get("/x")).hasMessageNotContaining("break");
    }
}
