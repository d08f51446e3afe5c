package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds keys and certificates that are cut off, and base64 that does not decode where it has to. */
record KeyMaterialMalformed(RuleSheet sheet) implements Rule {

    private static final String BEGIN = "-----BEGIN ";
    private static final KeyPath DATA = KeyPath.ROOT.name("data");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        if (now == null
                || change.kind() == Change.Kind.MOVED
                || !(now.value() instanceof Node.Scalar scalar)
                || scalar.type().isOpaque()) {
            return Stream.empty();
        }
        return wrong(facts, now, scalar.text())
                .map(what -> Finding.of(sheet, facts, change.key() + " " + what))
                .stream();
    }

    private static Optional<String> wrong(Facts facts, Leaf now, String text) {
        if (text.contains("{{") || text.contains("${") || text.contains("$(") || text.contains("...")) {
            return Optional.empty();
        }
        int begin = text.indexOf(BEGIN);
        if (begin >= 0) {
            return pem(text, begin);
        }
        String bare = text.strip();
        if (bare.startsWith("{\"") && bare.contains("\"kid\"") && bare.contains("\"n\"") && !bare.contains("\"kty\"")) {
            return Optional.of("holds a JSON Web Key without `kty`");
        }
        boolean secret = now.key().segments().size() == 2
                && now.key().parent().equals(DATA)
                && facts.around()
                        .partAfter(facts.change())
                        .map(Part::root)
                        .flatMap(root -> Nodes.text(root, "kind"))
                        .filter("Secret"::equals)
                        .isPresent();
        return secret && !bare.isEmpty() && !bare.startsWith("<") && !isBase64(bare)
                ? Optional.of("is no base64, which `data` of a Secret has to be")
                : Optional.empty();
    }

    private static Optional<String> pem(String text, int begin) {
        for (int at = begin; at >= 0; at = text.indexOf(BEGIN, at + BEGIN.length())) {
            int close = text.indexOf("-----", at + BEGIN.length());
            if (close < 0 || close > at + 80) {
                return Optional.empty();
            }
            String label = text.substring(at + BEGIN.length(), close);
            int end = text.indexOf("-----END " + label + "-----", close);
            int next = text.indexOf(BEGIN, close);
            if (end < 0 || (next >= 0 && next < end)) {
                return Optional.of("holds the beginning of a " + kind(label) + " without its end");
            }
            String body = text.substring(close + 5, end).replace("\\n", "\n");
            boolean headers = body.contains(": ");
            if (!headers && !label.startsWith("PGP") && !isBase64(body)) {
                return Optional.of("holds a " + kind(label) + " whose content is no base64: it is cut or changed");
            }
        }
        return Optional.empty();
    }

    private static String kind(String label) {
        return label.contains("CERTIFICATE") ? "certificate" : label.contains("KEY") ? "key" : "PEM block";
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
