package io.github.confgate.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code action.yml}, run as GitHub's runner runs a composite action; see {@link StepRunner}. */
public final class ActionFile {

    private final Path file;
    private final Map<String, Object> action;

    public ActionFile(Path file) throws IOException {
        this.file = file;
        this.action = new Yaml().load(Files.readString(file));
    }

    /**
     * How a run ended.
     *
     * @param exit of the step that failed; 0 when none did
     * @param uses the actions of others that would have run
     */
    public record Result(
            int exit, String log, String summary, Map<String, String> outputs, List<StepRunner.Use> uses) {}

    static Map<String, Object> map(Object value) {
        return StepRunner.map(value);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> steps() {
        return (List<Map<String, Object>>) map(action.get("runs")).get("steps");
    }

    Map<String, Object> inputs() {
        return map(action.get("inputs"));
    }

    Map<String, Object> outputs() {
        return map(action.get("outputs"));
    }

    /**
     * Runs the action.
     *
     * @param given inputs; the others have their defaults
     * @param github values of {@code github.} that expressions ask for
     * @param environment of the job
     * @param standIns scripts in the place of actions of others
     * @param temporary a folder for the files of the runner
     */
    public Result run(
            Map<String, String> given,
            Map<String, String> github,
            Map<String, String> environment,
            Map<String, String> standIns,
            Path temporary)
            throws IOException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        github.forEach((name, value) -> values.put("github." + name, value));
        for (Map.Entry<String, Object> input : inputs().entrySet()) {
            String usual = String.valueOf(map(input.getValue()).getOrDefault("default", ""));
            String known = usual.replace("${{ github.token }}", github.getOrDefault("token", ""));
            values.put("inputs." + input.getKey(), given.getOrDefault(input.getKey(), known));
        }
        Map<String, String> job = new HashMap<>(environment);
        job.put("GITHUB_ACTION_PATH", file.toAbsolutePath().getParent().toString());
        StepRunner runner = new StepRunner(values, job, standIns, temporary);
        int exit = runner.run(steps());
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs()
                .forEach((name, output) -> outputs.put(
                        name, runner.expand(String.valueOf(map(output).get("value")))));
        return new Result(exit, runner.log(), runner.summary(), outputs, runner.uses());
    }
}
