package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring's {@code RestClient}: the request factory decides. Without one, {@code DefaultRestClientBuilder} takes the first that
 * is on the class path of Apache, Jetty, Reactor Netty, the JDK's and {@code SimpleClientHttpRequestFactory}. Jetty's has 10
 * seconds, Apache's the 3 minutes of {@link ApacheClient}, the others none (source of spring-web 6.2.8; in 6.1 Reactor's had 10
 * seconds). What is on the class path is not known here, and the longest is assumed, which is that of an application without
 * further clients.
 */
final class RestClientClient {

    static final Client CLIENT = new Client(
            "RestClient",
            Set.of(
                    "RestClient.create",
                    "RestClient.Builder.baseUrl",
                    "RestClient.baseUrl",
                    "RestClient.builder",
                    "RequestHeadersUriSpec.uri",
                    "RestClient.uri"),
            Set.of("RestClient", "RestClient.Builder"),
            Set.of("RestClient.create", "RestClient.builder", "RestClient.Builder.build"),
            Set.of("setReadTimeout", "readTimeout", "withReadTimeout", "setResponseTimeout"),
            "ms",
            null);

    private RestClientClient() {}
}
