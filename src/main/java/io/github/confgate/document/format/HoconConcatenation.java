package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of one HOCON value, which stand on one line beside each other: words and quotes make one text, lists one
 * list, objects one object. With a substitution among them a text stays as it is written.
 */
final class HoconConcatenation {

    private final Cursor in;
    private final StringBuilder text = new StringBuilder();
    private final List<HoconValue.Plain> references = new ArrayList<>(0);
    private ScalarType type = ScalarType.STRING;
    private int texts;
    private boolean optional = true;
    private @Nullable List<Node> items;
    private @Nullable HoconObject object;
    private int start = -1;
    private int end;

    HoconConcatenation(Cursor in) {
        this.in = in;
    }

    /** A word or a text in quotes that stands between an offset and the cursor. */
    void text(String piece, boolean quoted, int from) {
        if (items != null || object != null) {
            throw mixed(from);
        }
        if (start >= 0) {
            text.append(in.text, end, from);
        }
        text.append(piece);
        texts++;
        type = texts == 1 && !quoted ? HoconText.type(piece) : ScalarType.STRING;
        reach(from);
    }

    void reference(boolean isOptional, int from) {
        String written = in.from(from);
        Node.Scalar node = new Node.Scalar(ScalarType.STRING, written, in.region(from, in.at), null);
        HoconValue.Plain reference = new HoconValue.Plain(node, true, isOptional, from, in.at);
        references.add(reference);
        optional &= isOptional;
        if (items != null) {
            items.add(node);
        }
        reach(from);
    }

    void items(List<Node> more, int from) {
        if (object != null || texts > 0) {
            throw mixed(from);
        }
        if (items == null) {
            items = new ArrayList<>(more.size());
            for (HoconValue.Plain reference : references) {
                items.add(reference.node());
            }
        }
        items.addAll(more);
        reach(from);
    }

    /** The object that the next one merges into; null for the first. */
    @Nullable
    HoconObject object() {
        return object;
    }

    void object(HoconObject read, int from) {
        if (items != null || texts > 0) {
            throw mixed(from);
        }
        object = read;
        reach(from);
    }

    private Refusal mixed(int from) {
        return in.unparsed(from, "text, lists and objects cannot be joined; put a comma or a new line between them");
    }

    private void reach(int from) {
        start = start < 0 ? from : start;
        end = in.at;
    }

    HoconValue value() {
        if (start < 0) {
            throw in.unparsed("a value is missing");
        }
        if (items != null) {
            return new HoconValue.Items(items, start, end);
        }
        if (object != null) {
            return new HoconValue.Fields(object, base(), start, end);
        }
        boolean reference = !references.isEmpty();
        String written = reference ? in.text.substring(start, end) : text.toString();
        Node.Scalar node = new Node.Scalar(reference ? ScalarType.STRING : type, written, in.region(start, end), null);
        return new HoconValue.Plain(node, reference, reference && optional && texts == 0, start, end);
    }

    private HoconValue.@Nullable Plain base() {
        if (references.size() < 2) {
            return references.isEmpty() ? null : references.get(0);
        }
        StringBuilder all = new StringBuilder();
        for (HoconValue.Plain reference : references) {
            all.append(all.isEmpty() ? "" : " ").append(reference.node().text());
        }
        HoconValue.Plain first = references.get(0);
        Node.Scalar node =
                new Node.Scalar(ScalarType.STRING, all.toString(), first.node().region(), null);
        return new HoconValue.Plain(node, true, optional, first.start(), first.end());
    }
}
