package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Constant;
import io.github.confgate.fact.java.JavaFile.Field;
import io.github.confgate.fact.java.JavaFile.Kind;
import io.github.confgate.fact.java.JavaFile.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out the text of an expression: literals, constants of this and other types, what is put together of them. A
 * piece that only running code knows is {@link Keys#UNKNOWN}.
 */
final class Texts {

    private static final int MOST_LEVELS = 12;

    private final Program program;

    Texts(Program program) {
        this.program = program;
    }

    /** The text; empty when nothing of it is known. */
    Optional<String> of(Code code, Decl in) {
        return of(code, in, Map.of());
    }

    /** @param given the texts of parameters that a caller gave */
    Optional<String> of(Code code, Decl in, Map<String, String> given) {
        String text = text(code, in, given, 0);
        return text == null || text.isEmpty() || text.chars().allMatch(c -> c == Keys.UNKNOWN)
                ? Optional.empty()
                : Optional.of(text);
    }

    /** The same, where a method of the repository may give the text: {@code config.getConfigPath()}. */
    Optional<String> ofGetter(Code code, Decl in, Map<String, String> given) {
        Optional<String> own = of(code, in, given);
        return own.isPresent()
                        || !(code instanceof Code.Call call)
                        || !call.arguments().isEmpty()
                ? own
                : program.target(call, in).flatMap(this::given);
    }

    /** What a method gives that does nothing else. */
    private Optional<String> given(Decl getter) {
        Method method = getter.method();
        return method != null && method.body().size() == 1 && method.body().get(0) instanceof Code.Return only
                ? of(only.value(), getter)
                : Optional.empty();
    }

    private @Nullable String text(@Nullable Code code, Decl in, Map<String, String> given, int level) {
        if (code == null || level > MOST_LEVELS) {
            return null;
        }
        if (code instanceof Code.Text text) {
            return text.value();
        }
        if (code instanceof Code.Literal literal) {
            return literal.text().equals("null") ? null : literal.text();
        }
        if (code instanceof Code.Join join) {
            String left = text(join.left(), in, given, level + 1);
            String right = text(join.right(), in, given, level + 1);
            return left == null && right == null ? null : piece(left) + piece(right);
        }
        if (code instanceof Code.Name name) {
            return given.containsKey(name.name()) ? given.get(name.name()) : named(name.name(), in, given, level);
        }
        if (code instanceof Code.Member member) {
            return member(member, in, given, level);
        }
        if (code instanceof Code.Call call) {
            return called(call, in, given, level);
        }
        return null;
    }

    private static String piece(@Nullable String text) {
        return text == null ? String.valueOf(Keys.UNKNOWN) : text;
    }

    private @Nullable String named(String name, Decl in, Map<String, String> given, int level) {
        Method method = in.method();
        if (method != null) {
            Optional<Code.Local> local = Decl.local(method, name);
            if (local.isPresent()) {
                return text(local.get().value(), in, given, level + 1);
            }
            if (in.parameter(name) >= 0) {
                return null;
            }
        }
        Optional<Decl> here = Optional.of(in);
        while (here.isPresent()) {
            Optional<String> found = constant(here.get(), name, level);
            if (found.isPresent()) {
                return found.get();
            }
            here = Program.around(here.get());
        }
        return in.file().imports().stream()
                .filter(imported -> imported.endsWith("." + name) || imported.endsWith(".*"))
                .map(imported -> imported.substring(0, imported.lastIndexOf('.')))
                .filter(type -> Character.isUpperCase(type.charAt(type.lastIndexOf('.') + 1)))
                .flatMap(type -> program.type(type, in.file()).stream())
                .flatMap(decl -> constant(decl, name, level).stream())
                .findFirst()
                .orElse(null);
    }

    /** The text of a constant or of a field with a value of its own. */
    private Optional<String> constant(Decl type, String name, int level) {
        Optional<String> own = program.withInherited(type)
                .flatMap(decl -> decl.type().field(name).stream()
                        .map(Field::value)
                        .flatMap(value ->
                                Optional.ofNullable(text(value, Decl.of(decl.file(), decl.type()), Map.of(), level + 1))
                                        .stream()))
                .findFirst();
        return own.or(() -> ofEnum(type, name, level));
    }

    /** What the constructor of an enum's constant gets first: the name of a key in enums of keys. */
    private Optional<String> ofEnum(Decl type, String name, int level) {
        return type.type().kind() != Kind.ENUM
                ? Optional.empty()
                : type.type().constants().stream()
                        .filter(constant -> constant.name().equals(name))
                        .map(Constant::arguments)
                        .filter(arguments -> !arguments.isEmpty() && !(arguments.get(0) instanceof Code.Literal))
                        .flatMap(arguments ->
                                Optional.ofNullable(text(arguments.get(0), type, Map.of(), level + 1)).stream())
                        .findFirst();
    }

    private @Nullable String member(Code.Member member, Decl in, Map<String, String> given, int level) {
        if (member.of() instanceof Code.Name name
                && (name.name().equals("this") || name.name().equals("super"))) {
            return named(member.name(), in.in(null), given, level + 1);
        }
        Optional<Decl> type = dotted(member.of()).flatMap(name -> program.type(name, in.file()));
        return type.flatMap(decl -> constant(decl, member.name(), level)).orElse(null);
    }

    static Optional<String> dotted(Code code) {
        if (code instanceof Code.Name name) {
            return Optional.of(name.name());
        }
        return code instanceof Code.Member member
                ? dotted(member.of()).map(of -> of + "." + member.name())
                : Optional.empty();
    }

    private @Nullable String called(Code.Call call, Decl in, Map<String, String> given, int level) {
        Code on = call.on();
        List<Code> arguments = call.arguments();
        if (call.name().equals("format") && !arguments.isEmpty()) {
            String format = text(arguments.get(0), in, given, level + 1);
            return format == null ? null : filled(format, arguments.subList(1, arguments.size()), in, given, level);
        }
        if (call.name().equals("formatted") && on != null) {
            String format = text(on, in, given, level + 1);
            return format == null ? null : filled(format, arguments, in, given, level);
        }
        if (call.name().equals("concat") && on != null && arguments.size() == 1) {
            return text(new Code.Join(on, arguments.get(0), call.at()), in, given, level + 1);
        }
        if (arguments.isEmpty() && on instanceof Code.Member member) {
            return ofConstant(member, call.name(), in, level);
        }
        if (arguments.isEmpty()
                && on instanceof Code.Name name
                && Character.isUpperCase(name.name().charAt(0))) {
            return named(name.name(), in, given, level + 1);
        }
        return null;
    }

    private String filled(String format, List<Code> arguments, Decl in, Map<String, String> given, int level) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '%' && i + 1 < format.length() && format.charAt(i + 1) == 's') {
                out.append(piece(next < arguments.size() ? text(arguments.get(next), in, given, level + 1) : null));
                next++;
                i++;
            } else {
                out.append(format.charAt(i));
            }
        }
        return out.toString();
    }

    /** {@code Key.TIMEOUT.path()}: what the getter gives of the constant's own arguments. */
    private @Nullable String ofConstant(Code.Member constant, String getter, Decl in, int level) {
        Optional<Decl> type = dotted(constant.of()).flatMap(name -> program.type(name, in.file()));
        if (type.isEmpty() || type.get().type().kind() != Kind.ENUM) {
            return type.flatMap(decl -> constant(decl, constant.name(), level)).orElse(null);
        }
        Decl owner = type.get();
        int place = owner.type().methods().stream()
                .filter(method -> method.name().equals(getter))
                .flatMap(Method::all)
                .filter(Code.Return.class::isInstance)
                .map(code -> Flow.field(((Code.Return) code).value()))
                .flatMap(field -> owner.type().constructors().map(made -> parameterOf(made, field)))
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(0);
        return owner.type().constants().stream()
                .filter(each ->
                        each.name().equals(constant.name()) && each.arguments().size() > place)
                .map(each -> Optional.ofNullable(text(each.arguments().get(place), owner, Map.of(), level + 1)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The parameter of a constructor that a field is set from. */
    private static int parameterOf(Method constructor, String field) {
        for (Code code : constructor.body()) {
            if (code instanceof Code.Assign assign
                    && Flow.field(assign.target()).equals(field)
                    && assign.value() instanceof Code.Name name) {
                for (int i = 0; i < constructor.parameters().size(); i++) {
                    if (constructor.parameters().get(i).name().equals(name.name())) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }
}
