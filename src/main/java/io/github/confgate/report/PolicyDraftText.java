package io.github.confgate.report;

import io.github.confgate.inspection.PolicyDraft;
import java.util.List;
import java.util.stream.Collectors;

/** A drafted policy as {@code .confgate.yml}, with what it rests on in comments. */
public final class PolicyDraftText {
    private static final int TEXT = 120;

    private final StringBuilder out = new StringBuilder();
    private final PolicyDraft draft;

    private PolicyDraftText(PolicyDraft draft) {
        this.draft = draft;
    }

    public static String write(PolicyDraft draft) {
        return new PolicyDraftText(draft).write();
    }

    private String write() {
        line("# Written by `confgate init` from " + Summary.count(draft.files(), "configuration file") + " and "
                + Summary.count(draft.commits(), "commit") + ". Read it, change it,");
        line("# and see with `confgate audit --what-if .confgate.yml` what it would have blocked.");
        line("version: 1");
        environments();
        formats();
        layers();
        promotion();
        line("");
        line("gate:");
        line("  fail-on: high             # findings from this severity on block");
        line("  # mode: observe           # judge and report, but let everything pass: a way to begin");
        return out.toString();
    }

    private void environments() {
        line("");
        if (!draft.isPipeline()) {
            String found = draft.stages().stream()
                    .map(stage -> stage.name() + " (" + example(stage) + ")")
                    .collect(Collectors.joining(", "));
            line("# No two environments could be told from the names of files and folders"
                    + (found.isEmpty() ? "." : "; found: " + found + "."));
            line("# Nothing is gated until they are declared, in promotion order:");
            line("# environments:");
            line("#   - {name: staging, paths: [\"config/staging/**\"]}");
            line("#   - {name: production, paths: [\"config/production/**\"], after: [staging], soak: 4h}");
            return;
        }
        line(
                "# In promotion order: what enters an environment must have been in those that `after` names, for `soak`.");
        line("environments:");
        for (PolicyDraft.Stage stage : draft.stages()) {
            line("  - name: " + stage.name() + "  # " + example(stage));
            if (!stage.after().isEmpty()) {
                line("    after: [" + String.join(", ", stage.after()) + "]");
            }
            if (!stage.paths().isEmpty()) {
                line("    paths:");
                stage.paths().forEach(path -> line("      - " + YamlText.quote(path)));
            }
            if (stage.equals(draft.stages().get(draft.stages().size() - 1))) {
                line("    # soak: 4h");
            }
        }
    }

    private static String example(PolicyDraft.Stage stage) {
        return Summary.count(stage.files(), "document")
                + (stage.example().isEmpty() ? "" : ", as " + YamlText.comment(stage.example(), TEXT));
    }

    private void formats() {
        line("");
        line("# Formats: "
                + (draft.formats().isEmpty()
                        ? "no configuration files were found"
                        : draft.formats().stream()
                                .map(count -> count.format() + " " + count.files())
                                .collect(Collectors.joining(", ")))
                + ". `confgate environments` lists every file. What names do not tell:");
        line("# documents:");
        line("#   - {paths: [\"image-tags/**\"], format: yaml}");
        line("#   - {paths: [\"**/generated/**\"], ignore: true}");
    }

    private void layers() {
        if (draft.stacks().isEmpty()) {
            return;
        }
        line("");
        line("# Names tell what lies over what (" + Summary.count(draft.stacked(), "stack")
                + "); stacks that no name tells go here, lowest layer first, as these would:");
        line("# layers:");
        for (PolicyDraft.Stack stack : draft.stacks()) {
            line("#   - {environment: " + stack.environment() + ", paths: "
                    + stack.paths().stream().map(YamlText::quote).collect(Collectors.joining(", ", "[", "]")) + "}");
        }
    }

    private void promotion() {
        if (!draft.isPipeline()) {
            return;
        }
        line("");
        boolean empty = draft.specific().isEmpty() && draft.mapped().isEmpty();
        line(empty ? "# promotion:" : "promotion:");
        specific();
        mapped();
    }

    private void specific() {
        List<PolicyDraft.Differing> keys = draft.specific();
        line("  # Keys that differ by design: what promotion asks of others is not asked of them.");
        if (keys.isEmpty()) {
            line("  # No key has always differed between environments. For example:");
            line("  # environment-specific: [\"**.replicas\"]");
        } else {
            line("  environment-specific:");
            keys.forEach(key -> line("    - " + YamlText.quote(key.glob()) + "  # " + evidence(key)));
        }
        if (!draft.highRisk().isEmpty()) {
            line(
                    "  # These always differed, too. A wrong one does harm, so that they stay gated until somebody decides:");
            draft.highRisk().forEach(key -> line("  #   - " + YamlText.quote(key.glob()) + "  # " + evidence(key)));
        }
    }

    private static String evidence(PolicyDraft.Differing key) {
        return "never equal in " + Summary.count(key.documents(), "document") + " since "
                + key.since().toString().substring(0, 10)
                + (key.commits() == 0 ? ", never changed" : ", through " + Summary.count(key.commits(), "change"));
    }

    private void mapped() {
        line("  # Parts of values that mean the same in two environments.");
        if (draft.mapped().isEmpty()) {
            line("  # No addresses were found that differ by the name of the environment alone. For example:");
            line("  # mapped: [{staging: \"stage.example.com\", production: \"example.com\"}]");
            return;
        }
        line("  mapped:");
        for (PolicyDraft.Mapped pair : draft.mapped()) {
            line("    # " + Summary.count(pair.values(), "value") + ", as " + YamlText.comment(pair.key(), TEXT));
            line("    - {" + pair.from() + ": " + YamlText.quote(pair.fromText()) + ", " + pair.to() + ": "
                    + YamlText.quote(pair.toText()) + "}");
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
