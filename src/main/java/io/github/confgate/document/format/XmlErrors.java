package io.github.confgate.document.format;

import io.github.confgate.document.Lines;
import io.github.confgate.document.Refusal;
import io.github.confgate.source.Diagnostic;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What is wrong with a text that is no XML, in our own words: the library's quote the file. */
final class XmlErrors {

    private record Words(String problem, String ours) {}

    private static final List<Words> WORDS = List.of(
            new Words("Premature end of file", "it has no element"),
            new Words(
                    "was referenced, but not declared",
                    "an entity that XML does not define; entities that the file" + " declares itself are not expanded"),
            new Words("must be terminated by the matching end-tag", "an element is closed by the tag of another one"),
            new Words(
                    "must start and end within the same entity", "the text ends before all that was opened is closed"),
            new Words("preceding the root element", "what stands before the first element is no markup"),
            new Words("Content is not allowed in prolog", "text stands before the first element"),
            new Words("following the root element", "more stands behind the element that holds all others"),
            new Words(
                    "Content is not allowed in trailing section",
                    "text stands behind the element that holds all others"),
            new Words("was already specified for element", "an attribute stands twice in one element"),
            new Words("must not contain the '<' character", "an attribute's value holds `<`; write `&lt;`"),
            new Words("Open quote is expected", "an attribute's value stands in quotes"),
            new Words("must be followed by the ' = ' character", "an attribute has no value"),
            new Words("entity name must immediately follow the '&'", "`&` stands alone; write `&amp;`"),
            new Words("must end with the ';' delimiter", "a reference such as `&amp;` lacks its `;`"),
            new Words("invalid XML character", "a character stands there that XML does not allow"),
            new Words("\"--\" is not permitted within comments", "a comment holds `--`"),
            new Words("XML version", "its version of XML is none that is read"),
            new Words("content of elements must consist of well-formed", "`<` stands alone; write `&lt;`"));

    private XmlErrors() {}

    static Refusal of(XMLStreamException e, String text, Lines lines) {
        String problem = e.getMessage() == null ? "" : e.getMessage();
        int offset = e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset();
        int line = lines.line(Math.max(0, Math.min(offset, text.length())));
        if (problem.contains("JAXP0001")) {
            return new Refusal(
                    Diagnostic.Kind.LIMIT,
                    line,
                    "an element has a name of more than 1,000 characters or more than 10,000 attributes: use fewer, for"
                            + " these limits of the Java XML reader stand in no policy");
        }
        return unparsed(line, words(problem));
    }

    static Refusal unparsed(int line, String reason) {
        return new Refusal(Diagnostic.Kind.UNPARSED, line, "is not valid XML: " + reason);
    }

    private static String words(String problem) {
        for (Words words : WORDS) {
            if (problem.contains(words.problem())) {
                return words.ours();
            }
        }
        return "this line does not follow the grammar";
    }
}
