package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.KeyRef.From;
import io.github.confgate.fact.java.Reading.Holder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are read from Typesafe's {@code Config}, with the chain of {@code getConfig} before them; by methods of the
 * repository too that are given a {@code Config} and a key.
 */
final class ConfigReads {

    private static final int MOST_LEVELS = 3;

    /** What gives all that is below a key at once. */
    private static final Set<String> WHOLE =
            Set.of("getValue", "getList", "getObject", "getAnyRef", "getObjectList", "getConfigList");

    private static final Set<String> OF_ROOT = Set.of("unwrapped", "entrySet", "keySet", "values", "forEach");

    private final Program program;
    private final Texts texts;
    private final ConfigPrefixes prefixes;
    private final ConfigTypes types;
    private final Consumer<Reading> out;
    private final Consumer<Reading> below;

    /** @param below takes what reads everything below a key: it counts where nothing reads the key itself */
    ConfigReads(Program program, Texts texts, ConfigPrefixes prefixes, Consumer<Reading> out, Consumer<Reading> below) {
        this.program = program;
        this.texts = texts;
        this.prefixes = prefixes;
        this.types = prefixes.types();
        this.out = out;
        this.below = below;
    }

    /**
     * @param last whether a name may stand last in a key that is asked for
     * @param inner whether it may stand within one
     */
    void read(Decl decl, Predicate<String> last, Predicate<String> inner) {
        Program.bodies(decl).forEach(body -> body.code().flatMap(Code::all).forEach(code -> {
            if (code instanceof Code.Call call) {
                read(call, body.in(), last, inner);
            }
        }));
    }

    private void read(Code.Call call, Decl in, Predicate<String> last, Predicate<String> inner) {
        Code on = call.on();
        if (on != null && isRead(call) && types.isConfig(on, in)) {
            read(call, on, key(call), call.name(), false, in, last, inner);
        } else if (call.arguments().size() > 1) {
            handedOn(call, in, last, inner);
        } else {
            Code config = whole(call);
            // A wrapper's own `entrySet()` asks for nobody.
            if (config != null && types.isConfig(config, in) && !types.isConfig(new Code.Name("this", call.at()), in)) {
                prefixes.of(config, in).forEach(prefix -> emitBelow(prefix, call, in));
            }
        }
    }

    private static boolean isRead(Code.Call call) {
        String name = call.name();
        return (name.startsWith("get") || name.startsWith("has"))
                && !call.arguments().isEmpty();
    }

    /** What {@code config.entrySet()} and {@code config.root().unwrapped()} take everything of; to print it is no use. */
    private static @Nullable Code whole(Code.Call call) {
        if (!call.arguments().isEmpty() && !call.name().equals("forEach")) {
            return null;
        }
        if (call.name().equals("entrySet") && !isRoot(call.on())) {
            return call.on();
        }
        return OF_ROOT.contains(call.name()) && isRoot(call.on()) && call.on() instanceof Code.Call root
                ? root.on()
                : null;
    }

    private static boolean isRoot(@Nullable Code code) {
        return code instanceof Code.Call call
                && call.name().equals("root")
                && call.arguments().isEmpty();
    }

    /** The key comes first, behind the type of an enum. */
    private static Code key(Code.Call call) {
        Code first = call.arguments().get(0);
        return first instanceof Code.TypeOf && call.arguments().size() == 2
                ? call.arguments().get(1)
                : first;
    }

    /**
     * @param config what is asked, and {@code named} the key, as the place {@code in} spells them
     * @param method by which it is asked in the end, {@code handedOn} whether a method of the repository asks
     */
    private void read(
            Code.Call at,
            Code config,
            Code named,
            String method,
            boolean handedOn,
            Decl in,
            Predicate<String> last,
            Predicate<String> inner) {
        Optional<String> text = texts.of(named, in);
        if (text.isEmpty()) {
            return;
        }
        KeyRef key = KeyRef.of(text.get(), From.CONFIGURATION);
        String end = key.names().isEmpty() ? "" : key.names().get(key.names().size() - 1);
        boolean step = method.equals("getConfig");
        boolean whole = WHOLE.contains(method) || (step && handedOn);
        boolean exact = !step && last.test(end);
        // Where a chain begins is searched for only where its end may be what is asked for.
        if (!exact && !(whole && inner.test(end))) {
            return;
        }
        for (KeyRef prefix : prefixes.of(config, in)) {
            KeyRef full = key.under(prefix);
            if (exact) {
                out.accept(new Reading(full, in, at.at(), type(method), null, false, List.of(), new Holder.InCode(at)));
            }
            if (whole) {
                emitBelow(full, at, in);
            }
        }
    }

