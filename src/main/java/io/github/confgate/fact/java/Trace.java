package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.Reading.Holder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows a value from where it is read through variables, fields, parameters and accessors of the repository to the
 * calls of libraries that it is given to. Takes no regard of order: a value may go wherever some way leads.
 */
final class Trace {

    private static final int MOST_STEPS = 150;
    private static final int MOST_LEVELS = 6;

    private final Program program;
    private final List<Use> uses = new ArrayList<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final IdentityHashMap<Object, IdentityHashMap<Code, Code>> parents = new IdentityHashMap<>();

    Trace(Program program) {
        this.program = program;
    }

    /** A client that the value is given to, and the call that does it. */
    record Use(Client client, Decl in, Code call, Code statement) {}

    /** A name that holds the value in a type or, with a method, in that alone. */
    private record Step(Decl in, String name, int level) {}

    List<Use> of(Reading reading) {
        Decl in = reading.in();
        Holder holder = reading.holder();
        if (holder instanceof Holder.InField field) {
            add(in.in(null), field.name(), 0);
        } else if (holder instanceof Holder.InParameter parameter) {
            add(in, parameter.name(), 0);
        } else if (holder instanceof Holder.InCode code) {
            bodies(in).forEach(body -> climb(code.code(), body, 0));
        } else if (holder instanceof Holder.InMember member) {
            add(in.in(null), member.name(), 0);
            accessors(in.in(null), member.name(), 0);
        }
        for (int steps = 0; steps < MOST_STEPS && !open.isEmpty(); steps++) {
            follow(open.remove());
        }
        return uses;
    }

    private void add(Decl in, String name, int level) {
        Method method = in.method();
        String key = in.file().path()
                + '#'
                + in.type().name()
                + '.'
                + (method == null ? "" : method.name() + method.at().text())
                + '.'
                + name;
        if (level <= MOST_LEVELS && seen.add(key)) {
            open.add(new Step(in, name, level));
        }
    }

    private Stream<Program.Body> bodies(Decl in) {
        return Program.bodies(in.in(null)).filter(body -> in.method() == null || in.isSameMethod(body.in()));
    }

