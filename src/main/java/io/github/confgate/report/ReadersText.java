package io.github.confgate.report;

import io.github.confgate.fact.Radius;
import io.github.confgate.fact.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who reads a key, for people: those that may hang first, and how many there are. */
final class ReadersText {
    private static final int MOST = 5;
    private static final int LIMIT = 60;

    private ReadersText() {}

    static List<String> lines(List<Reader> readers) {
        List<Reader> sorted = readers.stream()
                .sorted(Comparator.comparing(reader -> reader.timeout() != Reader.Timeout.MISSING))
                .toList();
        List<String> lines = new ArrayList<>();
        sorted.stream().limit(MOST).forEach(reader -> lines.add(line(reader)));
        if (readers.size() > MOST) {
            Radius radius = Radius.of(readers);
            lines.add("in all at " + radius.readers() + " places, in " + counted(radius.classes(), "class", "classes")
                    + " of " + counted(radius.modules(), "module", "modules"));
        }
        return lines;
    }

    private static String line(Reader reader) {
        Reader.Wait waits = reader.waits();
        String limit = waits.limit().isEmpty() ? "" : " to " + Visible.shorten(waits.limit(), LIMIT);
        String client = waits.client().isEmpty() ? "" : " (" + waits.client() + ")";
        return Visible.escape(reader.location().path()) + ":"
                + reader.location().region().line() + in(reader) + ", timeout "
                + reader.timeout().id() + limit + client;
    }

    private static String in(Reader reader) {
        return reader.repository().isEmpty() ? "" : " in " + Visible.shorten(reader.repository(), LIMIT);
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
