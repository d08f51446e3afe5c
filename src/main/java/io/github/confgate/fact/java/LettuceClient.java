package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Redis through Lettuce: {@code RedisURI.DEFAULT_TIMEOUT_DURATION}, how long a command that blocks may take, is 60 seconds,
 * and to connect takes 10 ({@code SocketOptions.DEFAULT_CONNECT_TIMEOUT}; source of lettuce-core 6.7.1).
 */
final class LettuceClient {

    static final Client CLIENT = new Client(
            "Lettuce",
            Set.of(
                    "RedisURI.create",
                    "RedisURI.Builder.redis",
                    "RedisURI.Builder.withHost",
                    "RedisClient.create",
                    "RedisClusterClient.create"),
            Set.of("RedisClient", "RedisClusterClient", "RedisURI"),
            Set.of("RedisClient.create", "RedisClusterClient.create", "RedisURI.create", "RedisURI.Builder.redis"),
            Set.of("withTimeout", "setTimeout", "setDefaultTimeout"),
            "ms",
            "60 s (default of Lettuce)",
            "io.lettuce.");

    private LettuceClient() {}
}
