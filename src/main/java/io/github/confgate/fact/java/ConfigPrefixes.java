package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.KeyRef.From;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in the whole configuration a {@code Config} stands: through {@code getConfig} chains, variables, fields,
 * parameters (at every caller) and wrappers of the repository's own. What leads nowhere is an open prefix. Longer than
 * most files: the ways to go call each other, and share what is known and how many steps are left.
 */
final class ConfigPrefixes {

    private static final int MOST_LEVELS = 24;
    private static final int MOST_STEPS = 4_000;
    private static final int MOST_IN_ALL = 400_000;
    private static final int MOST_CALLERS = 100;
    private static final KeyRef ROOT = KeyRef.of("", From.CONFIGURATION);
    private static final KeyRef OPEN = ROOT.withOpen();
    private final Program program;
    private final Texts texts;
    private final ConfigTypes types;
    private final Map<String, Set<KeyRef>> known = new HashMap<>();
    private int steps;
    private int allSteps;

    ConfigPrefixes(Program program, Texts texts) {
        this.program = program;
        this.texts = texts;
        this.types = new ConfigTypes(program);
    }

    ConfigTypes types() {
        return types;
    }

    Set<KeyRef> of(Code code, Decl in) {
        steps = 0;
        Set<KeyRef> found = find(code, in, Map.of(), new HashSet<>(), 0);
        return found.isEmpty() ? Set.of(OPEN) : found;
    }

    /** What a parameter got from the caller that is looked at. */
    private record Given(Set<KeyRef> prefixes, String text) {}

    private Set<KeyRef> find(Code code, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        if (level > MOST_LEVELS || steps++ > MOST_STEPS || allSteps++ > MOST_IN_ALL) {
            return Set.of();
        }
        if (code instanceof Code.Call call) {
            return ofCall(call, in, given, seen, level);
        }
        if (code instanceof Code.Create made) {
            return ofMade(made, in, given, seen, level);
        }
        if (code instanceof Code.Several several) {
            Set<KeyRef> found = new LinkedHashSet<>();
            ConfigTypes.branches(several).forEach(each -> found.addAll(find(each, in, given, seen, level + 1)));
            return found;
        }
        String name = Flow.field(code);
        if (name.isEmpty() || name.equals("this")) {
            return name.equals("this") ? Set.of(OPEN) : Set.of();
        }
        if (code instanceof Code.Name && given.containsKey(name)) {
            return given.get(name).prefixes();
        }
        return named(name, code instanceof Code.Name use ? use : null, in, given, seen, level);
    }

