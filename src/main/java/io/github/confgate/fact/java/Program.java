package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The main code as one thing: finds the types that names mean, as far as they are in the repository, and who calls whom.
 * Longer than most files: each of the questions is answered by means of the others.
 */
final class Program {

    private static final int MOST_LEVELS = 8;

    private final JavaFiles files;
    private final IdentityHashMap<JavaFile, Map<String, List<Located>>> calls = new IdentityHashMap<>();
    private final IdentityHashMap<Method, Map<String, List<Site>>> callers = new IdentityHashMap<>();
    private final IdentityHashMap<JavaFile, Map<String, Optional<Decl>>> types = new IdentityHashMap<>();

    Program(JavaFiles files) {
        this.files = files;
    }

    JavaFiles files() {
        return files;
    }

    /** The type that a name means in a file; empty for one of a library. */
    Optional<Decl> type(String name, JavaFile from) {
        Map<String, Optional<Decl>> known = types.computeIfAbsent(from, any -> new HashMap<>());
        Optional<Decl> type = known.get(name);
        if (type == null) {
            type = find(name, from);
            known.put(name, type);
        }
        return type;
    }

    private Optional<Decl> find(String name, JavaFile from) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Optional<Decl> own = from.allTypes()
                .filter(type -> type.name().equals(name)
                        || type.name().endsWith("." + name)
                        || (name.indexOf('.') < 0 && type.simple().equals(name)))
                .findFirst()
                .map(type -> Decl.of(from, type));
        if (own.isPresent() || name.isEmpty()) {
            return own;
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String outer = name.substring(0, dot);
            Optional<Decl> nested = Character.isUpperCase(outer.charAt(outer.lastIndexOf('.') + 1))
                    ? type(outer, from).flatMap(decl -> nested(decl, simple))
                    : inPackage(outer, simple);
            return nested;
        }
        for (String imported : from.imports()) {
            if (imported.endsWith("." + simple)) {
                String before = imported.substring(0, imported.length() - simple.length() - 1);
                Optional<Decl> found = inPackage(before, simple).or(() -> type(before, from)
                        .filter(decl -> Character.isUpperCase(before.charAt(before.lastIndexOf('.') + 1)))
                        .flatMap(decl -> nested(decl, simple)));
                return found;
            }
        }
        return inPackage(from.pack(), simple)
                .or(() -> from.imports().stream()
                        .filter(imported -> imported.endsWith(".*"))
                        .flatMap(imported -> inPackage(imported.substring(0, imported.length() - 2), simple).stream())
                        .findFirst())
                .or(() -> inherited(simple, from));
    }

    /** A type that is nested in one that a type of the file extends or implements. */
    private Optional<Decl> inherited(String simple, JavaFile from) {
        return from.allTypes()
                .flatMap(type -> inherited(simple, type, from, 0).stream())
                .findFirst();
    }

    private Optional<Decl> inherited(String simple, JavaFile.Type type, JavaFile from, int level) {
        if (level > MOST_LEVELS) {
            return Optional.empty();
        }
        return type.above().stream()
                .filter(above -> !above.simple().equals(simple))
                .flatMap(above -> above(above.name(), from).stream())
                .filter(decl -> !decl.type().equals(type))
                .flatMap(decl ->
                        nested(decl, simple).or(() -> inherited(simple, decl.type(), decl.file(), level + 1)).stream())
                .findFirst();
    }

    /** The type that a file extends by this name: {@code Outer.Inner} of a type at the top, or one by its whole name. */
    private Optional<Decl> above(String name, JavaFile from) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return beside(name, from);
        }
        String outer = name.substring(0, dot);
        String simple = name.substring(dot + 1);
        return Character.isUpperCase(outer.charAt(outer.lastIndexOf('.') + 1))
                ? above(outer, from).flatMap(decl -> nested(decl, simple))
                : inPackage(outer, simple);
    }

    /** A type at the top that a file imports or shares a package with. */
    private Optional<Decl> beside(String simple, JavaFile from) {
        return from.imports().stream()
                .filter(imported -> imported.endsWith("." + simple))
                .findFirst()
                .map(imported -> inPackage(imported.substring(0, imported.length() - simple.length() - 1), simple))
                .orElseGet(() -> inPackage(from.pack(), simple));
    }

    private Optional<Decl> inPackage(String pack, String simple) {
        return files.named(simple, pack).flatMap(file -> file.types().stream()
                .filter(type -> type.name().equals(simple))
                .findFirst()
                .map(type -> Decl.of(file, type)));
    }

    private static Optional<Decl> nested(Decl outer, String simple) {
        return outer.type().nested().stream()
                .filter(type -> type.simple().equals(simple))
                .findFirst()
                .map(type -> Decl.of(outer.file(), type));
    }

    /** A type, the types around it, and those that it extends and implements, nearest first. */
    Stream<Decl> withInherited(Decl decl) {
        return withInherited(decl, 0);
    }

    private Stream<Decl> withInherited(Decl decl, int level) {
        if (level > MOST_LEVELS) {
            return Stream.empty();
        }
        Stream<Decl> above = decl.type().above().stream()
                .flatMap(use -> type(use.name(), decl.file()).stream())
                .filter(other -> !other.isSameType(decl))
                .flatMap(other -> withInherited(other, level + 1));
        return Stream.concat(Stream.of(decl), above);
    }

    /** The type around a nested one. */
    static Optional<Decl> around(Decl decl) {
        int dot = decl.type().name().lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : decl.file()
                        .allTypes()
                        .filter(type -> type.name().equals(decl.type().name().substring(0, dot)))
                        .findFirst()
                        .map(type -> Decl.of(decl.file(), type));
    }

    /** Every type of files with these words. */
    Stream<Decl> typesWith(Predicate<Words> wanted) {
        return files.withWords(wanted).stream().flatMap(Program::types);
    }

    static Stream<Decl> types(JavaFile file) {
        return file.allTypes().map(type -> Decl.of(file, type));
    }

    /** The method of the repository that a call runs, where it has a body. */
    Optional<Decl> target(Code.Call call, Decl in) {
        Optional<Decl> owner = call.on() == null
                ? Optional.of(in)
                : type(Types.of(call.on(), in, this).name(), in.file());
        return owner.stream()
                .flatMap(this::withInherited)
                .flatMap(decl -> decl.type().methods().stream()
                        .filter(method -> method.name().equals(call.name())
                                && method.parameters().size()
                                        == call.arguments().size()
                                && !method.body().isEmpty())
                        .map(decl::in))
                .findFirst();
    }

    /** A place where something is called or made. */
    record Site(Decl in, List<Code> arguments, Code code) {}

    /** Where a method is called, or a type made, with so many arguments. */
    Stream<Site> callers(Decl callee, Method method) {
        return callers
                .computeIfAbsent(method, any -> new HashMap<>())
                .computeIfAbsent(callee.file().path() + callee.type().name(), any -> find(callee, method))
                .stream();
    }

    private List<Site> find(Decl callee, Method method) {
        JavaFile.Type type = callee.type();
        Set<String> names = method.isConstructor()
                ? Set.of("new " + type.simple(), "this", "super", "::new")
                : Set.of(method.name(), "::" + method.name());
        int word = Words.hash(Words.At.CODE, Keys.fold(method.isConstructor() ? type.simple() : method.name()));
        List<String> simpleNames = Stream.concat(
                        Stream.of(type.simple()), type.above().stream().map(TypeUse::simple))
                .map(Keys::fold)
                .toList();
        int[] mentioned = Words.hashes(Words.At.CODE, simpleNames);
        return files.withWords(words -> words.has(word) && words.hasAny(mentioned)).stream()
                .flatMap(file -> names.stream().flatMap(name -> calls(file).getOrDefault(name, List.of()).stream()))
                .flatMap(call -> site(call, callee, method).stream())
                .toList();
    }

    /**
     * A call, and the body that it stands in.
     *
     * @param item of a method that is named, what it is given
     */
    private record Located(Decl in, Code code, @Nullable Code item) {}

    /** What a file calls and makes, by name. */
    private Map<String, List<Located>> calls(JavaFile file) {
        Map<String, List<Located>> known = calls.get(file);
        if (known == null) {
            Map<String, List<Located>> found = new HashMap<>();
            types(file)
                    .flatMap(Program::bodies)
                    .forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
                        String name = code instanceof Code.Call call
                                ? call.name()
                                : code instanceof Code.Create made
                                        ? "new " + made.type().simple()
                                        : "";
                        if (!name.isEmpty()) {
                            found.computeIfAbsent(name, any -> new ArrayList<>())
                                    .add(new Located(body.in(), code, null));
                        }
                        Code on = code instanceof Code.Call call ? call.on() : null;
                        code.parts().stream()
                                .filter(part -> part instanceof Code.Reference)
                                .map(part -> new Located(body.in(), part, on == null ? null : Items.of(on)))
                                .forEach(each -> found.computeIfAbsent(
                                                "::" + ((Code.Reference) each.code()).name(), any -> new ArrayList<>())
                                        .add(each));
                    }));
            calls.put(file, found);
            known = found;
        }
        return known;
    }

    private Optional<Site> site(Located call, Decl callee, Method method) {
        return call.code() instanceof Code.Reference reference
                ? named(call, reference, callee, method)
                : site(call.in(), call.code(), callee, method);
    }

    /** {@code map(Type::method)}, {@code forEach(this::method)}: with what the call is asked of it. */
    private Optional<Site> named(Located call, Code.Reference reference, Decl callee, Method method) {
        Decl in = call.in();
        String simple = callee.type().simple();
        boolean same = reference.on() instanceof Code.Name name
                && (name.name().equals("this")
                        ? in.isSameType(callee)
                        : name.name().equals(simple) && !isNamesake(new TypeUse(simple, List.of(), false), in, callee));
        Code item = call.item();
        return same
                ? site(
                        in,
                        List.of(item == null ? reference.on() : item),
                        reference,
                        method.parameters().size())
                : Optional.empty();
    }

    private Optional<Site> site(Decl in, Code code, Decl callee, Method method) {
        JavaFile.Type type = callee.type();
        int count = method.parameters().size();
        if (method.isConstructor()) {
            boolean own = in.isSameType(callee);
            boolean above =
                    in.type().above().stream().anyMatch(use -> use.simple().equals(type.simple()));
            if (code instanceof Code.Create made
                    && made.type().simple().equals(type.simple())
                    && !isNamesake(made.type(), in, callee)) {
                return site(in, made.arguments(), code, count);
            }
            if (code instanceof Code.Call call
                    && ((own && call.name().equals("this"))
                            || (above && call.name().equals("super")))) {
                return site(in, call.arguments(), code, count);
            }
            return Optional.empty();
        }
        if (!(code instanceof Code.Call call) || !call.name().equals(method.name())) {
            return Optional.empty();
        }
        Code on = call.on();
        boolean fits =
                on == null || (on instanceof Code.Name name && name.name().equals("this"))
                        ? in.isSameType(callee)
                                || in.type().name().startsWith(type.name() + ".")
                                || withInherited(in).anyMatch(decl -> decl.isSameType(callee))
                        : isOn(on, in, callee);
        return fits ? site(in, call.arguments(), code, count) : Optional.empty();
    }

    private static Optional<Site> site(Decl in, List<Code> arguments, Code code, int count) {
        return arguments.size() == count ? Optional.of(new Site(in, arguments, code)) : Optional.empty();
    }

    /** Whether a name means another type of the repository that is called the same. */
    private boolean isNamesake(TypeUse use, Decl in, Decl other) {
        return type(use.name(), in.file())
                .filter(meant -> meant.type().simple().equals(other.type().simple())
                        && !meant.file().path().equals(other.file().path()))
                .isPresent();
    }

    private boolean isOn(Code on, Decl in, Decl callee) {
        JavaFile.Type type = callee.type();
        TypeUse use = Types.of(on, in, this);
        String name = use.simple();
        if (isNamesake(use, in, callee)) {
            return false;
        }
        return name.equals(type.simple())
                || type.above().stream().anyMatch(above -> above.simple().equals(name))
                || (on instanceof Code.Name said && said.name().equals(type.simple()));
    }

    /** Code of a type, and the place that its names are looked up from. */
    record Body(Decl in, List<Code> statements) {
        Stream<Code> code() {
            return statements.stream();
        }
    }

    /** The bodies of a type: its methods, and what stands outside of them. */
    static Stream<Body> bodies(Decl decl) {
        JavaFile.Type type = decl.type();
        Stream<Body> methods = type.methods().stream().map(method -> new Body(decl.in(method), method.body()));
        Stream<Code> values = type.fields().stream()
                .flatMap(field -> field.value() == null
                        ? Stream.empty()
                        : Stream.of(new Code.Assign(
                                new Code.Member(new Code.Name("this", field.at()), field.name(), field.at()),
                                field.value(),
                                field.at())));
        List<Code> outside = Stream.concat(values, type.loose().stream()).toList();
        return Stream.concat(methods, Stream.of(new Body(decl, outside)));
    }
}
