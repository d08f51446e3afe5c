package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaves;
import io.github.confgate.fact.java.WantedKey;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Follows keys through other documents: who reads {@code issuer-uri} reads {@code auth.server.url} when the one is {@code
 * ${auth.server.url}/realms/x}; and a chart's {@code .Values.auth.url} that becomes the variable {@code AUTH_URL} is
 * read where that is.
 */
final class PassedOn {

    private static final int MOST_ROUNDS = 3;

    /** Beyond so many keys of one range nobody reads where each goes. */
    private static final int MOST_KEYS = 100;

    private final RangeFiles files;

    PassedOn(RangeFiles files) {
        this.files = files;
    }

    /** Adds to what is wanted for a change the keys that its value is passed on to. */
    void add(IdentityHashMap<Change, Set<WantedKey>> wanted) {
        Map<String, List<Change>> names = new LinkedHashMap<>();
        IdentityHashMap<Change, Set<String>> done = new IdentityHashMap<>();
        wanted.keySet().forEach(change -> next(change, RangeReaders.key(change), done, names));
        for (int round = 0; round < MOST_ROUNDS && !names.isEmpty() && names.size() <= MOST_KEYS; round++) {
            Map<String, List<Change>> next = new LinkedHashMap<>();
            mentions(names.keySet()).forEach((name, keys) -> {
                for (KeyPath key : keys) {
                    for (Change change : names.getOrDefault(name, List.of())) {
                        wanted.computeIfAbsent(change, any -> new LinkedHashSet<>())
                                .addAll(WantedKey.of(key));
                        next(change, key, done, next);
                    }
                }
            });
            names.clear();
            names.putAll(next);
        }
    }

    private static void next(
            Change change, KeyPath key, IdentityHashMap<Change, Set<String>> done, Map<String, List<Change>> names) {
        Set<String> before = done.computeIfAbsent(change, any -> new LinkedHashSet<>());
        names(key).stream().filter(before::add).forEach(name -> names.computeIfAbsent(name, any -> new ArrayList<>())
                .add(change));
    }

    /** What another document may call a key: its dotted name, or that of the variable it is. */
    private static List<String> names(KeyPath key) {
        List<String> names = new ArrayList<>();
        String dotted = key.segments().stream()
                .filter(KeyPath.Name.class::isInstance)
                .map(segment -> ((KeyPath.Name) segment).name())
                .collect(Collectors.joining("."));
        boolean selected = key.segments().stream().anyMatch(KeyPath.Selector.class::isInstance);
        if (!selected && dotted.length() > 1) {
            names.add(dotted);
        }
        WantedKey.of(key).stream().filter(WantedKey::variable).forEach(variable -> names.add(variable.name()));
        return names.stream().distinct().toList();
    }

    /** The keys of head whose values mention a name, by name. */
    private Map<String, Set<KeyPath>> mentions(Set<String> names) {
        Map<String, Set<KeyPath>> found = new TreeMap<>();
        for (String path : files.around().after().paths()) {
            SourceFile file = files.atHead(path).orElse(null);
            String text = file == null ? "" : files.store().text(file).orElse("");
            if (file != null && (text.contains("${") || text.contains(".Values."))) {
                Set<String> here =
                        names.stream().filter(name -> mentions(text, name)).collect(Collectors.toSet());
                if (!here.isEmpty()) {
                    files.store().document(file).ifPresent(document -> add(document, here, found));
                }
            }
        }
        return found;
    }

    private static void add(Document document, Set<String> names, Map<String, Set<KeyPath>> found) {
        document.parts().stream().flatMap(part -> Leaves.of(part).stream()).forEach(leaf -> {
            String value = leaf.text();
            names.stream().filter(name -> mentions(value, name)).forEach(name -> found.computeIfAbsent(
                            name, any -> new LinkedHashSet<>())
                    .add(leaf.key()));
        });
    }

    private static boolean mentions(String text, String name) {
        for (String start : List.of("${", "${?", ".Values.")) {
            int at = text.indexOf(start + name);
            while (at >= 0) {
                int end = at + start.length() + name.length();
                char next = end < text.length() ? text.charAt(end) : '}';
                if (!Character.isLetterOrDigit(next) && next != '.' && next != '-' && next != '_') {
                    return true;
                }
                at = text.indexOf(start + name, end);
            }
        }
        return false;
    }
}
