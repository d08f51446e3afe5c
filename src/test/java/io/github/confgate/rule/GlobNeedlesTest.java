package io.github.confgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobNeedlesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **                              | ''
            a.b                             | a
            **.maxPool-size                 | maxpoolsize
            **.{min,max}-size               | size
            **.{pool-size,threads,a{b,c}}   | poolsize threads a
            **.{pool,{x,yy}}                | pool x yy
            **.{pool,*}                     | ''
            **.{pool,}                      | ''
            **.*-{auth,login}-*             | auth login
            AUTH_SERVER_URL                 | server
            spec.containers[name=web].x     | containers
            a."b/c"                         | b/c
            [0]                             | ''
            x,yz                            | x
            """)
    void findsTextsOfWhichEveryMatchHoldsOne(String pattern, String needles) {
        assertThat(String.join(" ", GlobNeedles.of(pattern))).isEqualTo(needles);
    }
}
