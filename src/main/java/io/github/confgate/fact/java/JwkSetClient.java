package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Nimbus JOSE: {@code RemoteJWKSet.DEFAULT_HTTP_READ_TIMEOUT} and {@code JWKSourceBuilder.DEFAULT_HTTP_READ_TIMEOUT} are 500
 * milliseconds (Javadoc of nimbus-jose-jwt 9 and 10).
 */
final class JwkSetClient {

    static final Client CLIENT = new Client(
            "RemoteJWKSet",
            Set.of("new RemoteJWKSet", "JWKSourceBuilder.create"),
            Set.of("RemoteJWKSet", "JWKSourceBuilder", "DefaultResourceRetriever"),
            Set.of("new RemoteJWKSet", "JWKSourceBuilder.create"),
            Set.of("new DefaultResourceRetriever", "setReadTimeout"),
            "ms",
            "500 ms (default of Nimbus)");

    private JwkSetClient() {}
}
