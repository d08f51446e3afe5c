package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.KeyRef.From;
import io.github.confgate.fact.java.Reading.Holder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys that are given to methods: of libraries, and of the repository's own that hand them on to a library. */
final class CallReads {

    private static final int MOST_LEVELS = 3;
    private static final Set<String> RESOLVING =
            Set.of("resolvePlaceholders", "resolveRequiredPlaceholders", "resolveEmbeddedValue", "resolveStringValue");

    private final Program program;
    private final Texts texts;
    private final Set<String> lastNames;
    private final Consumer<Reading> out;

    /** @param lastNames folded last names of the keys that somebody asks for */
    CallReads(Program program, Texts texts, Set<String> lastNames, Consumer<Reading> out) {
        this.program = program;
        this.texts = texts;
        this.lastNames = lastNames;
        this.out = out;
    }

    void read(Decl decl) {
        Program.bodies(decl).forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
            if (code instanceof Code.Call call && !call.arguments().isEmpty()) {
                read(call, body.in());
            }
        }));
    }

    private void read(Code.Call call, Decl in) {
        if (RESOLVING.contains(call.name())) {
            texts.of(call.arguments().get(0), in).ifPresent(text -> Placeholders.of(text)
                    .forEach(each -> emit(
                            KeyRef.of(each.key(), From.CONFIGURATION),
                            call,
                            in,
                            TypeUse.NONE,
                            each.fallback(),
                            false)));
            return;
        }
        Optional<ReadCall> known = ReadCall.of(call, in, program);
        if (known.isPresent()) {
            Optional<String> text = texts.of(call.arguments().get(0), in);
            text.ifPresent(key -> emit(
                    KeyRef.of(key, known.get().from()),
                    call,
                    in,
                    type(call, known.get()),
                    fallback(call, in),
                    known.get().required()));
            return;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Optional<String> text = texts.of(call.arguments().get(i), in);
            if (text.isPresent() && isWanted(text.get())) {
                handedOn(call, i, text.get(), in);
            }
        }
    }

    private boolean isWanted(String text) {
        List<String> names = Keys.names(text);
        return !names.isEmpty()
                && (lastNames.contains(names.get(names.size() - 1)) || lastNames.contains(String.join("", names)));
    }

    /** A method of the repository that reads the key that it is given. */
    private void handedOn(Code.Call call, int place, String text, Decl in) {
        program.target(call, in).ifPresent(callee -> {
            Method method = callee.method();
            if (method != null && place < method.parameters().size()) {
                Map<String, String> given = new HashMap<>();
                for (int i = 0; i < call.arguments().size(); i++) {
                    String name = method.parameters().get(i).name();
                    texts.of(call.arguments().get(i), in).ifPresent(value -> given.put(name, value));
                }
                given.put(method.parameters().get(place).name(), text);
                within(callee, method.parameters().get(place).name(), given, 0)
                        .ifPresent(found -> emit(
                                found.key(),
                                call,
                                in,
                                found.type(),
                                fallbackOf(call, place, found, in),
                                found.required()));
            }
        });
    }

    private @Nullable String fallbackOf(Code.Call call, int place, Inner found, Decl in) {
        return call.arguments().size() == 2 && place == 0
                ? texts.of(call.arguments().get(1), in).orElse(found.fallback())
                : found.fallback();
    }

    private record Inner(KeyRef key, TypeUse type, @Nullable String fallback, boolean required) {}

    private Optional<Inner> within(Decl callee, String parameter, Map<String, String> given, int level) {
        Method method = callee.method();
        if (method == null || level > MOST_LEVELS) {
            return Optional.empty();
        }
        return method.all()
                .filter(Code.Call.class::isInstance)
                .map(Code.Call.class::cast)
                .filter(call -> call.arguments().stream().anyMatch(code -> names(code, parameter)))
                .flatMap(call -> inner(call, callee, parameter, given, level).stream())
                .findFirst();
    }

    private Optional<Inner> inner(Code.Call call, Decl in, String parameter, Map<String, String> given, int level) {
        Optional<ReadCall> known = ReadCall.of(call, in, program);
        Code first = call.arguments().get(0);
        if (known.isPresent() && names(first, parameter)) {
            return texts.of(first, in, given)
                    .map(text -> new Inner(
                            KeyRef.of(text, known.get().from()),
                            type(call, known.get()),
                            fallback(call, in),
                            known.get().required()));
        }
        for (int i = 0; known.isEmpty() && i < call.arguments().size(); i++) {
            Code argument = call.arguments().get(i);
            Optional<Decl> next = names(argument, parameter) ? program.target(call, in) : Optional.empty();
            Method method = next.map(Decl::method).orElse(null);
            Optional<String> text = method == null ? Optional.empty() : texts.of(argument, in, given);
            if (method != null && text.isPresent()) {
                String name = method.parameters().get(i).name();
                return within(next.get(), name, Map.of(name, text.get()), level + 1);
            }
        }
        return Optional.empty();
    }

    private static boolean names(Code code, String parameter) {
        return code.all()
                .anyMatch(each -> each instanceof Code.Name name && name.name().equals(parameter));
    }

    private static TypeUse type(Code.Call call, ReadCall known) {
        if (!known.type().isEmpty()) {
            return new TypeUse(known.type(), List.of(), false);
        }
        return call.arguments().stream()
                .filter(Code.TypeOf.class::isInstance)
                .map(code -> ((Code.TypeOf) code).type())
                .findFirst()
                .orElse(TypeUse.NONE);
    }

    private @Nullable String fallback(Code.Call call, Decl in) {
        List<Code> arguments = call.arguments();
        Code last = arguments.get(arguments.size() - 1);
        return arguments.size() < 2 || last instanceof Code.TypeOf
                ? null
                : texts.of(last, in).orElse(null);
    }

    private void emit(KeyRef key, Code.Call call, Decl in, TypeUse type, @Nullable String fallback, boolean required) {
        out.accept(new Reading(
                key, in, call.at(), type, fallback, required && fallback == null, List.of(), new Holder.InCode(call)));
    }
}
