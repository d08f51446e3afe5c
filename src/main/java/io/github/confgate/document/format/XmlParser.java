package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import io.github.confgate.source.Region;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads <a href="https://www.w3.org/TR/xml/">XML 1.0</a>. The document type is not read: there are no entities but the
 * five of XML itself, and nothing is loaded from anywhere. Names keep their prefixes; namespaces are not resolved.
 *
 * <p>An element is a map of its attributes and its elements, by their plain names; {@code @name} is an attribute beside
 * an element of that name. An element without either is its text, without the white space around it. Text beside
 * attributes is the value of the element's own key ({@code timeout} beside {@code timeout.unit}), or {@code value} where
 * an attribute names the element: {@code entry[key=a].value}. Elements of the same name are a list; so is a single one
 * that has an attribute {@code name}, {@code id} or {@code key} or is a pair such as {@code <name>} and {@code <value>},
 * so that its key stays when others come: {@code configuration.property[name=fs.defaultFS].value}.
 *
 * <p>The region of an attribute's value is without the quotes, that of a text without the white space around it, and that
 * of a map is the whole element. All values are strings.
 */
public final class XmlParser implements DocumentParser {

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        try {
            Lines lines = Lines.of(text);
            Node root = new Reader(XmlProlog.withoutDoctype(text, lines), lines, limits).root();
            return new Parsed.Ok(new Document(path, Format.XML, Parts.of(path, List.of(root))), List.of());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static final class Reader {

        private final String text;
        private final Lines lines;
        private final Limits limits;
        private final XmlMarkup markup;
        private final Deque<XmlElement> open = new ArrayDeque<>();
        private @Nullable Node root;
        private int nodes;

        Reader(String text, Lines lines, Limits limits) {
            this.text = text;
            this.lines = lines;
            this.limits = limits;
            this.markup = new XmlMarkup(text);
        }

        Node root() {
            try {
                XMLStreamReader events = events();
                while (events.hasNext()) {
                    switch (events.next()) {
                        case XMLStreamConstants.START_ELEMENT -> start(events);
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                            text(events);
                        case XMLStreamConstants.END_ELEMENT -> end();
                        default -> {}
                    }
                }
            } catch (XMLStreamException e) {
                throw XmlErrors.of(e, text, lines);
            }
            if (root == null) {
                throw new IllegalStateException("XML without an element");
            }
            return root;
        }

        private XMLStreamReader events() throws XMLStreamException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            factory.setXMLResolver((publicId, systemId, base, namespace) -> {
                throw new XMLStreamException("nothing is loaded");
            });
            return factory.createXMLStreamReader(new StringReader(text));
        }

        private void start(XMLStreamReader events) {
            nextTag();
            if (open.size() >= limits.depth()) {
                throw Refusal.tooDeep(limits, lines.line(markup.tagStart));
            }
            XmlElement element =
                    new XmlElement(markup.name(), lines.region(markup.nameStart(), markup.nameEnd()), markup.tagStart);
            open.push(element);
            count();
            int number = 0;
            for (XmlMarkup.Attribute attribute : markup.attributes()) {
                String value = events.getAttributeValue(number++);
                if (XmlElement.isSetting(attribute.name())) {
                    count();
                    Region region = lines.region(attribute.start(), attribute.end());
                    Region key = lines.region(attribute.nameStart(), attribute.nameEnd());
                    element.attribute(attribute.name(), key, XmlElement.string(value, region));
                }
            }
            element.inside = markup.tagEnd;
        }

        private void text(XMLStreamReader events) {
            XmlElement element = open.peek();
            if (element != null) {
                element.text(events.getText());
            }
        }

        private void end() {
            if (!markup.isWhole()) {
                nextTag();
            }
            XmlElement element = open.pop();
            Region whole = lines.region(element.start, markup.tagEnd);
            Node node = element.node(whole, lines.region(element.inside, element.inside));
            XmlElement parent = open.peek();
            if (parent != null) {
                parent.child(element, node);
            } else {
                Node.Entry only = new Node.Entry(element.name, element.nameRegion, node);
                root = new Node.Mapping(List.of(only), whole, null);
            }
        }

        private void nextTag() {
            markup.next();
            XmlElement element = open.peek();
            if (element != null && markup.textStart < markup.textEnd) {
                element.textAt(lines.region(markup.textStart, markup.textEnd));
            }
        }

        private void count() {
            if (++nodes > limits.nodes()) {
                throw Refusal.tooManyNodes(limits, lines.line(markup.tagStart));
            }
        }
    }
}
