package io.github.confgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Holds an output to its format, as the program that takes it in would read it. */
public final class Outputs {
    /** What no output may hold as it is, but for line feeds: terminal controls, and characters that nobody sees. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029&&[^\\n]]");

    private static final Set<String> HTML = Set.of(
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th", "td", "section",
            "strong", "code");
    private static final Set<String> HTML_ATTRIBUTES =
            Set.of("lang", "charset", "http-equiv", "content", "name", "class");

    private Outputs() {}

    /** @param format of {@code check}, {@code diff} or {@code audit}; {@code links} are what our own sheets refer to */
    public static void check(String command, String format, String output, Set<String> links) throws IOException {
        assertThat(HIDDEN.matcher(output.replace("\r\n", "\n")).find())
                .as("hidden characters")
                .isFalse();
        if (!format.equals("github")) {
            assertThat(output.lines().map(ActionsRunner::read).flatMap(Optional::stream))
                    .isEmpty();
        }
        switch (command + " " + format) {
            case "check json", "diff json" -> StrictSchema.check(command, output);
            case "check sarif" -> Sarif.check(output);
            case "check junit" -> junit(output);
            case "check gitlab" -> gitlab(output);
            case "check github" -> github(output);
            case "check markdown", "diff markdown", "audit markdown" ->
                assertThat(RenderedMarkdown.of(output).faults(links)).isEmpty();
            case "audit jsonl" -> {
                for (String line : output.lines().toList()) {
                    StrictSchema.check("audit", line);
                }
            }
            case "audit json" ->
                assertThat(new ObjectMapper().readTree(output).isArray()).isTrue();
            case "audit csv" -> csv(output);
            case "audit html" -> html(output);
            default -> {}
        }
    }

    private static void junit(String output) throws IOException {
        try (InputStream schema = Objects.requireNonNull(Outputs.class.getResourceAsStream("/others/junit-10.xsd"))) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(output)));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
        Element suite = (Element) xml(output).getElementsByTagName("testsuite").item(0);
        count(suite, "tests", "testcase");
        count(suite, "failures", "failure");
        count(suite, "errors", "error");
        count(suite, "skipped", "skipped");
    }

    private static void count(Element suite, String attribute, String element) {
        assertThat(suite.getAttribute(attribute))
                .isEqualTo(String.valueOf(suite.getElementsByTagName(element).getLength()));
    }

    /** As GitLab documents it: these keys and no others, and a fingerprint for each entry. */
    private static void gitlab(String output) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        for (JsonNode entry : new ObjectMapper().readTree(output)) {
            assertThat(entry.fieldNames())
                    .toIterable()
                    .containsExactly("description", "check_name", "fingerprint", "severity", "location");
            assertThat(fingerprints.add(entry.get("fingerprint").asText())).isTrue();
            assertThat(entry.get("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(entry.at("/location/path").asText())
                    .isNotEmpty()
                    .doesNotStartWith("/")
                    .doesNotStartWith("./");
            assertThat(entry.at("/location/lines/begin").asInt()).isPositive();
        }
    }

    private static void github(String output) {
        List<String> lines = output.lines().toList();
        for (String line : lines.subList(0, lines.size() - 1)) {
            ActionsRunner.Command command = ActionsRunner.read(line).orElseThrow();
            assertThat(command.name()).isIn("error", "warning", "notice");
            assertThat(command.properties().keySet())
                    .isSubsetOf("file", "line", "col", "endLine", "endColumn", "title");
            assertThat(command.data()).isNotEmpty().doesNotContain("\n");
        }
        String last = lines.get(lines.size() - 1);
        assertThat(ActionsRunner.read(last)).isEmpty();
        assertThat(last).startsWith("confgate ");
        for (String level : List.of("error", "warning", "notice")) {
            assertThat(lines.stream()
                            .filter(line -> line.startsWith("::" + level))
                            .count())
                    .isLessThanOrEqualTo(10);
        }
    }

    private static void csv(String output) {
        List<List<String>> rows = rows(output);
        int width = rows.get(0).size();
        for (List<String> row : rows) {
            assertThat(row).hasSize(width).noneMatch(cell -> Pattern.matches("(?s)[=+@\\-\t\r].*", cell));
        }
    }

    /** A reader of RFC 4180. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        assertThat(row).isEmpty();
        return rows;
    }

    private static void html(String output) throws IOException {
        assertThat(output).startsWith("<!DOCTYPE html>\n");
        Document document = xml(output);
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName()).isIn(HTML);
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(element.getAttributes().item(j).getNodeName()).isIn(HTML_ATTRIBUTES);
            }
        }
        String policy = ((Element) document.getElementsByTagName("meta").item(1)).getAttribute("content");
        String style = document.getElementsByTagName("style").item(0).getTextContent();
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-" + sha256(style) + "';");
        assertThat(style).doesNotContain("url(", "@import");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document xml(String text) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
