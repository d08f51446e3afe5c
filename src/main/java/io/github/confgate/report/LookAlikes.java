package io.github.confgate.report;

import java.lang.Character.UnicodeScript;

/** Letters of other alphabets that pass for Latin ones: a host with a Cyrillic a is another host. */
final class LookAlikes {

    /** Of the Greek letters only these: others stand in units, beside Latin ones and seen. */
    private static final String GREEK =
            "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
                    + "\u03b1\u03b3\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7";

    /** In a longer one nobody takes letters for others. */
    private static final int LONGEST_WORD = 64;

    private LookAlikes() {}

    static boolean isOne(int c) {
        if (c < 0x370) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return (Character.isLetter(c)
                        && (script == UnicodeScript.CYRILLIC
                                || script == UnicodeScript.ARMENIAN
                                || script == UnicodeScript.CHEROKEE))
                || GREEK.indexOf(c) >= 0;
    }

    /** Whether a letter is one and stands in a word with Latin letters. */
    static boolean isAmongLatin(int[] text, int at) {
        return isOne(text[at]) && (reachesLatin(text, at, -1) || reachesLatin(text, at, 1));
    }

    private static boolean reachesLatin(int[] text, int at, int step) {
        int last = at + step * LONGEST_WORD;
        for (int i = at + step; i >= 0 && i < text.length && i != last && Character.isLetter(text[i]); i += step) {
            if (UnicodeScript.of(text[i]) == UnicodeScript.LATIN) {
                return true;
            }
        }
        return false;
    }
}
