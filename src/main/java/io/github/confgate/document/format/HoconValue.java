package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of one HOCON field as it stands behind its separator, with its offsets in the text. */
sealed interface HoconValue {

    int start();

    int end();

    /**
     * A number, boolean, null or text.
     *
     * @param reference whether it holds a substitution, and {@code optional} whether it holds nothing but {@code ${?x}}
     */
    record Plain(Node.Scalar node, boolean reference, boolean optional, int start, int end) implements HoconValue {}

    /** A list; a substitution that is joined with lists stands among their items. {@code +=} adds to it. */
    record Items(List<Node> items, int start, int end) implements HoconValue {}

    /**
     * An object.
     *
     * @param base the substitution that it adds to, as in {@code ${base} {a = 1}}
     */
    record Fields(HoconObject object, @Nullable Plain base, int start, int end) implements HoconValue {}
}
