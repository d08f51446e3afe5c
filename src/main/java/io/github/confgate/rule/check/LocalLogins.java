package io.github.confgate.rule.check;

import io.github.confgate.change.Address;
import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Passwords of databases on the machine of whoever writes them: the usual words, and the name of the user again. */
final class LocalLogins {

    private static final Pattern USER = Pattern.compile("(?i)user(-?_?name)?\\W*(value)?$");
    private static final Set<String> HOSTS = Set.of("host", "hostname");
    private static final Set<String> OF_PAGES = Set.of("", "http", "https", "ws", "wss", "file", "classpath");
    private static final int LONGEST_NAME = 20;

    private LocalLogins() {}

    static boolean isOne(String secret, Leaf leaf, Facts facts) {
        List<Leaf> beside = beside(leaf, facts);
        return (StandIns.isDefault(secret) || isNameOfUser(secret, beside))
                && beside.stream().noneMatch(LocalLogins::isElsewhere);
    }

    private static List<Leaf> beside(Leaf leaf, Facts facts) {
        KeyPath owner = owner(leaf.key());
        return facts.around().leavesAfter(facts.change()).stream()
                .filter(other -> other.key().startsWith(owner) && !other.key().equals(owner))
                .toList();
    }

    /** The map that a key stands in; of a variable of a container, the list of variables. */
    private static KeyPath owner(KeyPath key) {
        KeyPath parent = key.parent();
        boolean variable = key.lastName().equals("value") && !parent.isRoot();
        return variable ? parent.parent() : parent;
    }

    private static boolean isNameOfUser(String secret, List<Leaf> beside) {
        return secret.length() <= LONGEST_NAME
                && secret.chars().noneMatch(Character::isDigit)
                && beside.stream().anyMatch(other -> USER.matcher(name(other)).find() && isSaid(other.text(), secret));
    }

    private static String name(Leaf leaf) {
        int sign = leaf.text().indexOf('=');
        return leaf.key() + (sign < 0 ? "" : " " + leaf.text().substring(0, sign));
    }

    private static boolean isSaid(String text, String secret) {
        return text.equals(secret) || text.endsWith("=" + secret) || text.endsWith(":" + secret + "}");
    }

    /** The address of a store that others reach as well. */
    private static boolean isElsewhere(Leaf leaf) {
        String text = leaf.text().substring(leaf.text().indexOf('=') + 1);
        List<String> words = NameWords.of(name(leaf));
        boolean host = !words.isEmpty() && HOSTS.contains(words.get(words.size() - 1));
        return Address.in(leaf.text().contains("://") ? leaf.text() : text).stream()
                .anyMatch(address -> (host || !OF_PAGES.contains(address.scheme())) && !isHere(address.host()));
    }

    private static boolean isHere(String host) {
        return host.indexOf('.') < 0
                || host.indexOf('{') >= 0
                || host.startsWith("127.")
                || host.startsWith("0.0.0.0")
                || host.endsWith(".localhost")
                || host.endsWith("docker.internal");
    }
}
