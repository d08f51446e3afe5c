package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Locale;

/** A value that only says its key again. */
final class RepeatedKey {

    private RepeatedKey() {}

    /** {@code ob.token.pass} under {@code OB_TOKEN_PASS}. */
    static boolean is(String secret, KeyPath key) {
        List<String> words = NameWords.of(secret);
        List<String> name = NameWords.of(key.toString().toLowerCase(Locale.ROOT));
        return words.size() > 1 && secret.chars().noneMatch(Character::isDigit) && endsWith(name, words);
    }

    /** The last of a key's words, before the word that only says that the value follows. */
    private static boolean endsWith(List<String> name, List<String> words) {
        int end = name.size();
        boolean plain = end > 0
                && (name.get(end - 1).equals("value") || name.get(end - 1).equals("default"));
        return isAt(name, words, end - words.size()) || (plain && isAt(name, words, end - 1 - words.size()));
    }

    private static boolean isAt(List<String> name, List<String> words, int from) {
        return from >= 0 && name.subList(from, from + words.size()).equals(words);
    }
}
