package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.format.PropertiesParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@code java.util.Properties} says what a properties file means. */
class PropertiesLawTest {

    @Property(tries = 5_000)
    void means_what_the_jdk_reads(@ForAll("texts") String text) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        boolean valid = true;
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            properties.forEach((key, value) -> expected.put((String) key, (String) value));
        } catch (IllegalArgumentException e) {
            valid = false;
        }
        Parsed parsed = new PropertiesParser().parse("a.properties", text, Limits.standard());
        assertThat(parsed instanceof Parsed.Ok).isEqualTo(valid);
        if (parsed instanceof Parsed.Ok ok) {
            Map<String, String> actual = new TreeMap<>();
            read((Node.Mapping) ok.document().parts().get(0).root(), actual);
            // Of a backslash alone on the last line the JDK makes an empty key, which takes the place of another.
            expected.remove("");
            actual.remove("");
            assertThat(actual).as(KeyPath.quoted(text + "\0")).isEqualTo(expected);
        }
    }

    private static void read(Node.Mapping map, Map<String, String> into) {
        for (Node.Entry entry : map.entries()) {
            into.put(entry.key(), ((Node.Scalar) entry.value()).text());
        }
    }

    /** Keys without dots and brackets, so that the tree is as flat as the file. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab=: \t\f\\\n\r#!u0041e\u00e4\ud83d\ude00tn")
                .ofMaxLength(40);
    }
}
