package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.document.format.YamlReferences.Definition;
import io.github.confgate.document.format.YamlReferences.Merge;
import io.github.confgate.document.format.YamlReferences.Use;
import io.github.confgate.source.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The anchors of one document, and what their aliases stand for; keeps who refers to what ({@link YamlReferences}). */
final class YamlAliases {

    /** What an alias cannot stand for. */
    static final Built OPEN = new Built(new Node.Scalar(ScalarType.NULL, "", Region.start(), null), 0, 0, 0, 0);

    private final Map<String, Definition> outside;
    private final int here;
    private final UnaryOperator<Built> moved;
    private final Map<String, Definition> anchors = new HashMap<>();
    private final Deque<Definition> open = new ArrayDeque<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private long placed;
    private int nextId;

    YamlAliases() {
        this(Map.of(), 0, 0, UnaryOperator.identity());
    }

    /**
     * Those of a part of a text.
     *
     * @param outside the definitions in force where it begins
     * @param firstId the next definition's number
     * @param here from this number on definitions are of this very text
     * @param moved what older ones stand for where it stands in this text
     */
    YamlAliases(Map<String, Definition> outside, int firstId, int here, UnaryOperator<Built> moved) {
        this.outside = outside;
        this.here = here;
        this.moved = moved;
        this.nextId = firstId;
    }

    void begin() {
        anchors.clear();
        anchors.putAll(outside);
    }

    void scalar(@Nullable String anchor, int line, Built built) {
        placed++;
        if (anchor != null) {
            define(new Definition(
                    nextId++, anchor, line, Math.max(line, built.node().region().endLine()), built));
        }
    }

    /** A map or list with this anchor begins; an alias to it stands inside of itself until it is {@link #closed}. */
    void opened(@Nullable String anchor, int line) {
        if (anchor != null) {
            Definition definition = new Definition(nextId++, anchor, line, line, OPEN);
            open.push(definition);
            define(definition);
        }
    }

    void closed(@Nullable String anchor, Built built) {
        placed++;
        if (anchor != null) {
            Definition opened = open.pop();
            int last = Math.max(opened.line(), built.node().region().endLine());
            define(new Definition(opened.id(), anchor, opened.line(), last, built));
        }
    }

    private void define(Definition definition) {
        anchors.put(definition.name(), definition);
        definitions.add(definition);
    }

    /** What the anchor stands for at this point of the text: the last definition counts. */
    Built get(String anchor, int line) {
        Definition definition = anchors.get(anchor);
        if (definition == null) {
            throw YamlErrors.unparsed(
                    line, "an alias that no anchor before it defines; put a text that begins with `*` in quotes");
        }
        Built built = definition.built();
        if (built.nodes() == OPEN.nodes()) {
            throw YamlErrors.unparsed(line, "an alias inside of the very node that it stands for");
        }
        placed += built.nodes();
        uses.add(new Use(line, definition.id()));
        return definition.id() < here ? moved.apply(built) : built;
    }

    /** A key that takes in the keys of another map. */
    void merges(Region key) {
        merges.add(new Merge(key.line(), key.column()));
    }

    YamlReferences references() {
        return new YamlReferences(List.copyOf(definitions), List.copyOf(uses), List.copyOf(merges), placed, nextId);
    }
}
