package io.github.confgate.document.format;

import io.github.confgate.document.Document;
import io.github.confgate.document.DocumentParser;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Parts;
import io.github.confgate.document.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the configuration of <a href="https://docs.haproxy.org/3.0/configuration.html">HAProxy</a>: sections that begin
 * with a word of their own and often a name, and one directive a line in them. {@code timeout connect 5s} is the key
 * {@code timeout.connect}; rules that are asked in their order ({@code http-request}, {@code use_backend}) are
 * lists. A directive without arguments is {@code on}, and {@code off} behind {@code no}.
 */
public final class HaproxyParser implements DocumentParser {

    private static final Set<String> SECTIONS = Set.of(
            "global",
            "defaults",
            "frontend",
            "backend",
            "listen",
            "userlist",
            "peers",
            "resolvers",
            "mailers",
            "program",
            "cache",
            "ring",
            "http-errors",
            "log-forward",
            "crt-store",
            "fcgi-app");

    /** Directives whose second word says which one it is. */
    private static final Set<String> NAMED = Set.of(
            "timeout", "option", "server", "acl", "stats", "compression", "stick-table", "user", "group", "peer");

    @Override
    public Parsed parse(String path, String text, Limits limits) {
        try {
            Cursor in = new Cursor(text, Lines.of(text), "configuration of HAProxy");
            Directives directives = new Directives(in, limits);
            IniLines lines = new IniLines(in);
            int behind = 0;
            while (!in.atEnd()) {
                IniLines.Line line = lines.next();
                int end = ConfText.valueEnd(text, line.text(), line.end());
                if (end > line.text() && text.charAt(line.text()) != '#') {
                    line(in, words(text, line.text(), end), behind, end, directives);
                    behind = end;
                }
            }
            if (directives.depth() > 0) {
                directives.close(behind);
            }
            return new Parsed.Ok(
                    new Document(path, Format.HAPROXY, Parts.of(path, List.of(directives.root()))), List.of());
        } catch (Refusal refusal) {
            return refusal.failed(path);
        }
    }

    private static void line(Cursor in, List<Directives.Step> words, int behind, int end, Directives directives) {
        Directives.Step first = words.get(0);
        if (SECTIONS.contains(first.name())) {
            if (directives.depth() > 0) {
                directives.close(behind);
            }
            directives.open(words.subList(0, Math.min(2, words.size())), first.start());
            return;
        }
        boolean off = first.name().equals("no") && words.size() > 2;
        List<Directives.Step> rest = off ? words.subList(1, words.size()) : words;
        int keys = NAMED.contains(rest.get(0).name()) && rest.size() > 1 ? 2 : 1;
        Directives.Step own = rest.get(keys - 1);
        List<Directives.Step> key = rest.subList(0, keys);
        if (off) {
            directives.add(key, "off", first.start(), first.end());
        } else if (rest.size() == keys) {
            directives.add(key, "on", own.start(), own.end());
        } else {
            int from = rest.get(keys).start();
            directives.add(key, ConfText.value(in.text.substring(from, end)), from, end);
        }
    }

    private static List<Directives.Step> words(String text, int start, int end) {
        List<Directives.Step> words = new ArrayList<>();
        int i = start;
        // Nobody asks for more than the first words one by one.
        while (i < end && words.size() < 4) {
            int from = i;
            while (i < end && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            words.add(new Directives.Step(text.substring(from, i), from, i));
            while (i < end && Character.isWhitespace(text.charAt(i))) {
                i++;
            }
        }
        return words;
    }
}
