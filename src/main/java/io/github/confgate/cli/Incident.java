package io.github.confgate.cli;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.git.RepositoryWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;

/** The evening that confgate was made for, as a small repository: some days of care, and then the commit of 7:52. */
final class Incident {
    private static final LocalTime EVENING = LocalTime.of(19, 52);
    private static final String STAGING = "config/application-staging.yml";
    private static final String PRODUCTION = "config/application-production.yml";

    private static final String CODE = "src/main/java/com/example/shop/";

    private Incident() {}

    /** The last time that it was 7:52 in the evening. */
    static ZonedDateTime evening(ZonedDateTime now) {
        ZonedDateTime today = now.with(EVENING);
        return today.isAfter(now) ? today.minusDays(1) : today;
    }

    static void write(Path directory, ZonedDateTime evening) throws IOException {
        try (RepositoryWriter writer = RepositoryWriter.create(directory)) {
            writer.commit(
                    Map.of(
                            ".confgate.yml",
                            POLICY,
                            "config/application.yml",
                            SHARED,
                            STAGING,
                            environment("auth.staging.example.com", 20, "5s"),
                            PRODUCTION,
                            environment("auth.example.com", 20, "5s"),
                            CODE + "AuthClient.java",
                            AUTH_CLIENT,
                            CODE + "AuthHealth.java",
                            AUTH_HEALTH),
                    at(evening, 9, "Ada Example", "Start with staging and production"));
            writer.commit(
                    Map.of(STAGING, environment("auth.staging.example.com", 40, "5s")),
                    at(evening, 6, "Ben Example", "Raise the connection pool in staging"));
            writer.commit(
                    Map.of(PRODUCTION, environment("auth.example.com", 40, "5s")),
                    at(evening, 5, "Ben Example", "Raise the connection pool in production"));
            writer.commit(
                    Map.of(STAGING, environment("auth.staging.example.com", 40, "2s")),
                    at(evening, 3, "Ada Example", "Wait less for the auth server in staging"));
            writer.commit(
                    Map.of(PRODUCTION, environment("auth.example.com", 40, "2s")),
                    at(evening, 1, "Ada Example", "Wait less for the auth server in production"));
            writer.commit(
                    Map.of(PRODUCTION, environment("auth.internal.example.net", 40, "2s")),
                    at(evening, 0, "Cem Example", "Move to the new auth servers"));
            writer.checkOut();
        }
    }

    private static CommitInfo at(ZonedDateTime evening, int daysBefore, String author, String subject) {
        Duration earlier = Duration.ofDays(daysBefore).plusHours(daysBefore);
        return new CommitInfo("", evening.minus(earlier).toInstant(), author, subject);
    }

    private static final String POLICY = """
            version: 1
            environments:
              - name: staging
              - name: production
                after: [staging]
                soak: 4h
            """;

    private static final String SHARED = """
            server:
              port: 8080
            logging:
              level: info
            """;

    /** What hung: it takes the address and leaves the timeout out. */
    private static final String AUTH_CLIENT = """
            package com.example.shop;

            @Component
            class AuthClient {
                private final HttpClient client = HttpClient.newHttpClient();

                @Value("${auth.server.url}")
                private URI server;

                String token() {
                    HttpRequest request = HttpRequest.newBuilder(server.resolve("token")).build();
                    return client.send(request, BodyHandlers.ofString()).body();
                }
            }
            """;

    /** Its twin, which gives up. */
    private static final String AUTH_HEALTH = """
            package com.example.shop;

            @Component
            class AuthHealth {
                private final HttpClient client = HttpClient.newHttpClient();

                @Value("${auth.server.url}")
                private URI server;

                @Value("${auth.server.timeout}")
                private Duration timeout;

                boolean isUp() {
                    HttpRequest request = HttpRequest.newBuilder(server).timeout(timeout).build();
                    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
                }
            }
            """;

    private static String environment(String authServer, int pool, String timeout) {
        return """
                auth:
                  server:
                    url: https://%s/oauth2
                    timeout: %s
                spring:
                  datasource:
                    hikari:
                      maximum-pool-size: %d
                """.formatted(authServer, timeout, pool);
    }
}
