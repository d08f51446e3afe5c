package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A part of an address that sheets ask about. */
enum AddressPart {
    HOST,
    PORT,
    SCHEME,
    PATH;

    static final List<String> IDS = List.of("host", "port", "scheme", "path");

    private static final Map<String, String> PORTS = Map.ofEntries(
            Map.entry("http", "80"),
            Map.entry("https", "443"),
            Map.entry("ws", "80"),
            Map.entry("wss", "443"),
            Map.entry("ldap", "389"),
            Map.entry("ldaps", "636"),
            Map.entry("redis", "6379"),
            Map.entry("rediss", "6379"),
            Map.entry("amqp", "5672"),
            Map.entry("amqps", "5671"),
            Map.entry("postgres", "5432"),
            Map.entry("postgresql", "5432"),
            Map.entry("jdbc:postgresql", "5432"),
            Map.entry("mysql", "3306"),
            Map.entry("jdbc:mysql", "3306"),
            Map.entry("jdbc:mariadb", "3306"),
            Map.entry("mongodb", "27017"),
            Map.entry("nats", "4222"),
            Map.entry("ftp", "21"),
            Map.entry("ssh", "22"),
            Map.entry("sftp", "22"));

    static AddressPart named(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    String of(Address address) {
        return switch (this) {
            case HOST -> address.host();
            case PORT -> address.port();
            case SCHEME -> address.scheme();
            case PATH -> address.path();
        };
    }

    /** This part of every address in a value, as far as it counts: a port that the scheme stands for is none. */
    List<String> told(String text) {
        List<String> parts = new ArrayList<>(1);
        for (Address address : Address.in(text)) {
            boolean usual = this == PORT && address.port().equals(PORTS.get(address.scheme()));
            parts.add(usual ? "" : of(address));
        }
        return parts;
    }

    /** This part of every address in a value. */
    List<String> in(String text) {
        List<String> parts = new ArrayList<>(1);
        for (Address address : Address.in(text)) {
            parts.add(of(address));
        }
        return parts;
    }
}
