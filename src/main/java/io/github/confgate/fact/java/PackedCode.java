package io.github.confgate.fact.java;

import java.util.List;

/** Writes {@link Code} in few bytes, and reads it again: a letter for what it is, then its parts in their order. */
final class PackedCode {

    /** Deeper code is parsed each time; to read it needs a thread of its own. */
    private static final int DEEPEST = 300;

    private PackedCode() {}

    static void write(List<Code> all, Packed.Out out, int depth) {
        out.list(all, code -> write(code, out, depth));
    }

    /** @throws IllegalArgumentException where it is nested too deeply */
    static void write(Code code, Packed.Out out, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deeply");
        }
        int below = depth + 1;
        if (code instanceof Code.Text text) {
            out.number('t');
            out.text(text.value());
        } else if (code instanceof Code.Literal literal) {
            out.number('l');
            out.text(literal.text());
        } else if (code instanceof Code.Name name) {
            out.number('n');
            out.text(name.name());
        } else if (code instanceof Code.Member member) {
            out.number('m');
            write(member.of(), out, below);
            out.text(member.name());
        } else if (code instanceof Code.Call call) {
            out.number(call.on() == null ? 'c' : 'C');
            if (call.on() != null) {
                write(call.on(), out, below);
            }
            out.text(call.name());
            write(call.arguments(), out, below);
        } else if (code instanceof Code.Create made) {
            out.number('w');
            PackedFile.write(made.type(), out);
            write(made.arguments(), out, below);
            write(made.body(), out, below);
        } else if (code instanceof Code.Join join) {
            out.number('+');
            write(join.left(), out, below);
            write(join.right(), out, below);
        } else {
            others(code, out, below);
        }
        PackedFile.write(code.at(), out);
    }

    private static void others(Code code, Packed.Out out, int below) {
        if (code instanceof Code.TypeOf type) {
            out.number('k');
            PackedFile.write(type.type(), out);
        } else if (code instanceof Code.Reference reference) {
            out.number(':');
            write(reference.on(), out, below);
            out.text(reference.name());
        } else if (code instanceof Code.Assign assign) {
            out.number('=');
            write(assign.target(), out, below);
            write(assign.value(), out, below);
        } else if (code instanceof Code.Local local) {
            out.number(local.value() == null ? 'v' : 'V');
            PackedFile.write(local.type(), out);
            out.text(local.name());
            if (local.value() != null) {
                write(local.value(), out, below);
            }
        } else if (code instanceof Code.Return given) {
            out.number('r');
            write(given.value(), out, below);
        } else if (code instanceof Code.Lambda lambda) {
            out.number('>');
            out.list(lambda.names(), out::text);
            write(lambda.body(), out, below);
        } else if (code instanceof Code.Several several) {
            out.number('s');
            write(several.parts(), out, below);
        }
    }

    static List<Code> readAll(Packed.In in) {
        return in.list(() -> read(in));
    }

    static Code read(Packed.In in) {
        int what = in.number();
        return switch (what) {
            case 't' -> new Code.Text(in.text(), PackedFile.place(in));
            case 'l' -> new Code.Literal(in.text(), PackedFile.place(in));
            case 'n' -> new Code.Name(in.text(), PackedFile.place(in));
            case 'm' -> new Code.Member(read(in), in.text(), PackedFile.place(in));
            case 'c' -> new Code.Call(null, in.text(), readAll(in), PackedFile.place(in));
            case 'C' -> new Code.Call(read(in), in.text(), readAll(in), PackedFile.place(in));
            case 'w' -> new Code.Create(PackedFile.type(in), readAll(in), readAll(in), PackedFile.place(in));
            case '+' -> new Code.Join(read(in), read(in), PackedFile.place(in));
            case 'k' -> new Code.TypeOf(PackedFile.type(in), PackedFile.place(in));
            case ':' -> new Code.Reference(read(in), in.text(), PackedFile.place(in));
            case '=' -> new Code.Assign(read(in), read(in), PackedFile.place(in));
            case 'v' -> new Code.Local(PackedFile.type(in), in.text(), null, PackedFile.place(in));
            case 'V' -> new Code.Local(PackedFile.type(in), in.text(), read(in), PackedFile.place(in));
            case 'r' -> new Code.Return(read(in), PackedFile.place(in));
            case '>' -> new Code.Lambda(in.list(in::text), readAll(in), PackedFile.place(in));
            case 's' -> new Code.Several(readAll(in), PackedFile.place(in));
            default -> throw new IllegalArgumentException("no code begins with " + what);
        };
    }
}
