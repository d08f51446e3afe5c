package io.github.confgate.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Repository text inside Markdown, where it must neither format, link, notify anybody nor end a table cell.
 *
 * <p>Escapes are not enough: forges look for addresses, {@code @user}, {@code #1} and commit ids in what has been rendered
 * already, where a character reference is the character again. They leave code alone. So in running text whatever is not
 * plainly a word, a number or punctuation is a code span.
 */
final class Markdown {
    /** Signs that mean something in Markdown and nothing to a forge. */
    private static final String SIGNS = "-=<>()[].,;:?&+*|'\"";

    /** A longer run would have to be fenced by one that renderers do not look for. */
    private static final Pattern LONG_FENCE = Pattern.compile("`{9,}");

    private static final Pattern TOKEN = Pattern.compile("([(\"']*)(.*?)([.,;:!?)\"']*)", Pattern.DOTALL);
    private static final Pattern AFTER = Pattern.compile("[.,;:)]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{Mn}]*(?:[-'’]\\p{L}[\\p{L}\\p{Mn}]*)*");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,6}(?:[.:]\\d{1,3})?[dhms%]?|\\d{4}-\\d{2}-\\d{2}", Pattern.UNICODE_CASE);
    private static final Pattern COMMIT_ID = Pattern.compile("[0-9a-fA-F]{7,}");

    private Markdown() {}

    /** Running text on one line; what stands between backticks is code. */
    static String text(String text) {
        String visible = Visible.escape(text);
        // Two side by side are a value's own.
        String[] parts = visible.contains("``") ? new String[] {visible} : visible.split("`", -1);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < parts.length; i++) {
            boolean closed = i + 1 < parts.length;
            String part =
                    i % 2 == 1 && closed ? code(parts[i]) : running(i % 2 == 1 ? "`" + parts[i] : parts[i], i > 0);
            // Backticks of two spans side by side would be one longer fence.
            boolean touching = out.length() > 0 && out.charAt(out.length() - 1) == '`' && part.startsWith("`");
            out.append(touching ? " " : "").append(part);
        }
        return out.toString().strip();
    }

    /** Prose of a sheet, whose line breaks are only layout. */
    static String prose(String text) {
        return text(Visible.prose(text));
    }

    /** A name or value in fixed width, with any text in it; the empty one says so. */
    static String code(String text) {
        String visible = LONG_FENCE.matcher(Visible.escape(text)).replaceAll(run -> "\\\\u0060"
                .repeat(run.group().length()));
        if (visible.isEmpty()) {
            return "*empty*";
        }
        int longest = 0;
        for (Matcher runs = Pattern.compile("`+").matcher(visible); runs.find(); ) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        String fence = "`".repeat(longest + 1);
        boolean spaced = visible.startsWith(" ") && visible.endsWith(" ") && !visible.isBlank();
        String pad = visible.startsWith("`") || visible.endsWith("`") || spaced ? " " : "";
        return fence + pad + visible + pad + fence;
    }

    /** A row of a table; the cells are Markdown. In a table {@code \|} is no end of a cell, in code either. */
    static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String row(String... cells) {
        return row(Arrays.asList(cells));
    }

    /** @param within whether something stands before it */
    private static String running(String text, boolean within) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        Matcher words = Pattern.compile("\\S+|\\s+").matcher(text);
        while (words.find()) {
            String word = words.group();
            boolean first = words.start() == 0;
            out.append(
                    word.isBlank()
                            ? " "
                            : first && within && AFTER.matcher(word).matches() ? word : token(word));
        }
        return out.toString();
    }

    private static String token(String word) {
        Matcher parts = TOKEN.matcher(word);
        if (!parts.matches()) {
            return code(word);
        }
        String core = parts.group(2);
        if (core.isEmpty() && !word.chars().allMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return code(word);
        }
        if (word.chars().allMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return references(word);
        }
        boolean number = NUMBER.matcher(core).matches();
        boolean commit = COMMIT_ID.matcher(core).matches();
        String shown = !commit && (number || WORD.matcher(core).matches()) ? core : code(core);
        // "1." and "1)" begin a list.
        String after = core.chars().allMatch(c -> c >= '0' && c <= '9') ? references(parts.group(3)) : parts.group(3);
        return parts.group(1) + shown + after;
    }

    private static String references(String punctuation) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < punctuation.length(); i++) {
            char c = punctuation.charAt(i);
            out.append(SIGNS.indexOf(c) >= 0 ? "&#" + (int) c + ";" : String.valueOf(c));
        }
        return out.toString();
    }
}
