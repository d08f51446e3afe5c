package io.github.confgate.fact.java;

import java.util.Set;

/**
 * MongoDB: a server is looked for 30 seconds ({@code ClusterSettings.serverSelectionTimeout}), so that an address where nobody
 * answers ends a call. The answer of a server that was found is waited for without end ({@code SocketSettings.readTimeout} is
 * zero) unless code or the address says otherwise (documentation of mongodb-driver-sync 5.2).
 */
final class MongoClient {

    static final Client CLIENT = new Client(
            "MongoDB",
            Set.of(
                    "MongoClients.create",
                    "new MongoClient",
                    "new MongoClientURI",
                    "new ConnectionString",
                    "new ServerAddress",
                    "new SimpleMongoClientDatabaseFactory"),
            Set.of("MongoClient", "MongoClientSettings"),
            Set.of("MongoClients.create", "new MongoClient", "new SimpleMongoClientDatabaseFactory"),
            Set.of("readTimeout", "socketTimeout", "serverSelectionTimeout"),
            "ms",
            "30 s to find a server (default of MongoDB)");

    private MongoClient() {}
}
