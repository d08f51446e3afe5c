package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Region;
import io.github.confgate.verdict.Decided.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of {@code check} as workflow commands, which GitHub Actions turns into annotations: one for each change, an
 * error where it blocks, a warning from {@code medium} up, else a notice. GitHub shows ten of each level in a step, so
 * only the ten most dangerous are written, and a last notice says how many more there are.
 */
public final class CheckGithub {
    private static final int MOST = 10;
    private static final int TEXT = 300;
    private static final int TITLE = 120;

    private CheckGithub() {}

    public static String write(Inspection inspection) {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        inspection.undetermined().forEach(reason -> errors.add(command("error", "title=undetermined", reason)));
        for (Groups.Group group : Groups.of(inspection)) {
            if (group.lead().decision() == Decision.BLOCK) {
                errors.add(annotation("error", group));
            } else if (Groups.isOpen(group.lead())) {
                boolean warns = Groups.severity(group.lead()).atLeast(Severity.MEDIUM);
                (warns ? warnings : notices).add(annotation(warns ? "warning" : "notice", group));
            }
        }
        int more = over(errors, MOST) + over(warnings, MOST);
        // What is counted takes the place of a notice.
        int room = more > 0 || notices.size() > MOST ? MOST - 1 : MOST;
        more += over(notices, room);
        StringBuilder out = new StringBuilder();
        errors.stream().limit(MOST).forEach(out::append);
        warnings.stream().limit(MOST).forEach(out::append);
        notices.stream().limit(room).forEach(out::append);
        if (more > 0) {
            String text = Summary.count(more, "more annotation") + " left out: GitHub shows ten of each level";
            out.append(command("notice", "title=confgate", text));
        }
        return out.append(data("confgate " + Summary.of(inspection, Style.PLAIN)))
                .append('\n')
                .toString();
    }

    private static int over(List<String> commands, int room) {
        return Math.max(0, commands.size() - room);
    }

    private static String annotation(String level, Groups.Group group) {
        Finding finding = group.lead().finding();
        Region region = finding.region();
        StringBuilder properties = new StringBuilder("file=");
        properties.append(property(finding.subject().change().path()));
        properties.append(",line=").append(region.line());
        // Columns mean something on one line only; GitHub's last column is the last one that counts.
        if (region.endLine() == region.line()) {
            properties
                    .append(",col=")
                    .append(region.column())
                    .append(",endLine=")
                    .append(region.endLine());
            properties.append(",endColumn=").append(Math.max(region.column(), region.endColumn() - 1));
        } else {
            properties.append(",endLine=").append(region.endLine());
        }
        String key = group.change().id().isEmpty()
                ? ""
                : ": " + Changes.key(finding.subject().change().key(), TITLE);
        properties.append(",title=").append(property(finding.severity().id() + " " + finding.rule() + key));
        return command(level, properties.toString(), finding.message());
    }

    private static String command(String level, String properties, String message) {
        return "::" + level + " " + properties + "::" + data(Visible.shorten(message, TEXT)) + "\n";
    }

    /** As the toolkit of GitHub Actions escapes what follows a command. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As it escapes the value of a property. */
    private static String property(String text) {
        return data(Visible.escape(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
