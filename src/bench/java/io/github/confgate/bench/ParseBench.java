package io.github.confgate.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.typesafe.config.ConfigFactory;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
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
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.yaml.snakeyaml.Yaml;

/**
 * How fast each format is read from bytes to a document, beside the bare library that reads the same text to its own
 * tree: snakeyaml's {@code compose}, the tokens of jackson-core, tomlj, Typesafe Config, and for lines of keys and values
 * {@code java.util.Properties}. Prints MB/s and the ratio of the times; at most 1.3 is wanted.
 *
 * <p>Run as {@code mvn -Pbench test-compile exec:exec}, with {@code -Dbench.formats=yaml,toml} for some only. The input
 * is the same in each run: 1,000 services of eight settings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBench {

    @Param({"yaml", "json", "toml", "hocon", "properties", "dotenv", "ini"})
    public String format = "";

    private final JsonFactory json = new JsonFactory();
    private byte[] bytes = {};

    public static void main(String[] args) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(ParseBench.class.getSimpleName());
        if (args.length > 0 && !args[0].isBlank()) {
            options.param("format", args[0].split(","));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, Double> times = new TreeMap<>();
        results.forEach(result -> times.put(
                result.getParams().getParam("format") + " " + result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore()));
        System.out.printf("%n%-12s %10s %10s %8s%n", "format", "MB/s", "library", "ratio");
        times.forEach((name, time) -> {
            String format = name.substring(0, name.indexOf(' '));
            Double library = times.get(format + " library");
            if (name.endsWith(" confgate") && library != null) {
                double size = text(format).length() / 1_000.0;
                System.out.printf("%-12s %10.1f %10.1f %8.2f%n", format, size / time, size / library, time / library);
            }
        });
    }

    @Setup
    public void generate() {
        bytes = text(format).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Object confgate() {
        return Documents.parse(
                "bench." + format, bytes, Format.valueOf(format.toUpperCase(Locale.ROOT)), Limits.standard());
    }

    @Benchmark
    public Object library() throws IOException {
        if (format.equals("json")) {
            return tokens();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (format) {
            case "yaml" -> new Yaml().compose(new StringReader(text));
            case "toml" -> org.tomlj.Toml.parse(text);
            case "hocon" -> ConfigFactory.parseString(text);
            default -> {
                Properties properties = new Properties();
                properties.load(new StringReader(text));
                yield properties;
            }
        };
    }

    private int tokens() throws IOException {
        int length = 0;
        try (JsonParser parser = json.createParser(bytes)) {
            while (parser.nextToken() != null) {
                length += parser.getText().length();
            }
        }
        return length;
    }

    private static String text(String format) {
        StringBuilder out = new StringBuilder(format.equals("json") ? "{" : "");
        for (int i = 0; i < 1_000; i++) {
            service(out, format, i);
        }
        return format.equals("json") ? out.append("\n}\n").toString() : out.toString();
    }

    private static void service(StringBuilder out, String format, int i) {
        String name = "service-" + i;
        String open =
                switch (format) {
                    case "yaml" -> name + ":\n";
                    case "json" -> (i == 0 ? "\n" : ",\n") + "\"" + name + "\": {";
                    case "toml", "ini" -> "[" + name + "]\n";
                    case "hocon" -> name + " {\n";
                    default -> "# " + name + "\n";
                };
        out.append(open);
        setting(out, format, name, "url", "https://service-" + i + ".example.com:8443/api/v1", true);
        setting(out, format, name, "description", "Takes orders and hands them on, number " + i, true);
        setting(out, format, name, "port", Integer.toString(8_000 + i), false);
        setting(out, format, name, "replicas", Integer.toString(i % 7), false);
        setting(out, format, name, "debug", Boolean.toString(i % 3 == 0), false);
        setting(out, format, name, "ratio", i + ".25", false);
        setting(out, format, name, "timeout", i + "s", true);
        setting(out, format, name, "memory-limit", 64 * (i % 16 + 1) + "Mi", true);
        out.append(format.equals("json") || format.equals("hocon") ? "\n}\n" : "");
    }

    private static void setting(StringBuilder out, String format, String name, String key, String value, boolean text) {
        String quoted = text ? "\"" + value + "\"" : value;
        String line =
                switch (format) {
                    case "yaml" -> "  " + key + ": " + value + "\n";
                    case "json" -> (key.equals("url") ? "\n" : ",\n") + "  \"" + key + "\": " + quoted;
                    case "toml" -> key + " = " + quoted + "\n";
                    case "hocon" -> "  " + key + " = " + quoted + "\n";
                    case "properties" -> name + "." + key + "=" + value + "\n";
                    case "dotenv" -> (name + "_" + key).replace('-', '_').toUpperCase(Locale.ROOT) + "=" + value + "\n";
                    default -> key + " = " + value + "\n";
                };
        out.append(line);
    }
}
