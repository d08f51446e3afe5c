package io.github.confgate.document.format;

import io.github.confgate.document.Lines;
import io.github.confgate.document.Refusal;
import io.github.confgate.source.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What went wrong, in our own words: SnakeYAML's quote the file, and what they quote may be a secret. */
final class YamlErrors {

    private record Words(String problem, String ours) {}

    private static final List<Words> WORDS = List.of(
            new Words("cannot start any token", "a value begins with a character that YAML reserves; put it in quotes"),
            new Words(
                    "mapping values are not allowed",
                    "a second colon, or one that is indented wrongly; put a text that holds `: ` in quotes"),
            new Words("could not find expected ':'", "a key without a colon"),
            new Words(
                    "sequence entries are not allowed",
                    "an item of a list where none can stand; check the indentation"),
            new Words("mapping keys are not allowed", "a key where none can stand; check the indentation"),
            new Words("expected <block end>", "the indentation fits no line above, or text follows a closing quote"),
            new Words("expected ',' or ']'", "a list that opens with `[` goes on without a comma or is not closed"),
            new Words("expected ',' or '}'", "a map that opens with `{` goes on without a comma or is not closed"),
            new Words("unexpected end of stream", "a text in quotes is not closed"),
            new Words("unexpected document separator", "a text in quotes is not closed before the next document"),
            new Words(
                    "escape",
                    "a text in double quotes holds an escape that YAML does not know; use single quotes or `\\\\`"),
            new Words(
                    "expected chomping", "a block text with something else than `+`, `-` and a digit behind its mark"),
            new Words("indentation indicator", "a block text whose indentation indicator is none"),
            new Words("indentation indicators", "a block text whose header is none"),
            new Words("expected ' ', but found", "a tag without a space behind it"),
            new Words("undefined tag handle", "a tag with a handle that no %TAG line declares"),
            new Words("expected the node content", "a value is missing or begins with a character that YAML reserves"),
            new Words("<document start>", "text after the end of a document; begin the next one with `---`"));

    private YamlErrors() {}

    static Refusal of(MarkedYAMLException e, Lines lines) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (TabScanner.isAtTab(e)) {
            return tab(e.getProblemMark(), lines);
        }
        boolean open = problem.contains("unexpected end of stream") && e.getContextMark() != null;
        return unparsed(line(open ? e.getContextMark() : e.getProblemMark(), lines), words(problem));
    }

    private static Refusal tab(@Nullable Mark mark, Lines lines) {
        String where = mark == null ? "" : " at column " + (mark.getColumn() + 1);
        return unparsed(line(mark, lines), "a tab" + where + " stands where it takes only spaces");
    }

    static Refusal unparsed(int line, String reason) {
        return new Refusal(Diagnostic.Kind.UNPARSED, line, "is not valid YAML: " + reason);
    }

    private static String words(String problem) {
        for (Words words : WORDS) {
            if (problem.contains(words.problem())) {
                return words.ours();
            }
        }
        return "this line does not follow the grammar";
    }

    private static int line(@Nullable Mark mark, Lines lines) {
        return mark == null ? 0 : lines.lineOfCodePoint(mark.getIndex());
    }
}
