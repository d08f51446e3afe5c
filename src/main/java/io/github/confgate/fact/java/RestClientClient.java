package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring's {@code RestClient}: the request factory decides, as in {@link RestTemplateClient}; without one, that of the JDK,
 * Apache or Jetty found on the class path, none of which Spring gives a read timeout (Spring Framework reference, "REST
 * Clients").
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
