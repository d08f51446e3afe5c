package io.github.confgate.fact.java;

import io.github.confgate.fact.java.Words.At;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A constant that names a key, or the end of one: other files read the key by it.
 *
 * @param name of the constant, folded
 * @param type that declares it, folded
 */
record Constants(String name, String type) {

    static Stream<Constants> with(JavaFile file, Texts texts, Set<String> lastNames) {
        return Program.types(file).flatMap(decl -> {
            String type = Keys.fold(decl.type().simple());
            Stream<Constants> fields = decl.type().fields().stream()
                    .filter(field -> field.constant()
                            && field.value() != null
                            && texts.of(field.value(), decl)
                                    .filter(text -> isKey(text, lastNames))
                                    .isPresent())
                    .map(field -> new Constants(Keys.fold(field.name()), type));
            Stream<Constants> ofEnum = decl.type().constants().stream()
                    .filter(constant -> constant.arguments().stream().anyMatch(code -> texts.of(code, decl)
                            .filter(text -> isKey(text, lastNames))
                            .isPresent()))
                    .map(constant -> new Constants(Keys.fold(constant.name()), type));
            return Stream.concat(fields, ofEnum);
        });
    }

    private static boolean isKey(String text, Set<String> lastNames) {
        for (Placeholders.Placeholder each : Placeholders.of(text)) {
            if (ends(each.key(), lastNames)) {
                return true;
            }
        }
        return ends(text, lastNames);
    }

    private static boolean ends(String text, Set<String> lastNames) {
        List<String> names = Keys.names(text);
        return !names.isEmpty() && lastNames.contains(names.get(names.size() - 1));
    }

    boolean mayUse(Words words) {
        return words.has(At.CODE, name) && words.has(At.CODE, type);
    }
}
