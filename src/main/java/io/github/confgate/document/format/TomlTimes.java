package io.github.confgate.document.format;

/** The dates and times of TOML, by RFC 3339; seconds may be left out, as TOML 1.1 has it. */
final class TomlTimes {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final String text;
    private int at;

    private TomlTimes(String text) {
        this.text = text;
    }

    /** Whether a text is a date, a time, or both with or without an offset. */
    static boolean isOne(String text) {
        return new TomlTimes(text).isOne();
    }

    /** Whether a text is a date, behind which a blank and a time may stand. */
    static boolean isDate(String text) {
        TomlTimes times = new TomlTimes(text);
        return text.length() == 10 && times.date();
    }

    private boolean isOne() {
        if (text.length() > 4 && text.charAt(2) == ':') {
            return time() && atEnd();
        }
        if (text.length() < 10 || text.charAt(4) != '-' || !date()) {
            return false;
        }
        if (atEnd()) {
            return true;
        }
        return (take('T') || take('t') || take(' ')) && time() && (atEnd() || (offset() && atEnd()));
    }

    private boolean date() {
        int year = number(4, 9999);
        int month = take('-') ? number(2, 12) : -1;
        int day = take('-') ? number(2, 31) : -1;
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return year >= 0 && month > 0 && day > 0 && day <= (month == 2 && !leap ? 28 : DAYS[month - 1]);
    }

    private boolean time() {
        if (number(2, 23) < 0 || !take(':') || number(2, 59) < 0) {
            return false;
        }
        if (!take(':')) {
            return true;
        }
        // A minute with a leap second has 61.
        if (number(2, 60) < 0) {
            return false;
        }
        if (!take('.')) {
            return true;
        }
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private boolean offset() {
        return take('Z')
                || take('z')
                || ((take('+') || take('-')) && number(2, 23) >= 0 && take(':') && number(2, 59) >= 0);
    }

    private int number(int digits, int most) {
        int number = 0;
        for (int end = at + digits; at < end; at++) {
            if (atEnd() || !isDigit(text.charAt(at))) {
                return -1;
            }
            number = number * 10 + text.charAt(at) - '0';
        }
        return number <= most ? number : -1;
    }

    private boolean take(char c) {
        boolean here = !atEnd() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
