package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words that stand in the text of a file wherever it has a key: parts of its names, and of the values of the fields that
 * tell its items. A file that lacks one of them has no such key, whether anybody can read it or not.
 */
final class KeyWords {

    /** What formats may spell in several ways. */
    private static final Set<String> SPELLED_OTHERWISE =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private KeyWords() {}

    /**
     * The words of a key, the longest first: those that begin with a letter, of ASCII letters, digits, {@code -} and
     * {@code _}.
     */
    static List<String> of(KeyPath key) {
        List<String> words = new ArrayList<>();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Name name) {
                add(name.name(), words);
            } else if (segment instanceof KeyPath.Selector selector) {
                selector.fields().forEach(field -> add(field.value(), words));
            }
        }
        return words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .toList();
    }

    private static void add(String text, List<String> words) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isOfWord(text.charAt(i))) {
                String word = text.substring(start, i);
                if (!word.isEmpty() && isLetter(word.charAt(0)) && !SPELLED_OTHERWISE.contains(word)) {
                    words.add(word);
                }
                start = i + 1;
            }
        }
    }

    private static boolean isOfWord(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether a file lacks one of the words. */
    static boolean isLacked(Files files, SourceFile file, List<String> words) {
        return isLacked(words, word -> files.lacks(file, word));
    }

    static boolean isLacked(List<String> words, Predicate<String> lacks) {
        return words.stream().anyMatch(lacks);
    }
}
