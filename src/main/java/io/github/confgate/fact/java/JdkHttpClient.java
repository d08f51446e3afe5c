package io.github.confgate.fact.java;

import java.util.Set;

/**
 * The JDK's {@code java.net.http.HttpClient}. {@code HttpRequest.Builder.timeout}: "If this method is not invoked ... the
 * effect of not setting a timeout is the same as setting an infinite Duration, i.e. block forever" (Javadoc of JDK 17). The
 * connect timeout of the client ends no wait for an answer.
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
