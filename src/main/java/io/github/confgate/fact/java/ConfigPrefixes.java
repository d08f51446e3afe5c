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

/**
 * Where in the whole configuration a {@code Config} stands: through {@code getConfig} chains, variables, fields,
 * parameters (at every caller) and wrappers of the repository's own. What leads nowhere is an open prefix.
 */
final class ConfigPrefixes {

    private static final int MOST_LEVELS = 24;
    private static final int MOST_STEPS = 4_000;
    private static final int MOST_IN_ALL = 400_000;
    private static final int MOST_CALLERS = 100;
    private static final KeyRef ROOT = KeyRef.of("", From.CONFIGURATION);
    private static final KeyRef OPEN = ROOT.withOpen();
    private static final Set<String> SAME = Set.of(
            "withFallback",
            "resolve",
            "resolveWith",
            "withValue",
            "withoutPath",
            "withOnlyPath",
            "checkValid",
            "getOrElse",
            "requireNonNull",
            "checkNotNull");

    private final Program program;
    private final Texts texts;
    private final Map<String, Boolean> configs = new HashMap<>();
    private final Map<String, Set<KeyRef>> known = new HashMap<>();
    private int steps;
    private int allSteps;

    ConfigPrefixes(Program program, Texts texts) {
        this.program = program;
        this.texts = texts;
    }

    /** Whether an expression is a {@code Config}, or something of the repository that extends it. */
    boolean isConfig(Code code, Decl in) {
        if (code instanceof Code.Call call && isFactory(call)) {
            return true;
        }
        if (code instanceof Code.Call call && call.name().equals("getConfig") && call.on() != null) {
            return isConfig(call.on(), in);
        }
        if (code instanceof Code.Call call
                && SAME.contains(call.name())
                && call.on() != null
                && isConfig(call.on(), in)) {
            return true;
        }
        if (isOfActors(code)) {
            return true;
        }
        return isConfig(Types.of(code, in, program), in.file());
    }

    /** {@code system.settings().config()}. */
    private static boolean isOfActors(Code code) {
        return code instanceof Code.Call call
                && call.name().equals("config")
                && call.on() instanceof Code.Call settings
                && settings.name().equals("settings");
    }

    private static boolean isFactory(Code.Call call) {
        return call.on() instanceof Code.Name name && name.name().equals("ConfigFactory");
    }

    private boolean isConfig(TypeUse type, JavaFile file) {
        if (type.name().isEmpty()) {
            return false;
        }
        return configs.computeIfAbsent(file.path() + ' ' + type.name(), key -> find(type, file));
    }

    private boolean find(TypeUse type, JavaFile file) {
        if (type.simple().equals("Config")) {
            return file.imports().stream().anyMatch(each -> each.startsWith("com.typesafe.config"));
        }
        return program.type(type.name(), file).stream()
                .flatMap(program::withInherited)
                .anyMatch(decl -> decl.type().above().stream()
                                .anyMatch(use -> use.simple().equals("Config"))
                        && decl.file().imports().stream().anyMatch(each -> each.startsWith("com.typesafe.config")));
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
            return ofArguments(made.arguments(), in, given, seen, level);
        }
        String name = Flow.field(code);
        if (name.isEmpty() || name.equals("this")) {
            return name.equals("this") ? Set.of(OPEN) : Set.of();
        }
        if (code instanceof Code.Name && given.containsKey(name)) {
            return given.get(name).prefixes();
        }
        return named(name, code instanceof Code.Name, in, given, seen, level);
    }

    private Set<KeyRef> named(
            String name, boolean simple, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        Method method = in.method();
        if (simple && method != null) {
            Set<KeyRef> inside = new LinkedHashSet<>();
            method.all().forEach(code -> {
                if (code instanceof Code.Local local && local.name().equals(name) && local.value() != null) {
                    inside.addAll(find(local.value(), in, given, seen, level + 1));
                } else if (code instanceof Code.Assign assign
                        && assign.target() instanceof Code.Name target
                        && target.name().equals(name)
                        && (Decl.local(method, name).isPresent()
                                || in.type().field(name).isEmpty())) {
                    inside.addAll(find(assign.value(), in, given, seen, level + 1));
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
        if (isFactory(call) || isOfActors(call)) {
            return Set.of(ROOT);
        }
        Method method = in.method();
        if (method != null && isToldByCallers(call, in, method, given)) {
            Set<KeyRef> found = new LinkedHashSet<>();
            for (Program.Site site :
                    program.callers(in, method).limit(MOST_CALLERS).toList()) {
                found.addAll(find(call, in, bound(site, method, seen, level), seen, level + 1));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (call.name().equals("getConfig") && call.arguments().size() == 1 && on != null && isConfig(on, in)) {
            Map<String, String> known = new HashMap<>();
            given.forEach((name, value) -> {
                if (!value.text().isEmpty()) {
                    known.put(name, value.text());
                }
            });
            String text = texts.of(call.arguments().get(0), in, known).orElse(String.valueOf(Keys.UNKNOWN));
            KeyRef step = KeyRef.of(text, From.CONFIGURATION);
            Set<KeyRef> all = new LinkedHashSet<>();
            find(on, in, given, seen, level + 1).forEach(prefix -> all.add(step.under(prefix)));
            return all;
        }
        if (SAME.contains(call.name())) {
            return on != null && isConfig(on, in)
                    ? find(on, in, given, seen, level + 1)
                    : ofArguments(call.arguments(), in, given, seen, level);
        }
        Optional<Decl> callee = program.target(call, in);
        if (callee.isPresent()) {
            return inside(callee.get(), call, in, given, seen, level);
        }
        return ofArguments(call.arguments(), in, given, seen, level);
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

    private Map<String, Given> bound(Program.Site site, Method method, Set<String> seen, int level) {
        Map<String, Given> bound = new HashMap<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            Code argument = site.arguments().get(i);
            boolean config = isConfig(argument, site.in());
            bound.put(
                    method.parameters().get(i).name(),
                    new Given(
                            config ? find(argument, site.in(), Map.of(), new HashSet<>(seen), level + 1) : Set.of(),
                            config ? "" : texts.of(argument, site.in()).orElse("")));
        }
        return bound;
    }

    private Set<KeyRef> ofArguments(
            List<Code> arguments, Decl in, Map<String, Given> given, Set<String> seen, int level) {
        return arguments.stream()
                .filter(argument -> isConfig(argument, in))
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
        Map<String, Given> inner = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        given.forEach((name, value) -> known.put(name, value.text()));
        known.values().removeIf(String::isEmpty);
        for (int i = 0; i < call.arguments().size(); i++) {
            Code argument = call.arguments().get(i);
            boolean config = isConfig(argument, in);
            inner.put(
                    method.parameters().get(i).name(),
                    new Given(
                            config ? find(argument, in, given, seen, level + 1) : Set.of(),
                            config ? "" : texts.of(argument, in, known).orElse("")));
        }
        Set<KeyRef> found = new LinkedHashSet<>();
        List<Code> gives = new ArrayList<>();
        method.all().filter(Code.Return.class::isInstance).forEach(gives::add);
        for (Code code : gives) {
            for (Code value : branches(((Code.Return) code).value())) {
                found.addAll(find(value, callee, inner, seen, level + 1));
            }
        }
        return found;
    }

    private static List<Code> branches(Code code) {
        return code instanceof Code.Several several ? several.parts() : List.of(code);
    }
}
