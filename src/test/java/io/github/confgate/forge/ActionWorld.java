package io.github.confgate.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a run of {@code action.yml} has around it: the shop and its server, a false API, a job. */
abstract class ActionWorld {
    static final String COMMENTS = "/repos/acme/shop/issues/7/comments";
    static final String NOBODY = "0".repeat(40);

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    static ShopRepository shop;
    static WireMockServer api;

    ActionFile action;
    /** What the checkout comes into. */
    Path workspace;

    final Map<String, String> inputs = new HashMap<>();
    final Map<String, String> environment = new HashMap<>();
    /** Scripts in the place of actions of others. */
    final Map<String, String> standIns = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        shop = ShopRepository.in(shared);
        api = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        api.start();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @BeforeEach
    void quiet() throws IOException {
        action = new ActionFile(Path.of("action.yml"));
        workspace = temporary.resolve("workspace");
        api.resetAll();
        api.stubFor(any(anyUrl()).atPriority(10).willReturn(status(404)));
        api.stubFor(get(urlPathEqualTo("/user")).willReturn(status(403)));
        comments("[]");
        api.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(status(201).withBody("{}")));
        environment.putAll(Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                Files.createDirectory(temporary.resolve("home")).toString(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "CONFGATE_NO_BUILD",
                "1",
                "CONFGATE_API_SECONDS",
                "10",
                "GITHUB_REPOSITORY",
                "acme/shop",
                "GITHUB_API_URL",
                api.baseUrl(),
                "GITHUB_SERVER_URL",
                "https://github.com",
                "RUNNER_OS",
                "Linux",
                "RUNNER_TEMP",
                Files.createDirectory(temporary.resolve("temp")).toString()));
    }

    static void comments(String json) {
        api.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(WireMock.okJson(json)));
    }

    /** A run for an event in a checkout of one commit. */
    ActionFile.Result run(String event, String payload, String checkout) throws Exception {
        if (!Files.exists(workspace)) {
            shop.checkout(workspace, checkout);
        }
        Path file = temporary.resolve("event.json");
        Files.writeString(file, payload);
        environment.put("GITHUB_WORKSPACE", workspace.toString());
        environment.put("GITHUB_EVENT_NAME", event);
        environment.put("GITHUB_EVENT_PATH", file.toString());
        environment.putIfAbsent("GITHUB_SHA", shop.id(checkout));
        Path folder = Files.createTempDirectory(temporary, "run");
        return action.run(
                inputs, Map.of("token", "t0ken", "action_repository", "acme/confgate"), environment, standIns, folder);
    }

    ActionFile.Result pullRequest(String branch) throws Exception {
        return run("pull_request", pull(branch, "ada", "synchronize"), branch);
    }

    static String pull(String branch, String author, String did) {
        return """
                {"action": "%s", "number": 7, "pull_request": {"number": 7, "title": "{{ if }} ${{ x }}",
                 "user": {"login": "%s"}, "updated_at": "2026-02-01T00:00:00Z",
                 "head": {"ref": "%s", "sha": "%s"}, "base": {"ref": "main", "sha": "%s"}},
                 "repository": {"default_branch": "main"}}""".formatted(did, author, branch, shop.id(branch), shop.id("main~3"));
    }

    static String push(String ref, String before, String after) {
        return "{\"ref\": \"%s\", \"before\": \"%s\", \"after\": \"%s\", \"repository\": {\"default_branch\": \"main\"}}"
                .formatted(ref, before, after);
    }

    static void assertEnds(ActionFile.Result result, int exit, String verdict) {
        assertThat(result.exit()).as(result.log()).isEqualTo(exit);
        assertThat(result.outputs().get("verdict")).as(result.log()).isEqualTo(verdict);
    }
}
