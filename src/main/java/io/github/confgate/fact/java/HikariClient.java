package io.github.confgate.fact.java;

import java.util.Set;

/**
 * JDBC through HikariCP: {@code connectionTimeout}, "the maximum number of milliseconds that a client will wait for a
 * connection from the pool", is 30 seconds by default (README of HikariCP). How long a query may take is the driver's
 * matter.
 */
final class HikariClient {

    static final Client CLIENT = new Client(
            "HikariCP",
            Set.of("HikariConfig.setJdbcUrl", "HikariDataSource.setJdbcUrl", "DataSourceBuilder.url"),
            Set.of("HikariConfig", "HikariDataSource"),
            Set.of("new HikariConfig", "new HikariDataSource", "DataSourceBuilder.create"),
            Set.of("setConnectionTimeout"),
            "ms",
            "30 s (default of HikariCP)");

    private HikariClient() {}
}
