package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** A line of an inventory: a host, then its variables as {@code name=value}, split as a shell would. */
final class IniHosts {

    private IniHosts() {}

    /** The host with its variables; a host without is the empty text. */
    static Node.Entry host(Cursor in, int start, int lineEnd) {
        int end = wordEnd(in.text, start, lineEnd);
        List<Node.Entry> variables = new ArrayList<>();
        int last = end;
        for (int at = next(in.text, end, lineEnd); at < lineEnd; at = next(in.text, last, lineEnd)) {
            if (in.text.charAt(at) == '#') {
                break;
            }
            last = wordEnd(in.text, at, lineEnd);
            int sign = in.text.indexOf('=', at);
            if (sign < 0 || sign >= last) {
                throw in.unparsed(at, "a variable of a host has no `=`");
            }
            Node value = new Node.Scalar(
                    ScalarType.STRING,
                    ConfText.unquoted(in.text.substring(sign + 1, last)),
                    in.region(sign + 1, last),
                    null);
            variables.add(new Node.Entry(in.text.substring(at, sign), in.region(at, sign), value));
        }
        Node node = variables.isEmpty()
                ? new Node.Scalar(ScalarType.STRING, "", in.region(end, end), null)
                : new Node.Mapping(variables, in.region(start, last), null);
        return new Node.Entry(in.text.substring(start, end), in.region(start, end), node);
    }

    private static int next(String text, int from, int end) {
        int i = from;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(String text, int from, int end) {
        char quote = 0;
        int i = from;
        while (i < end && (quote != 0 || !Character.isWhitespace(text.charAt(i)))) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            i++;
        }
        return i;
    }
}
