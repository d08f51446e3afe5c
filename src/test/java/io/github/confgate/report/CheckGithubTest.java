package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.rule.RuleSheet.Kind;
import io.github.confgate.rule.Severity;
import io.github.confgate.testing.ActionsRunner;
import io.github.confgate.testing.ActionsRunner.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckGithubTest {

    private static List<Command> commands(Inspections inspections) {
        return CheckGithub.write(inspections.build())
                .lines()
                .map(ActionsRunner::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static long count(List<Command> commands, String level) {
        return commands.stream().filter(command -> command.name().equals(level)).count();
    }

    @Test
    void writesOneAnnotationForEachChangeWithPlaceTitleAndSentence() {
        List<Command> commands = commands(new Inspections()
                .change("config/a,b:c%.yml", "key", "1", "2")
                .blocking("bad", Severity.HIGH, Kind.VALUE, "100% bad: a, b")
                .finding("mild", Severity.LOW, Kind.VALUE, "mild"));

        assertThat(commands)
                .containsExactly(new Command(
                        "error",
                        Map.of(
                                "file",
                                "config/a,b:c%.yml",
                                "line",
                                "3",
                                "col",
                                "10",
                                "endLine",
                                "3",
                                "endColumn",
                                "10",
                                "title",
                                "high bad: key"),
                        "100% bad: a, b"));
    }

    @Test
    void keepsTenOfEachLevelTheMostDangerousFirstAndCountsTheRest() {
        Inspections many = new Inspections();
        for (int i = 0; i < 15; i++) {
            many.change("a.yml", "blocked" + i, "1", "2")
                    .blocking("bad", i == 14 ? Severity.CRITICAL : Severity.HIGH, Kind.VALUE, "bad " + i);
            many.change("a.yml", "warned" + i, "1", "2").finding("odd", Severity.MEDIUM, Kind.VALUE, "odd");
            many.change("a.yml", "noted" + i, "1", "2").finding("mild", Severity.LOW, Kind.VALUE, "mild");
        }

        List<Command> commands = commands(many);

        assertThat(commands.get(0).data()).isEqualTo("bad 14");
        assertThat(List.of(count(commands, "error"), count(commands, "warning"), count(commands, "notice")))
                .containsOnly(10L);
        assertThat(commands.get(29).data()).isEqualTo("16 more annotations left out: GitHub shows ten of each level");
    }

    @Test
    void leavesNoNoticeOutWhereTenAreAll() {
        Inspections ten = new Inspections();
        for (int i = 0; i < 10; i++) {
            ten.change("a.yml", "noted" + i, "1", "2").finding("mild", Severity.LOW, Kind.VALUE, "mild " + i);
        }

        assertThat(commands(ten)).hasSize(10).noneMatch(command -> command.data()
                .contains("left out"));
    }
}
