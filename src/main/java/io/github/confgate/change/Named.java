package io.github.confgate.change;

import io.github.confgate.document.Beside;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The key by which a value is judged to be a secret where not its own name says it but what stands beside it: the name in
 * {@code name: X, value: Y}, the type {@code SecureString}, the option before an argument.
 */
final class Named {

    private static final List<String> NAMES =
            List.of("name", "key", "parameterkey", "parametername", "option", "variable");
    private static final List<String> MARKS =
            List.of("sensitive", "secret", "secure", "masked", "is_secret", "issecret", "is-secret");
    private static final List<String> TYPES = List.of("type");

    private Named() {}

    static KeyPath key(Leaf leaf) {
        Beside beside = leaf.beside();
        if (beside == null) {
            return leaf.key();
        }
        if (leaf.key().lastName().startsWith("user_")) {
            // What a login module for Kafka takes its clients' passwords from.
            return beside.named(List.of("password")).isPresent() ? leaf.key().name("password") : leaf.key();
        }
        if (isMarked(beside)) {
            return leaf.key().name("password");
        }
        // The key of a label or of a taint has a domain before its slash and means something else by its name.
        Optional<String> name =
                beside.named(NAMES).filter(each -> each.indexOf('/') <= 0).or(() -> CommandLines.option(beside));
        return name.isPresent() ? leaf.key().name(name.get()) : leaf.key();
    }

    private static boolean isMarked(Beside beside) {
        String type = beside.named(TYPES).orElse("").toLowerCase(Locale.ROOT);
        return type.equals("securestring")
                || beside.named(MARKS).filter("true"::equalsIgnoreCase).isPresent();
    }
}
