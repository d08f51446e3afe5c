package io.github.confgate.verdict;

import io.github.confgate.rule.Finding;
import io.github.confgate.source.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fingerprints of findings that were there before; it may only shrink. One a line, with a comment that says what it is.
 *
 * @param name as messages call the file
 * @param lines the line of each fingerprint
 */
public record Baseline(String name, Map<String, Integer> lines) {

    /** What no baseline covers. */
    private static final Set<String> NEVER = Set.of("secret-in-plain-text", "gate-weakened", "policy-invalid");

    private static final int LENGTH = 16;

    public Baseline {
        lines = Map.copyOf(lines);
    }

    /** Covers nothing. */
    public static Baseline none() {
        return new Baseline("", Map.of());
    }

    /** @throws UsageException with file and line, when a line is no fingerprint */
    public static Baseline read(String name, byte[] bytes) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> text = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < text.size(); i++) {
            int comment = text.get(i).indexOf('#');
            String line = (comment < 0 ? text.get(i) : text.get(i).substring(0, comment)).strip();
            if (!line.isEmpty() && !isFingerprint(line)) {
                throw new UsageException(name + ":" + (i + 1) + ":1: a baseline is fingerprints of " + LENGTH
                        + " hexadecimal digits, one a line");
            }
            if (!line.isEmpty()) {
                lines.putIfAbsent(line, i + 1);
            }
        }
        return new Baseline(name, lines);
    }

    private static boolean isFingerprint(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Whether a finding was there before. */
    public boolean covers(Finding finding, String fingerprint) {
        return lines.containsKey(fingerprint) && mayCover(finding);
    }

    private static boolean mayCover(Finding finding) {
        return !NEVER.contains(finding.rule().value());
    }

    /** The fingerprints that no finding has, in the order of their lines. */
    public List<String> stale(Collection<Decided> findings) {
        Set<String> found =
                findings.stream().map(Decided::fingerprint).collect(java.util.stream.Collectors.toUnmodifiableSet());
        return lines.entrySet().stream()
                .filter(entry -> !found.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The text of a baseline of these findings. */
    public static String text(Collection<Decided> findings) {
        Map<String, String> lines = new TreeMap<>();
        for (Decided decided : findings) {
            Finding finding = decided.finding();
            if (decided.decision() != Decided.Decision.WAIVED && mayCover(finding)) {
                String place = finding.subject().change().path() + " "
                        + finding.subject().change().key();
                lines.put(decided.fingerprint(), finding.rule() + " " + place.replaceAll("\\p{Cntrl}", " "));
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((fingerprint, what) ->
                text.append(fingerprint).append("  # ").append(what).append('\n'));
        return text.toString();
    }
}
