package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One pass over the words of nginx's configuration. */
final class NginxReader {

    /** Directives whose first argument says which one it is. */
    private static final Set<String> NAMED = Set.of(
            "add_header",
            "add_trailer",
            "fastcgi_param",
            "grpc_set_header",
            "proxy_set_header",
            "scgi_param",
            "set",
            "uwsgi_param");

    /** Words in the name of a variable that is compared with a secret. */
    private static final Pattern SECRET = Pattern.compile(
            "[$](?:http_|arg_|cookie_|sent_http_)?\\w*(?:token|api_?key|secret|authorization|passw)\\w*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPARED = Pattern.compile("(!?=|!?~\\*?)\\s*(\"[^\"]*\"|'[^']*'|[^\\s)\"']+)");

    private static final int LONGEST_CONDITION = 4096;
    private static final Set<String> MAP_WORDS = Set.of("default", "hostnames", "volatile", "include");

    private static final String MARKS = ";{}";

    private final Cursor in;
    private final Directives directives;
    private final Remarks remarks;
    /** How deep the map stands whose keys are secrets; -1 outside of one. */
    private int secretMap = -1;

    NginxReader(Cursor in, Directives directives, Remarks remarks) {
        this.in = in;
        this.directives = directives;
        this.remarks = remarks;
    }

    Node root() {
        skip();
        while (!in.atEnd()) {
            if (in.peek() == '}') {
                if (directives.depth() == 0) {
                    throw in.unparsed("a block ends that did not begin");
                }
                in.at++;
                directives.close(in.at);
                secretMap = directives.depth() < secretMap ? -1 : secretMap;
            } else {
                directive();
            }
            skip();
        }
        if (directives.depth() > 0) {
            throw in.unparsed("a block is not closed");
        }
        return directives.root();
    }

    private void directive() {
        int start = in.at;
        List<Directives.Step> words = new ArrayList<>();
        while (!in.atEnd() && MARKS.indexOf(in.peek()) < 0) {
            words.add(word());
            skip();
        }
        if (words.isEmpty()) {
            throw in.unparsed(start, "a `" + (char) in.peek() + "` without a directive");
        }
        if (in.take(';')) {
            add(words);
        } else if (!in.take('{')) {
            throw in.unparsed(start, "a directive ends with `;` or has a block in braces");
        } else if (words.get(0).name().endsWith("_by_lua_block")) {
            code(words, start);
        } else {
            open(words, start);
        }
    }

    /**
     * Keys are shown by every output, so that a secret which a condition compares a variable with, or a map looks up, is a
     * value here.
     */
    private void open(List<Directives.Step> words, int start) {
        List<Directives.Step> key = blockKey(words);
        String name = words.get(0).name();
        boolean secret = key.size() > 1
                && key.get(1).name().length() <= LONGEST_CONDITION
                && SECRET.matcher(key.get(1).name()).find();
        if (secret && name.equals("map")) {
            directives.open(key, start);
            secretMap = directives.depth();
        } else if (secret && name.equals("if")) {
            Directives.Step condition = key.get(1);
            Matcher compared = COMPARED.matcher(condition.name());
            StringBuilder shown = new StringBuilder();
            List<String> secrets = new ArrayList<>();
            while (compared.find()) {
                secrets.add(ConfText.unquoted(compared.group(2)));
                compared.appendReplacement(shown, Matcher.quoteReplacement(compared.group(1) + " ***"));
            }
            compared.appendTail(shown);
            directives.open(
                    List.of(key.get(0), new Directives.Step(shown.toString(), condition.start(), condition.end())),
                    start);
            Directives.Step step = new Directives.Step("secret", condition.start(), condition.end());
            secrets.forEach(each -> directives.add(List.of(step), each, condition.start(), condition.end()));
        } else {
            directives.open(key, start);
        }
    }

    private void add(List<Directives.Step> words) {
        if (secretMap == directives.depth()
                && words.size() == 2
                && !MAP_WORDS.contains(words.get(0).name())) {
            Directives.Step key = words.get(0);
            Directives.Step value = words.get(1);
            directives.add(
                    List.of(new Directives.Step("secret", key.start(), key.end())), key.name(), key.start(), key.end());
            directives.add(
                    List.of(new Directives.Step("gives", value.start(), value.end())),
                    value.name(),
                    value.start(),
                    value.end());
            return;
        }

        String name = words.get(0).name();
        int keys = NAMED.contains(name) && words.size() > 2 ? 2 : 1;
        Directives.Step last = words.get(words.size() - 1);
        int from = words.size() > keys ? words.get(keys).start() : last.end();
        String value = words.size() == keys + 1
                ? last.name()
                : ConfText.value(in.text.substring(from, Math.max(from, last.end())));
        if (name.equals("include")) {
            remarks.unresolved(in.line(words.get(0).start()), "`include`", value);
        }
        directives.add(words.subList(0, keys), value, from, last.end());
    }

    /** The name, and all of the arguments as one step more. */
    private List<Directives.Step> blockKey(List<Directives.Step> words) {
        if (words.size() <= 2) {
            return words;
        }
        int start = words.get(1).start();
        int end = words.get(words.size() - 1).end();
        return List.of(words.get(0), new Directives.Step(in.text.substring(start, end), start, end));
    }

    /** Lua between braces is text; braces in it come in pairs, those in its own texts and comments apart. */
    private void code(List<Directives.Step> words, int start) {
        int from = in.at;
        for (int depth = 1; depth > 0; ) {
            if (in.atEnd()) {
                throw in.unparsed(start, "a block is not closed");
            }
            int c = in.peek();
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            in.at = c == '"' || c == '\'' || c == '[' || c == '-' ? luaText((char) c) : in.at + 1;
        }
        directives.add(words.subList(0, 1), in.text.substring(from, in.at - 1), from, in.at - 1);
    }

    /** Behind the text or the comment that opens here; behind the character where none does. */
    private int luaText(char c) {
        if (c == '"' || c == '\'') {
            int i = in.at + 1;
            while (i < in.text.length() && in.text.charAt(i) != c && in.text.charAt(i) != '\n') {
                i += in.text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i + 1, in.text.length());
        }
        boolean comment = in.text.startsWith("--", in.at);
        int open = comment ? in.at + 2 : in.at;
        int level = open + 1;
        while (level < in.text.length() && in.text.charAt(level) == '=') {
            level++;
        }
        if (in.text.startsWith("[", open) && in.text.startsWith("[", level)) {
            String close = "]" + "=".repeat(level - open - 1) + "]";
            int end = in.text.indexOf(close, level + 1);
            return end < 0 ? in.text.length() : end + close.length();
        }
        return comment ? in.lineEnd() : in.at + 1;
    }

    /** A word in quotes or up to white space or a mark; {@code ${name}} is part of a word. */
    private Directives.Step word() {
        int start = in.at;
        int quote = in.peek();
        if (quote == '"' || quote == '\'') {
            return quoted(start, (char) quote);
        }
        while (!in.atEnd() && !Character.isWhitespace(in.peek()) && MARKS.indexOf(in.peek()) < 0) {
            if (in.take("${")) {
                int close = in.text.indexOf('}', in.at);
                if (close < 0) {
                    throw in.unparsed(start, "a variable's `${` is not closed");
                }
                in.at = close + 1;
            } else {
                in.at += in.peek() == '\\' && in.at + 1 < in.text.length() ? 2 : 1;
            }
        }
        return new Directives.Step(in.from(start), start, in.at);
    }

    private Directives.Step quoted(int start, char quote) {
        StringBuilder out = new StringBuilder();
        in.at++;
        while (in.peek() != quote) {
            if (in.atEnd()) {
                throw in.unparsed(start, "a text in quotes is not closed");
            }
            boolean escaped = in.peek() == '\\' && (in.peek(1) == quote || in.peek(1) == '\\');
            in.at += escaped ? 1 : 0;
            out.append((char) in.peek());
            in.at++;
        }
        in.at++;
        return new Directives.Step(out.isEmpty() ? in.from(start) : out.toString(), start, in.at);
    }

    /** Over white space and comments. */
    private void skip() {
        while (!in.atEnd() && (Character.isWhitespace(in.peek()) || in.peek() == '#')) {
            in.at = in.peek() == '#' ? in.lineEnd() : in.at + 1;
        }
    }
}
