package io.github.confgate.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code action.yml}, run as GitHub's runner runs a composite action: step by step under bash, with the files of the
 * runner and the expressions that the file uses. An expression that it does not know fails the test.
 */
public final class ActionFile {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern COMPARISON = Pattern.compile("(\\S+) (==|!=) '([^']*)'");

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
    public record Result(int exit, String log, String summary, Map<String, String> outputs, List<String> uses) {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
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
     * @param temporary a folder for the files of the runner
     */
    public Result run(
            Map<String, String> given, Map<String, String> github, Map<String, String> environment, Path temporary)
            throws IOException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        github.forEach((name, value) -> values.put("github." + name, value));
        for (Map.Entry<String, Object> input : inputs().entrySet()) {
            String usual = expand(String.valueOf(map(input.getValue()).getOrDefault("default", "")), values);
            values.put("inputs." + input.getKey(), given.getOrDefault(input.getKey(), usual));
        }
        Map<String, String> job = new HashMap<>(environment);
        Path summary = Files.createFile(temporary.resolve("summary"));
        StringBuilder log = new StringBuilder();
        List<String> uses = new ArrayList<>();
        int exit = 0;
        for (Map<String, Object> step : steps()) {
            if (exit != 0 || !isWanted(step, values)) {
                continue;
            }
            if (step.containsKey("uses")) {
                uses.add(String.valueOf(step.get("uses")));
                continue;
            }
            Path output = Files.createTempFile(temporary, "output", "");
            Path exported = Files.createTempFile(temporary, "env", "");
            Map<String, String> own = new HashMap<>(job);
            map(step.get("env")).forEach((name, value) -> own.put(name, expand(String.valueOf(value), values)));
            own.putAll(Map.of(
                    "GITHUB_ACTIONS", "true",
                    "GITHUB_ACTION_PATH", file.toAbsolutePath().getParent().toString(),
                    "GITHUB_OUTPUT", output.toString(),
                    "GITHUB_ENV", exported.toString(),
                    "GITHUB_STEP_SUMMARY", summary.toString()));
            exit = bash(String.valueOf(step.get("run")), own, temporary, log);
            commands(Files.readString(exported)).forEach(job::put);
            commands(Files.readString(output))
                    .forEach((name, value) -> values.put("steps." + step.get("id") + ".outputs." + name, value));
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs()
                .forEach((name, output) ->
                        outputs.put(name, expand(String.valueOf(map(output).get("value")), values)));
        return new Result(exit, log.toString(), Files.readString(summary), outputs, List.copyOf(uses));
    }

    private static int bash(String script, Map<String, String> environment, Path temporary, StringBuilder log)
            throws IOException, InterruptedException {
        Path written = Files.createTempFile(temporary, "step", ".sh");
        Files.writeString(written, script);
        Path out = Files.createTempFile(temporary, "log", "");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", written.toString())
                .redirectErrorStream(true)
                .directory(Path.of(environment.get("GITHUB_WORKSPACE")).toFile())
                .redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        log.append(Files.readString(out, UTF_8));
        return exit;
    }

    private static boolean isWanted(Map<String, Object> step, Map<String, String> values) {
        Object condition = step.get("if");
        if (condition == null) {
            return true;
        }
        Matcher comparison = COMPARISON.matcher(String.valueOf(condition));
        if (!comparison.matches()) {
            throw new AssertionError("the harness does not know the condition " + condition);
        }
        boolean equal = value(comparison.group(1), values).equals(comparison.group(3));
        return equal == comparison.group(2).equals("==");
    }

    private static String expand(String text, Map<String, String> values) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
    }

    private static String value(String expression, Map<String, String> values) {
        if (!expression.matches("(inputs|github|steps\\.[a-z]+\\.outputs)\\.[a-z_-]+")) {
            throw new AssertionError("the harness does not know the expression " + expression);
        }
        return values.getOrDefault(expression, "");
    }

    /** What a step has written to a file of the runner: {@code name=value}, and values between delimiters. */
    private static Map<String, String> commands(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int heredoc = line.indexOf("<<");
            if (heredoc > 0) {
                String end = line.substring(heredoc + 2);
                List<String> value = new ArrayList<>();
                for (i++; !lines.get(i).equals(end); i++) {
                    value.add(lines.get(i));
                }
                values.put(line.substring(0, heredoc), String.join("\n", value));
            } else {
                int equals = line.indexOf('=');
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }
}
