package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one document of a stack of files. Every node keeps the region that it has in its own file. */
final class LayerMerge {

    private final LayerStack.How how;

    private LayerMerge(LayerStack.How how) {
        this.how = how;
    }

    static Optional<Document> of(LayerStack stack, State state) {
        LayerMerge merge = new LayerMerge(stack.how());
        Map<KeyPath.Segment, Laid> parts = new LinkedHashMap<>();
        Document top = null;
        for (Layer layer : stack.layers()) {
            Optional<Document> document = state.document(layer.path());
            if (document.isEmpty()) {
                continue;
            }
            top = document.get();
            for (Part part : layer.active(top, stack.springs())) {
                // The documents of a Spring file, and of files with one document each, are laid into one.
                boolean one = layer.profiles() != null || top.parts().size() == 1;
                KeyPath.Segment id = one ? new KeyPath.Index(0) : part.id();
                Laid under = parts.get(id);
                Node over = wrapped(part.root(), layer.prefix());
                if (under == null) {
                    parts.put(id, merge.new Laid(over));
                } else {
                    under.put(over);
                }
            }
        }
        if (top == null || parts.isEmpty()) {
            return Optional.empty();
        }
        List<Part> all = new ArrayList<>();
        parts.forEach((id, laid) -> all.add(new Part(id, laid.node())));
        return Optional.of(new Document(top.path(), top.format(), all));
    }

    private static Node wrapped(Node root, KeyPath prefix) {
        Node node = root;
        for (int i = prefix.segments().size() - 1; i >= 0; i--) {
            String name = ((KeyPath.Name) prefix.segments().get(i)).name();
            node = new Node.Mapping(List.of(new Node.Entry(name, root.region(), node)), root.region(), null);
        }
        return node;
    }

    /** What lies on top so far. A map is opened once, so that thousands of layers cost what their texts cost. */
    private final class Laid {
        private Node node;
        /** The entries by their ids where a map has been laid over a map; {@link #node} tells its place then. */
        private @Nullable Map<String, Slot> entries;

        Laid(Node node) {
            this.node = node;
        }

        void put(Node over) {
            if (!(node instanceof Node.Mapping low) || !(over instanceof Node.Mapping high)) {
                boolean keeps =
                        how == LayerStack.How.RELAXED && LayerStack.isNull(over) && node instanceof Node.Mapping;
                if (!keeps) {
                    node = over;
                    entries = null;
                }
                return;
            }
            Map<String, Slot> all = opened(low);
            for (Node.Entry entry : high.entries()) {
                String id = id(entry.key());
                Slot below = all.get(id);
                if (how == LayerStack.How.HELM && below != null && LayerStack.isNull(entry.value())) {
                    all.remove(id);
                } else if (below == null) {
                    all.put(id, new Slot(entry));
                } else {
                    below.keyRegion = entry.keyRegion();
                    below.value.put(entry.value());
                }
            }
            node = high;
        }

        private Map<String, Slot> opened(Node.Mapping map) {
            Map<String, Slot> open = entries;
            if (open == null) {
                open = new LinkedHashMap<>();
                for (Node.Entry entry : map.entries()) {
                    open.put(id(entry.key()), new Slot(entry));
                }
                entries = open;
            }
            return open;
        }

        Node node() {
            if (entries == null) {
                return node;
            }
            List<Node.Entry> all = new ArrayList<>(entries.size());
            for (Slot slot : entries.values()) {
                all.add(new Node.Entry(slot.key, slot.keyRegion, slot.value.node()));
            }
            return new Node.Mapping(all, node.region(), node.origin());
        }
    }

    /** An entry of a map that is being made. */
    private final class Slot {
        private final String key;
        private Region keyRegion;
        private final Laid value;

        Slot(Node.Entry entry) {
            this.key = entry.key();
            this.keyRegion = entry.keyRegion();
            this.value = new Laid(entry.value());
        }
    }

    private String id(String key) {
        return how == LayerStack.How.RELAXED ? RelaxedKey.uniform(key) : key;
    }
}
