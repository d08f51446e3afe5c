package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.Words.At;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The code that may limit a use of a client: near the use, and where the client is made. */
final class Construction {

    private static final int MOST_BODIES = 100;

    private final Program program;
    private final Client client;
    private final Set<String> seen = new HashSet<>();

    Construction(Program program, Client client) {
        this.program = program;
        this.client = client;
    }

    /** A statement, and where its names are looked up. */
    record Piece(Decl in, Code code) {}

    /**
     * The nearest first: the method that uses the client, what that calls of its class, what else of the class makes
     * such a client, and what the repository makes for whoever wants one. Where the client is made nearer, what is
     * further away is about another.
     */
    List<List<Piece>> of(Trace.Use use) {
        List<List<Piece>> levels = new ArrayList<>();
        List<Piece> own = new ArrayList<>();
        own.add(new Piece(use.in(), use.statement()));
        body(use.in()).forEach(body -> add(body, own));
        levels.add(own);
        levels.add(called(own));
        List<Piece> ofClass = new ArrayList<>();
        List<Piece> given = new ArrayList<>();
        for (String type : clients(use.in())) {
            Program.bodies(use.in().in(null)).filter(body -> makes(body, type)).forEach(body -> add(body, ofClass));
            beans(type, use.in(), given);
        }
        ofClass.addAll(called(ofClass));
        given.addAll(called(given));
        levels.add(ofClass);
        levels.add(given);
        return levels;
    }

    private static Stream<Program.Body> body(Decl in) {
        return Program.bodies(in.in(null))
                .filter(body -> in.method() == null ? body.in().method() == null : in.isSameMethod(body.in()));
    }

    private void add(Program.Body body, List<Piece> pieces) {
        Method method = body.in().method();
        String key = body.in().file().path()
                + '#'
                + body.in().type().name()
                + '.'
                + (method == null ? "" : method.name() + method.at().text());
        if (seen.size() < MOST_BODIES && seen.add(key)) {
            body.code().forEach(code -> pieces.add(new Piece(body.in(), code)));
        }
    }

    /** What code calls of its own class makes parts of the client. */
    private List<Piece> called(List<Piece> pieces) {
        List<Piece> called = new ArrayList<>();
        for (Piece piece : pieces) {
            piece.code()
                    .all()
                    .filter(code -> code instanceof Code.Call call && call.on() == null)
                    .flatMap(code -> program.target((Code.Call) code, piece.in()).stream())
                    .forEach(callee -> body(callee).forEach(body -> add(body, called)));
        }
        return called;
    }

    /** The types of this client that a type knows: in its fields, in parameters, in its code. */
    private List<String> clients(Decl in) {
        Stream<TypeUse> fields = in.type().fields().stream().map(JavaFile.Field::type);
        Stream<TypeUse> components = in.type().components().stream().map(JavaFile.Parameter::type);
        Stream<TypeUse> parameters = in.type().methods().stream()
                .flatMap(method -> method.parameters().stream().map(JavaFile.Parameter::type));
        return Stream.of(fields, components, parameters)
                .flatMap(each -> each)
                .map(use -> client.objects().contains(use.name()) ? use.name() : use.simple())
                .filter(client.objects()::contains)
                .distinct()
                .toList();
    }

    private boolean makes(Program.Body body, String type) {
        return body.code()
                .flatMap(Code::all)
                .anyMatch(code -> code instanceof Code.Create made
                                && made.type().simple().equals(type)
                        || code instanceof Code.Assign assign
                                && Types.of(assign.target(), body.in(), program)
                                        .simple()
                                        .equals(type)
                        || code instanceof Code.Call call
                                && call.on() != null
                                && client.makers().stream().anyMatch(maker -> maker.endsWith("." + call.name())));
    }

    /** Methods of the repository that give such a client to whoever wants one. */
    private void beans(String type, Decl user, List<Piece> out) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String word = Keys.fold(simple);
        program.typesWith(words ->
                        words.has(At.CODE, word) && (words.has(At.CODE, "bean") || words.has(At.CODE, "produces")))
                .flatMap(Program::bodies)
                .filter(body -> {
                    Method method = body.in().method();
                    return method != null
                            && method.gives().simple().equals(simple)
                            && Mark.find(method.marks(), "Bean", "Produces", "Singleton")
                                    .isPresent()
                            && !body.in().isSameType(user);
                })
                .forEach(body -> add(body, out));
    }
}
