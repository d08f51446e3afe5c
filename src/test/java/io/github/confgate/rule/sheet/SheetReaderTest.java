package io.github.confgate.rule.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.change.Change;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.TestFacts;
import io.github.confgate.source.UsageException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReaderTest {

    private static final String HEAD = """
            id: some-rule
            summary: something changed
            severity: high
            why: because
            instead: leave it
            """;

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            seveirty: high | r.yaml:6:1: unknown key `seveirty`, did you mean `severity`?
            colour: red | r.yaml:6:1: unknown key `colour`
            kind: vlaue | r.yaml:6:7: `vlaue` is none of value, change, promotion, did you mean `value`?
            match: {kye: a} | r.yaml:6:9: unknown key `kye`, did you mean `key`?
            match: {key: 'a.{b'} | r.yaml:6:14: `{` without its partner in `a.{b`
            match: {change: altered} | r.yaml:6:17: `altered` is none of added, removed, modified
            match: {new: {matches: '('}} | r.yaml:6:24: not a regular expression that takes linear time: missing closing )
            match: {new: {number: {below: many}}} | r.yaml:6:31: expected a number
            match: {new: {is: adress}} | r.yaml:6:19: `adress` is none of address, boolean, cidr, credentials, cron, documentation, duration, everything, hostname, loopback, lower-environment, never, number, percent, port, reference, regex, size, timezone, url, wider-range, did you mean `address`?
            match: {sibling: {new: 1}} | r.yaml:6:18: `sibling` needs `key` or `swap`
            match: {sibling: {key: a, up: 9}} | r.yaml:6:31: `9` is none of 0, 1, 2, 3, did you mean `0`?
            match: {counterpart: {stage: a}} | r.yaml:6:23: unknown key `stage`
            match: {elsewhere: {value: 1}} | r.yaml:6:20: `in` is missing
            match: {elsewhere: {in: file, value: 1}} | r.yaml:6:25: `file` is none of document, environment, tree
            match: {new: {factor-of-old: [2, x]}} | r.yaml:6:34: expected a number
            match: {} | r.yaml:6:8: `match` is empty and would find every change
            match: nonsense | r.yaml:6:8: expected a map
            check: java | r.yaml:6:8: no Java check belongs to `some-rule`; a sheet of your own has `match`
            message: x | r.yaml:1:1: `match` is missing
            controls: [CM-3, cwe-319] | r.yaml:6:18: `cwe-319` is no id of a control, as `CWE-319` or `NIST SP 800-53 CM-3`
            controls: "a, ![b](c)" | r.yaml:6:11: `a, ![b](c)` is no id of a control, as `CWE-319` or `NIST SP 800-53 CM-3`
            controls: [CM-3, CM-3] | r.yaml:6:18: `controls` are at most 10, each named once
            examples: [{name: x}] | r.yaml:6:12: `finds` is missing
            """)
    void saysWhatIsWrongAndWhere(String line, String message) {
        assertThatThrownBy(() -> read(HEAD + line + "\n"))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void aPlaceholderThatNobodyFillsIsTold() {
        assertThatThrownBy(() -> read(HEAD + "match: {key: a}\nmessage: \"{key} in {env}\"\n"))
                .hasMessage("r.yaml:7:10: `{env}` is none of {key}, {old}, {new}, {environment} and {ramp}");
    }

    /** A sheet's block, then a change as kind, key, old and new, then whether it is found. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            {key: a.b} | modified a/b 1 2 | true
            {key: a.b} | modified a/c 1 2 | false
            {key: [x, a.b]} | added a/b - 2 | true
            {key: '**', not-key: a.*} | modified a/c 1 2 | false
            {change: [added, removed]} | modified a/b 1 2 | false
            {environment: production} | modified a/b 1 2 | true
            {environment: staging} | modified a/b 1 2 | false
            {old: 1, new: 2} | modified a/b 1 2 | true
            {new: [3, 2]} | modified a/b 1 2 | true
            {new: {one-of: [YES]}} | modified a/b 1 yes | true
            {new: {boolean: true}} | modified a/b 1 On | true
            {new: {boolean: true}} | modified a/b 1 1 | false
            {new: {number: {below: 5, above: 1}}} | modified a/b 9 2 | true
            {new: {number: {below: 5}}} | modified a/b 9 many | false
            {new: {ratio-to-old: {at-most: 0.5}}} | modified a/b 9 4 | true
            {new: {ratio-to-old: {at-most: 0.5}}} | modified a/b 9 5 | false
            {new: {ratio-to-old: {at-most: 0.5}}} | modified a/b 0 0 | false
            {new: {matches: '^x+$'}} | modified a/b 1 xxx | true
            {new: {scheme: http}} | modified a/b 1 HTTP://a | true
            {new: {port: '8080'}} | modified a/b 1 http://a:8080/x | true
            {new: {host: {matches: 'example'}}} | modified a/b 1 http://a/example | false
            {new: {is: cron}} | modified a/b 1 @daily | true
            {new: {is: cron}} | modified a/b 1 daily | false
            {new: {is: credentials}} | modified a/b 1 amqp://u:p@h/x | true
            {new: {is: credentials}} | modified a/b 1 https://h:80/a@b | false
            {new: {is: credentials}} | modified a/b 1 https://u@h | false
            {new: {is: documentation}} | modified a/b 1 https://a.example.org | true
            {new: {is: documentation}} | modified a/b 1 192.0.2.7:80 | true
            {new: {is: documentation}} | modified a/b 1 https://example.shop.com | false
            {new: {is: documentation}} | modified a/b 1 http://test:80 | false
            {new: {is: loopback}} | modified a/b 1 http://[::1]:80 | true
            {new: {is: loopback}} | modified a/b 1 localhost:80 | true
            {new: {is: loopback}} | modified a/b 1 http://localhost.example.com | false
            {new: {is: port}} | modified a/b 1 65535 | true
            {new: {is: port}} | modified a/b 1 65536 | false
            {new: {is: port}} | modified a/b 1 -1 | false
            {new: {is: port}} | modified a/b 1 1e99 | false
            {new: {is: regex}} | modified a/b 1 ^(?P<a>x+)$ | true
            {new: {is: regex}} | modified a/b 1 ^(x+$ | false
            {new: {is: boolean}} | modified a/b 1 off | true
            {new: {like-old: false}} | modified a/b 30s thirty | true
            {new: {like-old: false}} | modified a/b 30s 60 | false
            {new: {like-old: false}} | modified a/b 30s ${T} | false
            {new: {step-from-old: {above: 25}}} | modified a/b 10% 50% | true
            {new: {step-from-old: {above: 25}}} | modified a/b 10 35 | false
            {new: {step-from-old: {above: 25}}} | modified a/b 10s 90s | false
            {new: {factor-of-old: 60}} | modified a/b 30s 30m | true
            {new: {factor-of-old: 60}} | modified a/b 30m 30s | true
            {new: {factor-of-old: 60}} | modified a/b 30s 31m | false
            {new: {factor-of-old: 1024}} | modified a/b 1Ki 1Mi | true
            {new: {duration: {above: 5s}}} | modified a/b-ms 1 6000 | true
            {new: {duration: {above: 5s}}} | modified a/b-ms 1 4000 | false
            {new: {duration: {above: 5s}}} | modified a/b 1 6000 | false
            {new: {size: {above: 5Mi}}} | modified a/limitMb 1 6 | true
            {new: {ratio-to-old: {above: 10}}} | modified a/b-ms 500ms 600 | false
            {new: {is: url}} | modified a/b 1 a.example.com | false
            {new: {is: [url, hostname]}} | modified a/b 1 a.example.com | true
            {new: {is: never}} | modified a/b 1 -1ms | true
            {new: {is: never}} | modified a/b 1 30s | false
            {new: {is: duration}} | modified a/b 1 PT30S | true
            {new: {type: integer}} | modified a/b 1 x | false
            {new: {not: {equals: 2}}} | modified a/b 1 2 | false
            {changed: host} | modified a/b http://a/x http://b/x | true
            {changed: host} | modified a/b http://a/x http://a/y | false
            {changed: path} | modified a/b http://a/x http://a/y | true
            {changed: [port, scheme]} | modified a/b http://a:1 http://a:2 | true
            {any: [{new: 3}, {new: 2}]} | modified a/b 1 2 | true
            {all: [{new: 3}, {old: 1}]} | modified a/b 1 2 | false
            {not: {new: 2}} | modified a/b 1 2 | false
            {value: {is: url}} | removed a/b http://a - | true
            {change: added, key: a.c} | moved a/b a/c 1 | true
            {change: removed, key: a.b} | moved a/b a/c 1 | true
            {change: modified} | moved a/b a/c 1 | false
            {key: '**'} | moved a/[0] a/[2] 1 | false
            {key: '**'} | modified a/b true yes | false
            """)
    void findsWhatTheBlockSays(String block, String change, boolean found) {
        Rule rule = read(HEAD + "match: " + block + "\nmessage: m\n");
        assertThat(rule.find(TestFacts.of(change(change)))).hasSize(found ? 1 : 0);
    }

    @Test
    void aMessageShowsNoSecret() {
        Rule rule = read(HEAD + "match: {key: \"**\"}\nmessage: \"{key} goes from {old} to {new} in {environment}\"\n");
        assertThat(rule.find(TestFacts.of(TestFacts.modified("db/password", "hunter2", ""))))
                .extracting(Finding::message)
                .containsExactly("db.password goes from ***1 to \"\" in production");
    }

    @Test
    void aTimeoutThatGoesWithItsServiceIsNotTheBlocksOwn() {
        Rule rule = read(HEAD + "match: {change: removed, key: '**.timeout', block-stays: true}\nmessage: m\n");
        assertThat(rule.find(TestFacts.of(TestFacts.removed("a/timeout", "5")))).hasSize(1);
    }

    private static Change change(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "added" -> TestFacts.added(words[1], words[3]);
            case "removed" -> TestFacts.removed(words[1], words[2]);
            case "moved" -> TestFacts.moved(words[1], words[2], words[3]);
            default -> TestFacts.modified(words[1], words[2], words[3]);
        };
    }

    private static Rule read(String text) {
        return SheetReader.read("r.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
