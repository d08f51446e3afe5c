package io.github.confgate.change;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells expressions of Terraform that take a value from elsewhere: {@code module.database.password}, {@code var.token},
 * {@code data.azurerm_key_vault_secret.db.value}, and calls that work on such. The parser leaves quotes only inside of
 * expressions, so that a literal in a call still counts as written out.
 */
final class HclReferences {

    private static final String STEPS = "(\\.[A-Za-z_*][\\w-]*|\\.\\d+|\\[[^\\[\\]]*])";
    private static final String ROOTS =
            "(module|var|local|each|self|path|terraform|dependency|include)\\." + "[A-Za-z_][\\w-]*";
    /** A resource is its type, which has the name of its provider, and its own name. */
    private static final String RESOURCE = "(data\\.)?[a-z][a-z0-9]*(_[a-z0-9]+)+\\.[A-Za-z_][\\w-]*" + STEPS;

    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w.])(" + ROOTS + "|" + RESOURCE + ")" + STEPS + "*");
    private static final Pattern CALL = Pattern.compile("^[a-z][a-z0-9_]*\\(.*\\)" + STEPS + "*$", Pattern.DOTALL);
    private static final Set<String> OF_NAMES =
            Set.of("file", "filebase64", "templatefile", "lookup", "get_env", "pathexpand");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"");
    private static final int LONGEST = 2_000;

    private HclReferences() {}

    static boolean is(String text) {
        if (text.length() > LONGEST || text.indexOf('.') < 0 && text.indexOf('(') < 0) {
            return false;
        }
        Matcher reference = REFERENCE.matcher(text);
        boolean found = reference.find();
        if (found && reference.start() == 0 && reference.end() == text.length()) {
            return true;
        }
        boolean call = CALL.matcher(text).matches();
        if (call && OF_NAMES.contains(text.substring(0, text.indexOf('(')))) {
            return true;
        }
        boolean works = call || (found && (text.contains(" ? ") || text.contains("!= ") || text.contains("== ")));
        return works && found && !holdsLiteral(text);
    }

    /** A text in quotes that may be the value, and is neither the key of an index nor a template. */
    private static boolean holdsLiteral(String text) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            boolean index = quoted.start() > 0 && text.charAt(quoted.start() - 1) == '[';
            String inside = quoted.group().substring(1, quoted.group().length() - 1);
            if (!index && inside.length() > 3 && !inside.contains("${")) {
                return true;
            }
        }
        return false;
    }
}
