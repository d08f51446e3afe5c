package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {

    @Test
    void areWholeWordsInAnyCase() {
        assertThat(EnvironmentNames.canonical("Prd")).contains("production");
        assertThat(EnvironmentNames.canonical("LIVE")).contains("production");
        assertThat(EnvironmentNames.canonical("product")).isEmpty();
        assertThat(EnvironmentNames.canonical("")).isEmpty();
    }

    @Test
    void haveTheirOwnSpellingFirstAndThenTheLongest() {
        assertThat(EnvironmentNames.spellings("stg")).containsExactly("stg", "staging", "stage");
        assertThat(EnvironmentNames.spellings("blue")).containsExactly("blue");
    }

    @Test
    void standInTheUsualOrder() {
        assertThat(EnvironmentNames.rank("development")).isLessThan(EnvironmentNames.rank("staging"));
        assertThat(EnvironmentNames.rank("preproduction")).isLessThan(EnvironmentNames.rank("production"));
        assertThat(EnvironmentNames.rank("blue")).isNegative();
    }

    @Test
    void areLeftOutOfNeutralTexts() {
        assertThat(EnvironmentNames.neutral("https://auth.staging.example.com"))
                .isEqualTo(EnvironmentNames.neutral("https://auth.example.com"))
                .isEqualTo(EnvironmentNames.neutral("https://auth-prod.example.com"))
                .isNotEqualTo(EnvironmentNames.neutral("https://auth.other.example.com"));
    }

    @Test
    void areToldFromTheTextByEverythingButLettersAndDigits() {
        assertThat(EnvironmentNames.words("a.b-c_d/é1 ")).containsExactly("a", "b", "c", "d", "é1");
        assertThat(EnvironmentNames.words("--")).isEmpty();
    }
}
