package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for each parser and any input. */
class ParserLawsTest {

    private static final List<String> PATHS = List.of(
            "a.yml",
            "application.yml",
            "config.json",
            "a.properties",
            "application.properties",
            ".env",
            "a.toml",
            "a.hocon",
            "a.ini",
            "a.jsonc",
            "a.xml",
            "a.tfvars");

    @Property(tries = 3_000)
    void no_parser_throws(@ForAll("syntax") String text) {
        for (String path : PATHS) {
            assertThat(Trees.parse(path, text)).isNotNull();
        }
    }

    @Property
    void no_bytes_throw(@ForAll byte[] bytes) {
        for (String path : PATHS) {
            assertThat(Documents.parse(path, bytes, Limits.standard())).isNotNull();
        }
    }

    @Property(tries = 3_000)
    void every_region_lies_in_the_text_and_in_its_parent(@ForAll("syntax") String text) {
        int lines = Lines.of(text).count();
        for (String path : PATHS) {
            if (Trees.parse(path, text) instanceof Parsed.Ok ok) {
                ok.document().parts().forEach(part -> assertInside(part.root(), new Region(1, 1, lines + 1, 1)));
            }
        }
    }

    private static void assertInside(Node node, Region parent) {
        Region region = node.region();
        assertThat(region).isGreaterThanOrEqualTo(parent);
        assertThat(end(region)).isLessThanOrEqualTo(end(parent));
        if (node.origin() != null) {
            return;
        }
        if (node instanceof Node.Mapping map) {
            map.entries().forEach(entry -> assertInside(entry.value(), region));
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> assertInside(item, region));
        }
    }

    private static Region end(Region region) {
        return new Region(region.endLine(), region.endColumn(), region.endLine(), region.endColumn());
    }

    @Property
    void yaml_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("# \ud83d\ude00\r\nroot:\n");
        entries.forEach((key, value) ->
                text.append("  ").append(key).append(":  ").append(value).append(" # c\n"));
        assertSlices("a.yml", text.toString(), entries);
    }

    @Property
    void json_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("{\"root\": {");
        entries.forEach((key, value) -> text.append(text.length() > 10 ? ",\n" : "")
                .append('"')
                .append(key)
                .append("\" : \"")
                .append(value)
                .append('"'));
        assertSlices("config.json", text.append("}}").toString(), entries);
    }

    @Property
    void properties_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("# c\n");
        entries.forEach((key, value) ->
                text.append("root.").append(key).append(" = ").append(value).append('\n'));
        assertSlices("a.properties", text.toString(), entries);
    }

    @Property
    void toml_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("# \ud83d\ude00\r\n[root] # c\n");
        entries.forEach((key, value) ->
                text.append('"').append(key).append("\" =  '").append(value).append("' # c\n"));
        assertSlices("a.toml", text.toString(), entries);
    }

    @Property
    void hocon_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("// \ud83d\ude00\r\nroot {\n");
        entries.forEach((key, value) -> text.append("  ")
                .append(key)
                .append(" = ")
                .append(value.matches("\\w+") ? value : "\"" + value + "\"")
                .append(" # c\n"));
        assertSlices("a.hocon", text.append("}").toString(), entries);
    }

    @Property
    void ini_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("; \ud83d\ude00\r\n[root]\n");
        entries.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append(" ; c\n"));
        assertSlices("a.ini", text.toString(), entries);
    }

    @Property
    void dotenv_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("# \ud83d\ude00\r\n");
        variables(entries).forEach((key, value) -> text.append("export " + key + "=\"" + value + "\" # c\n"));
        assertSlices(KeyPath.ROOT, "a.env", text.toString(), variables(entries));
    }

    @Property
    void plain_key_values_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("# \ud83d\ude00\r\n");
        variables(entries).forEach((key, value) -> text.append(key + "=" + value + "\r\n"));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Parsed parsed = Documents.parse("image-tags/a", bytes, Format.KEYVALUE, Limits.standard());
        assertSlices(KeyPath.ROOT, parsed, text.toString(), variables(entries));
    }

    /** Names that a shell takes. */
    private static Map<String, String> variables(Map<String, String> entries) {
        return entries.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().replaceAll("[^A-Za-z_]", "_"), Map.Entry::getValue, (a, b) -> a));
    }

    @Property
    void commented_json_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("// \ud83d\ude00\r\n{\"root\": {");
        entries.forEach((key, value) -> text.append("/* \ud83d\ude00 */ \"" + key + "\" : \"" + value + "\", // c\n"));
        assertSlices("a.jsonc", text.append("}}").toString(), entries);
    }

    @Property
    void xml_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("<!-- \ud83d\ude00 -->\r\n<root>");
        entries.forEach((key, value) -> text.append("<k" + tag(key) + "> " + value + "\r\n</k" + tag(key) + ">\t"));
        assertSlices("a.xml", text.append("</root>").toString(), tagged(entries));
    }

    @Property
    void attributes_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("<root");
        entries.forEach((key, value) -> text.append(" k" + tag(key) + " =\n'" + value + "'"));
        assertSlices("a.xml", text.append("/>").toString(), tagged(entries));
    }

    private static Map<String, String> tagged(Map<String, String> entries) {
        return entries.entrySet().stream()
                .collect(Collectors.toMap(entry -> "k" + tag(entry.getKey()), Map.Entry::getValue));
    }

    /** A name that XML and HCL know as well. */
    private static String tag(String key) {
        return key.replace("\ud83d\ude00", "_");
    }

    @Property
    void hcl_regions_slice_back_to_their_own_text(@ForAll("entries") Map<String, String> entries) {
        StringBuilder text = new StringBuilder("# \ud83d\ude00\r\nroot {\n");
        entries.forEach(
                (key, value) -> text.append(" k" + tag(key) + " /* \ud83d\ude00 */ = \"" + value + "\" # c\r\n"));
        assertSlices("a.tfvars", text.append("}").toString(), tagged(entries));
    }

    private static void assertSlices(String path, String text, Map<String, String> entries) {
        assertSlices(KeyPath.ROOT.name("root"), path, text, entries);
    }

    private static void assertSlices(KeyPath parent, String path, String text, Map<String, String> entries) {
        assertSlices(parent, Trees.parse(path, text), text, entries);
    }

    private static void assertSlices(KeyPath parent, Parsed parsed, String text, Map<String, String> entries) {
        Lines lines = Lines.of(text);
        Node root = ((Parsed.Ok) parsed).document().parts().get(0).root();
        List<Leaf> leaves = Leaves.under(KeyPath.ROOT, root.region(), root, null);
        assertThat(leaves).hasSize(entries.size());
        for (Leaf leaf : leaves) {
            assertThat(leaf.key().parent()).isEqualTo(parent);
            assertThat(leaf.text()).isEqualTo(entries.get(leaf.key().lastName()));
            assertThat(unquoted(lines.slice(leaf.keyRegion())))
                    .isEqualTo(leaf.key().lastName());
            assertThat(unquoted(lines.slice(leaf.region()))).isEqualTo(leaf.text());
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") || text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }

    @Provide
    Arbitrary<String> syntax() {
        Arbitrary<String> tokens = Arbitraries.of(
                "a",
                "b",
                ": ",
                ":",
                "\n",
                "\n  ",
                "\n- ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "&x ",
                "*x",
                "<<: ",
                "'",
                "\"",
                "|\n",
                ">-\n",
                "!t ",
                "!!int ",
                "? ",
                "#",
                " #",
                "---\n",
                "...\n",
                "=",
                "\\",
                "\\u0041",
                ".",
                "[0]",
                "1",
                "true",
                "null",
                "\t",
                "\r\n",
                "\r",
                "\ud83d\ude00",
                "\u0085",
                "\ufeff",
                "%YAML 1.1\n",
                "{{ x }}",
                "\"a\":",
                "a: &x {b: 1}\n",
                "export ",
                "@",
                "`",
                "'''",
                "\"\"\"",
                "[a]\n",
                "[[a.b]]\n",
                "a = ",
                "a.b = 1\n",
                "a { b = ",
                "${?x}",
                "${x}",
                "+= ",
                "// c\n",
                "/* c */",
                "include \"x\"\n",
                ";",
                "1979-05-27 ",
                "a = ",
                "a {\n",
                "b \"c\" {",
                "${",
                "$${",
                "<<A\n",
                "<<-A\n",
                "\nA\n",
                "f(",
                ")",
                "(",
                "for a in b : ",
                " ? ",
                "...",
                "//",
                "/*",
                "*/");
        return tokens.list().ofMaxSize(25).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Map<String, String>> entries() {
        Arbitrary<String> names = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(4),
                        Arbitraries.of("", "\u00e4", "\ud83d\ude00", "-x"))
                .as((name, more) -> "k" + name + more);
        Arbitrary<String> values = Combinators.combine(
                        Arbitraries.of("v", "\ud83d\ude00", "\u00e4 b", "1", "v:w", "v#w"),
                        Arbitraries.strings().alpha().ofMaxLength(5))
                .as((first, more) -> first + more + "z");
        return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(8);
    }
}
