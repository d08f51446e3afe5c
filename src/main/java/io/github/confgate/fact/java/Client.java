package io.github.confgate.fact.java;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a library that opens connections.
 *
 * @param name as people call it
 * @param uses calls that an address is given to, {@code Type.method} or {@code new Type}; {@code *} is any type
 * @param objects types of the client and of its builders: of a use on one of them the construction is looked for
 * @param makers what makes a client, in the shape of {@code uses}
 * @param limits methods, and types that are made ({@code new Type}), that end a wait for an answer
 * @param unit of a number that a limit is given without a unit
 * @param fallback how long it waits when nobody says; null for ever
 */
record Client(
        String name,
        Set<String> uses,
        Set<String> objects,
        Set<String> makers,
        Set<String> limits,
        String unit,
        @Nullable String fallback) {

    Client {
        uses = Set.copyOf(uses);
        objects = Set.copyOf(objects);
        makers = Set.copyOf(makers);
        limits = Set.copyOf(limits);
    }

    /** Every client that is known, the more special first. */
    static List<Client> all() {
        return List.of(
                JwtDecoderClient.CLIENT,
                JwkSetClient.CLIENT,
                JdkHttpClient.CLIENT,
                UrlClient.CLIENT,
                RestTemplateClient.CLIENT,
                RestClientClient.CLIENT,
                WebClientClient.CLIENT,
                OkHttpClient.CLIENT,
                ApacheClient.CLIENT,
                LdapClient.CLIENT,
                HikariClient.CLIENT,
                GrpcClient.CLIENT,
                SocketClient.CLIENT);
    }
}
