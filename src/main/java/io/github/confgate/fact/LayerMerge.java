package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one document of a stack of files. Every node keeps the region that it has in its own file. */
final class LayerMerge {

    private final LayerStack.How how;

    private LayerMerge(LayerStack.How how) {
        this.how = how;
    }

    static Optional<Document> of(LayerStack stack, State state) {
        LayerMerge merge = new LayerMerge(stack.how());
        Map<KeyPath.Segment, Node> parts = new LinkedHashMap<>();
        Document top = null;
        for (Layer layer : stack.layers()) {
            Optional<Document> document = state.document(layer.path());
            if (document.isEmpty()) {
                continue;
            }
            top = document.get();
            for (Part part : layer.active(top)) {
                // The documents of a Spring file, and of files with one document each, are laid into one.
                boolean one = layer.profiles() != null || top.parts().size() == 1;
                KeyPath.Segment id = one ? new KeyPath.Index(0) : part.id();
                Node under = parts.get(id);
                Node over = wrapped(part.root(), layer.prefix());
                parts.put(id, under == null ? over : merge.over(under, over));
            }
        }
        if (top == null || parts.isEmpty()) {
            return Optional.empty();
        }
        List<Part> all = new ArrayList<>();
        parts.forEach((id, root) -> all.add(new Part(id, root)));
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

    private Node over(Node under, Node over) {
        if (!(under instanceof Node.Mapping low) || !(over instanceof Node.Mapping high)) {
            boolean keeps = how == LayerStack.How.RELAXED && LayerStack.isNull(over) && under instanceof Node.Mapping;
            return keeps ? under : over;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        low.entries().forEach(entry -> entries.put(id(entry.key()), entry));
        for (Node.Entry entry : high.entries()) {
            String id = id(entry.key());
            Node.Entry below = entries.get(id);
            if (how == LayerStack.How.HELM && below != null && LayerStack.isNull(entry.value())) {
                entries.remove(id);
            } else if (below == null) {
                entries.put(id, entry);
            } else {
                Node value = over(below.value(), entry.value());
                entries.put(id, new Node.Entry(below.key(), entry.keyRegion(), value));
            }
        }
        return new Node.Mapping(List.copyOf(entries.values()), high.region(), high.origin());
    }

    private String id(String key) {
        return how == LayerStack.How.RELAXED ? RelaxedKey.uniform(key) : key;
    }
}
