package io.github.confgate.rule.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the schedules of cron: five fields, six with seconds or a year, seven with both, or a word for all of them. */
final class Cron {

    private static final Set<String> WORDS = Set.of(
            "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly", "@reboot", "-", "@never");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** The lowest and the highest number of a field, and its names from the lowest on. */
    private record Field(int low, int high, List<String> names) {}

    private static final Field SECOND = new Field(0, 59, List.of());
    private static final Field MINUTE = new Field(0, 59, List.of());
    private static final Field HOUR = new Field(0, 23, List.of());
    private static final Field DAY = new Field(1, 31, List.of());
    private static final Field MONTH = new Field(1, 12, MONTHS);
    private static final Field WEEKDAY = new Field(0, 7, DAYS);
    private static final Field YEAR = new Field(1970, 2199, List.of());

    private Cron() {}

    static boolean isOne(String text) {
        String schedule = text.strip().toLowerCase(Locale.ROOT);
        if (schedule.startsWith("cron(") && schedule.endsWith(")")) {
            return areFields(
                    schedule.substring(5, schedule.length() - 1), List.of(MINUTE, HOUR, DAY, MONTH, WEEKDAY, YEAR));
        }
        int zone = schedule.startsWith("tz=") || schedule.startsWith("cron_tz=") ? schedule.indexOf(' ') : -1;
        String fields = schedule.substring(zone + 1);
        return WORDS.contains(fields)
                || fields.startsWith("@every ")
                || areFields(fields, List.of(MINUTE, HOUR, DAY, MONTH, WEEKDAY))
                || areFields(fields, List.of(SECOND, MINUTE, HOUR, DAY, MONTH, WEEKDAY))
                || areFields(fields, List.of(SECOND, MINUTE, HOUR, DAY, MONTH, WEEKDAY, YEAR));
    }

    private static boolean areFields(String text, List<Field> fields) {
        String[] words = text.strip().split("\\s+", 10);
        if (words.length != fields.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            for (String item : words[i].split(",", -1)) {
                if (!isItem(item, fields.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isItem(String item, Field field) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        if (slash >= 0 && number(item.substring(slash + 1), new Field(1, 9_999, List.of())) < 0) {
            return false;
        }
        if (range.equals("*") || range.equals("?") || range.equals("h") || range.startsWith("h(")) {
            return true;
        }
        if (range.endsWith("l") || range.endsWith("w") || range.contains("#") || range.startsWith("l-")) {
            return field.equals(DAY) || field.equals(WEEKDAY);
        }
        int dash = range.indexOf('-');
        int from = number(dash < 0 ? range : range.substring(0, dash), field);
        int to = dash < 0 ? from : number(range.substring(dash + 1), field);
        return from >= 0 && to >= 0 && (from <= to || field.equals(WEEKDAY) || field.equals(HOUR));
    }

    /** -1 where the text is no number of the field. */
    private static int number(String text, Field field) {
        int name = field.names().indexOf(text);
        if (name >= 0) {
            return name + field.low();
        }
        if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number >= field.low() && number <= field.high() ? number : -1;
    }
}
