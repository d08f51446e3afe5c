package io.github.confgate.fact.java;

import java.util.Set;

/**
 * The REST client of MicroProfile. What holds when nobody says is left to whoever implements it: 30 seconds in Quarkus ({@code
 * quarkus.rest-client.read-timeout}), none where RESTEasy's or Jersey's own client is used (specification of MicroProfile Rest
 * Client 3.0, {@code RestClientBuilder.readTimeout}).
 */
final class MicroProfileRestClient {

    static final Client CLIENT = new Client(
            "MicroProfile Rest Client",
            Set.of("RestClientBuilder.baseUri", "RestClientBuilder.baseUrl", "QuarkusRestClientBuilder.baseUri"),
            Set.of("RestClientBuilder", "QuarkusRestClientBuilder"),
            Set.of("RestClientBuilder.newBuilder", "QuarkusRestClientBuilder.newBuilder"),
            Set.of("readTimeout"),
            "ms",
            Client.UNTOLD);

    private MicroProfileRestClient() {}
}
