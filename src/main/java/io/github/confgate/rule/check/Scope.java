package io.github.confgate.rule.check;

import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that are together with a change: those of its environment and those of none. A change that is for all
 * environments is together with every file.
 */
record Scope(Surroundings around, @Nullable Environment environment) {

    /** A leaf and the file that it stands in. */
    record Found(Document document, Part part, Leaf leaf) {
        /** {@code path:line}. */
        String place() {
            return document.path() + ":" + leaf.region().line();
        }
    }

    static Scope of(Facts facts) {
        return new Scope(facts.around(), facts.environment());
    }

    boolean holds(String path) {
        Environment other = around.environments().of(path).environment();
        return environment == null || other == null || Objects.equals(environment, other);
    }

    /** The files that may hold a text, as they are now. */
    Stream<Document> mentioning(String text) {
        return around.after().mentioning(longestWord(text)).filter(document -> holds(document.path()));
    }

    /** The leaves of the files that may hold a text. */
    Stream<Found> leavesOf(String text) {
        return mentioning(text).flatMap(document -> document.parts().stream()
                .flatMap(part -> leaves(part).stream().map(leaf -> new Found(document, part, leaf))));
    }

    static List<Leaf> leaves(Part part) {
        return Leaves.of(part);
    }

    /** What escapes cannot spell otherwise. */
    static String longestWord(String text) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isPlain(text.charAt(i))) {
                if (i - start > longest.length()) {
                    longest = text.substring(start, i);
                }
                start = i + 1;
            }
        }
        return longest;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
