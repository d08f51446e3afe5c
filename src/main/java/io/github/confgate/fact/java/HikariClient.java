package io.github.confgate.fact.java;

import java.util.Set;

/**
 * JDBC through HikariCP: {@code HikariConfig.CONNECTION_TIMEOUT}, how long a client waits for a connection of the pool, is 30
 * seconds, and zero is for ever (source of HikariCP 6.3.0). How long a query may take is the driver's matter, and none of them
 * limits it: {@code socketTimeout} is 0 in {@code PGProperty} (pgjdbc 42.7.7), {@code PropertyDefinitions} (MySQL 9.3.0) and
 * {@code Configuration} (MariaDB 3.5.3).
 */
final class HikariClient {

    static final Client CLIENT = new Client(
            "HikariCP",
            Set.of("HikariConfig.setJdbcUrl", "HikariDataSource.setJdbcUrl", "DataSourceBuilder.url"),
            Set.of("HikariConfig", "HikariDataSource"),
            Set.of("new HikariConfig", "new HikariDataSource", "DataSourceBuilder.create"),
            Set.of("setConnectionTimeout"),
            "ms",
            "30 s for a connection (default of HikariCP)");

    private HikariClient() {}
}
