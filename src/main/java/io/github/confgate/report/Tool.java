package io.github.confgate.report;

/** How confgate names itself in outputs. A test holds the version to that of the build. */
public final class Tool {
    public static final String NAME = "confgate";
    public static final String VERSION = "0.1.0";

    private Tool() {}
}
