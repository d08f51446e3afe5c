package io.github.confgate.rule;

import static io.github.confgate.change.Keys.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.document.KeyPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGlobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth.server-url              | AUTH_SERVER_URL
            auth.server-url              | auth/server-url
            auth.server-url              | auth/serverUrl
            auth.server-url              | Auth/ServerURL
            auth.server-url              | auth.server-url
            auth.server-url              | auth/server_url
            auth.server-url              | auth/serverurl
            auth.serverUrl               | auth/server-url
            AUTH_SERVER_URL              | auth/server-url
            AUTH_SERVER_URL              | auth/serverUrl
            AUTH_SERVER_URL              | AUTH_SERVER_URL
            AUTH_SERVER_URL              | auth/server/url
            **.url                       | url
            **.url                       | a/b/url
            **.url                       | AUTH_URL
            **.url                       | items/[0]/url
            **.url                       | [kind=Deployment;name=web]/spec/url
            spec.url                     | [kind=Deployment;name=web]/spec/url
            spec.url                     | [1]/spec/url
            [*].spec.url                 | [1]/spec/url
            **                           | a/b/[3]
            a.**                         | a
            a.**                         | a/b/c
            a.**                         | a/[0]/c
            a.**                         | A_B
            a.**.z                       | a/z
            a.**.z                       | a/[0]/z
            a.**.z                       | a/b/c/z
            a.*.z                        | a/b/z
            **.{min,max}-size            | db/maxSize
            **.{min,max}-size            | db/min_size
            **.{pool,threads}.{min,max}  | x/threads/max
            **.{a,b.{c,d}}               | x/b/d
            **.args[*]                   | spec/args/[2]
            **.args[2]                   | spec/args/[2]
            **.containers[name=web].**   | spec/containers/[name=web]/image
            **.*-auth-*                  | auth
            **.*-auth-*                  | x/auth-server
            **.*-auth-*                  | x/myAuthServer
            **.*-auth-*                  | x/auth2
            **.*-auth-*.**               | auth/server/url
            **.*-auth-*.**               | MY_AUTH_URL
            **.*-{auth,login}-*          | userLogin
            **.*-url                     | serverUrl
            **.*-url                     | url
            **.feature*                  | features
            **.env.AUTH_URL              | spec/env/[name=AUTH_URL]/value
            **.*-auth-*.**               | spec/env/[name=AUTH_URL]/value
            **.env[*].value              | spec/env/[name=AUTH_URL]/value
            **.auth.server-url           | Auth__ServerUrl
            """)
    void matchesKeysInAnySpelling(String pattern, String key) {
        assertThat(KeyGlob.parse(pattern).matches(key(key)))
                .as("%s on %s", pattern, key)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth.server.url              | auth/serverUrl
            auth.server-url              | auth/server/url
            auth.url                     | auth/server/url
            auth                         | authority
            **.url                       | curl
            **.url                       | serverUrl
            **.url                       | url/path
            **.replicas                  | autoscaling/minReplicas
            **.*-auth-*                  | author
            **.*-auth-*                  | co-author
            **.*-auth-*                  | unauthorised
            **.*-auth-*.**               | author/url
            **.*-url                     | curl
            a.*                          | a
            a.*                          | a/b/c
            a.*                          | a/[0]
            a.b                          | a/[0]/b
            a.**                         | ab
            a.**.z                       | az
            **.args                      | spec/args/[0]
            **.args[1]                   | spec/args/[2]
            **.containers[name=web].**   | spec/containers/[name=db]/image
            **.{min,max}-size            | db/minsizes
            **.env.AUTH_URL              | spec/env/[name=AUTH_URLS]/value
            """)
    void keepsApartWhatIsNotTheSame(String pattern, String key) {
        assertThat(KeyGlob.parse(pattern).matches(key(key)))
                .as("%s on %s", pattern, key)
                .isFalse();
    }

    @Test
    void readsAQuotedSegmentAsIfSplitAtItsDots() {
        KeyPath key = KeyPath.ROOT.name("annotations").name("nginx.ingress.kubernetes.io/rewrite-target");
        assertThat(KeyGlob.parse("**.kubernetes.io/rewrite-target").matches(key))
                .isTrue();
        assertThat(KeyGlob.parse("annotations.\"nginx.ingress.kubernetes.io/rewrite-target\"")
                        .matches(key))
                .isTrue();
        assertThat(KeyGlob.parse("**.nginx.*.kubernetes.**").matches(key)).isTrue();
    }

    @Test
    void takesLinearTimeOnPatternsThatBacktrackersDieOf() {
        KeyGlob glob = KeyGlob.parse("**.*a*a*a*a*a*a*a*a*a*a*a*a*b.**.**.c");
        KeyPath key = KeyPath.ROOT.name("a".repeat(20_000)).name("d");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(glob.matches(key)).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.{b,c     | `{` without its partner in `a.{b,c`
            a.b}       | `}` without its partner in `a.b}`
            a[0        | `[` without its partner in `a[0`
            a[x]       | `[x]` in `a[x]`: write [*], [0] or [name=web]
            ''         | a key pattern is empty
            """)
    void saysWhatIsWrongWithAPattern(String pattern, String message) {
        assertThatThrownBy(() -> KeyGlob.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** A glob that speaks of the last name only is asked of nothing else; behind a brace it is asked of the whole key. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "url",
                "*-url",
                "*-{auth,login}-*",
                "{min,max}-size",
                "*-{hosts,servers}[*]",
                "env[name=AUTH_URL]",
                "*{url,uri}",
                "*",
                "[*]",
                "auth-url",
                "*-auth-*"
            })
    void asksTheLastNameWhatItWouldAskTheWholeKey(String name) {
        KeyGlob quick = KeyGlob.parse("**." + name);
        KeyGlob whole = KeyGlob.parse("{**." + name + "," + name + "}");
        for (String key : List.of(
                "url",
                "auth-url",
                "AUTH_URL",
                "a/url",
                "a/AUTH_URL",
                "a/[0]/url",
                "a/b.url",
                "url/b",
                "a/myAuthServer",
                "hosts/[0]",
                "a/hosts/[0]",
                "a/[1]/hosts/[0]",
                "a/hosts/[0]/[1]",
                "a/hosts/[0]/b",
                "[0]",
                "spec/env/[name=AUTH_URL]",
                "spec/env/[name=AUTH_URL]/value",
                "MIN_SIZE",
                "a/maxSize",
                "A_MAX_SIZE",
                "login",
                "a/userLogin/b",
                "author",
                "[kind=Deployment;name=web]/spec/url",
                "[1]/url",
                "a_b/c_d",
                "AUTH_",
                "_AUTH")) {
            assertThat(quick.matches(key(key))).as("**.%s on %s", name, key).isEqualTo(whole.matches(key(key)));
        }
    }
}
