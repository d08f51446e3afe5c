package io.github.confgate.fact.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackedFileTest {

    @Test
    void whatIsReadAgainIsWhatWasWritten() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/io/github/confgate"))) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            JavaFile parsed = parsed(Files.readString(file));
            assertThat(PackedFile.read("A.java", written(parsed)))
                    .as("%s", file)
                    .contains(parsed);
        }
    }

    @Test
    void everyKindOfCodeIsReadAgain() {
        JavaFile parsed = parsed("""
                package a.b;
                import static c.D.*;
                @Outer(@Inner(names = {"x", "y"}, more = 1 + 2)) enum E {
                    ONE("first", null) { void m() { f(); } };
                    { g(); }
                    String[] s = {"1", \"""
                      block "q" \\u00e9 \"""};
                    <T extends A & B> E(final List<? super T> t, int... n) { this(); super.x(); }
                    record R(@Min(1) int a, Map<String, List<Integer>> b) { R { check(a); } }
                    @interface Marked { int value() default 3; }
                    interface I { String NAME = "n" + ONE; }
                    void m() throws X {
                        for (var i = 0; i < 3; i++) { int k; k = i; }
                        Runnable r = () -> { return; };
                        Function<A, B> f = x -> (B) x.y.z(A::new, String.class, this, 'c', 1L, -2.0, true, null);
                        switch (o) { case String v when v.isEmpty() -> v; default -> throw new X("t") { void q() { w(); } }; }
                    }
                }
                """);
        assertThat(PackedFile.read("A.java", written(parsed))).contains(parsed);
    }

    @Test
    void textThatIsNoUnicodeIsReadAgain() {
        JavaFile parsed = parsed("class A { String s = \"\\ud800\"; }");
        JavaFile odd = new JavaFile("A.java", "\ud800\udc00 \udc00 \u0000", parsed.imports(), parsed.types());
        assertThat(PackedFile.read("A.java", written(odd)).map(JavaFile::types)).contains(parsed.types());
    }

    @Test
    void codeThatIsNestedTooDeeplyIsNotWritten() {
        JavaFile parsed = parsed("class A { int a = " + "f(".repeat(400) + "1" + ")".repeat(400) + "; }");
        assertThat(PackedFile.write(parsed)).isEmpty();
    }

    @Test
    void bytesThatMakeNoSenseAreNoFile() {
        byte[] bytes = written(parsed("class A { @Value(\"${a.b}\") String url; void m() { f(url, 1); } }"));
        for (int length = 0; length < bytes.length; length++) {
            assertThat(PackedFile.read("A.java", Arrays.copyOf(bytes, length))).isEmpty();
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) 0x85;
            // Some other file, or none; no failure and no endless reading.
            Optional<JavaFile> read = PackedFile.read("A.java", changed);
            assertThat(read.map(JavaFile::path)).isIn(Optional.empty(), Optional.of("A.java"));
        }
    }

    private static byte[] written(JavaFile file) {
        return PackedFile.write(file).orElseThrow();
    }

    private static JavaFile parsed(String text) {
        Parsing.Result result = Parsing.parse("A.java", text.getBytes(UTF_8));
        assertThat(result.file()).isNotNull();
        return result.file();
    }
}
