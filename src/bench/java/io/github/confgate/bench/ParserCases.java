package io.github.confgate.bench;

import static io.github.confgate.bench.Texts.each;
import static io.github.confgate.bench.Texts.read;
import static io.github.confgate.bench.Texts.tree;

import io.github.confgate.bench.Growth.Case;
import io.github.confgate.document.Format;
import io.github.confgate.document.format.PlainYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Large texts of each format, valid ones, and broken ones for what is only read when a parser gives up. */
final class ParserCases {

    private static final int KEYS = 25_000;
    private static final int LINE = 262_144;

    private final List<Case> cases = new ArrayList<>();

    private ParserCases() {}

    static List<Case> all() {
        ParserCases all = new ParserCases();
        all.yaml();
        all.templates();
        all.braces();
        all.hocon();
        all.lines();
        all.servers();
        all.collisions();
        all.hcl();
        all.xml();
        return all.cases;
    }

    private void add(Format format, String name, int n, IntFunction<String> text) {
        cases.add(Case.of(format.id() + ": " + name, n, text, input -> read(format, input)));
    }

    private void path(Format format, String path, String name, int n, IntFunction<String> text) {
        cases.add(Case.of(format.id() + ": " + name, n, text, input -> read(format, path, input)));
    }

    /** A text that is not read to its end, or is not what its name says. */
    private void any(Format format, String name, int n, IntFunction<String> text) {
        cases.add(Case.of(format.id() + ": " + name, n, text, input -> Texts.parse(format, "values.txt", input)));
    }

