package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Suggestion;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds placeholders that nothing fills: {@code $(NAME)} of a container whose variables all are written in the file and
 * are others, and any new one that is a letter or two from a name that is known.
 */
record PlaceholderUndefined(RuleSheet sheet) implements Rule {

    private static final int LONGEST = 2_000;

    private record Names(String path, KeyPath.Segment part) {}

    /** What a part of a file says of variables: their names, and whether some come from elsewhere. */
    private record Known(Set<String> variables, Set<String> words, boolean open) {}

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (now.isEmpty()
                || change.isUnread()
                || change.kind() == Change.Kind.MOVED
                || now.get().text().length() > LONGEST
                || now.get().text().indexOf('$') < 0) {
            return Stream.empty();
        }
        String old = change.before().map(Leaf::text).orElse("");
        return Placeholder.in(now.get().text()).stream()
                .filter(placeholder -> Placeholder.in(old).stream()
                        .noneMatch(before -> before.name().equals(placeholder.name())))
                .flatMap(placeholder -> look(placeholder, old, facts).stream())
                .limit(1)
                .map(said -> Finding.of(sheet, facts, now.get().key() + said));
    }

    private static Optional<String> look(Placeholder placeholder, String old, Facts facts) {
        Known known = known(facts);
        String name = placeholder.name();
        if (known.variables().contains(name) || known.words().contains(name)) {
            return Optional.empty();
        }
        Set<String> near = new LinkedHashSet<>();
        Placeholder.in(old).forEach(before -> near.add(before.name()));
        near.addAll(known.variables());
        near.addAll(known.words());
        Optional<String> meant = name.length() < 5 ? Optional.empty() : nearest(name, near);
        if (meant.isPresent() && !isNamedElsewhere(name, facts)) {
            return Optional.of(" names `" + placeholder.text() + "`, which nothing defines; it is nearly `"
                    + meant.get() + "`, which is known");
        }
        boolean closed = placeholder.isOfContainer()
                && !known.open()
                && !known.variables().isEmpty();
        return closed && isContainer(facts)
                ? Optional.of(" names `" + placeholder.text()
                        + "`, and no container here has a variable of that name: the text stays as it is")
                : Optional.empty();
    }

    private static Optional<String> nearest(String name, Set<String> known) {
        int most = name.length() >= 8 ? 2 : 1;
        return known.stream()
                .filter(word -> Math.abs(word.length() - name.length()) <= most
                        && !digitsLess(word).equals(digitsLess(name))
                        && !NearNames.isPair(word, name)
                        && Suggestion.distance(word, name) <= most)
                .findFirst();
    }

    private static String digitsLess(String name) {
        return name.replaceAll("[0-9]", "");
    }

    /** Whether another file knows the name. */
    private static boolean isNamedElsewhere(String name, Facts facts) {
        String own = facts.change().path();
        Surroundings around = facts.around();
        return around.once(new Elsewhere(name), () -> around.after().paths().stream()
                .anyMatch(path -> !path.equals(own) && around.after().mayContain(path, name)));
    }

    private record Elsewhere(String name) {}

    /** Whether the value stands in a manifest's container, where only its own variables are filled in. */
    private static boolean isContainer(Facts facts) {
        boolean manifest = facts.change().part().id() instanceof KeyPath.Selector selector
                && selector.fields().stream().anyMatch(field -> field.name().equals("kind"));
        return facts.change().after().orElseThrow().key().segments().stream()
                .anyMatch(segment -> segment instanceof KeyPath.Name name
                        && (name.name().equals("containers") || name.name().equals("initContainers"))
                        && (manifest || isManifest(facts)));
    }

    /** A file with one document tells its kind by a key. */
    private static boolean isManifest(Facts facts) {
        return facts.around().leavesAfter(facts.change()).stream()
                .anyMatch(leaf -> leaf.key().equals(KeyPath.ROOT.name("kind")));
    }

    private static Known known(Facts facts) {
        Change change = facts.change();
        return facts.around().once(new Names(change.path(), change.part().id()), () -> {
            Set<String> variables = new HashSet<>();
            Set<String> words = new HashSet<>();
            boolean open = false;
            for (Leaf leaf : facts.around().leavesAfter(change)) {
                String last = leaf.key().lastName();
                words.add(last);
                open |= leaf.key().segments().contains(new KeyPath.Name("envFrom"));
                for (KeyPath.Segment segment : leaf.key().segments()) {
                    if (segment instanceof KeyPath.Selector selector) {
                        selector.fields().stream()
                                .filter(field -> field.name().equals("name"))
                                .forEach(field -> variables.add(field.value()));
                    }
                }
            }
            return new Known(variables, words, open);
        });
    }
}
