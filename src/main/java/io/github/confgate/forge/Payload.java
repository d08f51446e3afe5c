package io.github.confgate.forge;

import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.ScalarType;
import io.github.confgate.document.format.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON from the forge: an event, an answer of its API. What is missing, null or of another kind is empty.
 *
 * <p>Read by the JSON parser alone: the titles and messages in it are hostile, and must not make it a template or
 * ciphertext.
 */
final class Payload {

    private final @Nullable Node node;

    private Payload(@Nullable Node node) {
        this.node = node;
    }

    /** Empty when it is no JSON. */
    static Optional<Payload> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Parsed parsed = new JsonParser(Format.JSON).parse("payload", text, Limits.standard());
        return parsed instanceof Parsed.Ok ok
                ? Optional.of(new Payload(ok.document().parts().get(0).root()))
                : Optional.empty();
    }

    static Payload nothing() {
        return new Payload(null);
    }

    Payload at(String... names) {
        Node at = node;
        for (String name : names) {
            at = at instanceof Node.Mapping map ? map.get(name) : null;
        }
        return new Payload(at);
    }

    /** The value of a scalar; empty text where there is none. */
    String text(String... names) {
        return at(names).node instanceof Node.Scalar scalar && scalar.type() != ScalarType.NULL ? scalar.text() : "";
    }

    boolean isTrue(String... names) {
        return text(names).equals("true");
    }

    /** A number; 0 where there is none. */
    long number(String... names) {
        try {
            return Long.parseLong(text(names));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Optional<Instant> instant(String... names) {
        try {
            return Optional.of(Instant.parse(text(names)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    List<Payload> items() {
        return node instanceof Node.Sequence list
                ? list.items().stream().map(Payload::new).toList()
                : List.of();
    }
}
