package io.github.confgate.verdict;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A stretch of every week by the clock on the wall: {@code Fri 16:00 - Mon 08:00}. Where the clock shows a time twice
 * because daylight saving ends, the stretch begins at the first and ends at the second; a time that the clock leaves
 * out is as long after midnight as it says.
 */
public record Weekly(DayOfWeek fromDay, LocalTime from, DayOfWeek toDay, LocalTime to, ZoneId zone) {

    private static final String FORM = "a weekly time is like `Fri 16:00 - Mon 08:00`";

    static Weekly parse(String text, ZoneId zone) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 5 || !words[2].equals("-")) {
            throw new IllegalArgumentException(FORM);
        }
        Weekly weekly = new Weekly(day(words[0]), time(words[1]), day(words[3]), time(words[4]), zone);
        if (weekly.fromDay == weekly.toDay && weekly.from.equals(weekly.to)) {
            throw new IllegalArgumentException("it ends when it begins; " + FORM);
        }
        return weekly;
    }

    boolean isAt(Instant time) {
        LocalDate today = LocalDate.ofInstant(time, zone);
        LocalDate begin = today.with(TemporalAdjusters.previousOrSame(fromDay));
        return isIn(begin, time) || isIn(begin.minusWeeks(1), time);
    }

    private boolean isIn(LocalDate begin, Instant time) {
        int days = Math.floorMod(toDay.getValue() - fromDay.getValue(), 7);
        LocalDate end = begin.plusDays(days == 0 && !to.isAfter(from) ? 7 : days);
        Instant first =
                ZonedDateTime.of(begin, from, zone).withEarlierOffsetAtOverlap().toInstant();
        Instant last =
                ZonedDateTime.of(end, to, zone).withLaterOffsetAtOverlap().toInstant();
        return !time.isBefore(first) && time.isBefore(last);
    }

    private static DayOfWeek day(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (lower.equals(name) || lower.equals(name.substring(0, 3))) {
                return day;
            }
        }
        throw new IllegalArgumentException("`" + word + "` is no day of the week; " + FORM);
    }

    private static LocalTime time(String word) {
        try {
            return LocalTime.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + word + "` is no time of day; " + FORM, e);
        }
    }

    @Override
    public String toString() {
        return day(fromDay) + " " + from + " - " + day(toDay) + " " + to + " " + zone;
    }

    private static String day(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
