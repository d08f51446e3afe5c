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
import io.github.confgate.document.Remarks;
import io.github.confgate.document.SpringKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads YAML 1.1 as SnakeYAML does (<a href="https://yaml.org/spec/1.1/">specification</a>): all documents of a stream.
 * Documents without content are left out; a stream of nothing else has one part with an empty map. In Spring's own files
 * dotted keys are taken apart ({@link SpringKeys}).
 *
 * <p>Tabs between tokens, as behind a colon, are read as libyaml and go-yaml read them, but in files that Spring reads with
 * SnakeYAML, which refuses them.
 *
 * <p>In a file that is valid, {@code key: {{ value }}} is text and not a map in a map.
 */
public final class YamlParser implements DocumentParser {

    private final YamlAliases aliases = new YamlAliases();

    /** The anchors of the one text that was read, and what refers to them. */
    public YamlReferences references() {
        return aliases.references();
    }

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        Lines lines = Lines.of(text);
        Remarks remarks = new Remarks(path);
        try {
            List<Node> roots = new ArrayList<>();
            boolean tabs = !Parts.isSpringName(path);
            for (Node root : new YamlStream(text, lines, limits, remarks, aliases, tabs).documents()) {
                roots.add(Parts.isSpring(path, root) ? SpringKeys.nested(root, limits, remarks) : root);
            }
            return new Parsed.Ok(
                    new Document(path, Format.YAML, Parts.of(path, roots)), remarks.list(), remarks.duplicates());
        } catch (Refusal refusal) {
            // SnakeYAML wants a node before the end of a document; YAML 1.2 does not.
            return text.lines().allMatch(YamlParser::isEmptyLine)
                    ? new Parsed.Ok(new Document(path, Format.YAML, Parts.of(path, List.of())), List.of())
                    : refusal.failed(path);
        }
    }

    private static boolean isEmptyLine(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() || stripped.startsWith("#") || line.equals("---") || line.equals("...");
    }
}
