package io.github.confgate.fact.java;

import io.github.confgate.fact.java.Reading.Holder;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Parts of Typesafe's {@code Config} that are handed to somebody who reads whatever is in them: kept in a field and given
 * out as they are, or given to a library that takes its settings from them.
 */
final class ConfigEscapes {

    private static final Set<String> TAKING = Set.of("apply", "create", "of", "from", "load");

    private final Program program;
    private final ConfigPrefixes prefixes;
    private final ConfigTypes types;
    private final Consumer<Reading> below;

    ConfigEscapes(Program program, ConfigPrefixes prefixes, Consumer<Reading> below) {
        this.program = program;
        this.prefixes = prefixes;
        this.types = prefixes.types();
        this.below = below;
    }

    /** @param inner whether a name may stand within a key that is asked for */
    void read(Decl decl, Predicate<String> inner) {
        boolean wrapper = decl.type().above().stream().anyMatch(use -> types.isConfig(use, decl.file()));
        if (wrapper) {
            return;
        }
        Program.bodies(decl).forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
            if (code instanceof Code.Assign assign && isGivenOut(Flow.field(assign.target()), decl)) {
                emit(assign.value(), assign.value().at(), body.in(), inner);
            } else if (code instanceof Code.Call call && call.on() != null && isOfLibrary(call, body.in())) {
                call.arguments().stream()
                        .filter(each -> types.isConfig(each, body.in()))
                        .forEach(each -> emit(each, call.at(), body.in(), inner));
            }
        }));
    }

    private boolean isGivenOut(String field, Decl decl) {
        return !field.isEmpty()
                && decl.type()
                        .field(field)
                        .filter(each -> types.isConfig(each.type(), decl.file()))
                        .isPresent()
                && decl.type().methods().stream()
                        .anyMatch(method -> method.parameters().isEmpty()
                                && method.body().size() == 1
                                && method.body().get(0) instanceof Code.Return only
                                && Flow.field(only.value()).equals(field));
    }

    /** {@code ConsumerSettings.apply(config)}. */
    private boolean isOfLibrary(Code.Call call, Decl in) {
        return TAKING.contains(call.name())
                && call.on() instanceof Code.Name name
                && name.name().matches("[A-Z]\\w*(Settings|Configurator|Properties|Options)")
                && program.type(name.name(), in.file()).isEmpty();
    }

    private void emit(Code config, Place at, Decl in, Predicate<String> inner) {
        if (!types.isConfig(config, in)) {
            return;
        }
        for (KeyRef prefix : prefixes.of(config, in)) {
            List<String> names = prefix.names();
            if (names.size() > 1 && !prefix.open() && inner.test(names.get(names.size() - 1))) {
                below.accept(new Reading(
                        prefix.withBelow(), in, at, TypeUse.NONE, null, false, List.of(), new Holder.Nowhere()));
            }
        }
    }
}
