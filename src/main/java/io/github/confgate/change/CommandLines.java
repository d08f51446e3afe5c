package io.github.confgate.change;

import io.github.confgate.document.Beside;
import io.github.confgate.document.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Secrets among the words of a command that is written as a list: each word is judged by those before it. */
final class CommandLines {

    /** How many words before one may say what it is: {@code mc alias set NAME URL USER PASSWORD}. */
    private static final int WORDS = 8;

    private CommandLines() {}

    /** The name of the option that the value of a leaf is given to; empty where no option stands before it. */
    static Optional<String> option(Beside beside) {
        List<String> before = beside.before(1);
        String last = before.isEmpty() ? "" : before.get(before.size() - 1);
        return SecretShapes.isOption(last) ? Optional.of(last) : Optional.empty();
    }

    /** Where secrets stand in a word by the words before it. */
    static List<Span> spans(Leaf leaf) {
        Beside beside = leaf.beside();
        List<String> before = beside == null ? List.of() : beside.before(WORDS);
        if (before.isEmpty()) {
            return List.of();
        }
        String line = String.join(" ", before) + " ";
        List<Span> found = new ArrayList<>();
        SecretShapes.find(line + leaf.text(), found);
        List<Span> spans = new ArrayList<>(found.size());
        for (Span span : found) {
            if (span.end() > line.length()) {
                spans.add(new Span(Math.max(0, span.start() - line.length()), span.end() - line.length()));
            }
        }
        return spans;
    }
}
