package io.github.confgate.inspection;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which code a file of configuration is for, in a repository of several programs: a program with configuration of its
 * own under {@code src/main/resources} does not read that of another.
 */
final class Modules {

    private static final String RESOURCES = "/src/main/resources/";
    private static final String MAIN = "/src/main/";

    private final RangeFiles files;
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
                || !programs().contains(owner);
    }
}
