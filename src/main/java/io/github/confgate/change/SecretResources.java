package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Set;

/**
 * What a resource of Terraform holds whose type says that it is a secret, and what a block or attribute holds that is
 * called sensitive: {@code kubernetes_secret}, {@code azurerm_key_vault_secret}, {@code set_sensitive}. Of an expression the
 * literals in it are the secrets.
 */
final class SecretResources {

    /** Attributes of such resources that are the secret, or a map of secrets. */
    private static final Set<String> HOLDERS = Set.of(
            "value",
            "value_wo",
            "data",
            "data_wo",
            "data_json",
            "binary_data",
            "string_data",
            "secret_data",
            "secret_data_wo",
            "secret_string",
            "secret_string_wo",
            "secret_binary",
            "plaintext_value",
            "secret_text",
            "content",
            "payload");

    private static final Set<String> SENSITIVE = Set.of(
            "set_sensitive",
            "set_sensitive_wo",
            "sensitive_vars",
            "sensitive_values",
            "sensitive_content",
            "sensitive_variables",
            "sensitive_env",
            "sensitive_environment",
            "sensitive_inputs",
            "sensitive_data");

    private static final int LONGEST = 20_000;

    private SecretResources() {}

    static boolean holds(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        for (int i = 0; i < segments.size(); i++) {
            String name = name(segments.get(i));
            boolean last = i == segments.size() - 1;
            if (SENSITIVE.contains(name)) {
                // Of {name, value} only the value is the secret; a map of variables has nothing else.
                return last
                        || !name.startsWith("set_")
                        || segments.stream().anyMatch(each -> name(each).startsWith("value"));
            }
            if (i + 3 < segments.size() && name.equals("resource") && isSecret(name(segments.get(i + 1)))) {
                return HOLDERS.contains(name(segments.get(i + 3)));
            }
        }
        return false;
    }

    /** Where the secrets stand: all of a literal, the literals of an expression. */
    static void find(String value, List<Span> spans) {
        if (Literals.isLiteral(value) && value.indexOf('(') < 0) {
            spans.add(new Span(0, value.length()));
            return;
        }
        if (value.length() > LONGEST) {
            return;
        }
        for (int open = value.indexOf('"'); open >= 0; ) {
            int close = open + 1;
            while (close < value.length() && value.charAt(close) != '"') {
                close += value.charAt(close) == '\\' ? 2 : 1;
            }
            if (close >= value.length()) {
                return;
            }
            if (isAssigned(value, open, close) && Literals.isLiteral(value.substring(open + 1, close))) {
                spans.add(new Span(open + 1, close));
            }
            open = value.indexOf('"', close + 1);
        }
    }

    /** Whether a text in quotes is a value, and not the key of one. */
    private static boolean isAssigned(String value, int open, int close) {
        int before = open - 1;
        while (before >= 0 && value.charAt(before) <= ' ') {
            before--;
        }
        int behind = close + 1;
        while (behind < value.length() && value.charAt(behind) <= ' ') {
            behind++;
        }
        boolean key = behind < value.length() && ":=".indexOf(value.charAt(behind)) >= 0;
        return !key && before >= 0 && "=:,([".indexOf(value.charAt(before)) >= 0;
    }

    private static boolean isSecret(String type) {
        List<String> words = NameWords.of(type);
        return words.contains("secret") || words.contains("secrets") || words.contains("sensitive");
    }

    private static String name(KeyPath.Segment segment) {
        return segment instanceof KeyPath.Name name ? name.name() : "";
    }
}
