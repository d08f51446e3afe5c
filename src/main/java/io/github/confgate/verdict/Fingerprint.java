package io.github.confgate.verdict;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.rule.Finding;
import io.github.confgate.source.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Names a finding by what it is about, never by line, author or commit, so that it survives rebases and moves of lines:
 * the first 16 hexadecimal digits of a SHA-256.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** Over rule, environment, path, key, old and new value; a secret enters as a word, so none can be guessed from it. */
    public static String of(Finding finding) {
        Change change = finding.subject().change();
        Environment environment = finding.subject().environment();
        boolean secret = finding.subject().shown().secret();
        String old =
                change.before().map(leaf -> secret ? "secret" : leaf.text()).orElse("");
        String now = change.after().map(leaf -> secret ? "secret" : leaf.text()).orElse("");
        String text = String.join(
                "\0",
                finding.rule().value(),
                environment == null ? "" : environment.name(),
                change.path(),
                change.key().toString(),
                old,
                now);
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
