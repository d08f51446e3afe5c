package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts in the place of a secret that are none: what is to be filled in, and what everybody knows. */
final class StandIns {

    private static final List<String> TO_FILL_IN = List.of(
            "changeme",
            "change-me",
            "change_me",
            "placeholder",
            "replaceme",
            "replace-me",
            "replace_me",
            "fillme",
            "fill-me",
            "fill_me",
            "fill-in",
            "fill_in",
            "set-me",
            "set_me",
            "dummy",
            "example",
            "your-",
            "your_",
            "todo",
            "redacted",
            "insert-",
            "notasecret",
            "not-a-secret",
            "not_a_secret",
            "fixme",
            "xxxx");
    /** The beginnings of the keys of emulators, which their makers' documentation gives to everybody. */
    private static final List<String> PUBLISHED =
            List.of("eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50u", "c2y6ydjf5/r+ob0n8a7cgv30vrdjiwehlm+4qdu5");
    /** What local databases are given; harmless where nobody else can reach them. */
    private static final Set<String> DEFAULTS = Set.of(
            "password",
            "passwd",
            "pass",
            "secret",
            "admin",
            "root",
            "postgres",
            "mysql",
            "guest",
            "user",
            "test",
            "testing",
            "local",
            "localhost",
            "dev",
            "foo",
            "bar",
            "baz",
            "default",
            "sample",
            "fake",
            "mock",
            "token",
            "minioadmin");
    /** Words by which a value says that it is for trying things out. */
    private static final Set<String> FOR_TRYING = Set.of(
            "development", "dev", "local", "localhost", "test", "testing", "default", "sample", "fake", "mock", "demo");
    /** Words that name a value and do not make one. */
    private static final Set<String> NAMING = Set.of(
            "value",
            "secret",
            "password",
            "pass",
            "passwd",
            "pw",
            "pwd",
            "token",
            "key",
            "client",
            "access",
            "api",
            "app",
            "user",
            "username",
            "admin",
            "root",
            "db",
            "database",
            "only",
            "for",
            "the",
            "my",
            "a",
            "some",
            "use");

    private StandIns() {}

    /** Whether nobody takes this for the secret, wherever it stands. */
    static boolean isOne(String secret, KeyPath key) {
        String text = secret.strip().toLowerCase(Locale.ROOT);
        return TO_FILL_IN.stream().anyMatch(text::contains)
                || PUBLISHED.stream().anyMatch(text::contains)
                || isOneCharacter(text)
                || RepeatedKey.is(secret, key);
    }

    /** Whether it lets nobody in but where things are tried out. */
    static boolean isDefault(String secret) {
        return DEFAULTS.contains(secret.strip().toLowerCase(Locale.ROOT)) || isForTrying(secret);
    }

    /** {@code development-value-123}: words of which one says what it is for and the others nothing. */
    private static boolean isForTrying(String secret) {
        List<String> words = NameWords.of(secret);
        return words.size() > 1
                && words.stream().anyMatch(FOR_TRYING::contains)
                && words.stream().allMatch(word -> FOR_TRYING.contains(word) || NAMING.contains(word) || isCount(word));
    }

    private static boolean isCount(String word) {
        return word.length() <= 4 && word.chars().allMatch(Character::isDigit);
    }

    /** {@code 00000000-0000-0000-0000-000000000000}. */
    private static boolean isOneCharacter(String text) {
        return text.length() > 3
                && text.chars().filter(Character::isLetterOrDigit).distinct().count() <= 1;
    }
}
