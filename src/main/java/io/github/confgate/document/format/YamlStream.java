package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.Remarks;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Builds trees out of SnakeYAML's events. Its own composer recurses, keeps the first place of a shared node only and
 * knows no budget; here open maps and lists stand on a stack of our own, and an alias adds to the count what it expands
 * to without being expanded.
 */
final class YamlStream {

    private final Lines lines;
    private final Limits limits;
    private final Remarks remarks;
    private final CodePointReader reader;
    private final ParserImpl events;
    private final YamlAliases aliases;
    private final Deque<YamlFrame> open = new ArrayDeque<>();
    private final List<Node> roots = new ArrayList<>();
    private long nodes;
    private int documents;

    /** @param tabs whether tabs between tokens are taken, as all but SnakeYAML take them */
    YamlStream(String text, Lines lines, Limits limits, Remarks remarks, YamlAliases aliases, boolean tabs) {
        this.lines = lines;
        this.limits = limits;
        this.remarks = remarks;
        this.aliases = aliases;
        this.reader = CodePointReader.of(text, lines);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.events = new ParserImpl(new TabScanner(reader, options, tabs));
    }

    /** The roots of all documents that hold anything, in the order of the text. */
    List<Node> documents() {
        while (true) {
            Event event = next();
            switch (event.getEventId()) {
                case DocumentStart -> begin(event);
                case Scalar -> scalar((ScalarEvent) event);
                case Alias -> alias((AliasEvent) event);
                case SequenceStart, MappingStart -> open((CollectionStartEvent) event);
                case SequenceEnd, MappingEnd -> close((CollectionEndEvent) event);
                case StreamEnd -> {
                    return roots;
                }
                default -> {}
            }
        }
    }

    private Event next() {
        try {
            return events.getEvent();
        } catch (MarkedYAMLException e) {
            throw YamlErrors.of(e, lines);
        } catch (RuntimeException e) {
            // The library also throws unmarked, index and number format exceptions where the text is at fault.
            throw YamlErrors.unparsed(
                    lines.lineOfCodePoint(reader.getIndex()), "this line does not follow the grammar");
        }
    }

    private void begin(Event event) {
        aliases.begin();
        if (++documents > limits.parts()) {
            throw Refusal.tooManyParts(limits, line(start(event)));
        }
    }

    private void scalar(ScalarEvent event) {
        int end = event.getEndMark().getIndex();
        String tag = event.getTag();
        boolean tagIsText = YamlScalars.isForeign(tag);
        int start = contentStart(start(event), end, count(event.getAnchor()) + count(tag), tagIsText);
        if (event.isLiteral() || event.isFolded()) {
            while (end > start && Character.isWhitespace(reader.at(end - 1))) {
                end--;
            }
        }
        Region region = lines.codePoints(start, end);
        Node node = new Node.Scalar(YamlScalars.type(event), YamlScalars.text(event), region, null);
        Built built = new Built(node, start, end, 1, 0);
        aliases.scalar(event.getAnchor(), line(start(event)), built);
        place(built, YamlScalars.isMergeKey(event));
    }

    private void alias(AliasEvent event) {
        int start = start(event);
        int end = event.getEndMark().getIndex();
        Built anchored = aliases.get(event.getAnchor(), line(start));
        if (open.size() + anchored.height() > limits.depth()) {
            throw Refusal.tooDeep(limits, line(start));
        }
        Node node = anchored.node().at(lines.codePoints(start, end));
        place(new Built(node, start, end, anchored.nodes(), anchored.height()), false);
    }

    private void open(CollectionStartEvent event) {
        int start =
                contentStart(start(event), Integer.MAX_VALUE, count(event.getAnchor()) + count(event.getTag()), false);
        if (open.size() >= limits.depth()) {
            throw Refusal.tooDeep(limits, line(start));
        }
        aliases.opened(event.getAnchor(), line(start(event)));
        open.push(
                event.is(Event.ID.SequenceStart)
                        ? new YamlFrame.OfList(start, event.isFlow(), event.getAnchor(), nodes)
                        : new YamlMapFrame(start, event.isFlow(), event.getAnchor(), nodes, this::duplicate));
    }

    private void close(CollectionEndEvent event) {
        YamlFrame frame = open.pop();
        int end = frame.flow ? event.getEndMark().getIndex() : frame.end;
        Region region = lines.codePoints(frame.start, end);
        Built built;
        if (frame instanceof YamlMapFrame map && map.isDoubleBraced() && reader.at(end - 2) == '}') {
            String text = reader.slice(frame.start, end);
            built = new Built(new Node.Scalar(ScalarType.STRING, text, region, null), frame.start, end, 1, 0);
        } else {
            built = new Built(frame.node(region), frame.start, end, nodes - frame.nodesBefore + 1, frame.height());
        }
        aliases.closed(frame.anchor, built);
        // Its children are in the count already.
        nodes -= built.nodes() - 1;
        place(built, false);
    }

    private void place(Built built, boolean mergeKey) {
        nodes += built.nodes();
        if (nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, line(built.start()));
        }
        YamlFrame frame = open.peek();
        if (frame == null) {
            if (!built.isBlank()) {
                roots.add(built.node());
            }
        } else if (frame instanceof YamlMapFrame map && map.expectsKey()) {
            nodes -= built.nodes();
            if (mergeKey) {
                aliases.merges(built.node().region());
            }
            map.key(keyText(built), built.node().region(), built, mergeKey);
        } else {
            frame.add(built);
        }
    }

    /** A key that is itself a map or list, or an alias of one, is known by its text. */
    private String keyText(Built built) {
        return built.node() instanceof Node.Scalar scalar
                ? scalar.text()
                : reader.slice(built.start(), built.end()).replaceAll("\\s+", " ");
    }

    private void duplicate(String key, Region shadowed, Region counts) {
        if (!remarks.wanted()) {
            return;
        }
        List<KeyPath.Segment> path = new ArrayList<>();
        for (Iterator<YamlFrame> outside = open.descendingIterator(); outside.hasNext(); ) {
            KeyPath.Segment step = outside.next().step();
            if (step != null) {
                path.add(step);
            }
        }
        path.set(path.size() - 1, new KeyPath.Name(key));
        remarks.duplicate(new KeyPath(path), shadowed.line(), counts.line());
    }

    /** Where the value itself begins, behind its anchor, and behind its tag when that is no part of its text. */
    private int contentStart(int from, int end, int properties, boolean tagIsText) {
        int left = properties;
        int i = from;
        while (left > 0 && i < end) {
            int c = reader.at(i);
            if (c == '#') {
                while (reader.at(i) != '\n' && reader.at(i) != '\r' && reader.at(i) != 0) {
                    i++;
                }
            } else if (c == '&' || (c == '!' && !tagIsText)) {
                i = skip(i, false);
                left--;
            } else {
                return i;
            }
            i = skip(i, true);
        }
        return Math.min(i, end);
    }

    private static int count(@Nullable String property) {
        return property == null ? 0 : 1;
    }

    private int skip(int from, boolean blanks) {
        int i = from;
        while (reader.at(i) != 0 && Character.isWhitespace(reader.at(i)) == blanks) {
            i++;
        }
        return i;
    }

    private static int start(Event event) {
        return event.getStartMark().getIndex();
    }

    private int line(int codePoint) {
        return lines.lineOfCodePoint(codePoint);
    }
}
