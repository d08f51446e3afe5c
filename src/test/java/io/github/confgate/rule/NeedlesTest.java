package io.github.confgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.sheet.SheetReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NeedlesTest {

    private static final Rules BUILTIN = Rules.builtin();

    @Test
    void aRuleIsAskedOnlyOfKeysThatHoldOneOfItsTexts() {
        Needles needles = new Needles(List.of(rule("pool"), rule("url", "uri"), rule(), rule("x")));
        assertThat(asked(needles, "db.pool")).containsExactly(0, 2, 3);
        assertThat(asked(needles, "BASE_URL")).containsExactly(1, 2, 3);
        assertThat(asked(needles, "ul.r")).containsExactly(2, 3);
        assertThat(asked(needles, "")).containsExactly(2, 3);
    }

    @Test
    void aSheetGivesTheTextsOfTheConditionThatFewestKeysPass() {
        assertThat(sheet("{key: '**.{timeout,deadline}', any: [{key: '**.ms'}, {key: '**.seconds'}]}")
                        .needles())
                .containsExactlyInAnyOrder("timeout", "deadline");
        assertThat(sheet("{any: [{key: '**.timeout'}, {new: 1}]}").needles()).isEmpty();
        assertThat(sheet("{not: {key: '**.timeout'}}").needles()).isEmpty();
        assertThat(sheet("{any: [{key: '**.timeout', new: 1}, {all: [{key: '**.ttl'}]}]}")
                        .needles())
                .containsExactlyInAnyOrder("timeout", "ttl");
    }

    /** The law of the filter: a rule that is left out would have found nothing, or another one says the same. */
    @Property(tries = 300)
    void noRuleThatIsLeftOutHasAFinding(
            @ForAll @Size(min = 1, max = 4) List<@NotBlank @CharRange(from = 'a', to = 'z') String> junk,
            @ForAll @Size(min = 1, max = 3) List<@From("words") String> words) {
        String key =
                String.join("/", Stream.concat(junk.stream(), words.stream()).toList());
        for (Facts facts : List.of(
                TestFacts.of(TestFacts.modified(key, "true", "false")),
                TestFacts.of(TestFacts.modified(key, "https://a.shop.internal", "http://localhost:80")),
                TestFacts.of(TestFacts.modified(key, "10", "0")),
                TestFacts.of(TestFacts.removed(key, "10")),
                TestFacts.of(TestFacts.moved(key, "elsewhere/" + key, "10")))) {
            List<RuleId> unfiltered = BUILTIN.all().stream()
                    .filter(rule -> rule.find(facts).findFirst().isPresent())
                    .map(rule -> rule.sheet().id())
                    .toList();
            List<RuleId> found = BUILTIN.judge(facts, RuleSettings.none()).stream()
                    .map(Finding::rule)
                    .toList();
            assertThat(unfiltered).containsAll(found);
            unfiltered.stream().filter(id -> !found.contains(id)).forEach(id -> assertThat(
                            BUILTIN.find(id).orElseThrow().yieldsTo())
                    .as("%s of %s", id, key)
                    .containsAnyElementsOf(unfiltered));
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "auth-url",
                "AUTH_URL",
                "timeout",
                "tls.verify",
                "maxPoolSize",
                "replicas",
                "retries",
                "backoff",
                "canary",
                "weight",
                "port",
                "limit",
                "logLevel",
                "enabled",
                "env[name=REDIS_PORT].value",
                "schedule",
                "debug");
    }

    private static List<Integer> asked(Needles needles, String key) {
        KeyPath path = key.isEmpty() ? KeyPath.ROOT : KeyPath.ROOT.name(key);
        IntStream numbers = needles.in(List.of(FoldedKey.of(path))).stream();
        return numbers.boxed().toList();
    }

    private static Rule sheet(String match) {
        return SheetReader.read(
                "a.yaml",
                ("id: a-b\nsummary: s\nseverity: low\nwhy: w\ninstead: i\nmessage: m\nmatch: " + match + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Rule rule(String... texts) {
        return new Rule() {
            @Override
            public RuleSheet sheet() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Stream<Finding> find(Facts facts) {
                return Stream.empty();
            }

            @Override
            public List<String> needles() {
                return List.of(texts);
            }
        };
    }
}
