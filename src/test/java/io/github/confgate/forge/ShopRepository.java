package io.github.confgate.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The repository of a small shop and its server: {@code main}, whose history is longer than a first fetch goes back, and
 * a branch for each kind of pull request. Staging got its values in the first commits.
 */
public final class ShopRepository {

    private static final String POLICY = """
            version: 1
            environments:
              - name: staging
              - name: production
                after: [staging]
                soak: 4h
            waivers:
              review: {by: ["@grace", "@acme/platform"], label: config-accepted}
              entries:
                - {rule: debug-enabled, paths: ["config/**"], reason: the shop is small}
            """;

    private static final String STAGING = """
            auth:
              url: https://auth.example.net/oauth2
            debug: true
            greeting: hello
            """;
    private static final String PRODUCTION = """
            auth:
              url: https://auth.example.com/oauth2
            debug: false
            greeting: good day
            """;

    private final TestRepository work;
    private final Path server;

    private ShopRepository(TestRepository work, Path server) {
        this.work = work;
        this.server = server;
    }

    public static ShopRepository in(Path folder) throws IOException, InterruptedException {
        TestRepository work = TestRepository.in(folder.resolve("work"));
        work.write(".confgate.yml", POLICY);
        work.write(
                "config/application-staging.yml",
                STAGING.replace("example.net", "example.com").replace("hello", "good day"));
        work.write("config/application-production.yml", PRODUCTION);
        work.commit("Start");
        work.write("config/application-staging.yml", STAGING).commit("Move staging to other auth servers");
        pass(work, 130);
        work.branch("clean").checkout("clean");
        work.write("config/application-production.yml", PRODUCTION.replace("good day", "hello"));
        work.commit("Greet as staging does");
        work.checkout("main").branch("promoted").checkout("promoted");
        work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.net"));
        work.commit("Move production to the auth servers of staging");
        work.checkout("main").branch("blocked").checkout("blocked");
        work.write("config/application-production.yml", PRODUCTION.replace("example.com", "example.org"));
        work.commit("Move production to auth servers of its own");
        work.checkout("main").branch("waived").checkout("waived");
        work.write("config/application-production.yml", PRODUCTION.replace("debug: false", "debug: true"));
        work.commit("Debug production");
        work.checkout("main").branch("weakened").checkout("weakened");
        work.write(".confgate.yml", POLICY.replace("soak: 4h", "soak: 1h")).commit("Wait less");
        work.checkout("main");
        Path server = work.cloneTo(folder.resolve("server.git"), "--bare").dir();
        TestRepository.at(server).git("config", "uploadpack.allowAnySHA1InWant", "true");
        return new ShopRepository(work, server);
    }

    /** Commits that change nothing, made by one process. */
    private static void pass(TestRepository repository, int commits) throws IOException, InterruptedException {
        long time = 1_767_700_000;
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < commits; i++) {
            stream.append("commit refs/heads/main\ncommitter Ada Example <ada@example.com> ")
                    .append(time + i * 60L)
                    .append(" +0000\ndata 4\nRest\n");
            stream.append(i == 0 ? "from refs/heads/main^0\n" : "").append('\n');
        }
        Path file = Files.createTempFile("confgate-test-", ".fi");
        Files.writeString(file, stream, UTF_8);
        Process process = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(repository.dir().toFile())
                .redirectInput(file.toFile())
                .inheritIO()
                .redirectInput(file.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("git fast-import failed");
        }
        Files.delete(file);
        repository.git("reset", "-q", "--hard");
    }

    public Path server() {
        return server;
    }

    public String id(String revision) {
        return work.git("rev-parse", revision);
    }

    /** What a workflow's checkout leaves: one commit, and no branch. */
    public Path checkout(Path folder, String revision) {
        TestRepository clone = TestRepository.in(folder);
        clone.git("remote", "add", "origin", "file://" + server);
        clone.git("fetch", "-q", "--no-tags", "--depth=1", "origin", id(revision));
        clone.git("checkout", "-q", "--detach", "FETCH_HEAD");
        return folder;
    }
}
