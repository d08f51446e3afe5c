package io.github.confgate.fact.java;

import io.github.confgate.fact.java.KeyRef.From;
import io.github.confgate.fact.java.Reading.Holder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keys that are read from Typesafe's {@code Config}, with the chain of {@code getConfig} before them. */
final class ConfigReads {

    private final Texts texts;
    private final ConfigPrefixes prefixes;
    private final Consumer<Reading> out;

    ConfigReads(Texts texts, ConfigPrefixes prefixes, Consumer<Reading> out) {
        this.texts = texts;
        this.prefixes = prefixes;
        this.out = out;
    }

    void read(Decl decl, Predicate<List<String>> wanted) {
        Program.bodies(decl).forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
            if (code instanceof Code.Call call && isRead(call, body.in())) {
                read(call, body.in(), wanted);
            }
        }));
    }

    private boolean isRead(Code.Call call, Decl in) {
        String name = call.name();
        boolean named = name.startsWith("get") || name.startsWith("has") || name.equals("entrySet");
        return named && call.on() != null && !call.arguments().isEmpty() && prefixes.isConfig(call.on(), in);
    }

    private void read(Code.Call call, Decl in, Predicate<List<String>> wanted) {
        Code on = call.on();
        Optional<String> text = texts.of(call.arguments().get(0), in);
        if (text.isEmpty() || on == null) {
            return;
        }
        KeyRef key = KeyRef.of(text.get(), From.CONFIGURATION);
        // Where a chain begins is searched for only where its end may be what is asked for.
        if (!wanted.test(key.names())) {
            return;
        }
        boolean subtree = call.name().equals("getConfig") || call.name().equals("getObject");
        if (subtree) {
            return;
        }
        for (KeyRef prefix : prefixes.of(on, in)) {
            out.accept(new Reading(
                    key.under(prefix),
                    in,
                    call.at(),
                    type(call.name()),
                    null,
                    false,
                    List.of(),
                    new Holder.InCode(call)));
        }
    }

    private static TypeUse type(String method) {
        String name = method.startsWith("get") ? method.substring(3) : "";
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("duration")) {
            return new TypeUse("Duration", List.of(), false);
        }
        return switch (name) {
            case "Int" -> new TypeUse("int", List.of(), false);
            case "Long" -> new TypeUse("long", List.of(), false);
            case "Double" -> new TypeUse("double", List.of(), false);
            case "Boolean" -> new TypeUse("boolean", List.of(), false);
            case "String" -> new TypeUse("String", List.of(), false);
            default -> TypeUse.NONE;
        };
    }
}
