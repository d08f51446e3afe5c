package io.github.confgate.fact.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private static final Set<String> HOLDING =
            Set.of("List", "Set", "Collection", "Iterable", "Iterator", "Stream", "Optional", "ArrayList");

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
        Code taken = Items.takenFrom(code);
        if (taken != null && holds(taken, in, level + 1)) {
            return true;
        }
        if (code instanceof Code.Call call && call.name().equals("toConfig") && call.on() != null) {
            return isObject(call.on(), in, level + 1);
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
            Code value = Decl.binder(in.method(), name) instanceof Code.Local local
                            && local.type().name().equals("var")
                    ? local.value()
                    : null;
            if (value != null) {
                return isConfig(value, in, level + 1);
            }
        }
        TypeUse type = Types.of(code, in, program);
        if (type.equals(TypeUse.NONE) && code instanceof Code.Name name && in.method() != null) {
            Code all = Items.givenTo(name, in.method());
            return all != null && holds(all, in, level + 1);
        }
        return isConfig(type, in.file());
    }

    /** Whether something holds configurations, or objects of them: what {@code getConfigList} gives, and streams of it. */
    boolean holds(Code code, Decl in) {
        return holds(code, in, 0);
    }

    private boolean holds(Code code, Decl in, int level) {
        if (level > MOST_LEVELS) {
            return false;
        }
        if (isList(code)) {
            Code on = ((Code.Call) code).on();
            return on != null && isConfig(on, in, level + 1);
        }
        Code same = sameAs(code);
        if (same != null) {
            return holds(same, in, level + 1);
        }
        if (isMadeOf(code)) {
            return ((Code.Call) code).arguments().stream().anyMatch(each -> isConfig(each, in, level + 1));
        }
        TypeUse type = Types.of(code, in, program);
        TypeUse held = type.held();
        return HOLDING.contains(type.simple())
                && (isConfig(held, in.file()) || (held.simple().equals("ConfigObject") && isOfTypesafe(in.file())));
    }

    /** {@code config.getConfigList("hosts")}. */
    static boolean isList(Code code) {
        return code instanceof Code.Call call
                && (call.name().equals("getConfigList") || call.name().equals("getObjectList"))
                && call.arguments().size() == 1;
    }

    /** {@code Optional.of(config)}. */
    static boolean isMadeOf(Code code) {
        return code instanceof Code.Call call
                && (call.name().equals("of") || call.name().equals("ofNullable"))
                && call.on() instanceof Code.Name type
                && HOLDING.contains(type.name());
    }

    /** What holds the same; objects made into configurations are the same too. */
    static @Nullable Code sameAs(Code code) {
        boolean made = code instanceof Code.Call call
                && call.name().equals("map")
                && call.arguments().size() == 1
                && call.arguments().get(0).all().anyMatch(ConfigTypes::makesConfig);
        return made ? ((Code.Call) code).on() : Items.sameAs(code);
    }

    private static boolean makesConfig(Code code) {
        return code instanceof Code.Reference reference && reference.name().equals("toConfig");
    }

    /** A {@code ConfigObject}, from a key or from a list. */
    private boolean isObject(Code code, Decl in, int level) {
        if (level > MOST_LEVELS) {
            return false;
        }
        if (code instanceof Code.Call call
                && call.name().equals("getObject")
                && call.on() != null
                && isConfig(call.on(), in, level + 1)) {
            return true;
        }
        return isConfig(code, in, level + 1)
                || (Types.of(code, in, program).simple().equals("ConfigObject") && isOfTypesafe(in.file()));
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
