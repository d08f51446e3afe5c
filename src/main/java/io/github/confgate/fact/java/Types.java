package io.github.confgate.fact.java;

import java.util.List;
import java.util.Optional;

/** Tells the type of an expression, as far as declarations near it do. */
final class Types {

    private static final int MOST_LEVELS = 12;

    private Types() {}

    /** The type; {@link TypeUse#NONE} when nothing near tells it. */
    static TypeUse of(Code code, Decl in, Program program) {
        return of(code, in, program, 0);
    }

    private static TypeUse of(Code code, Decl in, Program program, int level) {
        if (level > MOST_LEVELS) {
            return TypeUse.NONE;
        }
        if (code instanceof Code.Name name) {
            return ofName(name, in, program, level);
        }
        if (code instanceof Code.Member member) {
            if (member.of() instanceof Code.Name name && name.name().equals("this")) {
                return field(in, member.name(), program);
            }
            TypeUse of = of(member.of(), in, program, level + 1);
            return program.type(of.name(), in.file())
                    .map(decl -> field(decl, member.name(), program))
                    .orElse(TypeUse.NONE);
        }
        if (code instanceof Code.Create made) {
            return made.type();
        }
        if (code instanceof Code.Text) {
            return new TypeUse("String", List.of(), false);
        }
        if (code instanceof Code.Assign assigned) {
            return of(assigned.value(), in, program, level + 1);
        }
        return code instanceof Code.Call call ? ofCall(call, in, program, level) : TypeUse.NONE;
    }

    private static TypeUse ofName(Code.Name use, Decl in, Program program, int level) {
        String name = use.name();
        if (name.equals("this")) {
            return new TypeUse(in.type().name(), List.of(), false);
        }
        Code binder = in.method() == null || in.parameter(name) >= 0 ? null : Decl.binder(in.method(), use);
        if (binder instanceof Code.Call) {
            return TypeUse.NONE; // of a lambda's parameter
        }
        if (binder instanceof Code.Local local) {
            boolean told = !local.type().name().equals("var");
            return told || local.value() == null ? local.type() : of(local.value(), in, program, level + 1);
        }
        Optional<TypeUse> declared = in.typeOf(name);
        if (declared.isPresent()) {
            return declared.get();
        }
        if (in.method() != null) {
            Optional<Code.Local> local = Decl.local(in.method(), name);
            if (local.isPresent() && local.get().value() != null) {
                return of(local.get().value(), in, program, level + 1);
            }
        }
        return field(in, name, program);
    }

    private static TypeUse field(Decl in, String name, Program program) {
        return program.withInherited(in)
                .flatMap(decl -> decl.typeOf(name).stream())
                .findFirst()
                .or(() -> Program.around(in)
                        .map(outer -> field(outer, name, program))
                        .filter(type -> !type.equals(TypeUse.NONE)))
                .orElse(Character.isUpperCase(name.charAt(0)) ? new TypeUse(name, List.of(), false) : TypeUse.NONE);
    }

    private static TypeUse ofCall(Code.Call call, Decl in, Program program, int level) {
        Optional<Decl> owner = call.on() == null
                ? Optional.of(in)
                : program.type(of(call.on(), in, program, level + 1).name(), in.file());
        return owner.stream()
                .flatMap(program::withInherited)
                .flatMap(decl -> decl.type().methods().stream()
                        .filter(method -> method.name().equals(call.name())
                                && method.parameters().size()
                                        == call.arguments().size())
                        .map(JavaFile.Method::gives))
                .findFirst()
                .or(() -> owner.filter(decl -> call.arguments().isEmpty())
                        .map(decl -> generated(call.name(), decl, program)))
                .orElse(TypeUse.NONE);
    }

    /** What an accessor gives that nobody wrote: of a record, or made by Lombok. */
    private static TypeUse generated(String accessor, Decl owner, Program program) {
        return program.withInherited(owner)
                .flatMap(decl -> decl.typeOf(property(accessor)).stream())
                .findFirst()
                .orElse(TypeUse.NONE);
    }

    /** {@code url} of {@code getUrl}, {@code isUrl} and {@code url}. */
    static String property(String accessor) {
        for (String start : List.of("get", "is")) {
            int length = start.length();
            if (accessor.length() > length
                    && accessor.startsWith(start)
                    && Character.isUpperCase(accessor.charAt(length))) {
                return Character.toLowerCase(accessor.charAt(length)) + accessor.substring(length + 1);
            }
        }
        return accessor;
    }
}
