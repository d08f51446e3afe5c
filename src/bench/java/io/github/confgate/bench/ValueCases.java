package io.github.confgate.bench;

import static io.github.confgate.bench.Texts.each;

import io.github.confgate.bench.Growth.Case;
import io.github.confgate.change.Change;
import io.github.confgate.change.ChangeSet;
import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.change.Masking;
import io.github.confgate.change.SecretLines;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.Document;
import io.github.confgate.document.Format;
import io.github.confgate.document.KeyPath;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Long values and keys: what looks for secrets in them, masks them and matches them. */
final class ValueCases {

    private static final int LINE = 262_144;
    private static final String TOKEN = "ghp_abcdefghijklmnopqrstuvwxyz";

    private final List<Case> cases = new ArrayList<>();

    private ValueCases() {}

    static List<Case> all() {
        ValueCases all = new ValueCases();
        all.secrets();
        all.masking();
        all.globs();
        return all.cases;
    }

    private void secrets() {
        List<String> pieces = List.of(
                "x", "1", "a=b&", "password=hunter2;", "password: ", "://", "http://u:p4ss@h ", "https://a", "a@",
                "eyJ", "eyJabcdefghijk.", "eyJabcdefghijk.abcdefghijkl.abcdefghijkl ", TOKEN + " ", "ghp_", "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----", "hooks.slack.com/services/", "${A:", "{", "\"", "= ", "secret", "aB-", "a.");
        for (String piece : pieces) {
            String shown = piece.length() > 24 ? piece.substring(0, 24) + "..." : piece;
            cases.add(Case.of(
                    "secrets in repeated `" + shown + "`",
                    LINE,
                    n -> piece.repeat(n / piece.length()),
                    text -> Secrets.isSecret(new KeyPath.Index(0), KeyPath.ROOT.name("url"), text)));
        }
        cases.add(Case.of(
                "secrets: a long name",
                LINE,
                n -> "aB-".repeat(n / 3),
                text -> Secrets.isSecret(KeyPath.ROOT.name(text), "hunter2")));
    }

    private void masking() {
        cases.add(Case.of("masking: a line of many secrets", 2_000, n -> each(n, i -> "password=hunter" + i + "x;"), text -> new Masking()
                .line("url: " + text)));
        cases.add(new Case("masking: a value of many secrets in its line", 2_000, n -> {
            String value = "jdbc:a?" + each(n, i -> "password=hunter" + i + "x&");
            Change change = change("url: b\n", "url: " + value + "\n").get(0);
            String line = "url: " + value;
            SecretLines values = SecretLines.of(Texts.read(Format.YAML, line + "\n"));
            Masking.Cut cut = new Masking.Cut(line, 0);
            return () -> Growth.Sink.result = new Masking().line(cut, change, 6, 6 + value.length(), values);
        }));
        cases.add(new Case("masking: many secrets that begin alike", 2_000, n -> {
            List<Change> changes = change("a: 1\n", each(n, i -> "password" + i + ": \"hunter" + i + "x\"\n"));
            return () -> {
                Masking masking = new Masking();
                changes.forEach(masking::mask);
                Growth.Sink.result = masking.line("hunt".repeat(n));
            };
        }));
        cases.add(new Case("masking: many changes", 5_000, n -> {
            List<Change> changes = change("a: 1\n", each(n, i -> "key" + i + ": \"https://u:hunter" + i + "@h\"\n"));
            return () -> {
                Masking masking = new Masking();
                changes.forEach(masking::mask);
                Growth.Sink.result = masking;
            };
        }));
    }

    private static List<Change> change(String before, String after) {
        Document old = Texts.read(Format.YAML, before);
        Document now = Texts.read(Format.YAML, after);
        ChangeSet changes = DocumentDiffer.diff(old, now);
        return changes.changes();
    }

    private void globs() {
        glob("**.*a*a*a*a*b", n -> KeyPath.ROOT.name("a".repeat(n)));
        glob("{**,**}.{a*,*a,**}*.**.z", n -> KeyPath.ROOT.name("a".repeat(n)));
        glob("**.*-auth-*.**", n -> KeyPath.ROOT.name("author-".repeat(n / 7)));
        glob("**[*].**[*].z", n -> {
            List<KeyPath.Segment> segments = new ArrayList<>();
            for (int i = 0; i < n / 8; i++) {
                segments.add(new KeyPath.Name("name"));
                segments.add(new KeyPath.Index(i));
            }
            return new KeyPath(segments);
        });
    }

    private void glob(String pattern, IntFunction<KeyPath> key) {
        KeyGlob glob = KeyGlob.parse(pattern);
        cases.add(new Case("glob `" + pattern + "`", LINE / 4, n -> {
            KeyPath path = key.apply(n);
            return () -> Growth.Sink.result = glob.matches(path);
        }));
    }
}
