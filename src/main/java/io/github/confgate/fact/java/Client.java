package io.github.confgate.fact.java;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a library that opens connections.
 *
 * @param name as people call it
 * @param uses calls that an address is given to, {@code Type.method} or {@code new Type}; {@code #name} where it is put
 *     into properties under a name, or under a constant of that name
 * @param objects types of the client and of its builders: of a use on one of them the construction is looked for
 * @param makers what makes a client, in the shape of {@code uses}
 * @param limits methods, and types that are made, that end a wait for an answer by their first argument; {@code new
 *     Type#1} by their second, and without it they wait for ever
 * @param unit of a number that a limit is given without a unit
 * @param fallback how long it waits when nobody says; null for ever, {@link #UNTOLD} where that depends
 * @param packages where its types are imported from, to tell it from another client with the same names; empty for any
 */
record Client(
        String name,
        Set<String> uses,
        Set<String> objects,
        Set<String> makers,
        Set<String> limits,
        String unit,
        @Nullable String fallback,
        String packages) {

    /** How long it waits depends on what is not seen in code. */
    static final String UNTOLD = "?";

    Client {
        uses = Set.copyOf(uses);
        objects = Set.copyOf(objects);
        makers = Set.copyOf(makers);
        limits = Set.copyOf(limits);
    }

    Client(
            String name,
            Set<String> uses,
            Set<String> objects,
            Set<String> makers,
            Set<String> limits,
            String unit,
            @Nullable String fallback) {
        this(name, uses, objects, makers, limits, unit, fallback, "");
    }

    /** Whether a file can mean this client by the names of its types. */
    boolean isMeantIn(JavaFile file) {
        return packages.isEmpty() || file.imports().stream().anyMatch(each -> each.startsWith(packages));
    }

    /** Whether a pair of a name and a value is an address of this client. */
    boolean takes(Code.Call call) {
        List<Code> arguments = call.arguments();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String name = settingName(arguments.get(i));
            if (!name.isEmpty() && uses.contains("#" + name)) {
                return true;
            }
        }
        return false;
    }

    /** What a property is called: its text, or the name of the constant that holds it. */
    static String settingName(Code code) {
        if (code instanceof Code.Text text) {
            return text.value();
        }
        return code instanceof Code.Member member ? member.name() : code instanceof Code.Name name ? name.name() : "";
    }

    /** Which argument of a type that is made ends a wait; negative where none does. */
    int limitOf(String type) {
        return limits.contains("new " + type) ? 0 : limits.contains("new " + type + "#1") ? 1 : -1;
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
                Apache4Client.CLIENT,
                ApacheAsyncClient.CLIENT,
                ApacheClient.CLIENT,
                LdapClient.CLIENT,
                HikariClient.CLIENT,
                JedisClient.CLIENT,
                LettuceClient.CLIENT,
                MongoClient.CLIENT,
                KafkaClient.CLIENT,
                RabbitClient.CLIENT,
                SmtpClient.CLIENT,
                FeignClient.CLIENT,
                MicroProfileRestClient.CLIENT,
                GrpcClient.CLIENT,
                SocketClient.CLIENT);
    }
}
