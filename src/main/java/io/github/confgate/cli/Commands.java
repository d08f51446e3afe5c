package io.github.confgate.cli;

import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The commands by name. Only the one that runs is ever made. */
final class Commands {

    /** One line of the list. */
    record Entry(String name, String parameters, String summary, Supplier<Command> command) {}

    static final List<Entry> ALL = List.of(
            new Entry("check", "[RANGE]", "gate a change", CheckCommand::new),
            new Entry("diff", "[RANGE]", "semantic diff, no judgement", DiffCommand::new),
            new Entry("audit", "[RANGE]", "every change of the mainline's history", AuditCommand::new),
            new Entry("log", "KEY", "who set this key to what, when", LogCommand::new),
            new Entry("environments", "", "how each file was mapped, and why", EnvironmentsCommand::new),
            new Entry("init", "", "write a first policy from what is there", InitCommand::new),
            new Entry("rules list", "", "every rule in a line", RulesListCommand::new),
            new Entry("rules explain", "ID", "all that a rule says", RulesExplainCommand::new),
            new Entry("rules test", "[PATH]", "run the examples of sheets", RulesTestCommand::new),
            new Entry("rules backtest", "[ID]", "replay a rule over history", RulesBacktestCommand::new),
            new Entry("pre-receive", "", "the hook of a server: refuse a push", PreReceiveCommand::new),
            new Entry("schema", "FORMAT", "JSON Schema of a format", SchemaCommand::new),
            new Entry("demo", "", "replay the incident, end to end", DemoCommand::new));

    /** What no person types: it stands in no list. */
    static final List<Entry> HIDDEN =
            List.of(new Entry("action", "", "what action.yml runs in a workflow", ActionCommand::new));

    private Commands() {}

    static Command find(String name) {
        for (List<Entry> entries : List.of(ALL, HIDDEN)) {
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    return entry.command().get();
                }
            }
        }
        List<String> names = ALL.stream().map(Entry::name).toList();
        if (name.equals("rules")) {
            throw new UsageException("rules what? One of list, explain ID, test [PATH], backtest [ID].");
        }
        throw new UsageException(
                "'" + name + "' is no command." + Choices.didYouMean(name, names) + " 'confgate --help' lists them.");
    }

    static String usage() {
        List<String> lines = new ArrayList<>();
        lines.add("confgate reads configuration changes out of Git and says which are dangerous, and why.");
        lines.add("");
        for (Entry entry : ALL) {
            lines.add(String.format(
                    "  confgate %-22s %s", (entry.name() + " " + entry.parameters()).strip(), entry.summary()));
        }
        lines.add("");
        lines.add("RANGE: BASE..HEAD, --base REV [--head REV], --staged, or nothing: what the work tree changes.");
        lines.add("Exit codes: 0 passes, 1 blocked, 2 the call or the policy is wrong, 3 could not judge.");
        lines.add("'confgate COMMAND --help' shows the options of a command.");
        lines.add("");
        return String.join("\n", lines);
    }
}
