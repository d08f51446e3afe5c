package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Files of every format, each made to overflow, exhaust, slow down or mislead who reads it; by the path of each. */
final class HostileFiles {

    private static final int DEEP = 20_000;

    /** A file of each format with one value in it. */
    private static final Map<String, UnaryOperator<String>> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("a.yaml", value -> "a: " + value + "\n");
        FORMATS.put("application.yml", value -> "a.b: " + value + "\n");
        FORMATS.put("a.json", value -> "{\"a\": \"" + value + "\"}\n");
        FORMATS.put("a.jsonc", value -> "{\"a\": \"" + value + "\", // c\n}\n");
        FORMATS.put("a.json5", value -> "{a: '" + value + "',}\n");
        FORMATS.put("a.properties", value -> "a.b=" + value + "\n");
        FORMATS.put("a.env", value -> "A=" + value + "\n");
        FORMATS.put("a.toml", value -> "a = \"" + value + "\"\n");
        FORMATS.put("application.conf", value -> "a = \"" + value + "\"\nb { c = 1 }\n");
        FORMATS.put("a.ini", value -> "[s]\na = " + value + "\n");
        FORMATS.put("a-config.xml", value -> "<a>" + value + "</a>\n");
        FORMATS.put("a.tfvars", value -> "a = \"" + value + "\"\n");
        FORMATS.put("redis.conf", value -> "a " + value + "\n");
        FORMATS.put("nginx.conf", value -> "a " + value + ";\n");
        FORMATS.put("haproxy.cfg", value -> "global\n  a " + value + "\n");
        FORMATS.put("a.yaml.j2", value -> "{% if x %}\na: " + value + "\n{% endif %}\n");
    }

    private final Map<String, byte[]> files = new TreeMap<>();

    private final int longest;

    private HostileFiles(int longest) {
        this.longest = longest;
    }

    /** @param longest the length of long lines */
    static Map<String, byte[]> all(int longest) {
        HostileFiles all = new HostileFiles(longest);
        all.everyFormat();
        all.nesting();
        all.expansion();
        all.outside();
        all.yaml();
        all.numbers();
        all.unclosed();
        return all.files;
    }

    private void add(String shape, String name, String text) {
        add(shape, name, text.getBytes(UTF_8));
    }

    private void add(String shape, String name, byte[] bytes) {
        files.put("config/production/" + shape + "/" + name, bytes);
    }

    private void every(String shape, UnaryOperator<byte[]> change) {
        FORMATS.forEach(
                (name, text) -> add(shape, name, change.apply(text.apply("x").getBytes(UTF_8))));
    }

    private void everyFormat() {
        every("as-it-is", text -> text);
        every("byte-order-mark", text -> joined("\ufeff".getBytes(UTF_8), text));
        every("nul", text -> joined(text, new byte[] {0, 0}));
        every("not-utf-8", text -> joined(text, "# caf\u00e9 \u00ff".getBytes(ISO_8859_1)));
        every("utf-16", text -> new String(text, UTF_8).getBytes(Charset.forName("UTF-16")));
        every(
                "utf-32",
                text -> joined(
                        new byte[] {0, 0, (byte) 0xfe, (byte) 0xff},
                        new String(text, UTF_8).getBytes(Charset.forName("UTF-32BE"))));
        every(
                "lone-carriage-returns",
                text -> new String(text, UTF_8).replace('\n', '\r').getBytes(UTF_8));
        every("empty", text -> new byte[0]);
        every("blanks", text -> " \t\n\n  \r\n".getBytes(UTF_8));
        every("binary", text ->
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, (byte) 0xff});
        every("half", text -> Arrays.copyOf(text, text.length / 2));
        every(
                "conflict",
                text -> joined(
                        "<<<<<<< HEAD\n".getBytes(UTF_8),
                        joined(
                                text,
                                joined("=======\n".getBytes(UTF_8), joined(text, ">>>>>>> other\n".getBytes(UTF_8))))));
        FORMATS.forEach((name, text) -> {
            add("long-line", name, text.apply("x".repeat(longest)));
            add("long-key", name, text.apply("x").replaceFirst("a(\\.b)?", "k".repeat(longest / 8)));
            add("control-characters", name, text.apply("\u001b[31m\u0007\u202e\u2028::error::"));
            add("lone-surrogate", name, joined(text.apply("x").getBytes(UTF_8), new byte[] {
                (byte) 0xed, (byte) 0xa0, (byte) 0x80
            }));
        });
    }

    private static byte[] joined(byte[] a, byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }

    private void nesting() {
        String open = "[".repeat(DEEP);
        add("deep", "a.yaml", open);
        add("deep", "b.yaml", "{a: ".repeat(DEEP));
        add("deep", "c.yaml", "- ".repeat(DEEP) + "1\n");
        add("deep", "d.yaml", each(1_000, i -> " ".repeat(i) + "a:\n"));
        add("deep", "a.json", open + "]".repeat(DEEP));
        add("deep", "b.json", "{\"a\":".repeat(DEEP));
        add("deep", "a.jsonc", open);
        add("deep", "a.properties", "a.".repeat(DEEP) + "b=1\n");
        add("deep", "a.toml", "a = " + open);
        add("deep", "b.toml", "a = " + "{a = ".repeat(DEEP));
        add("deep", "c.toml", "[" + "a.".repeat(DEEP) + "a]\n");
        add("deep", "application.conf", "a = " + open);
        add("deep", "b.hocon", "a {".repeat(DEEP));
        add("deep", "a.ini", open);
        add("deep", "a-config.xml", "<a>".repeat(DEEP));
        add("deep", "a.tfvars", "a = " + open);
        add("deep", "b.tfvars", "a = " + "(".repeat(DEEP));
        add("deep", "c.tfvars", "a = " + "x ? ".repeat(DEEP));
        add("deep", "d.tfvars", "a = \"" + "${\"".repeat(DEEP));
        add("deep", "e.tfvars", "a = " + "!".repeat(DEEP) + "b\n");
        add("deep", "httpd.conf", "<a>\n".repeat(DEEP));
        add("deep", "nginx.conf", "a {".repeat(DEEP));
        add("deep", "haproxy.cfg", "backend a\n".repeat(DEEP / 100));
        add("deep", "config-map.yaml", "kind: ConfigMap\nmetadata: {name: a}\ndata:\n  a.json: '" + open + "'\n");
    }

    private void expansion() {
        add("laughs", "a.yaml", "a0: &a0 [lol]\n" + laughs("a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n"));
        add(
                "laughs",
                "merged.yaml",
                "a0: &a0 {" + each(300, i -> "k" + i + ": 1, ") + "}\n" + each(7_000, i -> "b" + i + ": {<<: *a0}\n"));
        add("laughs", "a.hocon", "a0 = x\n" + laughs("a%d=${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}\n"));
        add(
                "laughs",
                "a.properties",
                "a0=x\n" + laughs("a%d=${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}${a%d}\n"));
        add(
                "laughs",
                "a-config.xml",
                "<!DOCTYPE x [<!ENTITY a0 'lol'>"
                        + laughs("<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;'>") + "]><x>&a9;</x>");
        add(
                "laughs",
                "quadratic-config.xml",
                "<!DOCTYPE x [<!ENTITY a '" + "x".repeat(50_000) + "'>]><x>" + "&a;".repeat(50_000) + "</x>");
    }

    private static String laughs(String format) {
        return each(30, i -> {
            Integer[] arguments = new Integer[10];
            Arrays.fill(arguments, i);
            arguments[0] = i + 1;
            int places = format.split("%d", -1).length - 1;
            arguments[1] = format.startsWith("a%d: &a%d") ? i + 1 : i;
            return String.format(format, (Object[]) Arrays.copyOf(arguments, places));
        });
    }

    private void outside() {
        add("outside", "file-config.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>");
        add("outside", "parameter-config.xml", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a b=''/>");
        add("outside", "types-config.xml", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a>1</a>");
        add(
                "outside",
                "include-config.xml",
                "<a xmlns:xi='http://www.w3.org/2001/XInclude'>"
                        + "<xi:include parse='text' href='file:///etc/passwd'/></a>");
        add("outside", "encoding-config.xml", "<?xml version='1.0' encoding='x-none'?><a>1</a>");
        add(
                "outside",
                "application.conf",
                "include file(\"/etc/passwd\")\ninclude url(\"http://127.0.0.1:1/\")\na = 1\n");
        add("outside", "nginx.conf", "include ../../../../../etc/passwd;\na b;\n");
        add("outside", "application.yml", "spring.config.import: 'file:../../../../../../etc/passwd'\na: 1\n");
        add(
                "outside",
                "kustomization.yaml",
                "resources: [../../../../../../etc, /etc/passwd]\n"
                        + "configMapGenerator:\n- {name: a, files: [../../../../../../etc/passwd]}\n");
        add(
                "outside",
                "config-map.yaml",
                "kind: ConfigMap\nmetadata: {name: a}\ndata:\n"
                        + "  ../../../../etc/cron.yml: |\n    a: 1\n  /etc/passwd.properties: |\n    a=1\n");
        add("outside", "a.tfvars", "a = file(\"/etc/passwd\")\n");
    }

    private void yaml() {
        add("yaml", "cycle.yaml", "a: &a [*a]\n");
        add("yaml", "cycle-of-maps.yaml", "a: &a {b: {c: *a}}\n");
        add("yaml", "cycle-of-merges.yaml", "a: &a {<<: *a, b: 1}\n");
        add("yaml", "no-anchor.yaml", "a: *b\n");
        add("yaml", "anchor-again.yaml", "a: &a 1\nb: &a 2\nc: *a\n");
        add("yaml", "merge-of-text.yaml", "a: {<<: text, b: 1}\n");
        add("yaml", "python.yaml", "a: !!python/object/apply:os.system [date]\n");
        add("yaml", "java.yaml", "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1:1/']]\n");
        add("yaml", "keys.yaml", "? [a, b]\n: 1\n? {c: d}\n: 2\n~: 3\n.nan: 4\n'': 5\n? |\n  x\n  y\n: 6\n");
        add("yaml", "documents.yaml", "---\na: 1\n".repeat(10_001));
        add("yaml", "twice.yaml", "a: 1\n".repeat(5_000));
        add("yaml", "directive.yaml", "%YAML 9.9\n%TAG ! tag:x,2000:\n---\na: 1\n");
        add("yaml", "tab.yaml", "a:\n\tb: 1\n");
        add("yaml", "base-sixty.yaml", "a: " + "1:".repeat(50_000) + "1\n");
        add("yaml", "many-anchors.yaml", each(500, i -> "a" + i + ": &a" + i + " x\n"));
    }

    private void numbers() {
        String digits = "1".repeat(200_000);
        add("numbers", "a.yaml", "a: " + digits + "\nb: 1e" + digits + "\nc: 0x" + "f".repeat(50_000) + "\nd: -.inf\n");
        add("numbers", "a.json", "{\"a\": " + digits + ", \"b\": 1e" + "9".repeat(400) + "}\n");
        add("numbers", "b.json", "{\"a\": 1e" + digits + "}\n");
        add("numbers", "a.toml", "a = " + digits + "\n");
        add("numbers", "b.toml", "a = 1e" + digits + "\n");
        add("numbers", "application.conf", "a = " + digits + "\nb = 1e" + digits + "\n");
        add("numbers", "a.properties", "a=" + digits + "\nb=1e999999999\n");
        add("numbers", "a.tfvars", "a = " + digits + "\nb = 1e999999999\n");
        add("numbers", "a.ini", "[s]\na = 1e999999999\n");
    }

    private void unclosed() {
        add("unclosed", "a.yaml", "a: \"x\n" + "b: 1\n".repeat(10_000));
        add("unclosed", "a.json", "{\"a\": \"" + "x".repeat(100_000));
        add("unclosed", "a.jsonc", "/*" + "* /".repeat(50_000));
        add("unclosed", "a.env", "A=\"x\n" + "B=1\n".repeat(10_000));
        add("unclosed", "a.toml", "a = \"\"\"\n" + "b = 1\n".repeat(10_000));
        add("unclosed", "application.conf", "a { b = \"\"\"\n" + "b = 1\n".repeat(10_000));
        add("unclosed", "a.ini", "[s\n" + "b = \"1\n".repeat(10_000));
        add("unclosed", "a-config.xml", "<a><![CDATA[" + "]] >".repeat(50_000));
        add("unclosed", "b-config.xml", "<a b='" + "x ".repeat(50_000));
        add("unclosed", "a.tfvars", "a = <<EOT\n" + "${x\n".repeat(10_000));
        add("unclosed", "b.tfvars", "/* a = 1\n");
        add("unclosed", "nginx.conf", "a \"x;\n" + "b c;\n".repeat(10_000));
        add("unclosed", "httpd.conf", "<A x>\nb c\n");
        add("unclosed", "a.yaml.j2", "{% if x %}\na: {{ y\nb: 1\n");
        add("unclosed", "a.properties", "a=\\u12\nb=\\\n");
    }

    private static String each(int n, IntFunction<String> text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            out.append(text.apply(i));
        }
        return out.toString();
    }
}
