package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds credentials, or references to them, that change for some who use them and not for others. */
record SecretRotatedInPart(RuleSheet sheet) implements RangeRule {

    /** Keys that name a secret, or one half of a pair of keys. */
    private static final KeyGlob NAMES =
            KeyGlob.parse("**.{*-secret-key-ref,*-secret-ref,*-existing-secret,*-secret}.{name,key}");

    private static final KeyGlob REFERENCES = KeyGlob.parse("**.*-{secret-name,existing-secret,secret-ref,secret-id,"
            + "credentials-secret,credential,credentials,access-key-id,key-id,secret-path,secret-arn,vault-path,"
            + "credentials-id,api-key-ref,token-ref,password-ref,secret-key-name,user-password-key,"
            + "password-file,passwd-file,token-file,secret-file,credentials-file,credential-file,key-file,private-key-file,"
            + "cert-file,certificate-file,password-path,token-path,credentials-path,secrets-path}");
    private static final Set<String> VERSIONS =
            Set.of("new", "old", "next", "current", "previous", "rotated", "v", "rev", "blue", "green");

    /** Words of a value that is no credential but stands for one. */
    private static final Set<String> STAND_INS = Set.of(
            "development",
            "dev",
            "test",
            "local",
            "example",
            "changeme",
            "change",
            "placeholder",
            "dummy",
            "value",
            "replace",
            "default",
            "sample",
            "none",
            "password",
            "secret");

    private static final int SHORTEST = 6;
    /** Searches of the whole tree that one range may cost. */
    private static final int SEARCHES = 50;

    @Override
    public void look(List<Facts> changes, Said said) {
        Set<String> asked = new HashSet<>();
        for (Facts facts : changes) {
            if (facts.change().kind() != Change.Kind.MODIFIED) {
                continue;
            }
            Leaf old = facts.change().before().orElseThrow();
            Leaf now = facts.change().after().orElseThrow();
            boolean secret = isSecret(facts, old);
            if ((secret || isReference(old, now))
                    && asked.size() < SEARCHES
                    && asked.add(old.text() + '\0' + facts.environment())) {
                search(facts, old, secret, said);
            }
        }
    }

    private static boolean isSecret(Facts facts, Leaf old) {
        return facts.shown().secret()
                && !old.is(ScalarType.ENCRYPTED)
                && old.text().length() >= 8
                && !Secrets.in(facts.change().part().id(), old).isEmpty()
                && NameWords.of(old.text()).stream().noneMatch(STAND_INS::contains)
                && old.text().equals(old.text().strip());
    }

    private static boolean isReference(Leaf old, Leaf now) {
        String text = old.text();
        if (text.length() < SHORTEST) {
            return false;
        }
        boolean named = NAMES.matches(old.key()) || REFERENCES.matches(old.key());
        boolean variable = (text.startsWith("${") && text.endsWith("}"))
                || text.startsWith("vault:")
                || text.startsWith("arn:aws:secretsmanager");
        return (named
                        || (variable
                                && (isSecretName(text) || isSecretName(old.key().lastName()))))
                && isVersionOf(text, now.text());
    }

    private static boolean isSecretName(String text) {
        return NameWords.of(text.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(Set.of("key", "secret", "token", "password", "credential", "credentials")::contains);
    }

    /** Whether one is the next of the other: the same but for numbers, dates and words such as new. */
    private static boolean isVersionOf(String old, String now) {
        String a = stem(old);
        String b = stem(now);
        return !a.isEmpty() && (a.equals(b) || a.startsWith(b + "-") || b.startsWith(a + "-"));
    }

    private static String stem(String name) {
        return NameWords.of(name).stream()
                .map(word -> word.replaceAll("\\d+$", ""))
                .filter(word -> word.length() > 1 && !VERSIONS.contains(word) && !word.matches("[a-f]?\\d[0-9a-f]*"))
                .collect(Collectors.joining("-"));
    }

    private static void search(Facts facts, Leaf old, boolean secret, Said said) {
        Change change = facts.change();
        List<Scope.Found> left = Scope.of(facts)
                .leavesOf(old.text())
                .filter(found -> found.leaf().text().equals(old.text())
                        && isUse(found.leaf().key()))
                .limit(20)
                .toList();
        if (left.isEmpty()) {
            return;
        }
        Scope.Found first = left.get(0);
        String others = left.size() == 1 ? "" : " and " + (left.size() - 1) + " other places";
        said.at(
                facts,
                left.size() > 6 ? Severity.MEDIUM : Severity.HIGH,
                change.key() + " in " + Shown.place(facts)
                        + (secret
                                ? " holds another credential now; "
                                : " takes its credential from another place now; ")
                        + first.place() + others + (left.size() == 1 ? " stays" : " stay") + " with the old one");
    }

    /** The secret's own definition is no use of it. */
    private static boolean isUse(KeyPath key) {
        return !key.equals(KeyPath.ROOT.name("metadata").name("name"))
                && !key.equals(KeyPath.ROOT.name("spec").name("target").name("name"));
    }
}
