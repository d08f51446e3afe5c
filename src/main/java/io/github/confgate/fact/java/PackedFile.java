package io.github.confgate.fact.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a {@link JavaFile} in few bytes, without its path, and reads it again. */
final class PackedFile {

    private PackedFile() {}

    /** Empty for one that is nested too deeply. */
    static Optional<byte[]> write(JavaFile file) {
        Packed.Out out = new Packed.Out();
        try {
            out.text(file.pack());
            out.list(file.imports(), out::text);
            out.list(file.types(), type -> write(type, out));
            return Optional.of(out.bytes());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where the bytes make no sense. */
    static Optional<JavaFile> read(String path, byte[] bytes) {
        Packed.In in = new Packed.In(bytes);
        try {
            JavaFile file = new JavaFile(path, in.text(), in.list(in::text), in.list(() -> declared(in)));
            return in.isAtEnd() ? Optional.of(file) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void write(JavaFile.Type type, Packed.Out out) {
        out.text(type.kind().name());
        out.text(type.name());
        marks(type.marks(), out);
        out.list(type.above(), use -> write(use, out));
        out.list(type.components(), each -> write(each, out));
        out.list(type.constants(), each -> {
            out.text(each.name());
            PackedCode.write(each.arguments(), out, 0);
            write(each.at(), out);
        });
        out.list(type.fields(), each -> write(each, out));
        out.list(type.methods(), each -> {
            out.text(each.name());
            write(each.gives(), out);
            marks(each.marks(), out);
            out.list(each.parameters(), parameter -> write(parameter, out));
            PackedCode.write(each.body(), out, 0);
            write(each.at(), out);
        });
        out.list(type.nested(), each -> write(each, out));
        PackedCode.write(type.loose(), out, 0);
        write(type.at(), out);
    }

    private static JavaFile.Type declared(Packed.In in) {
        return new JavaFile.Type(
                JavaFile.Kind.valueOf(in.text()),
                in.text(),
                marks(in),
                in.list(() -> type(in)),
                in.list(() -> parameter(in)),
                in.list(() -> new JavaFile.Constant(in.text(), PackedCode.readAll(in), place(in))),
                in.list(() -> field(in)),
                in.list(() -> new JavaFile.Method(
                        in.text(),
                        type(in),
                        marks(in),
                        in.list(() -> parameter(in)),
                        PackedCode.readAll(in),
                        place(in))),
                in.list(() -> declared(in)),
                PackedCode.readAll(in),
                place(in));
    }

    private static void write(JavaFile.Field field, Packed.Out out) {
        out.text(field.name());
        write(field.type(), out);
        marks(field.marks(), out);
        out.number(field.constant() ? 1 : 0);
        Code value = field.value();
        PackedCode.write(value == null ? List.of() : List.of(value), out, 0);
        write(field.at(), out);
    }

    private static JavaFile.Field field(Packed.In in) {
        String name = in.text();
        TypeUse type = type(in);
        List<Mark> marks = marks(in);
        boolean constant = in.number() == 1;
        List<Code> value = PackedCode.readAll(in);
        return new JavaFile.Field(name, type, marks, constant, value.isEmpty() ? null : value.get(0), place(in));
    }

    private static void write(JavaFile.Parameter parameter, Packed.Out out) {
        out.text(parameter.name());
        write(parameter.type(), out);
        marks(parameter.marks(), out);
        write(parameter.at(), out);
    }

    private static JavaFile.Parameter parameter(Packed.In in) {
        return new JavaFile.Parameter(in.text(), type(in), marks(in), place(in));
    }

    private static void marks(List<Mark> marks, Packed.Out out) {
        out.list(marks, mark -> {
            out.text(mark.name());
            List<String> names = mark.values().keySet().stream().sorted().toList();
            out.list(names, out::text);
            List<Code> values = new ArrayList<>();
            names.forEach(name -> mark.value(name).ifPresent(values::add));
            PackedCode.write(values, out, 0);
            write(mark.at(), out);
        });
    }

    private static List<Mark> marks(Packed.In in) {
        return in.list(() -> {
            String name = in.text();
            List<String> names = in.list(in::text);
            List<Code> codes = PackedCode.readAll(in);
            Map<String, Code> values = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), codes.get(i));
            }
            return new Mark(name, values, place(in));
        });
    }

    static void write(TypeUse use, Packed.Out out) {
        out.text(use.name());
        out.number(use.array() ? 1 : 0);
        out.list(use.arguments(), each -> write(each, out));
    }

    static TypeUse type(Packed.In in) {
        String name = in.text();
        boolean array = in.number() == 1;
        return new TypeUse(name, in.list(() -> type(in)), array);
    }

    static void write(Place place, Packed.Out out) {
        out.number(place.line());
        out.number(place.column());
    }

    static Place place(Packed.In in) {
        return new Place(in.number(), in.number());
    }
}
