package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxedKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            application.yml; spring.datasource.url: 1; .env; SPRING_DATASOURCE_URL=2; SPRING_DATASOURCE_URL
            .env; SPRING_DATASOURCE_URL=1; application.yml; spring.dataSource.url: 2; spring.dataSource.url
            application.properties; spring.data-source.url=1; application.yml; spring.dataSource.url: 2; spring.dataSource.url
            application.yml; spring.main.log-startup-info: 1; .env; SPRING_MAIN_LOGSTARTUPINFO=2; SPRING_MAIN_LOGSTARTUPINFO
            application.yml; my.hosts[0].url: 1; .env; MY_HOSTS_0_URL=2; MY_HOSTS_0_URL
            application.yml; a.b: 1; .env; AB=2; -
            application.yml; a: 1; application.properties; b=2; -
            """)
    void findsTheOtherSpelling(String file, String text, String otherFile, String otherText, String expected) {
        KeyPath key = Leaves.of(document(file, text).parts().get(0)).get(0).key();
        String found = RelaxedKey.spelled(
                        document(otherFile, otherText).parts().get(0).root(), key)
                .map(KeyPath::toString)
                .orElse("-");
        assertThat(found).isEqualTo(expected);
    }

    private static Document document(String file, String text) {
        Parsed parsed = Documents.parse(file, (text + "\n").getBytes(StandardCharsets.UTF_8), Limits.standard());
        return ((Parsed.Ok) parsed).document();
    }
}
