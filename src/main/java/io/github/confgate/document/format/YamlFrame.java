package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map or list that is still open. */
abstract sealed class YamlFrame permits YamlFrame.OfList, YamlMapFrame {

    final int start;
    final boolean flow;
    final @Nullable String anchor;
    final long nodesBefore;

    /** Where the last child ends, in code points: a block has no end of its own. */
    int end;

    private int childHeight;

    YamlFrame(int start, boolean flow, @Nullable String anchor, long nodesBefore) {
        this.start = start;
        this.end = start;
        this.flow = flow;
        this.anchor = anchor;
        this.nodesBefore = nodesBefore;
    }

    abstract void add(Built child);

    abstract Node node(Region region);

    /** The step from here to the child that is being read; null inside a key. */
    abstract KeyPath.@Nullable Segment step();

    final int height() {
        return childHeight + 1;
    }

    final void grow(int height) {
        childHeight = Math.max(childHeight, height);
    }

    static final class OfList extends YamlFrame {

        private final List<Node> items = new ArrayList<>();

        OfList(int start, boolean flow, @Nullable String anchor, long nodesBefore) {
            super(start, flow, anchor, nodesBefore);
        }

        @Override
        void add(Built child) {
            items.add(child.node());
            end = child.end();
            grow(child.height());
        }

        @Override
        Node node(Region region) {
            return new Node.Sequence(items, region, null);
        }

        @Override
        KeyPath.Segment step() {
            return new KeyPath.Index(items.size());
        }
    }
}
