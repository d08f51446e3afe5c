package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            production; true
            staging; false
            staging,production; true
            !staging; true
            !production; false
            production & eu; true
            production & us; false
            production & (us | eu); true
            !(staging | test) & eu; true
            (production; false
            production & ; false
            production eu; false
            ' '; false
            """)
    void holdsAsSpringReadsIt(String expression, boolean expected) {
        assertThat(ProfileExpression.accepts(expression, List.of("production", "eu")))
                .isEqualTo(expected);
    }
}
