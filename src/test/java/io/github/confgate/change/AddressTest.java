package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    /** Scheme, host, port and path, each address in brackets. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            https://Auth.example.com/x?y=1 | [https auth.example.com  /x?y=1]
            https://u:p@a.example.com:8443 | [https a.example.com 8443 ]
            http://[::1]:8080/x | [http [::1] 8080 /x]
            jdbc:postgresql://db:5432/app | [jdbc:postgresql db 5432 /app]
            jdbc:sqlserver://db:1433;databaseName=x | [jdbc:sqlserver db 1433 ;databaseName=x]
            jdbc:oracle:thin:@db:1521:sid | [jdbc:oracle:thin db:1521 sid ]
            jdbc:oracle:thin:@//db:1521/svc | [jdbc:oracle:thin db 1521 /svc]
            mongodb://a:1,b:2/x | [mongodb a,b 1,2 /x]
            amqp://a,amqp://b | [amqp a  ][amqp b  ]
            auth:8080 | [ auth 8080 ]
            a:9092,b:9092 | [ a 9092 ][ b 9092 ]
            auth.example.com | [ auth.example.com  ]
            10.0.0.1 | [ 10.0.0.1  ]
            ${AUTH_URL:https://auth.example.com} | [https auth.example.com  ]
            https://${HOST}:8080/x | [https ${HOST} 8080 /x]
            Server=sql01,1433;Database=shop | [ sql01 1433 ]
            Data Source=tcp:sql01.example.com\\INST;Initial Catalog=shop | [ sql01.example.com  ]
            Server=(local);Database=shop | [ localhost  ]
            host=db port=5432 dbname=shop | [ db 5432 ]
            cache01:6379,cache02:6379,ssl=true | [ cache01 6379 ][ cache02 6379 ]
            --issuer=https://auth.example.com/x --v | [https auth.example.com  /x]
            """)
    void readsAddresses(String text, String read) {
        assertThat(Address.in(text).stream()
                        .map(a -> "[" + a.scheme() + " " + a.host() + " " + a.port() + " " + a.path() + "]")
                        .collect(Collectors.joining()))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "v1.29.4",
                "values.yaml",
                "12:30",
                "a b",
                "true",
                "8080",
                "web",
                "1.2",
                "${X}",
                "a:b",
                "host=db",
                "server=a b;c=d",
                "key=value,other=1",
                "--server=web --port 80"
            })
    void takesNothingElseForOne(String text) {
        assertThat(Address.in(text)).isEmpty();
    }
}
