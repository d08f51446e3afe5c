package io.github.confgate.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which code a file of configuration is for, in a repository of several programs: a program with configuration of its
 * own under {@code src/main/resources} does not read that of another that does not build upon it.
 */
final class Modules {

    private static final String RESOURCES = "/src/main/resources/";
    private static final String MAIN = "/src/main/";

    private final RangeFiles files;
    private final Map<String, Set<String>> dependencies = new HashMap<>();
    private @Nullable Set<String> programs;

    Modules(RangeFiles files) {
        this.files = files;
    }

    private Set<String> programs() {
        Set<String> known = programs;
        if (known == null) {
            known = found();
            programs = known;
        }
        return known;
    }

    private Set<String> found() {
        return files.around().after().paths().stream()
                .map(path -> "/" + path)
                .filter(Modules::isProgram)
                .map(path -> path.substring(0, path.indexOf(RESOURCES)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isProgram(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.contains(RESOURCES) && (name.startsWith("application.") || name.startsWith("bootstrap."));
    }

    /** Whether code may read a file of configuration; of files outside of all modules any may. */
    boolean mayRead(String code, String configuration) {
        String document = "/" + configuration;
        if (!document.contains(RESOURCES)) {
            return true;
        }
        String owner = document.substring(0, document.indexOf(RESOURCES));
        int main = ("/" + code).indexOf(MAIN);
        String reader = main < 0 ? "" : ("/" + code).substring(0, main);
        return reader.equals(owner)
                || !programs().contains(reader)
                || !programs().contains(owner)
                || isDependency(owner, reader);
    }

    private boolean isDependency(String owner, String module) {
        Set<String> known = dependencies.get(owner);
        if (known == null) {
            known = dependencies(owner);
            dependencies.put(owner, known);
        }
        return known.contains(module);
    }

    /** The programs that the build file of one names, and those that theirs name: a library may bring defaults along. */
    private Set<String> dependencies(String owner) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(owner));
        while (!open.isEmpty()) {
            String text = build(open.remove());
            for (String program : programs()) {
                String name = program.substring(program.lastIndexOf('/') + 1);
                if (!name.isEmpty() && names(text, name) && found.add(program)) {
                    open.add(program);
                }
            }
        }
        return found;
    }

    private static boolean names(String build, String module) {
        return build.contains(">" + module + "<")
                || build.contains(":" + module + "\"")
                || build.contains(":" + module + "'");
    }

    private String build(String module) {
        String folder = module.isEmpty() ? "" : module.substring(1) + "/";
        return Stream.of("pom.xml", "build.gradle", "build.gradle.kts")
                .flatMap(name -> files.other(folder + name).stream())
                .collect(Collectors.joining("\n"));
    }
}