    private void yaml() {
        Format yaml = Format.YAML;
        add(yaml, "keys", KEYS, n -> each(n, i -> "key-" + i + ": " + i + "\n"));
        add(yaml, "quoted keys and values", KEYS, n -> each(n, i -> "\"key-" + i + "\": \"" + i + "\"\n"));
        add(yaml, "the same key", KEYS, n -> each(n, i -> "key: " + i + "\n"));
        add(yaml, "a list", KEYS, n -> each(n, i -> "- " + i + "\n"));
        add(yaml, "a list of maps", 10_000, n -> each(n, i -> "- name: n" + i + "\n  value: v\n"));
        add(yaml, "trees 90 deep", KEYS, n -> tree(n, 90, " ", ":\n", ""));
        add(yaml, "a flow map", KEYS, n -> "{" + each(n, i -> "k" + i + ": " + i + ", ") + "}");
        add(yaml, "a flow list of flow maps", KEYS, n -> "[" + each(n, i -> "{a: " + i + "}, ") + "]");
        add(yaml, "flow lists 90 deep", KEYS, n -> each(n / 90, i -> "- " + "[".repeat(90) + "]".repeat(90) + "\n"));
        any(yaml, "flow lists deeper than the limit", KEYS, n -> "[".repeat(n));
        any(yaml, "maps deeper than the limit", KEYS, n -> "{a: ".repeat(n));
        any(yaml, "items deeper than the limit", KEYS, n -> "- ".repeat(n));
        add(yaml, "a plain text of one line", LINE, n -> "a: " + "word ".repeat(n / 5));
        add(yaml, "a plain text of many lines", KEYS, n -> "a:\n" + "  word\n".repeat(n));
        add(yaml, "a text in double quotes", LINE, n -> "a: \"" + "x".repeat(n) + "\"");
        add(yaml, "escapes", LINE, n -> "a: \"" + "\\u00e9\\n".repeat(n / 8) + "\"");
        add(yaml, "a text in quotes over lines", KEYS, n -> "a: \"" + "  word\n".repeat(n) + "\"");
        add(yaml, "a text in single quotes", LINE, n -> "a: '" + "x''".repeat(n / 3) + "'");
        add(yaml, "a literal block", KEYS, n -> "a: |\n" + "  line\n".repeat(n));
        add(yaml, "a literal block of one line", LINE, n -> "a: |\n  " + "x".repeat(n) + "\n");
        add(yaml, "a folded block", KEYS, n -> "a: >-\n" + "  line\n".repeat(n) + "\n".repeat(n));
        add(yaml, "many blocks", KEYS, n -> each(n, i -> "k" + i + ": |\n  a\n\n"));
        add(yaml, "comments", KEYS, n -> "a: 1\n" + "# a comment\n".repeat(n) + "b: 2\n");
        add(yaml, "comments behind values", KEYS, n -> each(n, i -> "k" + i + ": 1 # comment\n"));
        add(yaml, "comments behind an anchor", KEYS, n -> "a: &a\n" + "# a comment\n".repeat(n) + "  b: 2\n");
        add(yaml, "anchors and aliases", KEYS, n -> each(n, i -> "k" + i + ": &a" + i + " {x: 1}\nl" + i + ": *a" + i + "\n"));
        add(yaml, "one anchor, many aliases", KEYS, n -> "a: &a {x: 1}\n" + each(n, i -> "k" + i + ": *a\n"));
        add(yaml, "merge keys", KEYS, n -> "a: &a {x: 1, y: 2}\n" + each(n, i -> "k" + i + ":\n  <<: *a\n  z: 1\n"));
        add(yaml, "a chain of merge keys", 1_000, n ->
                "k0: &a0 {x: 1}\n" + each(n, i -> "k" + (i + 1) + ": &a" + (i + 1) + " {<<: *a" + i + ", y: 1}\n"));
        any(yaml, "a map that merges all", KEYS, n ->
                "a: &a {x: 1}\nb:\n  <<: [" + "*a, ".repeat(n) + "]\n");
        any(yaml, "a chain of doubling aliases", 100_000, n ->
                "a0: &a0 [" + "1, ".repeat(n) + "]\n" + each(20, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [*a" + i + ", *a" + i + "]\n"));
        add(yaml, "documents", KEYS, n -> each(n, i -> "---\na: " + i + "\n"));
        add(yaml, "Kubernetes objects", 10_000, n -> each(n, i ->
                "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + i + "}\n"));
        add(yaml, "Kubernetes objects of one name", 10_000, n -> each(n, i ->
                "---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nx: " + i + "\n"));
        path(yaml, "application.yml", "dotted keys", KEYS, n -> each(n, i -> "a.b" + i % 100 + ".c" + i + ": 1\n"));
        path(yaml, "application.yml", "one dotted key spelled in ways", KEYS, n ->
                "a:\n" + each(n, i -> "  k" + i + ": 1\n") + each(n, i -> "a.k" + i + ": 2\n"));
        path(yaml, "application.yml", "profiles", 10_000, n -> each(n, i -> "---\nspring.profiles: p\na: 1\n"));
        add(yaml, "tags", KEYS, n -> each(n, i -> "k" + i + ": !Ref Name\n"));
        add(yaml, "complex keys", KEYS, n -> each(n, i -> "? [a, " + i + "]\n: 1\n"));
        add(yaml, "a long complex key", LINE, n -> "? [" + "a, ".repeat(n / 3) + "]\n: 1\n");
        any(yaml, "an unclosed quote", LINE, n -> "a: \"" + "word\n".repeat(n / 5));
        any(yaml, "unclosed flow lists", KEYS, n -> "a: [1\n".repeat(n));
        any(yaml, "tabs", KEYS, n -> "\t\n".repeat(n) + "a: 1\n");
        add(yaml, "astral characters", LINE, n -> each(n / 8, i -> "k" + i + ": \"\uD83D\uDE00\"\n"));
        add(yaml, "a ConfigMap with a file", KEYS, n ->
                "kind: ConfigMap\ndata:\n  application.yml: |\n" + each(n, i -> "    key-" + i + ": 1\n"));
        add(yaml, "a ConfigMap with many files", 5_000, n ->
                "kind: ConfigMap\ndata:\n" + each(n, i -> "  a" + i + ".properties: |\n    a.b=1\n    c=2\n"));
        any(yaml, "a ConfigMap with files that nobody can read", 5_000, n ->
                "kind: ConfigMap\ndata:\n" + each(n, i -> "  a" + i + ".json: |\n    {\n    a\n"));
        add(yaml, "ciphertext", 10_000, n -> each(n, i ->
                "k" + i + ": ENC[AES256_GCM,data:abcdefgh,iv:abcdefgh,tag:abcdefgh,type:str]\n") + "sops: {mac: x, version: 1}\n");
        plain("keys", KEYS, n -> each(n, i -> "key-" + i + ": " + i + "\n"));
        plain("quoted keys", KEYS, n -> each(n, i -> "\"key-" + i + "\": \"" + i + "\"\n"));
        plain("a list of maps", 10_000, n -> each(n, i -> "- name: n" + i + "\n  value: v\n"));
        plain("blocks", KEYS, n -> each(n, i -> "k" + i + ": |\n  a" + i % 3_000 + "\n\n"));
        plain("blank lines", KEYS, n -> each(n / 10, i -> "k" + i + ":\n" + "\n".repeat(10) + "  - 1\n"));
        plain("a long text in quotes", LINE, n -> "a: \"" + "x".repeat(n) + "\"\n");
    }

    /** Each run has a reader of its own: it remembers what it has read. */
    private void plain(String name, int n, IntFunction<String> text) {
        cases.add(Case.of("plain yaml: " + name, n, text, input -> {
            Object read = new PlainYaml().read("values.yaml", input);
            if (read == null) {
                throw new IllegalStateException("is not plain");
            }
            return read;
        }));
    }

    private void templates() {
        Format yaml = Format.YAML;
        String open = "{{- if .Values.a }}\n";
        add(yaml, "a template: keys", KEYS, n -> open + each(n, i -> "k" + i + ": {{ .Values.k }}\n"));
        add(yaml, "a template: the same key", KEYS, n -> open + each(n, i -> "k: {{ .Values.k" + i + " }}\n"));
        add(yaml, "a template: directives", KEYS, n -> open + each(n, i -> "{{ include \"a\" . }}\n"));
        add(yaml, "a template: trees 90 deep", KEYS, n -> open + tree(n, 90, " ", ":\n", ""));
        add(yaml, "a template: items", KEYS, n -> open + each(n, i -> "- a: {{ .b }}\n"));
        add(yaml, "a template: expressions on one line", LINE, n -> open + "a: " + "{{ a }}".repeat(n / 7) + "\n");
        add(yaml, "a template: an open expression", LINE, n -> open + "{{ a\n".repeat(n / 5));
        add(yaml, "a template: quotes on one line", LINE, n -> open + "a: " + " 'x \"y".repeat(n / 6) + "\n");
        add(yaml, "a template: a block", KEYS, n -> open + "a: |\n" + "  line\n".repeat(n));
        add(Format.PROPERTIES, "a template: keys", KEYS, n -> "{% if a %}\n" + each(n, i -> "k.a" + i + "={{ k }}\n"));
        add(Format.INI, "a template: sections", KEYS, n -> "{% if a %}\n" + each(n, i -> "[s" + i + "]\nk={{ k }}\n"));
    }

    private void braces() {
        for (Format json : List.of(Format.JSON, Format.JSONC)) {
            add(json, "keys", KEYS, n -> "{" + each(n, i -> "\"key-" + i + "\": " + i + ",\n") + "\"z\": 1}");
            add(json, "the same key", KEYS, n -> "{" + each(n, i -> "\"key\": " + i + ",\n") + "\"z\": 1}");
            add(json, "one line", KEYS, n -> "{" + each(n, i -> "\"key-" + i + "\":{\"a\":[" + i + "]},") + "\"z\":1}");
            add(json, "a list", KEYS, n -> "[" + "1,".repeat(n) + "1]");
            add(json, "lists 90 deep", KEYS, n -> "[" + ("[".repeat(90) + "]".repeat(90) + ",").repeat(n / 90) + "1]");
            add(json, "a long text", LINE, n -> "{\"a\": \"" + "x".repeat(n) + "\"}");
            add(json, "a long key", LINE, n -> "{\"" + "\\\"x".repeat(n / 3) + "\": 1}");
            add(json, "escapes", LINE, n -> "{\"a\": \"" + "\\u00e9\\n".repeat(n / 8) + "\"}");
            add(json, "a long number", LINE, n -> "{\"a\": 1" + "0".repeat(n) + ".5}");
            add(json, "astral characters", LINE, n -> "[" + "\"\uD83D\uDE00\",".repeat(n / 5) + "1]");
            any(json, "lists deeper than the limit", LINE, n -> "[".repeat(n));
            any(json, "an unclosed text", LINE, n -> "{\"a\": \"" + "x".repeat(n));
            any(json, "blanks and an unclosed list", LINE, n -> "[1," + " ".repeat(n));
        }
        add(Format.JSONC, "comments", KEYS, n -> "{" + "// comment\n".repeat(n) + each(n, i -> "/* c */ \"k" + i + "\": 1,\n") + "}");
        Format toml = Format.TOML;
        add(toml, "keys", KEYS, n -> each(n, i -> "key-" + i + " = " + i + "\n"));
        add(toml, "dotted keys", KEYS, n -> each(n, i -> "a.b" + i % 100 + ".c" + i + " = 1\n"));
        add(toml, "tables", KEYS, n -> each(n, i -> "[t" + i + "]\na = 1\n"));
        add(toml, "tables in one table", KEYS, n -> each(n, i -> "[a.b.c.t" + i + "]\na = 1\n"));
        add(toml, "an array of tables", KEYS, n -> each(n, i -> "[[t]]\na = 1\n"));
        add(toml, "tables below an array of tables", KEYS, n -> "[[t]]\n" + each(n, i -> "[t.k" + i + "]\na = 1\n"));
        add(toml, "an array", KEYS, n -> "a = [" + "1, ".repeat(n) + "]\n");
        add(toml, "an array over lines, with comments", KEYS, n -> "a = [\n" + "1, # one\n".repeat(n) + "]\n");
        add(toml, "inline tables", KEYS, n -> "a = [" + "{b = 1}, ".repeat(n) + "]\n");
        add(toml, "a long text", LINE, n -> "a = \"" + "x\\n".repeat(n / 3) + "\"\n");
        add(toml, "a text of many lines", LINE, n -> "a = \"\"\"\n" + "word\\\n\n".repeat(n / 7) + "\"\"\"\n");
        add(toml, "comments", KEYS, n -> "# comment\n".repeat(n));
        any(toml, "arrays deeper than the limit", LINE, n -> "a = " + "[".repeat(n));
    }

    private void hocon() {
        Format hocon = Format.HOCON;
        add(hocon, "keys", KEYS, n -> each(n, i -> "key-" + i + " = " + i + "\n"));
        add(hocon, "dotted keys", KEYS, n -> each(n, i -> "a.b" + i % 100 + ".c" + i + " = 1\n"));
        add(hocon, "the same key", KEYS, n -> each(n, i -> "a = " + i + "\n"));
        add(hocon, "the same object", KEYS, n -> each(n, i -> "a { k" + i + " = 1 }\n"));
        add(hocon, "joined objects", KEYS, n -> "a = " + each(n, i -> "{ k" + i + " = 1 } ") + "\n");
        add(hocon, "a growing list", KEYS, n -> each(n, i -> "a += " + i + "\n"));
        add(hocon, "joined lists", KEYS, n -> "a = " + "[1] ".repeat(n) + "\n");
        add(hocon, "optional overrides", KEYS, n -> "a = 1\n" + each(n, i -> "a = ${?A" + i + "}\n"));
        add(hocon, "substitutions on one line", KEYS, n -> "a = " + "${b} x ".repeat(n) + "\n");
        add(hocon, "references and objects", KEYS, n -> each(n, i -> "a = ${b" + i + "} { k" + i + " = 1 }\n"));
        add(hocon, "words on one line", LINE, n -> "a = " + "word ".repeat(n / 5) + "\n");
        add(hocon, "a long word", LINE, n -> "a = 1" + "0".repeat(n) + "e+5\n");
        add(hocon, "a long text", LINE, n -> "a = \"" + "x\\n".repeat(n / 3) + "\"\n");
        add(hocon, "three quotes", LINE, n -> "a = \"\"\"" + "x\"y\n".repeat(n / 4) + "\"\"\"\n");
        add(hocon, "trees 90 deep", KEYS, n -> tree(n, 90, "", " {", "}"));
        add(hocon, "comments", KEYS, n -> "a = 1\n" + "# comment\n// comment\n".repeat(n / 2));
        add(hocon, "includes", KEYS, n -> "include required(file(\"a\"))\n".repeat(n));
        any(hocon, "lists deeper than the limit", LINE, n -> "a = " + "[".repeat(n));
    }

    private void lines() {
        Format properties = Format.PROPERTIES;
        add(properties, "keys", KEYS, n -> each(n, i -> "key-" + i + "=" + i + "\n"));
        add(properties, "dotted keys", KEYS, n -> each(n, i -> "a.b" + i % 100 + ".c" + i + "=1\n"));
        add(properties, "keys with values and keys below", KEYS, n -> each(n, i -> "a.k" + i + "=1\na.k" + i + ".x=1\n"));
        add(properties, "numbered keys", KEYS, n -> each(n, i -> "a[" + i + "]=1\n"));
        add(properties, "the same key", KEYS, n -> each(n, i -> "a.b=" + i + "\n"));
        add(properties, "one line over many", KEYS, n -> "a=" + "x\\\n  ".repeat(n) + "\n");
        add(properties, "a long line", LINE, n -> "a=" + "\\u00e9x".repeat(n / 7) + "\n");
        add(properties, "a long key", LINE, n -> "x".repeat(n) + "=1\n");
        any(properties, "a key of many steps", LINE, n -> "a.".repeat(n / 2) + "b=1\n");
        add(properties, "open brackets", KEYS, n -> "a" + "[".repeat(n) + "=1\n");
        add(properties, "comments", KEYS, n -> "# comment\n".repeat(n) + "a=1\n");
        path(properties, "application.properties", "documents", 10_000, n -> each(n, i -> "#---\na.b=1\n"));
        Format dotenv = Format.DOTENV;
        add(dotenv, "keys", KEYS, n -> each(n, i -> "KEY_" + i + "=\"a\\nb\" # comment\n"));
        add(dotenv, "quotes that do not close", KEYS, n -> each(n, i -> "K" + i + "=" + (i % 2 == 0 ? "\"" : "'") + "x\n"));
        add(dotenv, "a text over many lines", LINE, n -> "A='" + "line\n".repeat(n / 5) + "'\n");
        add(dotenv, "a long line", LINE, n -> "A=" + "x #".repeat(n / 3) + "\n");
        Format ini = Format.INI;
        add(ini, "keys", KEYS, n -> each(n, i -> "key-" + i + " = " + i + "\n"));
        add(ini, "sections", KEYS, n -> each(n, i -> "[s" + i + "]\na = 1\n"));
        add(ini, "one section again and again", KEYS, n -> each(n, i -> "[s]\na" + i + " = 1\n"));
        add(ini, "a value over many lines", KEYS, n -> "a = 1\n" + "  more\n".repeat(n));
        add(ini, "comments and blank lines", KEYS, n -> each(n / 10, i -> "a" + i + " = 1\n" + "; comment\n\n".repeat(10)));
        add(ini, "one comment of many lines", KEYS, n -> "a = 1\n" + "; comment\n\n".repeat(n) + "b = 1\n");
        path(ini, "web.service", "a setting again and again", KEYS, n -> "[S]\n" + "Environment=A=1\n".repeat(n));
        path(ini, "web.service", "a setting over many lines", KEYS, n -> "[S]\nA=x\\\n" + "# c\n y\\\n".repeat(n) + "z\n");
        path(ini, "hosts.ini", "hosts", KEYS, n -> "[web]\n" + each(n, i -> "web" + i + " a=1 b=\"c d\"\n"));
        path(ini, "hosts.ini", "a host with variables", KEYS, n -> "web" + each(n, i -> " a" + i + "=1") + "\n");
        path(ini, "hosts.ini", "a host with an open quote", LINE, n -> "web a=\"" + "x ".repeat(n / 2) + "\n");
        add(ini, "a long line", LINE, n -> "a = " + "x;y#z ".repeat(n / 6) + "\n");
    }

    private void servers() {
        Format conf = Format.CONF;
        add(conf, "directives", KEYS, n -> each(n, i -> "key" + i + " value\n"));
        add(conf, "the same directive", KEYS, n -> each(n, i -> "save " + i + " 1\n"));
        add(conf, "blocks", KEYS, n -> each(n, i -> "<Directory /a" + i + ">\na b\n</Directory>\n"));
        add(conf, "blocks of one name", KEYS, n -> "<A b>\nc d\n</A>\n".repeat(n));
        add(conf, "blocks 90 deep", KEYS, n -> ("<A>\n".repeat(90) + "</A>\n".repeat(90)).repeat(n / 90));
        add(conf, "one line over many", KEYS, n -> "a b\\\n" + " c\\\n".repeat(n) + "d\n");
        add(conf, "a long line", LINE, n -> "a " + "'b' \"c\" ".repeat(n / 8) + "\n");
        any(conf, "blocks deeper than the limit", KEYS, n -> "<A>\n".repeat(n));
        path(conf, "sshd_config", "Match blocks", KEYS, n -> each(n, i -> "Match User u" + i + "\n  A no\n"));
        Format nginx = Format.NGINX;
        add(nginx, "directives", KEYS, n -> each(n, i -> "key" + i + " value;\n"));
        add(nginx, "the same block", KEYS, n -> "server { listen 80; }\n".repeat(n));
        add(nginx, "named blocks", KEYS, n -> each(n, i -> "location /a" + i + " { a b; }\n"));
        add(nginx, "words of one directive", KEYS, n -> "map" + " a".repeat(n) + ";\n");
        add(nginx, "blocks 90 deep", KEYS, n -> ("a {".repeat(90) + "}".repeat(90)).repeat(n / 90));
        add(nginx, "Lua", KEYS, n -> "a_by_lua_block {" + "{ x = '}' } -- }\n --[[ } ]]\n".repeat(n) + "}\n");
        any(nginx, "Lua with brackets that do not close", KEYS, n -> "a_by_lua_block {" + "[[ [=[ ".repeat(n));
        any(nginx, "Lua with long brackets", LINE, n -> "a_by_lua_block {" + "[" + "=".repeat(n));
        any(nginx, "Lua with texts that do not close", KEYS, n -> "a_by_lua_block {" + "'x\n".repeat(n));
        any(nginx, "variables that are not closed", KEYS, n -> "a " + "${b ".repeat(n) + ";");
        Format haproxy = Format.HAPROXY;
        add(haproxy, "servers", KEYS, n -> "backend a\n" + each(n, i -> "  server s" + i + " 10.0.0.1:80\n"));
        add(haproxy, "sections", KEYS, n -> each(n, i -> "backend b" + i + "\n  mode http\n"));
        add(haproxy, "one setting again and again", KEYS, n -> "frontend a\n" + "  acl x path /\n".repeat(n));
    }

    /** Names that a hash table puts into one place: two characters of one hash, in all orders. */
    private void collisions() {
        IntFunction<String> name = i -> {
            StringBuilder out = new StringBuilder();
            for (int bit = 0; bit < 18; bit++) {
                out.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return out.toString();
        };
        add(Format.YAML, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + ": 1\n"));
        add(Format.JSON, "keys of one hash", KEYS, n -> "{" + each(n, i -> "\"" + name.apply(i) + "\": 1,\n") + "\"z\": 1}");
        add(Format.PROPERTIES, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + "=1\n"));
        add(Format.TOML, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + " = 1\n"));
        add(Format.HOCON, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + " = 1\n"));
        add(Format.HCL, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + " = 1\n"));
        add(Format.INI, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + " = 1\n"));
        add(Format.DOTENV, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + "=1\n"));
        add(Format.CONF, "keys of one hash", KEYS, n -> each(n, i -> name.apply(i) + " 1\n"));
        add(Format.XML, "keys of one hash", KEYS, n ->
                "<a>" + each(n, i -> "<" + name.apply(i) + ">1</" + name.apply(i) + ">\n") + "</a>");
    }

    private void hcl() {
        Format hcl = Format.HCL;
        add(hcl, "attributes", KEYS, n -> each(n, i -> "key" + i + " = " + i + "\n"));
        add(hcl, "blocks", KEYS, n -> each(n, i -> "resource \"a\" \"b" + i + "\" {\n  c = 1\n}\n"));
        add(hcl, "blocks of one name", KEYS, n -> each(n, i -> "ingress {\n  c = 1\n}\n"));
        add(hcl, "locals", KEYS, n -> each(n, i -> "locals {\n  c" + i + " = 1\n}\n"));
        add(hcl, "a list", KEYS, n -> "a = [" + "1, ".repeat(n) + "]\n");
        add(hcl, "an object", KEYS, n -> "a = {\n" + each(n, i -> "k" + i + " = 1\n") + "}\n");
        add(hcl, "lists 90 deep", KEYS, n -> "a = [" + ("[".repeat(90) + "]".repeat(90) + ",").repeat(n / 90) + "]\n");
        add(hcl, "sums", KEYS, n -> "a = 1" + " + b".repeat(n) + "\n");
        add(hcl, "conditions", KEYS, n -> "a = " + "b ? 1 : ".repeat(n) + "2\n");
        add(hcl, "negations", LINE, n -> "a = " + "!".repeat(n) + "b\n");
        add(hcl, "indices", KEYS, n -> "a = b" + "[0].c".repeat(n) + "\n");
        add(hcl, "calls 90 deep", KEYS, n -> each(n / 90, i -> "a" + i + " = " + "f(".repeat(90) + ")".repeat(90) + "\n"));
        any(hcl, "calls deeper than the limit", LINE, n -> "a = " + "f(".repeat(n / 2));
        add(hcl, "interpolations", KEYS, n -> "a = \"" + "${b}$${c}".repeat(n) + "\"\n");
        add(hcl, "nested interpolations", KEYS, n -> "a = \"" + "${\"".repeat(n) + "\"}".repeat(n) + "\"\n");
        any(hcl, "interpolations that are not closed", KEYS, n -> "a = \"" + "${\"".repeat(n) + "\n");
        add(hcl, "a heredoc", KEYS, n -> "a = <<-EOT\n" + "  line ${b}\n".repeat(n) + "EOT\n");
        add(hcl, "comments", KEYS, n -> "a = 1\n" + "# c\n// c\n/* c */\n".repeat(n / 3));
        add(hcl, "comments behind a value", KEYS, n -> "a = [1 " + "/* c */ ".repeat(n) + "]\n");
        any(hcl, "labels", KEYS, n -> "a" + " b".repeat(n) + " {}\n");
    }

    private void xml() {
        Format xml = Format.XML;
        add(xml, "elements", KEYS, n -> "<a>" + each(n, i -> "<k" + i + ">1</k" + i + ">\n") + "</a>");
        add(xml, "elements of one name", KEYS, n -> "<a>" + "<b x='1'>1</b>\n".repeat(n) + "</a>");
        add(xml, "properties", 10_000, n ->
                "<a>" + each(n, i -> "<property><name>n" + i + "</name><value>1</value></property>\n") + "</a>");
        add(xml, "trees 90 deep", KEYS, n -> "<r>" + ("<a>".repeat(90) + "</a>".repeat(90)).repeat(n / 90) + "</r>");
        any(xml, "elements deeper than the limit", LINE, n -> "<a>".repeat(n / 3));
        add(xml, "attributes", 2_400, n -> "<a " + each(n, i -> "k" + i + "='1' ") + "/>");
        add(xml, "a long attribute", LINE, n -> "<a b='" + "x".repeat(n) + "'/>");
        add(xml, "references in an attribute", LINE, n -> "<a b='" + "&amp;".repeat(n / 5) + "'/>");
        add(xml, "a long text", LINE, n -> "<a>" + "x".repeat(n) + "</a>");
        add(xml, "references in a text", LINE, n -> "<a>" + "&amp;".repeat(n / 5) + "</a>");
        add(xml, "texts between elements", KEYS, n -> "<a>" + "x<b/>".repeat(n) + "</a>");
        add(xml, "CDATA", LINE, n -> "<a>" + "<![CDATA[x]]>".repeat(n / 13) + "</a>");
        add(xml, "comments", KEYS, n -> "<!-- c -->".repeat(n) + "<a>" + "<!-- c -->".repeat(n) + "</a>");
        add(xml, "a long comment", LINE, n -> "<a><!--" + "- c ".repeat(n / 4) + "--></a>");
        add(xml, "instructions", KEYS, n -> "<a>" + "<?p c?>".repeat(n) + "</a>");
        add(xml, "entities that are declared", KEYS, n ->
                "<!DOCTYPE a [" + each(n, i -> "<!ENTITY e" + i + " 'x'>") + "]><a/>");
    }
}
