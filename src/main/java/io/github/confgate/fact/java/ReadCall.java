package io.github.confgate.fact.java;

import io.github.confgate.fact.java.KeyRef.From;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method of a library that reads a key.
 *
 * @param from where it looks
 * @param type what it gives, where the name tells; empty when not
 * @param required whether it fails on a key that is not there
 */
record ReadCall(From from, String type, boolean required) {

    private static final Set<String> ENVIRONMENTS = Set.of(
            "Environment",
            "ConfigurableEnvironment",
            "StandardEnvironment",
            "PropertyResolver",
            "ConfigurablePropertyResolver",
            "ConfigurableApplicationContext");
    private static final Set<String> OF_ENVIRONMENT = Set.of("getProperty", "getRequiredProperty", "containsProperty");
    private static final Set<String> OF_PROFILE = Set.of(
            "getValue",
            "getOptionalValue",
            "getValues",
            "getOptionalValues",
            "getConfigValue",
            "getOptionalConfigValue");
    private static final Map<String, String> OF_BAGS = Map.ofEntries(
            Map.entry("get", "String"),
            Map.entry("getString", "String"),
            Map.entry("getTrimmed", "String"),
            Map.entry("getRaw", "String"),
            Map.entry("getInt", "int"),
            Map.entry("getInteger", "int"),
            Map.entry("getLong", "long"),
            Map.entry("getLongBytes", "long"),
            Map.entry("getShort", "short"),
            Map.entry("getByte", "byte"),
            Map.entry("getFloat", "float"),
            Map.entry("getDouble", "double"),
            Map.entry("getBoolean", "boolean"),
            Map.entry("getBigDecimal", "BigDecimal"),
            Map.entry("getBigInteger", "BigInteger"),
            Map.entry("getDuration", "Duration"),
            Map.entry("getTimeDuration", "Duration"),
            Map.entry("getClass", "Class"),
            Map.entry("getClassByName", "Class"),
            Map.entry("getClasses", ""),
            Map.entry("getEnum", ""),
            Map.entry("getList", ""),
            Map.entry("getStrings", ""),
            Map.entry("getStringCollection", ""),
            Map.entry("getTrimmedStrings", ""),
            Map.entry("getStringArray", ""),
            Map.entry("getProperty", "String"),
            Map.entry("getPassword", ""),
            Map.entry("getSocketAddr", ""),
            Map.entry("containsKey", ""),
            Map.entry("getRange", ""));

    private static final List<String> BAGS = List.of("org.apache.hadoop.conf.", "org.apache.commons.configuration");

    /** What a call reads; empty when it is no such call. The key is its first argument. */
    static Optional<ReadCall> of(Code.Call call, Decl in, Program program) {
        String name = call.name();
        Code on = call.on();
        if (call.arguments().isEmpty() || on == null) {
            return Optional.empty();
        }
        if (on instanceof Code.Name type) {
            @Nullable ReadCall fixed = ofVirtualMachine(type.name(), name);
            if (fixed != null) {
                return Optional.of(fixed);
            }
        }
        if ((name.equals("get") || name.equals("getOrDefault") || name.equals("containsKey"))
                && on instanceof Code.Call inner
                && inner.name().equals("getenv")
                && inner.arguments().isEmpty()) {
            return Optional.of(new ReadCall(From.VARIABLE, "String", false));
        }
        if (OF_ENVIRONMENT.contains(name)) {
            return ofEnvironment(name, on, in, program);
        }
        if (OF_PROFILE.contains(name) && isProfile(on, in, program)) {
            return Optional.of(
                    new ReadCall(From.CONFIGURATION, "", name.equals("getValue") || name.equals("getValues")));
        }
        if (OF_BAGS.containsKey(name)) {
            String type = Types.of(on, in, program).simple();
            boolean bag = isBag(type, in, program);
            return bag
                    ? Optional.of(new ReadCall(From.PROPERTIES, OF_BAGS.getOrDefault(name, ""), false))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static @Nullable ReadCall ofVirtualMachine(String type, String name) {
        return switch (type + "." + name) {
            case "System.getenv" -> new ReadCall(From.VARIABLE, "String", false);
            case "System.getProperty" -> new ReadCall(From.PROPERTIES, "String", false);
            case "Integer.getInteger" -> new ReadCall(From.PROPERTIES, "int", false);
            case "Long.getLong" -> new ReadCall(From.PROPERTIES, "long", false);
            case "Boolean.getBoolean" -> new ReadCall(From.PROPERTIES, "boolean", false);
            default -> null;
        };
    }

    private static Optional<ReadCall> ofEnvironment(String name, Code on, Decl in, Program program) {
        TypeUse type = Types.of(on, in, program);
        boolean environment = ENVIRONMENTS.contains(type.simple())
                || (on instanceof Code.Call call && call.name().equals("getEnvironment"));
        if (environment) {
            return Optional.of(new ReadCall(From.CONFIGURATION, "", name.equals("getRequiredProperty")));
        }
        boolean properties = type.simple().equals("Properties") || isBag(type.simple(), in, program);
        boolean unknown = type.equals(TypeUse.NONE) && name.equals("getProperty");
        return properties || unknown ? Optional.of(new ReadCall(From.PROPERTIES, "String", false)) : Optional.empty();
    }

    private static boolean isProfile(Code on, Decl in, Program program) {
        if (on instanceof Code.Call call && call.name().equals("getConfig")) {
            return call.on() instanceof Code.Name name && name.name().equals("ConfigProvider");
        }
        String type = Types.of(on, in, program).simple();
        return (type.equals("Config") || type.equals("SmallRyeConfig"))
                && in.file().imports().stream()
                        .anyMatch(each ->
                                each.startsWith("org.eclipse.microprofile.config") || each.startsWith("io.smallrye"));
    }

    /** Whether a type is a bag of keys of Hadoop or Apache Commons, or extends one. */
    private static boolean isBag(String type, Decl in, Program program) {
        if (type.isEmpty()) {
            return false;
        }
        if (isBag(type, in.file())) {
            return true;
        }
        return program.type(type, in.file()).stream()
                .flatMap(program::withInherited)
                .anyMatch(decl -> decl.type().above().stream().anyMatch(use -> isBag(use.simple(), decl.file())));
    }

    private static boolean isBag(String type, JavaFile file) {
        boolean named = type.endsWith("Configuration") || type.equals("JobConf");
        return named
                && file.imports().stream()
                        .anyMatch(imported -> BAGS.stream().anyMatch(imported::startsWith)
                                && (imported.endsWith("." + type) || imported.endsWith(".*")));
    }
}
