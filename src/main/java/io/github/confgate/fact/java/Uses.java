package io.github.confgate.fact.java;

import java.util.List;
import java.util.Optional;

/** Tells of which client a call is: by the type of what it is called on, near by in the code. */
final class Uses {

    private static final List<Client> CLIENTS = Client.all();

    private Uses() {}

    static Optional<Client> of(Code code, Decl in, Program program) {
        if (code instanceof Code.Create made) {
            String name = "new " + made.type().simple();
            return CLIENTS.stream()
                    .filter(client -> client.uses().contains(name) && client.isMeantIn(in.file()))
                    .findFirst();
        }
        if (!(code instanceof Code.Call call) || call.on() == null) {
            return Optional.empty();
        }
        Optional<Client> property = call.arguments().size() < 2
                ? Optional.empty()
                : CLIENTS.stream().filter(client -> client.takes(call)).findFirst();
        if (property.isPresent()) {
            return property;
        }
        boolean named = CLIENTS.stream()
                .anyMatch(client -> client.uses().stream().anyMatch(use -> use.endsWith("." + call.name())));
        if (!named) {
            return Optional.empty();
        }
        String type = type(call.on(), in, program);
        return type.isEmpty()
                ? Optional.empty()
                : CLIENTS.stream()
                        .filter(client ->
                                client.uses().contains(type + "." + call.name()) && client.isMeantIn(in.file()))
                        .findFirst();
    }

    /** The type of an expression; of a chain of builders, that at its beginning. */
    static String type(Code on, Decl in, Program program) {
        TypeUse type = Types.of(on, in, program);
        if (!type.equals(TypeUse.NONE)) {
            String name = type.name();
            return name.indexOf('.') > 0 && Character.isUpperCase(name.charAt(0)) ? name : type.simple();
        }
        if (on instanceof Code.Call call && call.on() != null) {
            return type(call.on(), in, program);
        }
        return on instanceof Code.Name name && Character.isUpperCase(name.name().charAt(0)) ? name.name() : "";
    }
}
