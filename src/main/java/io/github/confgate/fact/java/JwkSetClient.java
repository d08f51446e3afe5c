package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Nimbus JOSE: {@code RemoteJWKSet.DEFAULT_HTTP_READ_TIMEOUT} and {@code JWKSourceBuilder.DEFAULT_HTTP_READ_TIMEOUT} are 500
 * milliseconds, as are those to connect. A {@code DefaultResourceRetriever} of one's own takes both, to connect first, and
 * one that is made without waits for ever: "The HTTP timeouts and entity size limit are set to zero (infinite)" (source of
 * nimbus-jose-jwt 10.3).
 */
final class JwkSetClient {

    static final Client CLIENT = new Client(
            "RemoteJWKSet",
            Set.of("new RemoteJWKSet", "JWKSourceBuilder.create"),
            Set.of("RemoteJWKSet", "JWKSourceBuilder", "DefaultResourceRetriever"),
            Set.of("new RemoteJWKSet", "JWKSourceBuilder.create"),
            Set.of("new DefaultResourceRetriever#1", "setReadTimeout"),
            "ms",
            "500 ms (default of Nimbus)");

    private JwkSetClient() {}
}
