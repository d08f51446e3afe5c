package io.github.confgate.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.typesafe.config.ConfigFactory;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.yaml.snakeyaml.Yaml;

/**
 * How fast each format is read from bytes to a document, beside the bare library that reads the same bytes to its own
 * tree: snakeyaml's {@code compose}, tomlj, Typesafe Config, for lines of keys and values {@code java.util.Properties},
 * and jackson-core, which has no tree: its tokens, their texts and where each begins, and in a row of its own its tokens
 * and texts alone, read from bytes. Prints rows of the table in README.md; at most 1.3 times the library's time is
 * wanted.
 *
 * <p>Run by {@code src/bench/parse.sh}. Both sides of a file run one behind the other. The time is the tenth percentile of all runs: a run that other load
 * interrupts does not count.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBench {

    private static final List<String> FILES = List.of(
            "values.yaml",
            "application.yml",
            "settings.json",
            "dashboard.json",
            "config.toml",
            "reference.conf",
            "application.properties",
            "production.env",
            "config.ini");

    @Param("values.yaml")
    public String file = "";

    private final JsonFactory json = new JsonFactory();
    private byte[] bytes = {};

    public static void main(String[] args) throws RunnerException {
        List<String> files = args.length == 0 || args[0].isBlank() ? FILES : List.of(args[0].split(" "));
        StringBuilder rows = new StringBuilder();
        for (String file : files) {
            double ours = time(file, "confgate");
            rows.append(row(file, "", ours, time(file, "library")));
            if (file.endsWith(".json")) {
                rows.append(row(file, ", tokens alone", ours, time(file, "tokens")));
            }
        }
        System.out.printf("%n| file | size | MB/s | library | ratio of times |%n%s", rows);
    }

    /** Milliseconds. */
    private static double time(String file, String benchmark) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(ParseBench.class.getSimpleName() + "\\." + benchmark)
                        .param("file", file)
                        .build())
                .runSingle();
        return result.getPrimaryResult().getStatistics().getPercentile(10);
    }

    private static String row(String file, String against, double ours, double library) {
        int size = Inputs.text(file).getBytes(StandardCharsets.UTF_8).length;
        return String.format(
                Locale.ROOT,
                "| %s%s | %d KiB | %.1f | %.1f | %.2f |%n",
                file,
                against,
                size / 1024,
                size / 1_000.0 / ours,
                size / 1_000.0 / library,
                ours / library);
    }

    @Setup
    public void generate() {
        bytes = Inputs.text(file).getBytes(StandardCharsets.UTF_8);
        if (!(confgate() instanceof Parsed.Ok)) {
            throw new IllegalStateException("cannot be read: " + confgate());
        }
    }

    @Benchmark
    public Object confgate() {
        return Documents.parse(file, bytes, Limits.standard());
    }

    @Benchmark
    public Object library() throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".yaml", ".yml" -> composed(text);
            case ".json" -> places(text);
            case ".toml" -> org.tomlj.Toml.parse(text);
            case ".conf" -> ConfigFactory.parseString(text);
            default -> {
                Properties properties = new Properties();
                properties.load(new StringReader(text));
                yield properties;
            }
        };
    }

    private static int composed(String text) {
        int documents = 0;
        for (Object root : new Yaml().composeAll(new StringReader(text))) {
            documents += root == null ? 0 : 1;
        }
        return documents;
    }

    @Benchmark
    public int tokens() throws IOException {
        int length = 0;
        try (JsonParser parser = json.createParser(bytes)) {
            while (parser.nextToken() != null) {
                length += parser.getText().length();
            }
        }
        return length;
    }

    private long places(String text) throws IOException {
        long sum = 0;
        try (JsonParser parser = json.createParser(text)) {
            while (parser.nextToken() != null) {
                sum += parser.currentTokenLocation().getCharOffset();
                sum += parser.getText().length();
            }
        }
        return sum;
    }
}
