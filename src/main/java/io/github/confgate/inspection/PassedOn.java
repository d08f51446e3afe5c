package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.Formats;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.fact.java.WantedKey;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows keys through other documents: who reads {@code issuer-uri} reads {@code auth.server.url} when the one is {@code
 * ${auth.server.url}/realms/x}; a chart's {@code .Values.auth.url} that becomes the variable {@code AUTH_URL} is read
 * where that is; and in HOCON {@code all = ${base} ${more}} takes over whatever is below {@code base}.
 */
final class PassedOn {

    private static final int MOST_ROUNDS = 3;

    /** Beyond so many keys of one range nobody reads where each goes. */
    private static final int MOST_KEYS = 1_000;

    private final RangeFiles files;

    PassedOn(RangeFiles files) {
        this.files = files;
    }

    /** What is known by a name: a changed key, or what a changed key is below ({@code rest} of it). */
    private record Named(Change change, List<KeyPath.Segment> rest) {}

    /** Adds to what is wanted for a change the keys that its value is passed on to. */
    void add(IdentityHashMap<Change, Set<WantedKey>> wanted) {
        Map<String, List<Named>> names = new LinkedHashMap<>();
        IdentityHashMap<Change, Set<String>> done = new IdentityHashMap<>();
        wanted.keySet().forEach(change -> next(change, RangeReaders.key(change), done, names));
        for (int round = 0; round < MOST_ROUNDS && !names.isEmpty() && done.size() <= MOST_KEYS; round++) {
            Map<String, List<Named>> next = new LinkedHashMap<>();
            for (Mention mention : mentions(names.keySet())) {
                for (Named named : names.getOrDefault(mention.name(), List.of())) {
                    if (named.rest().isEmpty() || mention.hocon()) {
                        KeyPath key = below(mention.key(), named.rest());
                        wanted.computeIfAbsent(named.change(), any -> new LinkedHashSet<>())
                                .addAll(WantedKey.of(key));
                        next(named.change(), key, done, next);
                    }
                }
            }
            names.clear();
            names.putAll(next);
        }
    }

    private static KeyPath below(KeyPath key, List<KeyPath.Segment> rest) {
        List<KeyPath.Segment> all = new ArrayList<>(key.segments());
        all.addAll(rest);
        return new KeyPath(all);
    }

    private static void next(
            Change change, KeyPath key, IdentityHashMap<Change, Set<String>> done, Map<String, List<Named>> names) {
        Set<String> before = done.computeIfAbsent(change, any -> new LinkedHashSet<>());
        names(key, isHocon(change.path())).forEach((name, rest) -> {
            if (before.add(name)) {
                names.computeIfAbsent(name, any -> new ArrayList<>()).add(new Named(change, rest));
            }
        });
    }

    private static boolean isHocon(String path) {
        return Formats.of(path) == Format.HOCON;
    }

    /** What another document may call a key: its dotted name, or that of the variable it is; and what it is below. */
    private static Map<String, List<KeyPath.Segment>> names(KeyPath key, boolean hocon) {
        Map<String, List<KeyPath.Segment>> names = new LinkedHashMap<>();
        StringBuilder dotted = new StringBuilder();
        List<KeyPath.Segment> segments = key.segments();
        int known = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof KeyPath.Selector) {
                known = -1;
            }
            if (segments.get(i) instanceof KeyPath.Name name
                    && known >= 0
                    && !name.name().startsWith("${")) {
                dotted.append(known++ > 0 ? "." : "").append(name.name());
                List<KeyPath.Segment> rest = segments.subList(i + 1, segments.size());
                if (hocon && known > 1 && !rest.isEmpty()) {
                    names.put(dotted.toString(), List.copyOf(rest));
                }
            }
        }
        if (known >= 0 && dotted.length() > 1) {
            names.put(dotted.toString(), List.of());
        }
        WantedKey.of(key).stream()
                .filter(WantedKey::variable)
                .forEach(variable -> names.put(variable.name(), List.of()));
        return names;
    }

    /** A key of head whose value mentions a name. */
    private record Mention(String name, KeyPath key, boolean hocon) {}

    private List<Mention> mentions(Set<String> names) {
        List<Mention> found = new ArrayList<>();
        for (String path : files.around().after().paths()) {
            SourceFile file = files.atHead(path).orElse(null);
            String text = file == null ? "" : files.store().text(file).orElse("");
            Set<String> here = new HashSet<>(Mentions.of(text));
            here.retainAll(names);
            if (file != null && !here.isEmpty()) {
                files.store().document(file).ifPresent(document -> add(document, here, isHocon(path), found));
            }
        }
        return found;
    }

    private static void add(Document document, Set<String> names, boolean hocon, List<Mention> found) {
        document.parts().stream()
                .flatMap(part -> Leaves.of(part).stream())
                .forEach((Leaf leaf) -> Mentions.of(leaf.text()).stream()
                        .filter(names::contains)
                        .sorted()
                        .forEach(name -> found.add(new Mention(name, leaf.key(), hocon))));
    }
}
