package io.github.confgate.cli;

/** Words of a command line that is shown for copying. */
final class Words {
    private Words() {}

    /** The word as a shell reads it back. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty() && word.chars().allMatch(c -> isPlain((char) c));
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(char c) {
        return Character.isLetterOrDigit(c) || "/._-+:@%=,".indexOf(c) >= 0;
    }
}
