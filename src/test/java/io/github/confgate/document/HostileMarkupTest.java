package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Diagnostic.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML, HCL and files in ConfigMaps made to overflow, to exhaust, to slow down, or to make confgate load something. */
class HostileMarkupTest {

    private static final Duration QUICK = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "</a>",
                "<",
                "<a ",
                "<a b='",
                "<!--",
                "<?a",
                "<![CDATA[",
                "&amp;",
                "&#",
                "<!DOCTYPE a [",
                "]>",
                "<!DOCTYPE a>",
                "<a b=''>",
                "<a/>",
                " ",
                "'",
                "<!ENTITY a 'b'>"
            })
    void xml_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.xml", unit.repeat(100_000));
        quick("a.xml", "<r>" + unit.repeat(100_000));
        quick("a.xml", "<r>" + unit.repeat(100_000) + "</r>");
        quick("a.xml", "<!DOCTYPE r [" + unit.repeat(100_000) + "]><r/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a {\n",
                "a = [",
                "a = {",
                "[",
                "(",
                "{",
                "a = (",
                "f(",
                "!",
                "-",
                "a = 1 +",
                "x ? ",
                "x ? y : ",
                "\"",
                "${",
                "\"${",
                "a = \"${",
                "<<A\n",
                "a = <<A\n",
                "a = <<A\nA\n",
                "/*",
                "#",
                "a \"b\" ",
                "a ",
                "}\n",
                "a.",
                "a[",
                "for a in ",
                "[for a in b : ",
                "a = 1\n",
                "a {}\n",
                "locals {}\n",
                "locals {\na = 1\n}\n",
                "\\",
                "a = \"\\u",
                "{a = ",
                "1.",
                "a::"
            })
    void hcl_that_repeats_itself_is_refused_or_read(String unit) {
        quick("a.tfvars", unit.repeat(100_000));
        quick("a.tfvars", "a = " + unit.repeat(100_000));
        quick("a.tfvars", "a = [\n" + unit.repeat(100_000) + "\n]");
        quick("a.tfvars", "a = \"" + unit.repeat(100_000) + "\"");
    }

    @Test
    void depth_is_a_limit_with_its_name() {
        assertThat(limit("a.xml", "<a>".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a = " + "[".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a = " + "{a=".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a = " + "(".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a = " + "a[".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a = " + "[for a in ".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a = " + "b ? ".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a {\n".repeat(100_000))).contains("`limits.depth`");
        assertThat(limit("a.tfvars", "a" + " b".repeat(200) + " {}")).contains("`limits.depth`");
        assertThat(Trees.parse("a.tfvars", "a = " + "b ? c : ".repeat(10_000) + "d"))
                .isInstanceOf(Parsed.Ok.class);
        assertThat(Trees.parse("a.tfvars", "a = " + "[".repeat(99) + "]".repeat(99)))
                .isInstanceOf(Parsed.Ok.class);
    }

    @Test
    void a_thousand_million_laughs_are_not_told() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
        }
        Diagnostic failure = Trees.failure("a.xml", text + "]><a>&l9;</a>");
        assertThat(failure.kind()).isEqualTo(Kind.UNPARSED);
        assertThat(failure.message()).endsWith("entities that the file declares itself are not expanded");
    }

    @Test
    void nothing_is_loaded(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "s3cret");
        Path types = Files.writeString(folder.resolve("a.dtd"), "<!ENTITY e 's3cret'><!ATTLIST a b CDATA 's3cret'>");
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.dtd";
            for (String uri : List.of(secret.toUri().toString(), types.toUri().toString(), http)) {
                for (String text : List.of(
                        "<!DOCTYPE a [<!ENTITY e SYSTEM '" + uri + "'>]><a>&e;</a>",
                        "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + uri + "'> %p;]><a>&e;</a>",
                        "<!DOCTYPE a SYSTEM '" + uri + "'><a/>",
                        "<!DOCTYPE a PUBLIC '-//x//EN' '" + uri + "' [<!ENTITY % p SYSTEM '" + uri
                                + "'> %p;]><a c=''/>",
                        "<?xml-stylesheet href='" + uri + "'?><a xmlns:xi='http://www.w3.org/2001/XInclude'>"
                                + "<xi:include parse='text' href='" + uri + "'/></a>",
                        "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a " + uri
                                + "'/>")) {
                    assertThat(Trees.tree("a.xml", text)).doesNotContain("s3cret");
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void large_files_take_time_in_the_order_of_their_size() {
        String names =
                IntStream.range(0, 100_000).mapToObj(i -> "<p" + i + "/>").collect(Collectors.joining());
        quick("a.xml", "<a>" + names + "</a>");
        quick("a.xml", "<a>" + "<p><name>n</name><value>v</value></p>".repeat(100_000) + "</a>");
        quick("a.xml", "<a b='" + "x ".repeat(1 << 19) + "'/>");
        quick("a.xml", "<a>" + "x &amp; ".repeat(1 << 17) + "</a>");
        quick("a.xml", "<a>" + "<b/>text".repeat(100_000) + "</a>");
        quick("a.xml", "<a>" + "<!-- x -->".repeat(100_000) + "</a>");
        assertThat(limit("a.xml", "<a" + attributes(20_000) + "/>")).contains("10,000 attributes");
        assertThat(Trees.parse("a.xml", "<a" + attributes(9_000) + "/>")).isInstanceOf(Parsed.Ok.class);
        String keys =
                IntStream.range(0, 100_000).mapToObj(i -> "k" + i + " = 1\n").collect(Collectors.joining());
        quick("a.tfvars", keys);
        quick("a.tfvars", "a = {\n" + keys + "}\n");
        quick("a.tfvars", "a = \"" + "x".repeat(1 << 20) + "\"");
        quick("a.tfvars", "a = \"" + "${a}".repeat(100_000) + "\"");
        quick("a.tfvars", "a = \"" + "${\"".repeat(100_000) + "\"}".repeat(100_000) + "\"");
        quick("a.tfvars", "a = <<E\n" + "x\n".repeat(200_000) + "E\n");
        quick("a.tfvars", "a = " + "b + ".repeat(100_000) + "c");
        quick("a.tfvars", "a \"b\" {}\n".repeat(100_000));
        quick(
                "a.tfvars",
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "a \"b" + i + "\" {}\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void files_in_config_maps_share_one_budget() {
        StringBuilder laugh = new StringBuilder("    a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 6; i++) {
            laugh.append("    a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "1]\n");
        }
        StringBuilder text = new StringBuilder("kind: ConfigMap\ndata:\n");
        for (int i = 0; i < 10; i++) {
            text.append("  f" + i + ".yml: |\n").append(laugh);
        }
        Parsed.Ok parsed = (Parsed.Ok) Trees.parse("a.yml", text.toString());
        assertThat(parsed.remarks()).hasSize(9).allSatisfy(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.LIMIT);
            assertThat(remark.message()).contains("`limits.nodes`");
        });
    }

    @Test
    void many_files_in_config_maps_take_time_in_the_order_of_their_size() {
        String files = IntStream.range(0, 30_000)
                .mapToObj(i -> "  f" + i + ".yml: |\n    a: 1\n")
                .collect(Collectors.joining());
        quick("a.yml", "kind: ConfigMap\ndata:\n" + files);
        quick("a.yml", "kind: ConfigMap\ndata:\n  a.json: |\n    [\n" + "    1,\n".repeat(200_000) + "    1]\n");
        quick("a.yml", "kind: ConfigMap\ndata:\n  a.yml: |\n    " + "[".repeat(10_000) + "\n");
        quick("a.yml", "kind: ConfigMap\ndata:\n  a.env: |\n    A=" + "\ud83d\ude00".repeat(200_000) + "\n");
        quick("a.yml", "kind: ConfigMap\ndata:\n  a.json: |\n    [\"\ud83d\ude00\"," + "1,".repeat(50_000) + "1]\n");
    }

    private static String attributes(int number) {
        return IntStream.range(0, number).mapToObj(i -> " a" + i + "='1'").collect(Collectors.joining());
    }

    private static String limit(String path, String text) {
        Diagnostic failure = Trees.failure(path, text);
        assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
        return failure.message();
    }

    private static void quick(String path, String text) {
        Assertions.assertTimeout(QUICK, () -> {
            Parsed parsed = Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), Limits.standard());
            if (parsed instanceof Parsed.Ok ok) {
                List<Leaf> leaves = new ArrayList<>();
                ok.document().parts().forEach(part -> leaves.addAll(Leaves.of(part)));
                assertThat(leaves).isNotNull();
            }
        });
    }
}
