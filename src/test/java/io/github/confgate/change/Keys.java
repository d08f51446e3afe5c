package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.KeyPath.Index;
import io.github.confgate.document.KeyPath.Selector;
import java.util.Arrays;

/** Writes keys in tests: {@code env/[name=DB_PASSWORD]/value}. */
public final class Keys {
    private Keys() {}

    /** Splits at slashes; {@code [kind=Secret;name=web]} and {@code [0]} are items. */
    public static KeyPath key(String text) {
        KeyPath key = KeyPath.ROOT;
        for (String segment : text.split("/")) {
            key = segment.startsWith("[") ? key.then(item(segment)) : key.name(segment);
        }
        return key;
    }

    public static KeyPath.Segment item(String text) {
        String inside = text.substring(1, text.length() - 1);
        if (inside.chars().allMatch(Character::isDigit)) {
            return new Index(Integer.parseInt(inside));
        }
        return new Selector(Arrays.stream(inside.split(";"))
                .map(field -> new KeyPath.Field(field.split("=")[0], field.split("=")[1]))
                .toList());
    }
}
