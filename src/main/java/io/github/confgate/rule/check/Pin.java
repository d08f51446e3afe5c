package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Part;
import io.github.confgate.rule.KeyGlob;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of something outside of the tree is taken: of a chart, of a Terraform module, of a Kustomize base.
 *
 * @param of what is taken, without its version
 */
record Pin(String of, String version) {

    private static final Pattern REFERENCE =
            Pattern.compile("^([^\\s?]{3,300}\\?(?:[^\\s#]{0,100}&)?(?:ref|version)=)([^\\s&#]{1,100})$");
    private static final KeyGlob SOURCES = KeyGlob.parse("**.module.*.source");
    private static final KeyGlob BASES = KeyGlob.parse("{resources,bases,components}[*]");
    private static final KeyGlob MODULES = KeyGlob.parse("**.module.*.version");
    private static final KeyGlob DEPENDENCIES = KeyGlob.parse("dependencies[*].version");
    private static final KeyGlob CHARTS = KeyGlob.parse("**.{version,target-revision}");
    private static final Pattern NUMBERS = Pattern.compile("^[\\s~^>=<v]*(\\d{1,9})(?:\\.(\\d{1,9}))?");

    /** The version that a text under a key says; {@code part} is the one that holds it. */
    static Optional<Pin> of(String path, Part part, KeyPath key, String text) {
        if (SOURCES.matches(key) || (BASES.matches(key) && isKustomization(path))) {
            Matcher matcher = REFERENCE.matcher(text.strip());
            return matcher.matches() ? Optional.of(new Pin(matcher.group(1), matcher.group(2))) : Optional.empty();
        }
        String named = namedBy(path, key);
        return named.isEmpty()
                ? Optional.empty()
                : Lookup.node(part, key.parent())
                        .flatMap(node -> Nodes.text(node, named))
                        .filter(name -> !name.isBlank() && !name.startsWith("./") && !name.startsWith("../"))
                        .map(name -> new Pin(name, text.strip()));
    }

    /** The field beside a version that says what it is a version of; empty where the key is no version. */
    private static String namedBy(String path, KeyPath key) {
        if (MODULES.matches(key)) {
            return "source";
        }
        if (DEPENDENCIES.matches(key) && file(path).equals("chart.yaml")) {
            return "name";
        }
        if (!CHARTS.matches(key)) {
            return "";
        }
        boolean inflated = key.toString().toLowerCase(Locale.ROOT).contains("helmcharts[");
        return inflated ? "name" : "chart";
    }

    private static boolean isKustomization(String path) {
        return file(path).startsWith("kustomization");
    }

    static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the step to another version may break what took this one: the first number that is not zero differs. */
    boolean isApartFrom(Pin other) {
        Matcher one = NUMBERS.matcher(version);
        Matcher two = NUMBERS.matcher(other.version);
        if (!one.find() || !two.find()) {
            return false;
        }
        boolean young = isZero(one.group(1)) && isZero(two.group(1));
        return young
                ? one.group(2) != null && two.group(2) != null && !one.group(2).equals(two.group(2))
                : !one.group(1).equals(two.group(1));
    }

    private static boolean isZero(String number) {
        return Integer.parseInt(number) == 0;
    }
}
