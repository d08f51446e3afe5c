package io.github.confgate.fact.java;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one Java file declares.
 *
 * @param path relative to the repository's root
 * @param pack its package; empty for the unnamed one
 * @param imports as written, {@code static} left out: {@code a.b.C}, {@code a.b.*}, {@code a.b.C.NAME}
 * @param types those at the top
 */
record JavaFile(String path, String pack, List<String> imports, List<Type> types) {
    JavaFile {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
    }

    /** Every type, nested ones too. */
    Stream<Type> allTypes() {
        return types.stream().flatMap(Type::all);
    }

    /** What a type is. */
    enum Kind {
        CLASS,
        RECORD,
        INTERFACE,
        ENUM,
        ANNOTATION
    }

    /**
     * A type.
     *
     * @param name {@code Outer.Inner} for a nested one
     * @param above what it extends and implements
     * @param components of a record; they are no fields
     * @param constants of an enum
     * @param loose initializer blocks
     */
    record Type(
            Kind kind,
            String name,
            List<Mark> marks,
            List<TypeUse> above,
            List<Parameter> components,
            List<Constant> constants,
            List<Field> fields,
            List<Method> methods,
            List<Type> nested,
            List<Code> loose,
            Place at) {
        Type {
            marks = List.copyOf(marks);
            above = List.copyOf(above);
            components = List.copyOf(components);
            constants = List.copyOf(constants);
            fields = List.copyOf(fields);
            methods = List.copyOf(methods);
            nested = List.copyOf(nested);
            loose = List.copyOf(loose);
        }

        Stream<Type> all() {
            return Stream.concat(Stream.of(this), nested.stream().flatMap(Type::all));
        }

        /** {@code Inner} of {@code Outer.Inner}. */
        String simple() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        Optional<Field> field(String named) {
            return fields.stream().filter(field -> field.name().equals(named)).findFirst();
        }

        Stream<Method> constructors() {
            return methods.stream().filter(Method::isConstructor);
        }

        /** All code in it, that of nested types aside. */
        Stream<Code> code() {
            Stream<Code> values = fields.stream().flatMap(field -> Stream.ofNullable(field.value()));
            Stream<Code> bodies = methods.stream().flatMap(method -> method.body().stream());
            Stream<Code> ofConstants = constants.stream().flatMap(constant -> constant.arguments().stream());
            return Stream.of(values, bodies, loose.stream(), ofConstants).flatMap(each -> each);
        }
    }

    /** A constant of an enum, with what its constructor gets. */
    record Constant(String name, List<Code> arguments, Place at) {
        Constant {
            arguments = List.copyOf(arguments);
        }
    }

    /** A field; those of interfaces are constant. */
    record Field(
            String name,
            TypeUse type,
            List<Mark> marks,
            boolean constant,
            @Nullable Code value,
            Place at) {
        Field {
            marks = List.copyOf(marks);
        }
    }

    /** A parameter of a method, or a component of a record. */
    record Parameter(String name, TypeUse type, List<Mark> marks, Place at) {
        Parameter {
            marks = List.copyOf(marks);
        }
    }

    /** A method; a constructor has the name {@code <init>} and gives nothing. */
    record Method(String name, TypeUse gives, List<Mark> marks, List<Parameter> parameters, List<Code> body, Place at) {
        Method {
            marks = List.copyOf(marks);
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }

        boolean isConstructor() {
            return name.equals("<init>");
        }

        /** Everything in its body. */
        Stream<Code> all() {
            return body.stream().flatMap(Code::all);
        }
    }
}
