package io.github.confgate.fact.java;

import java.util.Set;

/**
 * The JDK's {@code java.net.http.HttpClient}. Neither a request nor the client has a timeout unless one is given
 * ({@code HttpRequest.timeout()} and {@code HttpClient.connectTimeout()} of those made without are empty on JDK 17), and the
 * Javadoc of {@code HttpRequest.Builder.timeout} likens that to an infinite duration. The connect timeout of the client ends
 * no wait for an answer.
 */
final class JdkHttpClient {

    static final Client CLIENT = new Client(
            "java.net.http.HttpClient",
            Set.of("HttpRequest.newBuilder", "HttpRequest.Builder.uri", "HttpRequest.uri"),
            Set.of("HttpClient", "HttpRequest.Builder"),
            Set.of("HttpClient.newHttpClient", "HttpClient.newBuilder", "HttpRequest.newBuilder"),
            Set.of("timeout", "orTimeout", "completeOnTimeout"),
            "s",
            null);

    private JdkHttpClient() {}
}
