package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Services that may ask for credentials, and their addresses that carry none. */
final class ServiceAddresses {

    /** Services by the words that name them, each with the schemes of its addresses. */
    private static final Map<String, List<String>> SERVICES = Map.ofEntries(
            Map.entry("redis", List.of("redis", "rediss", "valkey")),
            Map.entry("valkey", List.of("redis", "rediss", "valkey")),
            Map.entry("sentinel", List.of("redis", "rediss")),
            Map.entry("mongo", List.of("mongodb", "mongodb+srv")),
            Map.entry("mongodb", List.of("mongodb", "mongodb+srv")),
            Map.entry("rabbitmq", List.of("amqp", "amqps")),
            Map.entry("rabbit", List.of("amqp", "amqps")),
            Map.entry("amqp", List.of("amqp", "amqps")),
            Map.entry("elasticsearch", List.of()),
            Map.entry("xpack", List.of()),
            Map.entry("opensearch", List.of()),
            Map.entry("kafka", List.of("kafka")),
            Map.entry("memcached", List.of("memcached")),
            Map.entry("nats", List.of("nats", "tls")),
            Map.entry("postgres", List.of("postgres", "postgresql", "jdbc:postgresql")),
            Map.entry("postgresql", List.of("postgres", "postgresql", "jdbc:postgresql")),
            Map.entry("mysql", List.of("mysql", "jdbc:mysql")),
            Map.entry("influxdb", List.of()),
            Map.entry("etcd", List.of()),
            Map.entry("clickhouse", List.of("clickhouse", "jdbc:clickhouse")),
            Map.entry("cassandra", List.of("cassandra")),
            Map.entry("ldap", List.of("ldap", "ldaps")),
            Map.entry("smtp", List.of("smtp", "smtps")));

    /** Schemes whose addresses carry the credentials; others, as {@code https}, send them by themselves. */
    private static final Set<String> CARRYING =
            SERVICES.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    /** Words of a switch that say nothing of whose it is. */
    private static final Set<String> OF_NONE = Set.of(
            "auth",
            "authentication",
            "authorization",
            "security",
            "enabled",
            "enable",
            "required",
            "require",
            "requirepass",
            "use",
            "password",
            "acl",
            "server",
            "service",
            "config",
            "settings",
            "data",
            "spec",
            "app",
            "env");

    private static final Set<String> CREDENTIALS = Set.of(
            "password",
            "passwd",
            "pass",
            "username",
            "user",
            "credentials",
            "credential",
            "auth",
            "token",
            "secret",
            "sasl",
            "passwordsecret",
            "apikey",
            "requirepass",
            "jaas");

    private ServiceAddresses() {}

    /** The services that a text names by a word of its own. */
    static Set<String> named(String text) {
        Set<String> services = new LinkedHashSet<>();
        NameWords.of(text).stream().filter(SERVICES::containsKey).limit(3).forEach(services::add);
        return services;
    }

    /** What else a switch may be about: whatever it is, addresses that carry credentials may name it as well. */
    static Set<String> other(KeyPath key) {
        Set<String> words = new LinkedHashSet<>();
        NameWords.of(key.toString()).stream()
                .filter(word -> word.length() > 2 && !OF_NONE.contains(word))
                .limit(3)
                .forEach(words::add);
        return words;
    }

    /** The schemes of a service's addresses; empty where they begin like any other's. */
    static List<String> schemes(String service) {
        return SERVICES.getOrDefault(service, List.of());
    }

    static boolean isBare(Scope.Found found, String service, List<String> schemes) {
        String text = found.leaf().text();
        if (text.length() > 2_000 || !text.contains("://")) {
            return false;
        }
        Optional<Address> address = Address.of(text);
        if (address.isEmpty()) {
            return false;
        }
        boolean of = schemes.contains(address.get().scheme())
                || (schemes.isEmpty()
                        && (SERVICES.containsKey(service)
                                || CARRYING.contains(address.get().scheme()))
                        && (NameWords.of(address.get().host()).contains(service)
                                || NameWords.of(found.leaf().key().toString()).contains(service)));
        return of && !text.contains("@") && !text.contains("password=") && !hasCredentialsBeside(found);
    }

    private static boolean hasCredentialsBeside(Scope.Found found) {
        KeyPath key = found.leaf().key();
        String name = key.lastName().toLowerCase(Locale.ROOT);
        Node around = Lookup.node(found.part(), key.parent())
                .filter(node -> !(node instanceof Node.Sequence))
                .or(() -> Lookup.node(found.part(), key.parent().parent()))
                .orElse(null);
        if (!(around instanceof Node.Mapping map)) {
            return false;
        }
        List<String> own = NameWords.of(name);
        boolean flat = map.entries().size() > 12;
        return map.entries().stream()
                .filter(entry -> !Nodes.isBlank(entry.value()))
                .anyMatch(entry -> {
                    List<String> words = NameWords.of(entry.key());
                    return words.stream().anyMatch(CREDENTIALS::contains)
                            && (!flat || own.isEmpty() || words.contains(own.get(0)));
                });
    }
}
