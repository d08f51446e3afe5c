package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element that is still open, and what becomes of it when it closes. */
final class XmlElement {

    /** Children of one name; {@code named} when there is one that its own name tells from others to come. */
    private static final class Children {
        private final Region key;
        private final List<Node> nodes = new ArrayList<>();
        private boolean named;

        Children(Region key) {
            this.key = key;
        }

        Node node() {
            Node first = nodes.get(0);
            return nodes.size() == 1 && !named
                    ? first
                    : new Node.Sequence(
                            nodes, first.region().to(nodes.get(nodes.size() - 1).region()), null);
        }
    }

    private static final String VALUE = "value";

    final String name;
    final Region nameRegion;
    final int start;
    /** The place right behind the opening tag. */
    int inside;

    private final Map<String, Node.Entry> attributes = new LinkedHashMap<>();
    private final Map<String, Children> children = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Region textRegion;

    XmlElement(String name, Region nameRegion, int start) {
        this.name = name;
        this.nameRegion = nameRegion;
        this.start = start;
    }

    /** Where a namespace or a schema is found says nothing of what is set. */
    static boolean isSetting(String attribute) {
        return !attribute.equals("xmlns") && !attribute.startsWith("xmlns:") && !attribute.startsWith("xsi:");
    }

    void attribute(String attribute, Region key, Node value) {
        attributes.put(attribute, new Node.Entry(attribute, key, value));
    }

    void child(XmlElement child, Node node) {
        Children same = children.computeIfAbsent(child.name, key -> new Children(child.nameRegion));
        same.nodes.add(node);
        same.named |= child.isNamed();
    }

    void text(String more) {
        text.append(more);
    }

    /** A stretch of text that is not blank stands here. */
    void textAt(Region region) {
        textRegion = textRegion == null ? region : textRegion.to(region);
    }

    /** @param inside the place of the text when there is none: right behind the opening tag */
    Node node(Region whole, Region inside) {
        Region place = textRegion == null ? inside : textRegion;
        Node.Scalar own = string(text.toString().strip(), place);
        if (attributes.isEmpty() && children.isEmpty()) {
            return own;
        }
        List<Node.Entry> entries = new ArrayList<>(attributes.size() + children.size() + 1);
        for (Node.Entry attribute : attributes.values()) {
            boolean clash = children.containsKey(attribute.key());
            entries.add(
                    clash
                            ? new Node.Entry("@" + attribute.key(), attribute.keyRegion(), attribute.value())
                            : attribute);
        }
        if (!own.text().isEmpty()) {
            boolean free = !attributes.containsKey(VALUE) && !children.containsKey(VALUE);
            entries.add(new Node.Entry(isNamed() && free ? VALUE : "", place, own));
        }
        children.forEach((key, same) -> entries.add(new Node.Entry(key, same.key, same.node())));
        return new Node.Mapping(entries, whole, null);
    }

    /** Whether it is one of many even where it stands alone: it has a name, or is a pair of a name and a value. */
    private boolean isNamed() {
        return attributes.containsKey("name")
                || attributes.containsKey("id")
                || attributes.containsKey("key")
                || isPair("name", VALUE)
                || isPair("key", VALUE)
                || isPair("param-name", "param-value")
                || isPair("env-entry-name", "env-entry-value");
    }

    private boolean isPair(String first, String second) {
        return children.containsKey(first) && children.containsKey(second);
    }

    static Node.Scalar string(String value, Region region) {
        return new Node.Scalar(ScalarType.STRING, value, region, null);
    }
}
