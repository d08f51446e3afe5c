package io.github.confgate.inspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which modules of a repository build upon which, as its Maven and Gradle files say. Files of tests and of plugins are no
 * part of a program.
 */
final class Builds {

    /** Of more modules than this nothing is told. */
    private static final int MOST_MODULES = 1_000;

    private static final List<String> FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

    private final Set<String> folders;
    private final Function<String, Optional<String>> text;
    private @Nullable Map<String, Set<String>> needs;
    private final Map<String, Set<String>> reached = new HashMap<>();

    /**
     * @param folders of the modules, without a slash at the end; the root is empty
     * @param text of a file by its path; empty for one that is not there
     */
    Builds(Set<String> folders, Function<String, Optional<String>> text) {
        this.folders = new TreeSet<>(folders);
        this.text = text;
    }

    /** Whether some module has both of these in it: itself, or through what it builds upon. */
    boolean areTogether(String one, String other) {
        return needs().keySet().stream().map(this::reached).anyMatch(all -> all.contains(one) && all.contains(other));
    }

    /** Whether a module builds upon another, or another upon it: what build files say of it is understood. */
    boolean isLinked(String module) {
        return !needs().getOrDefault(module, Set.of()).isEmpty()
                || needs().values().stream().anyMatch(all -> all.contains(module));
    }

    private Set<String> reached(String from) {
        Set<String> known = reached.get(from);
        if (known == null) {
            known = new HashSet<>(Set.of(from));
            Deque<String> open = new ArrayDeque<>(known);
            while (!open.isEmpty()) {
                for (String next : needs().getOrDefault(open.remove(), Set.of())) {
                    if (known.add(next)) {
                        open.add(next);
                    }
                }
            }
            reached.put(from, known);
        }
        return known;
    }

    private Map<String, Set<String>> needs() {
        Map<String, Set<String>> known = needs;
        if (known == null) {
            known = folders.size() > MOST_MODULES ? Map.of() : read();
            needs = known;
        }
        return known;
    }

    private Map<String, Set<String>> read() {
        Map<String, List<String>> builds = new TreeMap<>();
        Map<String, String> byName = new HashMap<>();
        for (String folder : folders) {
            List<String> texts = FILES.stream()
                    .flatMap(name -> text.apply(folder.isEmpty() ? name : folder + "/" + name).stream())
                    .toList();
            builds.put(folder, texts);
            byName.put(folded(folder.substring(folder.lastIndexOf('/') + 1)), folder);
        }
        builds.forEach((folder, texts) ->
                texts.forEach(each -> PomText.name(each).ifPresent(name -> byName.put(folded(name), folder))));
        Map<String, Set<String>> found = new TreeMap<>();
        builds.forEach((folder, texts) -> {
            Set<String> all = new TreeSet<>();
            texts.forEach(each -> named(each).forEach(name -> {
                String module = byName.get(folded(name));
                if (module != null && !module.equals(folder)) {
                    all.add(module);
                }
            }));
            found.put(folder, all);
        });
        return found;
    }

    private static List<String> named(String build) {
        return PomText.isOne(build) ? PomText.needs(build) : ofGradle(build);
    }

    /** {@code project(":libs:common")}, also with single quotes, and {@code projects.libs.common}. */
    private static List<String> ofGradle(String build) {
        List<String> found = new ArrayList<>();
        for (String line : build.split("\n", -1)) {
            if (!line.strip().startsWith("test")) {
                add(line, "project(", ":", found);
                add(line, "projects.", ".", found);
            }
        }
        return found;
    }

    private static void add(String line, String start, String separator, List<String> out) {
        int at = line.indexOf(start);
        if (at < 0) {
            return;
        }
        String path = line.substring(at + start.length())
                .replaceFirst("^path\\s*[:=]\\s*", "")
                .replaceFirst("^['\"]", "");
        int end = 0;
        while (end < path.length()
                && (Character.isLetterOrDigit(path.charAt(end)) || "-_.:".indexOf(path.charAt(end)) >= 0)) {
            end++;
        }
        String name = path.substring(0, end);
        out.add(name.substring(name.lastIndexOf(separator) + 1));
    }

    /** Gradle calls {@code orders-api} {@code ordersApi} where it is code. */
    private static String folded(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