    private Set<KeyRef> named(
            String name, Code.@Nullable Name use, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Method method = in.method();
        if (use != null && method != null) {
            Code all = Items.givenTo(use, method);
            if (all != null) {
                return types.holds(all, in) ? items(all, in, given, seen, level + 1) : Set.of();
            }
            Code binder = Decl.binder(method, use);
            Set<KeyRef> inside = new LinkedHashSet<>();
            method.all().forEach(code -> {
                boolean other = code instanceof Code.Local
                        && binder instanceof Code.Local
                        && !code.at().equals(binder.at());
                Code value = other ? null : given(code, name, in, method);
                // `x = x.getConfig(y)` stands below where `x` stood before.
                String place = value == null ? "" : in.file().path() + '#' + value.at() + '#' + name;
                if (value != null && seen.add(place)) {
                    inside.addAll(find(value, in, given, seen, level + 1));
                    seen.remove(place);
                }
            });
            if (!inside.isEmpty() || Decl.local(method, name).isPresent()) {
                return inside;
            }
            int place = in.parameter(name);
            if (place >= 0) {
                return ofCallers(in, method, place, seen, level);
            }
        }
        String key = in.file().path() + '#' + in.type().name() + '.' + name;
        if (!seen.add(key)) {
            return Set.of();
        }
        Set<KeyRef> found = new LinkedHashSet<>();
        Program.bodies(in.in(null))
                .forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
                    if (code instanceof Code.Assign assign
                            && Flow.field(assign.target()).equals(name)) {
                        found.addAll(find(assign.value(), body.in(), Map.of(), seen, level + 1));
                    }
                }));
        return found;
    }

    /** What a statement gives to a variable; null when it gives it nothing. */
    private static @Nullable Code given(Code code, String name, Decl in, Method method) {
        if (code instanceof Code.Local local) {
            return local.name().equals(name) ? local.value() : null;
        }
        return code instanceof Code.Assign assign
                        && assign.target() instanceof Code.Name target
                        && target.name().equals(name)
                        && (Decl.local(method, name).isPresent()
                                || in.type().field(name).isEmpty())
                ? assign.value()
                : null;
    }

    private Set<KeyRef> ofCallers(Decl in, Method method, int place, Set<String> seen, int level) {
        String key = in.file().path()
                + '#'
                + in.type().name()
                + '.'
                + method.name()
                + '/'
                + method.parameters().size()
                + '@'
                + method.at().text()
                + place;
        Set<KeyRef> before = known.get(key);
        if (before != null) {
            return before;
        }
        if (!seen.add(key)) {
            return Set.of();
        }
        Set<KeyRef> found = new LinkedHashSet<>();
        program.callers(in, method)
                .filter(site -> site.arguments().size() > place)
                .forEach(site -> found.addAll(find(site.arguments().get(place), site.in(), Map.of(), seen, level + 1)));
        if (found.isEmpty()) {
            found.add(OPEN);
        }
        known.put(key, found);
        return found;
    }

    private Set<KeyRef> ofCall(Code.Call call, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Code on = call.on();
        Code taken = Items.takenFrom(call);
        if (taken != null && types.holds(taken, in)) {
            return items(taken, in, given, seen, level + 1);
        }
        if (call.name().equals("toConfig") && on != null && call.arguments().isEmpty()) {
            return find(on, in, given, seen, level + 1);
        }
        if (ConfigTypes.isFactory(call)) {
            return ofFactory(call, in, given, seen, level);
        }
        if (types.isOfActors(call, in)) {
            return Set.of(ROOT);
        }
        Method method = in.method();
        if (method != null && isToldByCallers(call, in, method, given)) {
            Set<KeyRef> found = new LinkedHashSet<>();
            for (Program.Site site :
                    program.callers(in, method).limit(MOST_CALLERS).toList()) {
                found.addAll(find(
                        call,
                        in,
                        bound(method, site.arguments(), site.in(), Map.of(), new HashSet<>(seen), level),
                        seen,
                        level + 1));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        boolean part = call.name().equals("getConfig") || call.name().equals("getObject");
        if (part && call.arguments().size() == 1 && on != null && types.isConfig(on, in)) {
            return step(call, on, in, given, seen, level);
        }
        if (ConfigTypes.SAME.contains(call.name())) {
            Set<KeyRef> own = on != null && types.isConfig(on, in) ? find(on, in, given, seen, level + 1) : Set.of();
            return own.isEmpty() || own.equals(Set.of(OPEN))
                    ? or(ofArguments(call.arguments(), in, given, seen, level), own)
                    : own;
        }
        Optional<Decl> callee = program.target(call, in);
        if (callee.isPresent()) {
            return inside(callee.get(), call, in, given, seen, level);
        }
        return ofArguments(call.arguments(), in, given, seen, level);
    }

    /** One step down: of a list, where its items stand, as keys leave out places in lists. */
    private Set<KeyRef> step(Code.Call call, Code on, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Map<String, String> known = new HashMap<>();
        given.forEach((name, value) -> {
            if (!value.text().isEmpty()) {
                known.put(name, value.text());
            }
        });
        String text = texts.ofGetter(call.arguments().get(0), in, known).orElse(String.valueOf(Keys.UNKNOWN));
        KeyRef step = KeyRef.of(text, From.CONFIGURATION);
        Set<KeyRef> all = new LinkedHashSet<>();
        find(on, in, given, seen, level + 1).forEach(prefix -> all.add(step.under(prefix)));
        return all;
    }

    /** Where the items of a list or a stream stand. */
    private Set<KeyRef> items(Code all, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        if (level > MOST_LEVELS || steps++ > MOST_STEPS || allSteps++ > MOST_IN_ALL) {
            return Set.of();
        }
        Code same = ConfigTypes.sameAs(all);
        if (same != null) {
            return items(same, in, given, seen, level + 1);
        }
        if (all instanceof Code.Call call) {
            if (ConfigTypes.isMadeOf(all)) {
                return ofArguments(call.arguments(), in, given, seen, level + 1);
            }
            return ConfigTypes.isList(all) && call.on() != null
                    ? step(call, call.on(), in, given, seen, level)
                    : Set.of();
        }
        String name = Flow.field(all);
        Method method = in.method();
        if (all instanceof Code.Name use && method != null) {
            if (Decl.binder(method, use) instanceof Code.Local local) {
                Code value = local.value();
                return value == null ? Set.of() : items(value, in, given, seen, level + 1);
            }
            int place = in.parameter(name);
            if (place >= 0) {
                Set<KeyRef> found = new LinkedHashSet<>();
                program.callers(in, method)
                        .limit(MOST_CALLERS)
                        .filter(site -> site.arguments().size() > place)
                        .forEach(site ->
                                found.addAll(items(site.arguments().get(place), site.in(), Map.of(), seen, level + 1)));
                return found;
            }
        }
        return Set.of();
    }

    /** The whole configuration; nothing, which leads nowhere; what was parsed of a text may stand anywhere. */
    private Set<KeyRef> ofFactory(Code.Call call, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        if (call.name().equals("empty")) {
            return Set.of();
        }
        if (call.name().equals("parseString")
                || call.name().equals("parseMap")
                || call.name().equals("parseReader")) {
            // `parseString(config.root().render())` is a copy.
            return call.arguments().stream()
                    .flatMap(Code::all)
                    .filter(code ->
                            code instanceof Code.Call root && root.name().equals("root"))
                    .flatMap(code -> Stream.ofNullable(((Code.Call) code).on()))
                    .filter(on -> types.isConfig(on, in))
                    .findFirst()
                    .map(on -> find(on, in, given, seen, level + 1))
                    .orElse(Set.of(OPEN));
        }
        Set<KeyRef> found =
                call.name().equals("load") ? ofArguments(call.arguments(), in, given, seen, level) : Set.of();
        return found.isEmpty() ? Set.of(ROOT) : found;
    }

    private static Set<KeyRef> or(Set<KeyRef> first, Set<KeyRef> second) {
        return first.isEmpty() ? second : first;
    }

    /** Whether a step of a path is a parameter, so that it goes with the prefix that the same caller gives. */
    private static boolean isToldByCallers(Code.Call call, Decl in, Method method, Map<String, Given> given) {
        return call.arguments().stream()
                .anyMatch(argument -> argument instanceof Code.Name name
                        && !given.containsKey(name.name())
                        && in.parameter(name.name()) >= 0
                        && method.parameters()
                                .get(in.parameter(name.name()))
                                .type()
                                .simple()
                                .matches("String|CharSequence"));
    }

    /** A wrapper stands where the {@code Config} does that it asks; one that asks none, where its argument does. */
    private Set<KeyRef> ofMade(Code.Create made, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Set<KeyRef> found = new LinkedHashSet<>();
        Optional<Decl> type = made.body().isEmpty() ? program.type(made.type().name(), in.file()) : Optional.empty();
        String inner = type.map(this::asked).orElse("");
        if (type.isPresent() && !inner.isEmpty()) {
            type.get()
                    .type()
                    .constructors()
                    .filter(each -> each.parameters().size() == made.arguments().size())
                    .findFirst()
                    .ifPresent(constructor -> {
                        Map<String, Given> bound = bound(constructor, made.arguments(), in, given, seen, level);
                        constructor.all().forEach(code -> {
                            if (code instanceof Code.Assign assign
                                    && Flow.field(assign.target()).equals(inner)) {
                                found.addAll(find(assign.value(), type.get().in(constructor), bound, seen, level + 1));
                            }
                        });
                    });
        }
        return found.isEmpty() ? ofArguments(made.arguments(), in, given, seen, level) : found;
    }

    /** The field that a wrapper hands its questions on to. */
    private String asked(Decl wrapper) {
        return wrapper.type().methods().stream()
                .filter(method -> method.name().startsWith("get"))
                .flatMap(method -> method.all()
                        .filter(code -> code instanceof Code.Call call
                                && call.on() != null
                                && call.name().equals(method.name()))
                        .map(code -> ((Code.Call) code).on()))
                .map(on -> on == null ? "" : Flow.field(on))
                .filter(name -> wrapper.type()
                        .field(name)
                        .filter(field -> types.isConfig(field.type(), wrapper.file()))
                        .isPresent())
                .findFirst()
                .orElse("");
    }

    /** What the parameters of a method get here. */
    private Map<String, Given> bound(
            Method method, List<Code> arguments, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Map<String, String> known = new HashMap<>();
        given.forEach((name, value) -> known.put(name, value.text()));
        known.values().removeIf(String::isEmpty);
        Map<String, Given> bound = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Code argument = arguments.get(i);
            boolean config = types.isConfig(argument, in);
            bound.put(
                    method.parameters().get(i).name(),
                    new Given(
                            config ? find(argument, in, given, seen, level + 1) : Set.of(),
                            config ? "" : texts.ofGetter(argument, in, known).orElse("")));
        }
        return bound;
    }

    private Set<KeyRef> ofArguments(
            List<Code> arguments, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        return arguments.stream()
                .filter(argument -> types.isConfig(argument, in))
                .findFirst()
                .map(argument -> find(argument, in, given, seen, level + 1))
                .orElse(Set.of());
    }

    /** What a method of the repository gives, with what it is given here. */
    private Set<KeyRef> inside(
            Decl callee, Code.Call call, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Method method = callee.method();
        if (method == null) {
            return Set.of();
        }
        Map<String, Given> inner = bound(method, call.arguments(), in, given, seen, level);
        String key = callee.file().path() + '#' + method.at() + inner;
        Set<KeyRef> before = known.get(key);
        if (before != null) {
            return before;
        }
        Set<KeyRef> found = new LinkedHashSet<>();
        List<Code> gives = new ArrayList<>();
        method.all().filter(Code.Return.class::isInstance).forEach(gives::add);
        for (Code code : gives) {
            found.addAll(find(((Code.Return) code).value(), callee, inner, seen, level + 1));
        }
        if (!found.isEmpty()) {
            known.put(key, found);
        }
        return found;
    }
}
