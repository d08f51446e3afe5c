package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;

/**
 * Texts that keys alike have in common.
 *
 * @param common one text for a key in all its spellings, and for all items of a list
 * @param fields one for all items that the same fields tell, or their numbers
 * @param own one for the items with these values of the fields; all numbers are alike
 */
record KeyName(String common, String fields, String own) {

    private static final String ITEM = "[]";

    static KeyName of(KeyPath key) {
        StringBuilder common = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        StringBuilder own = new StringBuilder();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Name name) {
                appendFolded(common, name.name());
            } else {
                common.append(ITEM);
                fields.append(ITEM);
                own.append(ITEM);
                if (segment instanceof KeyPath.Selector selector) {
                    for (KeyPath.Field field : selector.fields()) {
                        append(fields, field.name());
                        append(own, field.name());
                        append(own, field.value());
                    }
                }
            }
        }
        String all = common.toString();
        return fields.isEmpty() ? new KeyName(all, "", all) : new KeyName(all, fields.toString(), all + own);
    }

    boolean hasItems() {
        return !fields.isEmpty();
    }

    private static void appendFolded(StringBuilder out, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                out.append(Character.toLowerCase(c));
            }
        }
    }

    /** With its length before it: no text within can look like another one. */
    private static void append(StringBuilder out, String text) {
        out.append(text.length()).append(':').append(text);
    }
}
