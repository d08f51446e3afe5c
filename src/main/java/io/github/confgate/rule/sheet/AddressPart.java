package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of an address that sheets ask about. */
enum AddressPart {
    HOST,
    PORT,
    SCHEME,
    PATH;

    static final List<String> IDS = List.of("host", "port", "scheme", "path");

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

    /** This part of every address in a value. */
    List<String> in(String text) {
        List<String> parts = new ArrayList<>(1);
        for (Address address : Address.in(text)) {
            parts.add(of(address));
        }
        return parts;
    }
}