    private void emitBelow(KeyRef key, Code.Call at, Decl in) {
        if (!key.names().isEmpty() && !key.open()) {
            below.accept(new Reading(
                    key.withBelow(), in, at.at(), TypeUse.NONE, null, false, List.of(), new Holder.InCode(at)));
        }
    }

    /** {@code asMap(config, "limits")}: a method of the repository that reads the key that it is given. */
    private void handedOn(Code.Call call, Decl in, Predicate<String> last, Predicate<String> inner) {
        List<Code> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (!types.isConfig(arguments.get(i), in)) {
                continue;
            }
            for (int k = 0; k < arguments.size(); k++) {
                Optional<String> text = k == i ? Optional.empty() : texts.of(arguments.get(k), in);
                if (text.filter(each -> ends(each, last, inner)).isPresent()) {
                    Code config = arguments.get(i);
                    Code named = arguments.get(k);
                    within(call, i, k, in, 0)
                            .ifPresent(read -> read(call, config, named, read.name(), true, in, last, inner));
                }
            }
            return;
        }
    }

    private static boolean ends(String text, Predicate<String> last, Predicate<String> inner) {
        List<String> names = Keys.names(text);
        String end = names.isEmpty() ? "" : names.get(names.size() - 1);
        return last.test(end) || inner.test(end);
    }

    /** The call that reads, in the method that is called, what its parameters name. */
    private Optional<Code.Call> within(Code.Call call, int config, int key, Decl in, int level) {
        Optional<Decl> callee = level > MOST_LEVELS ? Optional.empty() : program.target(call, in);
        Method method = callee.map(Decl::method).orElse(null);
        if (method == null || types.isConfig(method.gives(), callee.get().file())) {
            return Optional.empty();
        }
        String configName = method.parameters().get(config).name();
        String keyName = method.parameters().get(key).name();
        return method.all()
                .filter(Code.Call.class::isInstance)
                .map(Code.Call.class::cast)
                .filter(inside -> inside.arguments().stream().anyMatch(code -> isOf(code, keyName)))
                .flatMap(inside -> {
                    if (inside.on() != null && isOf(inside.on(), configName)) {
                        return inside.name().startsWith("get") && isOf(key(inside), keyName)
                                ? Stream.of(inside)
                                : Stream.empty();
                    }
                    int nextConfig = place(inside, configName);
                    int nextKey = place(inside, keyName);
                    return nextConfig < 0
                            ? Stream.empty()
                            : within(inside, nextConfig, nextKey, callee.get(), level + 1).stream();
                })
                .findFirst();
    }

    private static int place(Code.Call call, String name) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (isOf(call.arguments().get(i), name)) {
                return i;
            }
        }
        return -1;
    }

    /** A parameter, or what a getter of it gives: {@code known.getConfigPath()}. */
    private static boolean isOf(Code code, String name) {
        Code inner = code instanceof Code.Call call
                        && call.on() != null
                        && call.arguments().isEmpty()
                ? call.on()
                : code;
        return inner instanceof Code.Name it && it.name().equals(name);
    }

    private static TypeUse type(String method) {
        String name = method.startsWith("get") ? method.substring(3) : "";
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("duration")) {
            return new TypeUse("Duration", List.of(), false);
        }
        return switch (name) {
            case "Int" -> new TypeUse("int", List.of(), false);
            case "Long" -> new TypeUse("long", List.of(), false);
            case "Double" -> new TypeUse("double", List.of(), false);
            case "Boolean" -> new TypeUse("boolean", List.of(), false);
            case "String" -> new TypeUse("String", List.of(), false);
            default -> TypeUse.NONE;
        };
    }
}
