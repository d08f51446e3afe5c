package io.github.confgate.cli;

import io.github.confgate.verdict.Verdict;

/** The exit codes of the contract, mapped here and nowhere else. */
public final class ExitCode {
    /** The verdict is pass, or the command did what it was asked for. */
    public static final int PASS = 0;
    /** The verdict is block. */
    public static final int BLOCK = 1;
    /** The call or the policy is wrong. */
    public static final int USAGE = 2;
    /** confgate could not judge. */
    public static final int UNDETERMINED = 3;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case BLOCK -> BLOCK;
            case UNDETERMINED -> UNDETERMINED;
        };
    }
}
