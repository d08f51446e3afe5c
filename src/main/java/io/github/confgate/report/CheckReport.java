package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import java.util.List;

/** The report of {@code check} in any of its formats. */
public final class CheckReport {

    /** The formats, the first of which is the default. */
    public static final List<String> FORMATS =
            List.of("text", "json", "sarif", "markdown", "junit", "gitlab", "github");

    private CheckReport() {}

    /** @param style of the text report; the others have none */
    public static String write(String format, Inspection inspection, Style style) {
        return switch (format) {
            case "json" -> CheckJson.write(inspection);
            case "sarif" -> CheckSarif.write(inspection);
            case "markdown" -> CheckMarkdown.write(inspection);
            case "junit" -> CheckJunit.write(inspection);
            case "gitlab" -> CheckGitlab.write(inspection);
            case "github" -> CheckGithub.write(inspection);
            default -> CheckText.write(inspection, style);
        };
    }
}
