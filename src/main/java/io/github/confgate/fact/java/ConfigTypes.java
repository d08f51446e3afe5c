package io.github.confgate.fact.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which expressions are a {@code Config} of Typesafe, or something of the repository that extends it. */
final class ConfigTypes {

    /** What gives a {@code Config} that stands where the one does that is asked or given. */
    static final Set<String> SAME = Set.of(
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

    private static final int MOST_LEVELS = 6;

    private final Program program;
    private final Map<String, Boolean> known = new HashMap<>();

    ConfigTypes(Program program) {
        this.program = program;
    }

    boolean isConfig(Code code, Decl in) {
        return isConfig(code, in, 0);
    }

    private boolean isConfig(Code code, Decl in, int level) {
        if (level > MOST_LEVELS) {
            return false;
        }
        if (code instanceof Code.Several several) {
            return branches(several).stream().anyMatch(each -> isConfig(each, in, level + 1));
        }
        if (code instanceof Code.Call call) {
            boolean here = call.name().equals("getConfig") || SAME.contains(call.name());
            if (isFactory(call)
                    || isOfActors(call, in)
                    || (here && call.on() != null && isConfig(call.on(), in, level + 1))) {
                return true;
            }
        }
        if (code instanceof Code.Name name && in.method() != null) {
            Optional<Code> value = Decl.local(in.method(), name.name())
                    .filter(local -> local.type().name().equals("var"))
                    .map(Code.Local::value);
            if (value.isPresent()) {
                return isConfig(value.get(), in, level + 1);
            }
        }
        return isConfig(Types.of(code, in, program), in.file());
    }

    /** What a conditional expression may give: the condition is none of it. */
    static List<Code> branches(Code.Several several) {
        List<Code> branches = new ArrayList<>();
        for (Code part : several.parts()) {
            if (part instanceof Code.Name || part instanceof Code.Call || part instanceof Code.Create) {
                branches.add(part);
            }
        }
        return branches;
    }

    /** {@code system.settings().config()}. */
    boolean isOfActors(Code.Call call, Decl in) {
        if (!call.name().equals("config") || !call.arguments().isEmpty() || call.on() == null) {
            return false;
        }
        return call.on() instanceof Code.Call settings && settings.name().equals("settings")
                || Types.of(call.on(), in, program).simple().equals("Settings");
    }

    static boolean isFactory(Code.Call call) {
        return call.on() instanceof Code.Name name && name.name().equals("ConfigFactory");
    }

    boolean isConfig(TypeUse type, JavaFile file) {
        return !type.name().isEmpty()
                && !type.array()
                && known.computeIfAbsent(file.path() + ' ' + type.name(), key -> find(type, file));
    }

    private boolean find(TypeUse type, JavaFile file) {
        if (type.simple().equals("Config")) {
            return isOfTypesafe(file) || type.name().startsWith("com.typesafe.config.");
        }
        return program.type(type.name(), file).stream()
                .flatMap(program::withInherited)
                .anyMatch(decl -> isOfTypesafe(decl.file())
                        && decl.type().above().stream()
                                .anyMatch(use -> use.simple().equals("Config")));
    }

    private static boolean isOfTypesafe(JavaFile file) {
        return file.imports().stream().anyMatch(each -> each.startsWith("com.typesafe.config"));
    }
}
