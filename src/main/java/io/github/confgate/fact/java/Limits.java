package io.github.confgate.fact.java;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How code says a limit of time: as a number with its unit, or as the key that holds it. */
final class Limits {

    private static final int MOST_LEVELS = 3;

    private Limits() {}

    static String of(List<Code> arguments, Decl in, Client client, Program program, Texts texts) {
        Code first = arguments.get(0);
        Optional<String> text = Defaults.of(first, in, texts);
        if (text.isPresent()) {
            boolean number = text.get().chars().allMatch(Character::isDigit);
            return number ? text.get() + " " + unit(arguments, client) : text.get();
        }
        Code inner = first instanceof Code.Call call
                        && call.on() instanceof Code.Name
                        && call.arguments().size() == 1
                ? call.arguments().get(0)
                : first;
        return key(inner, in, program, texts, 0).orElseGet(() -> said(inner));
    }

    private static String unit(List<Code> arguments, Client client) {
        return arguments.size() > 1 && arguments.get(1) instanceof Code.Member member
                ? member.name().toLowerCase(Locale.ROOT)
                : client.unit();
    }

    /** The key that a field, a parameter or a member of a bound type is read from. */
    private static Optional<String> key(Code code, Decl in, Program program, Texts texts, int level) {
        if (code instanceof Code.Call call
                && call.on() != null
                && call.arguments().isEmpty()) {
            return program.type(Types.of(call.on(), in, program).name(), in.file())
                    .flatMap(decl -> Mark.find(decl.type().marks(), "ConfigurationProperties", "ConfigMapping")
                            .flatMap(mark -> mark.value("prefix", "value"))
                            .flatMap(prefix -> texts.of(prefix, decl)))
                    .map(prefix -> prefix + "." + dashed(Types.property(call.name())));
        }
        String name = Flow.field(code);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int place = code instanceof Code.Name ? in.parameter(name) : -1;
        JavaFile.Method method = in.method();
        List<Mark> marks = method == null || place < 0
                ? in.type().field(name).map(JavaFile.Field::marks).orElse(List.of())
                : method.parameters().get(place).marks();
        Optional<String> own = Mark.find(marks, "Value", "ConfigProperty")
                .flatMap(mark -> mark.value("value", "name"))
                .flatMap(value -> texts.of(value, in))
                .map(text -> Placeholders.of(text).stream()
                        .findFirst()
                        .map(Placeholders.Placeholder::key)
                        .orElse(text));
        if (own.isPresent() || level > MOST_LEVELS) {
            return own;
        }
        if (method != null && place >= 0) {
            return program.callers(in, method)
                    .flatMap(site -> key(site.arguments().get(place), site.in(), program, texts, level + 1).stream())
                    .findFirst();
        }
        return Program.bodies(in.in(null))
                .flatMap(body -> body.code()
                        .flatMap(Code::all)
                        .filter(each -> each instanceof Code.Assign assign
                                && Flow.field(assign.target()).equals(name))
                        .flatMap(each ->
                                key(((Code.Assign) each).value(), body.in(), program, texts, level + 1).stream()))
                .findFirst();
    }

    /** {@code read-timeout} of {@code readTimeout}. */
    private static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String said(Code code) {
        return Texts.dotted(code).orElse(code instanceof Code.Call call ? call.name() + "()" : "a value of the code");
    }
}
