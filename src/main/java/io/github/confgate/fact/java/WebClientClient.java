package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring's {@code WebClient} over Reactor Netty, the first that {@code DefaultWebClientBuilder} looks for. Its
 * {@code HttpClientConfig.responseTimeout} is null by default, and nothing then ends a read (sources of spring-webflux 6.2.8
 * and reactor-netty-http 1.2.7); to connect takes 30 seconds at most, Netty's default. A limit on the {@code Mono} counts.
 */
final class WebClientClient {

    static final Client CLIENT = new Client(
            "WebClient",
            Set.of(
                    "WebClient.create",
                    "WebClient.Builder.baseUrl",
                    "WebClient.baseUrl",
                    "WebClient.uri",
                    "RequestHeadersUriSpec.uri"),
            Set.of("WebClient", "WebClient.Builder", "HttpClient"),
            Set.of("WebClient.create", "WebClient.builder", "WebClient.Builder.build"),
            Set.of("responseTimeout", "timeout", "new ReadTimeoutHandler"),
            "s",
            null);

    private WebClientClient() {}
}
