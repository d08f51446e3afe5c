package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Redis through Jedis: {@code Protocol.DEFAULT_TIMEOUT}, to connect and to wait for an answer, is 2 seconds (source of jedis
 * 5.2.0). Zero is for ever.
 */
final class JedisClient {

    static final Client CLIENT = new Client(
            "Jedis",
            Set.of(
                    "new Jedis",
                    "new JedisPool",
                    "new JedisPooled",
                    "new UnifiedJedis",
                    "new HostAndPort",
                    "new JedisSentinelPool"),
            Set.of("Jedis", "JedisPool", "JedisPooled", "UnifiedJedis", "JedisCluster", "JedisClientConfig"),
            Set.of(
                    "new Jedis",
                    "new JedisPool",
                    "new JedisPooled",
                    "new UnifiedJedis",
                    "new JedisCluster",
                    "new JedisSentinelPool"),
            Set.of("timeoutMillis", "socketTimeoutMillis"),
            "ms",
            "2 s (default of Jedis)");

    private JedisClient() {}
}
