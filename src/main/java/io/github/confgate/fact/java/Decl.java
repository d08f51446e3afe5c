package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Field;
import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.JavaFile.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A type and the file that declares it; with a method, a place where names mean something. */
record Decl(JavaFile file, JavaFile.Type type, @Nullable Method method) {

    static Decl of(JavaFile file, JavaFile.Type type) {
        return new Decl(file, type, null);
    }

    Decl in(@Nullable Method other) {
        return new Decl(file, type, other);
    }

    /** The declared type of a name: of a variable, a parameter, a component or a field; {@code var} tells none. */
    Optional<TypeUse> typeOf(String name) {
        Method here = method;
        if (here != null) {
            Optional<TypeUse> inside = here.parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::type)
                    .findFirst()
                    .or(() -> local(here, name).map(Code.Local::type).filter(type -> !type.name()
                            .equals("var")));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return type.field(name).map(Field::type).or(() -> type.components().stream()
                .filter(component -> component.name().equals(name))
                .map(Parameter::type)
                .findFirst());
    }

    /** The variable of a method that has a name. */
    static Optional<Code.Local> local(Method method, String name) {
        return method.all()
                .filter(Code.Local.class::isInstance)
                .map(Code.Local.class::cast)
                .filter(local -> local.name().equals(name))
                .findFirst();
    }

    /**
     * What gives a name its meaning where it is used within a method: the latest variable of the name before it, or the
     * call that is given a lambda with such a parameter; null when neither is there.
     */
    static @Nullable Code binder(Method method, Code.Name use) {
        Code latest = null;
        Place at = new Place(0, 0);
        for (Code code : (Iterable<Code>) method.all()::iterator) {
            if (code instanceof Code.Local local
                    && local.name().equals(use.name())
                    && isBetween(at, local.at(), use.at())) {
                latest = local;
                at = local.at();
            } else if (code instanceof Code.Call call) {
                for (Code argument : call.arguments()) {
                    if (argument instanceof Code.Lambda lambda
                            && lambda.names().contains(use.name())
                            && isBetween(at, lambda.at(), use.at())) {
                        latest = call;
                        at = lambda.at();
                    }
                }
            }
        }
        return latest;
    }

    private static boolean isBetween(Place from, Place at, Place to) {
        return !at.isBefore(from) && !to.isBefore(at);
    }

    /** The place of a parameter of the method; -1 when it has none of the name. */
    int parameter(String name) {
        Method here = method;
        if (here != null) {
            for (int i = 0; i < here.parameters().size(); i++) {
                if (here.parameters().get(i).name().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    // To compare all of their code takes longer than to read it.

    /** Whether both are of one type. */
    boolean isSameType(Decl other) {
        return type.name().equals(other.type.name()) && file.path().equals(other.file.path());
    }

    /** Whether both are of one method of one type. */
    boolean isSameMethod(Decl other) {
        return method != null
                && other.method != null
                && method.at().line() == other.method.at().line()
                && method.at().column() == other.method.at().column()
                && isSameType(other);
    }
}
