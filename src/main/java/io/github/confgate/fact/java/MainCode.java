package io.github.confgate.fact.java;

import java.util.List;
import java.util.Locale;

/** Which files are Java that runs in production: tests read keys too, and nothing breaks when they do. */
public final class MainCode {

    private static final List<String> TESTS =
            List.of("Test.java", "Tests.java", "IT.java", "ITCase.java", "TestCase.java");

    private MainCode() {}

    /** @param path relative to the repository's root, with {@code /} */
    public static boolean isIt(String path) {
        if (!path.endsWith(".java")) {
            return false;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("package-info.java") || name.equals("module-info.java")) {
            return false;
        }
        return TESTS.stream().noneMatch(name::endsWith) && !isInTests(path);
    }

    /** {@code src/test}, {@code src/integrationTest}, {@code src/testFixtures}, and a folder {@code test} or {@code tests}. */
    private static boolean isInTests(String path) {
        String above = "";
        int from = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', from)) {
            if (above.equals("java")) {
                return false; // packages from here on
            }
            String folder = path.substring(from, end);
            String lower = folder.toLowerCase(Locale.ROOT);
            boolean set = above.equals("src") && lower.contains("test");
            if (set || lower.equals("test") || lower.equals("tests")) {
                return true;
            }
            above = folder;
            from = end + 1;
        }
        return false;
    }
}
