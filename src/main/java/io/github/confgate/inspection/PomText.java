package io.github.confgate.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a Maven file calls its module, and what the module needs to run; read as text, so that no entity is followed. */
final class PomText {

    private PomText() {}

    static boolean isOne(String build) {
        return build.contains("<project") || build.contains("<dependency>");
    }

    /** Its own artifact, not that of its parent. */
    static Optional<String> name(String pom) {
        if (!isOne(pom)) {
            return Optional.empty();
        }
        String head = without(pom, "<!--", "-->");
        head = without(head, "<parent>", "</parent>");
        int end = firstOf(head, "<dependency>", "<dependencies>", "<dependencyManagement>", "<build>", "<profiles>");
        return value(head.substring(0, end), "artifactId");
    }

    /** The artifacts of its dependencies; those of tests are not there when it runs. */
    static List<String> needs(String pom) {
        String text = without(pom, "<!--", "-->");
        text = without(text, "<dependencyManagement>", "</dependencyManagement>");
        text = without(text, "<plugins>", "</plugins>");
        text = without(text, "<exclusions>", "</exclusions>");
        List<String> found = new ArrayList<>();
        int from = text.indexOf("<dependency>");
        while (from >= 0) {
            int end = text.indexOf("</dependency>", from);
            if (end < 0) {
                break;
            }
            String one = text.substring(from, end);
            boolean ofTests = value(one, "scope").filter("test"::equals).isPresent()
                    || value(one, "type").filter("test-jar"::equals).isPresent();
            if (!ofTests) {
                value(one, "artifactId").ifPresent(found::add);
            }
            from = text.indexOf("<dependency>", end);
        }
        return found;
    }

    private static int firstOf(String text, String... marks) {
        int first = text.length();
        for (String mark : marks) {
            int at = text.indexOf(mark);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    private static Optional<String> value(String text, String name) {
        int from = text.indexOf("<" + name + ">");
        int end = from < 0 ? -1 : text.indexOf("</", from);
        return end < 0
                ? Optional.empty()
                : Optional.of(text.substring(from + name.length() + 2, end).strip());
    }

    /** A text without what stands between two marks. */
    private static String without(String text, String open, String close) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        int from = text.indexOf(open);
        while (from >= 0) {
            kept.append(text, at, from);
            int end = text.indexOf(close, from);
            if (end < 0) {
                return kept.toString();
            }
            at = end + close.length();
            from = text.indexOf(open, at);
        }
        return kept.append(text, at, text.length()).toString();
    }
}
