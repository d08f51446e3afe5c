package io.github.confgate.verdict;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
        return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
