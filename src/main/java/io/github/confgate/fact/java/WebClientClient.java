package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring's {@code WebClient} over Reactor Netty, whose {@code responseTimeout} is not set by default (Reactor Netty reference,
 * "Response Timeout": "By default, responseTimeout is not specified"). A limit on the {@code Mono} counts as well.
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
