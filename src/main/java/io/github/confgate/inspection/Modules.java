package io.github.confgate.inspection;

import io.github.confgate.source.SourceFile;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which code a file of configuration is for, in a repository of several programs: what is under {@code
 * src/main/resources} of a module is read by that module and by those that end up in one program with it.
 */
final class Modules {

    private static final String RESOURCES = "/src/main/resources/";
    private static final String MAIN = "/src/main/";

    private final RangeFiles files;
    private @Nullable Set<String> programs;
    private @Nullable Builds builds;

    Modules(RangeFiles files) {
        this.files = files;
    }

    private Set<String> programs() {
        Set<String> known = programs;
        if (known == null) {
            known = paths().filter(Modules::isProgram)
                    .map(path -> module(path, RESOURCES))
                    .collect(Collectors.toUnmodifiableSet());
            programs = known;
        }
        return known;
    }

    private Builds builds() {
        Builds known = builds;
        if (known == null) {
            known = new Builds(
                    Stream.concat(
                                    paths(),
                                    files.mainCode().stream()
                                            .map(SourceFile::path)
                                            .map(path -> "/" + path))
                            .filter(path -> path.contains(MAIN))
                            .map(path -> module(path, MAIN))
                            .collect(Collectors.toSet()),
                    files::other);
            builds = known;
        }
        return known;
    }

    /** The configuration of head, with a slash before. */
    private Stream<String> paths() {
        return files.around().after().paths().stream().map(path -> "/" + path);
    }

    /** The folder of a module; the root is empty. */
    private static String module(String path, String mark) {
        int end = path.indexOf(mark);
        return end <= 0 ? "" : path.substring(1, end);
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
        String owner = module(document, RESOURCES);
        String reader = module("/" + code, MAIN);
        if (reader.equals(owner) || builds().areTogether(owner, reader)) {
            return true;
        }
        boolean twoPrograms = programs().contains(reader) && programs().contains(owner);
        return !twoPrograms && !(builds().isLinked(owner) && builds().isLinked(reader));
    }
}