    private void follow(Step step) {
        boolean field = step.in().method() == null;
        bodies(step.in()).forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
            boolean same = code instanceof Code.Name name && name.name().equals(step.name());
            boolean own = field
                    && code instanceof Code.Member member
                    && member.name().equals(step.name())
                    && member.of() instanceof Code.Name on
                    && on.name().equals("this");
            boolean hidden = field && same && isHidden(step.name(), body.in());
            if ((same && !hidden) || own) {
                climb(code, body, step.level());
            }
        }));
        if (field && step.in().type().field(step.name()).isEmpty()) {
            return;
        }
        if (field) {
            accessors(step.in(), step.name(), step.level());
        }
    }

    private static boolean isHidden(String name, Decl in) {
        Method method = in.method();
        return method != null
                && (in.parameter(name) >= 0 || Decl.local(method, name).isPresent());
    }

    /** Where others ask an object for what a field of it holds. */
    private void accessors(Decl type, String member, int level) {
        if (level > MOST_LEVELS
                || !seen.add(type.file().path() + '#' + type.type().name() + "()" + member)) {
            return;
        }
        int word = Words.hash(Words.At.CODE, Keys.fold(member));
        int simple = Words.hash(Words.At.CODE, Keys.fold(type.type().simple()));
        Stream<Decl> users = program.typesWith(words -> words.has(word) && words.has(simple));
        users.flatMap(Program::bodies)
                .forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
                    if (code instanceof Code.Call call
                            && call.on() != null
                            && call.arguments().isEmpty()
                            && Types.property(call.name()).equals(member)
                            && Types.of(call.on(), body.in(), program)
                                    .simple()
                                    .equals(type.type().simple())) {
                        climb(code, body, level + 1);
                    }
                }));
    }

    /** Goes from a value outward to what is done with it. */
    private void climb(Code value, Program.Body body, int level) {
        IdentityHashMap<Code, Code> above =
                parents.computeIfAbsent(body.statements(), any -> parents(body.statements()));
        Code code = value;
        Code outer = above.get(code);
        while (outer != null) {
            if (outer instanceof Code.Local local) {
                if (!isValue(local.type())) {
                    return;
                }
                add(body.in(), local.name(), level + 1);
                return;
            }
            if (outer instanceof Code.Assign assign) {
                String name = Flow.field(assign.target());
                if (assign.value() == code && !name.isEmpty()) {
                    boolean local = assign.target() instanceof Code.Name && isHidden(name, body.in());
                    add(local ? body.in() : body.in().in(null), name, level + 1);
                }
                return;
            }
            if (outer instanceof Code.Return) {
                callers(body.in(), level);
                return;
            }
            if (outer instanceof Code.Call call) {
                if (given(call, call.arguments(), code, body, above, level)) {
                    return;
                }
            } else if (outer instanceof Code.Create made && given(made, made.arguments(), code, body, above, level)) {
                return;
            }
            code = outer;
            outer = above.get(code);
        }
    }

    private static boolean isValue(TypeUse type) {
        return !Set.of("boolean", "Boolean").contains(type.simple());
    }

    private void callers(Decl in, int level) {
        Method method = in.method();
        if (method == null || level >= MOST_LEVELS) {
            return;
        }
        String key = in.file().path() + "#callers" + in.type().name() + method.name()
                + method.at().text();
        if (seen.add(key)) {
            program.callers(in, method)
                    .forEach(site -> bodies(site.in()).forEach(body -> climb(site.code(), body, level + 1)));
        }
    }

    /** Whether a call takes the value over, so that nothing is to be seen further out. */
    private boolean given(
            Code call,
            List<Code> arguments,
            Code value,
            Program.Body body,
            IdentityHashMap<Code, Code> above,
            int level) {
        Optional<Client> client = Uses.of(call, body.in(), program);
        if (client.isPresent()) {
            uses.add(new Use(client.get(), body.in(), call, statement(call, above)));
            return true;
        }
        int place = arguments.indexOf(value);
        if (place < 0) {
            return false;
        }
        if (call instanceof Code.Call each) {
            Optional<Decl> target = program.target(each, body.in());
            target.ifPresent(callee -> into(callee, callee.method(), place, level));
            return target.isPresent();
        }
        if (call instanceof Code.Create made) {
            Optional<Decl> type = program.type(made.type().name(), body.in().file());
            type.ifPresent(decl -> {
                decl.type()
                        .constructors()
                        .filter(each -> each.parameters().size() == arguments.size())
                        .forEach(each -> into(decl.in(each), each, place, level));
                if (place < decl.type().components().size()) {
                    String name = decl.type().components().get(place).name();
                    add(decl.in(null), name, level + 1);
                    accessors(decl.in(null), name, level + 1);
                } else if (decl.type().constructors().findAny().isEmpty()) {
                    // Lombok makes a constructor of the fields in their order.
                    decl.type().fields().stream()
                            .filter(field -> !field.constant())
                            .skip(place)
                            .findFirst()
                            .ifPresent(field -> add(decl.in(null), field.name(), level + 1));
                }
            });
            return type.isPresent();
        }
        return false;
    }

    private void into(Decl callee, @Nullable Method method, int place, int level) {
        if (method != null && place < method.parameters().size()) {
            add(callee.in(method), method.parameters().get(place).name(), level + 1);
        }
    }

    /** The whole statement that a piece of code is in. */
    private static Code statement(Code code, IdentityHashMap<Code, Code> above) {
        Code whole = code;
        while (above.get(whole) != null) {
            whole = above.get(whole);
        }
        return whole;
    }

    private static IdentityHashMap<Code, Code> parents(List<Code> statements) {
        IdentityHashMap<Code, Code> above = new IdentityHashMap<>();
        Deque<Code> open = new ArrayDeque<>(statements);
        while (!open.isEmpty()) {
            Code code = open.remove();
            for (Code part : code.parts()) {
                above.put(part, code);
                open.add(part);
            }
        }
        return above;
    }
}
