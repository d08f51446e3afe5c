package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of one document, and what their aliases stand for. */
final class YamlAliases {

    private static final Built OPEN = new Built(new Node.Scalar(ScalarType.NULL, "", Region.start(), null), 0, 0, 0, 0);

    private final Map<String, Built> anchors = new HashMap<>();

    void clear() {
        anchors.clear();
    }

    /** A map or list with this anchor begins; an alias to it stands inside of itself until it is {@link #closed}. */
    void opened(@Nullable String anchor) {
        closed(anchor, OPEN);
    }

    void closed(@Nullable String anchor, Built built) {
        if (anchor != null) {
            anchors.put(anchor, built);
        }
    }

    /** What the anchor stands for at this point of the text: the last definition counts. */
    Built get(String anchor, int line) {
        Built built = anchors.get(anchor);
        if (built == null) {
            throw YamlErrors.unparsed(
                    line, "an alias that no anchor before it defines; put a text that begins with `*` in quotes");
        }
        if (built.nodes() == OPEN.nodes()) {
            throw YamlErrors.unparsed(line, "an alias inside of the very node that it stands for");
        }
        return built;
    }
}
