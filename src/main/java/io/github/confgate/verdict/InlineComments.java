package io.github.confgate.verdict;

import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.source.Region;
import io.github.confgate.verdict.InlineComment.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the comments {@code confgate:allow[...]} of a file. One stands behind the value that it is about, or on a line
 * of its own above it; what looks like one inside of a value is none.
 */
public final class InlineComments {

    /** What every one of them holds. */
    public static final String MARK = "confgate:allow";

    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> openers;
    private final boolean ownLine;
    private final List<String> lines;

    private InlineComments(Document document, String text) {
        for (Part part : document.parts()) {
            for (Leaf leaf : Leaves.of(part)) {
                leaves.add(leaf);
                targets.add(new Target(part.id(), leaf.key()));
            }
        }
        this.openers = openers(document.format());
        this.ownLine = document.format() == Format.PROPERTIES;
        this.lines = text.lines().toList();
    }

    /** In the order of the text; none where the format has no comments. */
    public static List<InlineComment> of(Document document, String text) {
        return text.contains(MARK) ? new InlineComments(document, text).find() : List.of();
    }

    private static List<String> openers(Format format) {
        return switch (format) {
            case YAML, TOML, DOTENV, KEYVALUE, CONF, NGINX, HAPROXY -> List.of("#");
            case PROPERTIES -> List.of("#", "!");
            case INI -> List.of("#", ";");
            case HOCON -> List.of("#", "//");
            case HCL -> List.of("#", "//", "/*");
            case JSONC, JSON5 -> List.of("//", "/*");
            case XML -> List.of("<!--");
            case JSON -> List.of();
        };
    }

    private List<InlineComment> find() {
        List<InlineComment> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int mark = line.indexOf(MARK);
            int open = mark < 0 ? -1 : opener(line, mark);
            if (open >= 0 && !isInValue(i + 1, column(line, mark))) {
                found.add(comment(i, open, mark));
            }
        }
        return found;
    }

    /** Where the comment begins that the mark is the first word of; -1 when it is in none. */
    private int opener(String line, int mark) {
        String before = line.substring(0, mark).stripTrailing();
        for (String opener : openers) {
            if (before.endsWith(opener)) {
                int at = before.length() - opener.length();
                while (at > 0 && opener.length() == 1 && before.charAt(at - 1) == opener.charAt(0)) {
                    at--;
                }
                String value = before.substring(0, at);
                boolean apart = value.isEmpty()
                        || opener.length() > 1
                        || Character.isWhitespace(value.charAt(value.length() - 1));
                return apart && (value.isBlank() || !ownLine) ? at : -1;
            }
        }
        return -1;
    }

    private InlineComment comment(int index, int open, int mark) {
        String line = lines.get(index);
        String rest = line.substring(mark + MARK.length());
        Region region = new Region(index + 1, column(line, open), index + 1, column(line, line.length()));
        Set<Target> at = line.substring(0, open).isBlank() ? below(index) : onLine(index + 1);
        int end = rest.indexOf(']');
        if (!rest.startsWith("[") || end < 0) {
            return new InlineComment(
                    WrittenClaim.of("", rest), region, at, "it is not like `confgate:allow[rule-id] reason`");
        }
        String reason = rest.substring(end + 1);
        for (String closer : List.of("-->", "*/")) {
            int close = reason.indexOf(closer);
            reason = close < 0 || openers.contains("#") && closer.equals("-->") ? reason : reason.substring(0, close);
        }
        return new InlineComment(
                WrittenClaim.of(rest.substring(1, end), reason),
                region,
                at,
                at.isEmpty() ? "it stands at no value" : "");
    }

    /** The values of the next line that holds more than a comment. */
    private Set<Target> below(int index) {
        for (int i = index + 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && openers.stream().noneMatch(line::startsWith)) {
                return onLine(i + 1);
            }
        }
        return Set.of();
    }

    private Set<Target> onLine(int line) {
        Set<Target> found = new HashSet<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).keyRegion().line() == line
                    || leaves.get(i).region().line() == line) {
                found.add(targets.get(i));
            }
        }
        return found;
    }

    private boolean isInValue(int line, int column) {
        return leaves.stream().map(Leaf::region).anyMatch(region -> {
            boolean after = line > region.line() || (line == region.line() && column >= region.column());
            boolean before = line < region.endLine() || (line == region.endLine() && column < region.endColumn());
            return after && before;
        });
    }

    private static int column(String line, int offset) {
        return line.codePointCount(0, offset) + 1;
    }
}
