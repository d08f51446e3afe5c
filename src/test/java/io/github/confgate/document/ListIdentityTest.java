package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListIdentityTest {

    /** Keys are shown by every output; what stands in one cannot be masked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {password: hunter2, role: x}\n- {password: hunter3, role: x}\n",
                "- {clientSecret: s1, role: x}\n- {clientSecret: s2, role: x}\n",
                "- {key: Zq7vT2xKp9LmW4sRb8Nd3H, role: x}\n- {key: b, role: x}\n",
                "- {dsn: 'x://a:b@c', role: x}\n- {dsn: 'x://a:c@c', role: x}\n",
                "- {patch: \"a\\nb\", role: x}\n- {patch: \"a\\nc\", role: x}\n",
            })
    void knowsNoItemByWhatMayBeASecret(String yaml) {
        assertThat(ListIdentity.of(list(yaml))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- {key: a, role: x}\n- {key: b, role: x}\n", "- {key: a1, role: x}\n"})
    void knowsItemsByTheirKey(String yaml) {
        assertThat(ListIdentity.of(list(yaml))).contains("key");
    }

    private static Node.Sequence list(String yaml) {
        Parsed parsed = Documents.parse("a.yml", yaml.getBytes(StandardCharsets.UTF_8), Limits.standard());
        return (Node.Sequence) ((Parsed.Ok) parsed).document().parts().get(0).root();
    }
}
