package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.source.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every format under {@code testdata/secrets}, as they lie in repositories. What stands in {@code ⟦ ⟧} is a secret
 * and must be masked; what stands in {@code ⟦shown ⟧} is none, though it stands where one might, and must be shown.
 */
class SecretFilesTest {

    private static final Path ROOT = Path.of("testdata", "secrets");
    private static final Pattern MARKED = Pattern.compile("⟦(shown )?([^⟧]*)⟧");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void secrets_are_masked_and_what_only_stands_where_one_might_is_shown(Path input) throws IOException {
        String path = ROOT.relativize(input).toString().replace('\\', '/');
        String marked = Files.readString(input);
        Set<String> secrets = new LinkedHashSet<>();
        Set<String> shown = new LinkedHashSet<>();
        Matcher matcher = MARKED.matcher(marked);
        while (matcher.find()) {
            (matcher.group(1) == null ? secrets : shown).add(matcher.group(2));
        }
        String text = matcher.replaceAll("$2");

        String out = String.join("\n", outputs(path, text));

        assertThat(secrets).isNotEmpty();
        assertThat(secrets).as("masked in\n" + out).noneMatch(out::contains);
        assertThat(shown).as("shown in\n" + out).allMatch(out::contains);
    }

    /** Keys, values and lines of a file that is new. */
    private static List<String> outputs(String path, String text) {
        Document document = read(path, text);
        List<String> lines = text.lines().toList();
        SecretLines others = SecretLines.of(document);
        List<String> out = new ArrayList<>();
        for (Change change : DocumentDiffer.diff(null, document).changes()) {
            Masking masking = new Masking();
            Region region = change.region();
            int end = region.endLine() == region.line() ? region.endColumn() : Integer.MAX_VALUE;
            out.add(change.key() + ": " + masking.mask(change).now());
            out.add(masking.line(new Masking.Cut(lines.get(region.line() - 1), 0), change, region.column(), end, others)
                    .text());
        }
        return out;
    }

    private static Document read(String path, String text) {
        Format format = ConfigurationFiles.standard().choose(path).format();
        assertThat(format).as(path + " is read").isNotNull();
        Parsed parsed = Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), format, Limits.standard());
        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        return ((Parsed.Ok) parsed).document();
    }
}
