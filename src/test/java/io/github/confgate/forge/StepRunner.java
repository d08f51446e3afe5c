package io.github.confgate.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs steps as GitHub's runner does: one by one under bash, with the files of the runner and the expressions that our
 * files use. An expression that it does not know fails the test. Actions of others are noted, and a script stands in for
 * each that later steps build on.
 */
final class StepRunner {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern KNOWN = Pattern.compile("(inputs|github|runner|steps\\.[a-z]+\\.outputs)\\.[a-z_-]+");
    private static final Pattern COMPARISON = Pattern.compile("(\\S+) (==|!=) '([^']*)'");

    private final Map<String, String> values;
    private final Map<String, String> job;
    private final Map<String, String> standIns;
    private final Path temporary;
    private final Path summary;
    private final StringBuilder log = new StringBuilder();
    private final List<Use> uses = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();

    /** An action of others that would have run, {@code actions/setup-java}, and what it would have been given. */
    record Use(String action, Map<String, String> with) {}

    /**
     * Steps of a job.
     *
     * @param values of expressions
     * @param environment of the job
     * @param standIns bash scripts by the names of the actions that they stand in for, with {@code INPUT_...}
     * @param temporary a folder for the files of the runner
     */
    StepRunner(
            Map<String, String> values, Map<String, String> environment, Map<String, String> standIns, Path temporary)
            throws IOException {
        this.values = new HashMap<>(values);
        this.job = new HashMap<>(environment);
        this.standIns = Map.copyOf(standIns);
        this.temporary = temporary;
        this.summary = Files.createFile(temporary.resolve("summary"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** The exit status of the first step that fails; 0 when none does. */
    int run(List<Map<String, Object>> steps) throws IOException, InterruptedException {
        for (Map<String, Object> step : steps) {
            int exit = isWanted(step) ? step(step) : 0;
            if (exit != 0) {
                return exit;
            }
        }
        return 0;
    }

    String log() {
        return log.toString();
    }

    String summary() throws IOException {
        return Files.readString(summary);
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }

    /** The names of the steps that ran a script. */
    List<String> ran() {
        return List.copyOf(ran);
    }

    private int step(Map<String, Object> step) throws IOException, InterruptedException {
        Map<String, String> own = new HashMap<>(job);
        map(step.get("env")).forEach((name, value) -> own.put(name, expand(String.valueOf(value))));
        if (!step.containsKey("uses")) {
            ran.add(String.valueOf(step.get("name")));
            return bash(step, String.valueOf(step.get("run")), own);
        }
        Map<String, String> with = new LinkedHashMap<>();
        map(step.get("with")).forEach((name, value) -> with.put(name, expand(String.valueOf(value))));
        String action = String.valueOf(step.get("uses")).replaceFirst("@.*", "");
        uses.add(new Use(action, with));
        with.forEach((name, value) -> own.put("INPUT_" + name.toUpperCase(Locale.ROOT), value));
        return standIns.containsKey(action) ? bash(step, standIns.get(action), own) : 0;
    }

    private int bash(Map<String, Object> step, String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(temporary, "output", "");
        Path exported = Files.createTempFile(temporary, "env", "");
        Path paths = Files.createTempFile(temporary, "path", "");
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
        builder.environment()
                .putAll(Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_OUTPUT", output.toString(),
                        "GITHUB_ENV", exported.toString(),
                        "GITHUB_PATH", paths.toString(),
                        "GITHUB_STEP_SUMMARY", summary.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        log.append(Files.readString(out, UTF_8));
        job.putAll(commands(Files.readString(exported)));
        Files.readAllLines(paths).forEach(path -> job.merge("PATH", path, (old, now) -> now + ":" + old));
        commands(Files.readString(output))
                .forEach((name, value) -> values.put("steps." + step.get("id") + ".outputs." + name, value));
        return exit;
    }

    private boolean isWanted(Map<String, Object> step) {
        Object condition = step.get("if");
        if (condition == null) {
            return true;
        }
        Matcher comparison = COMPARISON.matcher(String.valueOf(condition));
        if (!comparison.matches()) {
            throw new AssertionError("the harness does not know the condition " + condition);
        }
        boolean equal = value(comparison.group(1)).equals(comparison.group(3));
        return equal == comparison.group(2).equals("==");
    }

    String expand(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String expression) {
        if (!KNOWN.matcher(expression).matches()) {
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
