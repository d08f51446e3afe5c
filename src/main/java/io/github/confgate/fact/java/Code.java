package io.github.confgate.fact.java;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An expression or a statement of Java, as far as it tells what becomes of a value. Control flow is left out: a body is
 * the list of what may run, in the order of its text.
 */
sealed interface Code {

    /** Where it begins; of a call, its name. */
    Place at();

    /** What it is made of, in the order of the text. */
    default List<Code> parts() {
        return List.of();
    }

    /** This and everything in it. */
    default Stream<Code> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Code::all));
    }

    /** A string. */
    record Text(String value, Place at) implements Code {}

    /** A number, truth, character or {@code null}, as it is written. */
    record Literal(String text, Place at) implements Code {}

    /** A name by itself; {@code this} and {@code super} too. */
    record Name(String name, Place at) implements Code {}

    /** {@code of.name}: a field, a nested type or a part of a package's name. */
    record Member(Code of, String name, Place at) implements Code {
        @Override
        public List<Code> parts() {
            return List.of(of);
        }
    }

    /** {@code on.name(arguments)}; {@code this(...)} and {@code super(...)} are calls of that name. */
    record Call(@Nullable Code on, String name, List<Code> arguments, Place at) implements Code {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Code> parts() {
            return on == null
                    ? arguments
                    : Stream.concat(Stream.of(on), arguments.stream()).toList();
        }
    }

    /** {@code new type(arguments) { body }}. */
    record Create(TypeUse type, List<Code> arguments, List<Code> body, Place at) implements Code {
        public Create {
            arguments = List.copyOf(arguments);
            body = List.copyOf(body);
        }

        @Override
        public List<Code> parts() {
            return Stream.concat(arguments.stream(), body.stream()).toList();
        }
    }

    /** {@code a + b}. */
    record Join(Code left, Code right, Place at) implements Code {
        @Override
        public List<Code> parts() {
            return List.of(left, right);
        }
    }

    /** {@code type.class}. */
    record TypeOf(TypeUse type, Place at) implements Code {}

    /** {@code on::name}. */
    record Reference(Code on, String name, Place at) implements Code {
        @Override
        public List<Code> parts() {
            return List.of(on);
        }
    }

    /** {@code target = value}. */
    record Assign(Code target, Code value, Place at) implements Code {
        @Override
        public List<Code> parts() {
            return List.of(target, value);
        }
    }

    /** {@code type name = value}. */
    record Local(TypeUse type, String name, @Nullable Code value, Place at) implements Code {
        @Override
        public List<Code> parts() {
            return value == null ? List.of() : List.of(value);
        }
    }

    /** {@code return value}; what a lambda of one expression gives, too. */
    record Return(Code value, Place at) implements Code {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }
    }

    /** {@code names -> body}. */
    record Lambda(List<String> names, List<Code> body, Place at) implements Code {
        public Lambda {
            names = List.copyOf(names);
            body = List.copyOf(body);
        }

        @Override
        public List<Code> parts() {
            return body;
        }
    }

    /** Anything else that holds code: a condition with its branches, an array. */
    record Several(List<Code> parts, Place at) implements Code {
        public Several {
            parts = List.copyOf(parts);
        }
    }
}
