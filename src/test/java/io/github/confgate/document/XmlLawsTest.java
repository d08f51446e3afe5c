package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** XML of any shape, against the tree that the JDK's own DOM makes of it. */
class XmlLawsTest {

    @Property(tries = 3_000)
    void markup_of_any_shape_is_read_or_refused_and_nothing_is_printed(@ForAll("markup") String text) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Trees.parse("a.xml", text)).isNotNull();
            assertThat(Trees.parse("a.xml", "<a>" + text + "</a>")).isNotNull();
            assertThat(Trees.parse("a.xml", "<a b='" + text + "'/>")).isNotNull();
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void texts_and_attributes_are_those_of_the_dom(@ForAll("elements") String element) throws Exception {
        String text = "<?xml version='1.0'?>\r\n<!-- x > -->\n<root>" + element + "</root>\n";
        Element root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
        List<String> wanted = new ArrayList<>();
        collect(root, wanted);
        Lines lines = Lines.of(text);
        List<String> found = new ArrayList<>();
        for (Leaf leaf : Leaves.of(Trees.document("a.xml", text).parts().get(0))) {
            found.add(leaf.text());
            Region region = leaf.region();
            String slice = lines.slice(region);
            if (slice.matches("[a-z0-9]*")) {
                assertThat(slice).isEqualTo(leaf.text());
            }
            KeyPath key = leaf.key();
            assertThat(KeyPathParser.parse(key.toString())).isEqualTo(key);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** Attributes, and texts of what holds no element or does hold text. */
    private static void collect(Element element, List<String> out) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            out.add(element.getAttributes().item(i).getNodeValue());
        }
        StringBuilder own = new StringBuilder();
        boolean leaf = element.getAttributes().getLength() == 0;
        NodeList below = element.getChildNodes();
        for (int i = 0; i < below.getLength(); i++) {
            if (below.item(i) instanceof Element child) {
                leaf = false;
                collect(child, out);
            } else if (below.item(i) instanceof org.w3c.dom.Text text) {
                own.append(text.getData());
            }
        }
        String text = own.toString().strip();
        if (leaf || !text.isEmpty()) {
            out.add(text);
        }
    }

    @Provide
    Arbitrary<String> elements() {
        return elements(4);
    }

    private static Arbitrary<String> elements(int levels) {
        Arbitrary<String> flat = Arbitraries.of(
                "<a>text</a>",
                "<b/>",
                "<b x='1' y=\"2\"/>",
                "<name>n</name>",
                "<a> \n&lt;&amp;<![CDATA[ <raw> ]]></a>",
                "<!-- <a> -->",
                "<?pi <a> ?>",
                "&#x1F600;",
                "word");
        return levels == 0
                ? flat
                : Arbitraries.oneOf(
                        flat,
                        Combinators.combine(
                                        Arbitraries.of("a", "b", "c", "name", "value"),
                                        Arbitraries.of("", " name='n'", " id=\"i\" k = 'a>b'", " value='v'"),
                                        elements(levels - 1).list().ofMaxSize(4))
                                .as((name, attributes, inner) -> "<" + name + attributes + ">"
                                        + String.join("\r\n", inner) + "</" + name + " >"));
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<a>",
                        "</a>",
                        "<a ",
                        "b='",
                        "b=\"",
                        "'",
                        "\"",
                        ">",
                        "/>",
                        "<",
                        "&amp;",
                        "&",
                        "&#65;",
                        "&e;",
                        "<!--",
                        "-->",
                        "<?xml version='1.0'?>",
                        "<?xml version='1.1'?>",
                        "<?",
                        "?>",
                        "<![CDATA[",
                        "]]>",
                        "<!DOCTYPE a",
                        "<!DOCTYPE a>",
                        " [",
                        "]",
                        "<!ENTITY e 'x'>",
                        "%p;",
                        " ",
                        "\r\n",
                        "\u0085",
                        "\u2028",
                        "\ud83d\ude00",
                        "text",
                        "xmlns:a='b'",
                        ":",
                        "=",
                        "/")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }
}
