package io.github.confgate.fact.java;

import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.DeclaredCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which files of a repository are searched for readers: its main code, or that of the folders that a policy names. What
 * is a test is told by the path below the folder that a glob begins with, so that a policy that names {@code
 * src/test/java} has it searched.
 */
public final class CodePaths implements Predicate<String> {

    private final List<Folder> wanted = new ArrayList<>();
    private final List<Folder> ignored = new ArrayList<>();

    private CodePaths() {}

    /** @param rows those of one repository */
    public static CodePaths of(List<DeclaredCode> rows) {
        CodePaths all = new CodePaths();
        for (DeclaredCode row : rows) {
            row.paths().forEach(path -> (row.ignore() ? all.ignored : all.wanted).add(Folder.of(path)));
            if (row.paths().isEmpty() && !row.ignore()) {
                all.wanted.add(Folder.of("**"));
            }
        }
        return all;
    }

    @Override
    public boolean test(String path) {
        if (!path.endsWith(".java")) {
            return false;
        }
        boolean in = wanted.isEmpty()
                ? MainCode.isIt(path)
                : wanted.stream().anyMatch(folder -> folder.has(path) && folder.isMainCode(path));
        return in && ignored.stream().noneMatch(folder -> folder.has(path));
    }

    /** A glob of files, or of folders with all that is in them. */
    private record Folder(String start, PathGlob glob, PathGlob within) {
        static Folder of(String pattern) {
            String trimmed = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
            String fixed = trimmed.split("[*?{]", 2)[0];
            boolean whole = fixed.length() == trimmed.length() && !trimmed.endsWith(".java");
            String start = whole ? trimmed + "/" : fixed.substring(0, fixed.lastIndexOf('/') + 1);
            return new Folder(start, PathGlob.of(trimmed), PathGlob.of(trimmed + "/**"));
        }

        boolean has(String path) {
            return glob.matches(path) || within.matches(path);
        }

        boolean isMainCode(String path) {
            return MainCode.isIt(path.substring(Math.min(start.length(), path.length())));
        }
    }
}
