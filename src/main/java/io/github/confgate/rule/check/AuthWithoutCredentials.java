package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds authentication that a service now asks for while an address of it carries no credentials. */
record AuthWithoutCredentials(RuleSheet sheet) implements RangeRule {

    private static final KeyGlob SWITCHES = KeyGlob.parse(
            "**.{*-auth,*-authentication,*-authorization,*-sasl,*-security}.{enabled,enable,required,authorization}");
    private static final KeyGlob NAMED_SWITCHES = KeyGlob.parse(
            "**.{*-auth,*-auth-enabled,*-authentication,*-authentication-enabled,*-authorization-enabled,"
                    + "*-require-auth,*-auth-required,*-enable-auth,*-sasl-enabled,*-security-enabled,*-acl-enabled,*-use-password}");
    private static final KeyGlob PASSWORDS = KeyGlob.parse("**.{*-requirepass,*-require-pass,*-requirepass-secret}");

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

    @Override
    public void look(List<Facts> changes, Said said) {
        for (Facts facts : changes) {
            if (isSwitchedOn(facts.change())) {
                for (String service : services(facts)) {
                    search(facts, service, said);
                }
            }
        }
    }

    private static boolean isSwitchedOn(Change change) {
        Leaf now = change.after().orElse(null);
        if (now == null || change.kind() == Change.Kind.MOVED) {
            return false;
        }
        String old = change.before().map(Leaf::text).orElse("");
        if (PASSWORDS.matches(now.key())) {
            return !Nodes.isBlank(now.value()) && old.isBlank();
        }
        boolean on = Value.Truth.of(now.text()).filter(Value.Truth::isTrue).isPresent();
        boolean wasOn = Value.Truth.of(old).filter(Value.Truth::isTrue).isPresent();
        return on && !wasOn && (SWITCHES.matches(now.key()) || NAMED_SWITCHES.matches(now.key()));
    }

    /** The services that the key, else the file, is about. */
    private static Set<String> services(Facts facts) {
        Set<String> services = named(facts.change().key().toString());
        if (services.isEmpty()) {
            services = named(facts.change().path());
        }
        // What Elasticsearch calls its own.
        if (services.remove("xpack")) {
            services.add("elasticsearch");
        }
        return services;
    }

    private static Set<String> named(String text) {
        Set<String> services = new LinkedHashSet<>();
        NameWords.of(text).stream().filter(SERVICES::containsKey).limit(3).forEach(services::add);
        return services;
    }

    private static void search(Facts facts, String service, Said said) {
        Map<String, Scope.Found> bare = new LinkedHashMap<>();
        List<String> schemes = SERVICES.getOrDefault(service, List.of());
        Scope scope = Scope.of(facts);
        for (String word : schemes.isEmpty() ? List.of(service) : List.of(service, schemes.get(0))) {
            scope.leavesOf(word)
                    .filter(found -> isBareAddress(found, service, schemes))
                    .forEach(found -> bare.putIfAbsent(found.place(), found));
        }
        if (!bare.isEmpty()) {
            Scope.Found first = bare.values().iterator().next();
            said.at(
                    facts,
                    facts.change().key() + " switches authentication on for " + service + " in " + Shown.place(facts)
                            + ", and " + first.leaf().key() + " (" + first.place() + ") carries no credentials"
                            + (bare.size() == 1 ? "" : "; " + (bare.size() - 1) + " others neither"));
        }
    }

    private static boolean isBareAddress(Scope.Found found, String service, List<String> schemes) {
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
