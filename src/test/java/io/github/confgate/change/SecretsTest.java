package io.github.confgate.change;

import static io.github.confgate.change.Keys.item;
import static io.github.confgate.change.Keys.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            db/password | hunter2 | ***1
            db/password | 123456 | ***1
            db/password | password | ***1
            db/password | p@ss word/1$x | ***1
            spring/datasource/hikari/password | S3cr3t! | ***1
            db.password | hunter2 | ***1
            DB_PASSWD | hunter2 | ***1
            smtp_pass | hunter2 | ***1
            keystore-passphrase | open sesame | ***1
            adminPassword | hunter2 | ***1
            password_prod | hunter2 | ***1
            passwords/[0] | hunter2 | ***1
            env/[name=DB_PASSWORD]/value | hunter2 | ***1
            variable/db_password/default | hunter2 | ***1
            client-secret | 9f8e7d6c | ***1
            clientSecret | WyJhbGciOiJ | ***1
            jwt_secret | averylongsecretphrase | ***1
            api-key | 0123abcd4567 | ***1
            apiKey | Zm9vYmFy12 | ***1
            accessKey | J9sKqP2mXz | ***1
            aws_secret_access_key | wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY | ***1
            privateKey | MIIEvQIBADANBgkqhkiG9w0 | ***1
            auth-token | 5d41402abc4b | ***1
            token | abcdefghijklmnop | ***1
            secrets/deploy | 8ae1c0f8d7b64aa2b1d3e4f5 | ***1
            SECRET_KEY_BASE | 8ae1c0f8d7b64aa2 | ***1
            db/password | ${DB_PASSWORD:hunter2} | ${DB_PASSWORD:***1}
            url | https://bob:hunter2@example.com/x | https://bob:***1@example.com/x
            url | https://bob:hun/ter2@example.com/x | https://bob:***1@example.com/x
            url | redis://:pw1@cache:6379/0 | redis://:***1@cache:6379/0
            url | amqp://u:a@h1:5672,amqp://u:b1@h2:5672 | amqp://u:***1@h1:5672,amqp://u:***2@h2:5672
            url | mongodb://app:pw1@a:1,b:2/db?ssl=true | mongodb://app:***1@a:1,b:2/db?ssl=true
            url | jdbc:postgresql://db/app?user=u&password=x1&ssl=true | jdbc:postgresql://db/app?user=u&password=***1&ssl=true
            url | Server=db;Database=a;User Id=u;Password=p4ss;Encrypt=true | Server=db;Database=a;User Id=u;Password=***1;Encrypt=true
            url | https://e.com/hook?token=abc123def456&x=1 | https://e.com/hook?token=***1&x=1
            url | Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=aGVsbG8xMjM= | Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=***1
            webhook | https://hooks.slack.com/services/T000/B000/XXXX1234 | https://hooks.slack.com/services/***1
            webhook | https://discord.com/api/webhooks/123/abc-DEF | https://discord.com/api/webhooks/***1
            args/[0] | --db-password=hunter2 | --db-password=***1
            env/[name=JAVA_OPTS]/value | -Xmx1g -Djavax.net.ssl.trustStorePassword=changeit | -Xmx1g -Djavax.net.ssl.trustStorePassword=***1
            requirepass | r3dis-w0rd | ***1
            password | sensitive("hunter2-and-more") | ***1
            password | coalesce(var.password, "hunter2") | ***1
            password | var.production ? "hunter2" : random_password.db.result | ***1
            password | variable.Hunter2 | ***1
            password | my_secret.Hunter2 | ***1
            password | hunter(2) | ***1
            note | {"user":"u","password":"pw12"} | {"user":"u","password":"***1"}
            kafka/sasl | org.x.PlainLoginModule required username="a" password="b2c3"; | org.x.PlainLoginModule required username="a" password="***1";
            git | https://8ae1c0f8d7b64aa2b1d3@github.com/x | https://***1@github.com/x
            """)
    void masksTheSecretAndNothingElse(String key, String value, String shown) {
        assertThat(new Masking().text(key(key), value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            password | ${DB_PASSWORD}
            password | ${DB_PASSWORD:}
            password | prefix-${DB_PASSWORD}
            password | {{ .Values.password }}
            password | $(DB_PASSWORD)
            password | $DB_PASSWORD
            password | %DB_PASSWORD%
            password | vault:secret/data/db#password
            password | ENC[AES256_GCM,data:p673w==,iv:YY=,type:str]
            password | ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)
            password | {cipher}AQA3JxFq
            password | !vault $ANSIBLE_VAULT;1.1;AES256
            password | !Ref DbPassword
            password | arn:aws:secretsmanager:eu-west-1:123456789012:secret:db
            password | sm://projects/x/db-password
            password | projects/x/secrets/db/versions/1
            apiKey | {env:API_KEY}
            password | /run/secrets/db_password
            password | <password>
            password | ********
            password | true
            password | null
            password | DB_PASSWORD
            password | module.database.postgresql_password
            password | module.database[0].passwords["app"]
            password | var.db_password
            password | local.password
            password | each.value.password
            password | data.azurerm_key_vault_secret.db.value
            password | random_password.db.result
            password | azurerm_redis_cache.this[0].primary_access_key
            password | sensitive(var.db_password)
            password | jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]
            password | var.db_password != "" ? var.db_password : random_password.db.result
            password | file("${path.module}/password")
            db/passwordFile | /etc/db
            db/password-policy | strict
            db/password-encoder | bcrypt
            password-reset-url | https://example.com/reset
            secretName | web-tls
            existingSecret | web-credentials
            existingSecretPasswordKey | hunter2
            imagePullSecrets/[0] | registry-login
            passwordSecretRef/name | db-password
            valueFrom/secretKeyRef/key | password
            valueFrom/secretKeyRef/name | db-credentials
            data/[secretKey=password]/remoteRef/key | prod/db/password
            data/[secretKey=password]/secretKey | db-password
            tls/secret | web-tls-cert
            secret | db-credentials
            token-url | https://auth.example.com/token
            token-expiry | 3600
            token-ttl | 15m
            token | 3600
            token | true
            token | bearer
            max-tokens | 4096
            credentials | include
            credentials | true
            public-key | MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A
            ssh-key | ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 me@host
            sort-key | createdAt2
            cache-key | v1-users
            api-key-header | X-Api-Key-2
            encryptedData/password | AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq
            spec/data/[0]/description | the password is kept in the vault
            url | https://bob@example.com/x
            url | https://example.com/@bob/x
            url | https://bob:${PW}@example.com/x
            url | https://example.com:8443/x?user=a@b.c
            url | jdbc:postgresql://db/app?password=${PW}
            url | amqp://h1:5672,amqp://h2:5672
            image | registry.example.com/app@sha256:8ae1c0f8d7b64aa2b1d3e4f58ae1c0f8
            checksum | 8ae1c0f8d7b64aa2b1d3e4f58ae1c0f8d7b64aa2
            issuer | https://login.example.com/realms/a
            author | Bob Pass
            """)
    void leavesWhatOnlySpeaksOfASecret(String key, String value) {
        assertThat(new Masking().text(key(key), value)).isEqualTo(value);
        assertThat(Secrets.isSecret(key(key), value)).isFalse();
    }

    /** Written in halves, so that no scanner of a forge takes them for real ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIA|IOSFODNN7EXAMPLE",
                "ghp|_16C7e42F292c6912E7710c838347Ae178B4a",
                "github|_pat_11ABCDEFG0123456789_abcdef",
                "glpat|-20charsOfTokenHere12",
                "xoxb|-1234567890-abcdefghij",
                "sk_live|_4eC39HqLyjWDarjtT1zdp7dc",
                "AIza|SyDdI0hCZtE6vySjMm-WEfRq3CPzqKqqsHI",
                "npm|_abcdefghijklmnopqrstuvwxyz0123456789",
                "hf|_abcdefghijklmnopqrstuvwxyz0123456789",
                "sk-ant|-api03-abcdefghijklmnopqrstuvwxyz0123456789",
                "dapi|0123456789abcdef0123456789abcdef",
                "pul-|0123456789abcdef0123456789abcdef01234567",
                "SG.|ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr",
                "eyJhbGciOiJIUzI1NiJ9|.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
                "-----BEGIN RSA |PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN |PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA",
            })
    void knowsTokensByTheirShapeUnderAnyKey(String halves) {
        String token = halves.replace("|", "");
        assertThat(new Masking().text(key("note"), "see " + token)).isEqualTo("see ***1");
        assertThat(new Masking().text(key("note"), "x" + token)).isNotEqualTo("see ***1");
    }

    /** By place or shape: masked, and no finding by itself. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            config/app:list/[0]/secure | v1:Zm9vYmFy:c2Vrcml0 | ***1
            items/[0]/data/timeout | aGVsbG8= | ***1
            items/[kind=SealedSecret;name=b]/spec/encryptedData/foo | AgCxAc2VrcmV0 | ***1
            [kind=SealedSecret;name=b]/spec/template/data/x | s3kr1t | ***1
            secretGenerator/[name=x]/literals/[0] | foo=s3kr1t | foo=***1
            auths/ghcr.io/auth | dTpwd0E= | ***1
            frontend/stats/auth | admin:hunter2 | ***1
            users/[name=x]/user/client-key-data | LS0tKEYAc2VrcmV0 | ***1
            Peer/PresharedKey | c2VrcmV0LXdnMi1BLXBhc3N3b3Jk | ***1
            encryption/key | c2VrcmV0LWVuY2stQS1wYXNz | ***1
            passwordMap/password/prod | Hunter22 | ***1
            passwords/[1]/login | Hunter22 | ***1
            users/bob | $apr1$aaaaaaa$SekHt1abcdefghijkl | ***1
            users/[0] | bob:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ= | bob:***1
            header | Bearer abcdefgh12 | Bearer ***1
            header | Authorization: Basic dTpwd0E9PT0= | Authorization: Basic ***1
            cmd | app --db.password hunter2 --port 80 | app --db.password ***1 --port 80
            cmd | curl -u bob:hunter2 https://x | curl -u bob:***1 https://x
            cmd | mysql -u root -phunter2 -h db | mysql -u root -p***1 -h db
            dsn | bob:hunter2@tcp(db:3306)/app | bob:***1@tcp(db:3306)/app
            dsn | jdbc:oracle:thin:bob/hunter2@//h:1521/x | jdbc:oracle:thin:bob/***1@//h:1521/x
            url | https://a.example.com/c?sv=2020&sig=abc%3D&se=1 | https://a.example.com/c?sv=2020&sig=***1&se=1
            file | machine a.com login b password hunter2 | machine a.com login b password ***1
            file | db.example.com:5432:app:bob:hunter2 | db.example.com:5432:app:bob:***1
            user | bob on >hunter2 ~* +@all | bob on >***1 ~* +@all
            docker | {"auths":{"x":{"auth":"dTpwd0E="}}} | {"auths":{"x":{"auth":"***1"}}}
            """)
    void masksWhatMayBeASecretByItsPlaceOrShape(String key, String value, String shown) {
        assertThat(new Masking().text(key(key), value)).isEqualTo(shown);
    }

    @Test
    void masksTheDataOfASecretInAPatch() {
        String patch = "kind: Secret\nstringData:\n  timeout: hello\n";
        assertThat(new Masking().text(key("patches/[0]/patch"), patch)).isEqualTo("kind: Secret\nstringData:***1");
        assertThat(new Masking()
                        .text(
                                key("patches/[0]/patch"),
                                patch.replace("Secret", "ConfigMap").replace("stringD", "d")))
                .contains("hello");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            items/[0]/data/timeout | true
            items/[0]/data/mode | database
            items/[0]/data/hosts | a.example.com,b.example.com
            auth | basic
            auth/url | https://a.example.com
            note | Basic authentication is used
            note | Bearer authentication
            docker | docker run --user 1000:1000 x
            credentials/username | Bob22Smith
            token/algorithm | HmacSHA256
            token/header | X-Auth-Token1
            config/secure | true
            routing_key | orders.created
            path | a:b:c:d:e
            cmd | ssh -p 22 host
            cmd | app --token-url https://x --password-file /run/x
            """)
    void leavesWhatOnlyStandsInSuchAPlace(String key, String value) {
        assertThat(new Masking().text(key(key), value)).isEqualTo(value);
    }

    @Test
    void takesEveryValueOfAKubernetesSecret() {
        assertThat(Secrets.isSecret(item("[kind=Secret;name=db]"), key("data/user"), "Ym9i"))
                .isTrue();
        assertThat(Secrets.isSecret(key("[kind=Secret;name=db]/stringData/user"), "bob"))
                .isTrue();
        assertThat(Secrets.isSecret(key("[kind=Secret;name=db]/stringData/user"), "${USER}"))
                .isFalse();
        assertThat(Secrets.isSecret(key("items/[kind=Secret;name=db]/data/user"), "Ym9i"))
                .isTrue();
        assertThat(Secrets.isSecret(key("items/[kind=Secret;name=db]/metadata/data"), "bob"))
                .isFalse();
        assertThat(Secrets.isSecret(key("manifest/stringData/user"), "bob")).isTrue();
        assertThat(Secrets.isSecret(key("extraFiles/gitconfig/stringData"), "[user]"))
                .isFalse();
        assertThat(Secrets.isSecret(key("[kind=Secret;name=db]/metadata/name"), "db"))
                .isFalse();
        assertThat(Secrets.isSecret(key("[kind=ConfigMap;name=db]/data/user"), "bob"))
                .isFalse();
    }

    @Test
    void findsSecretsInAFileThatIsAValue() {
        String file = "spring:\n  datasource:\n    username: app\n    password: hunter2\n    url: jdbc:x://y\n";
        assertThat(new Masking().text(key("data/application.yml"), file)).isEqualTo(file.replace("hunter2", "***1"));
    }

    @Test
    void takesCodeForNoSecret() {
        String code = """
                import os
                token = os.environ["TOKEN"]
                c.Hub.api_token = get_token(name)
                call(password=password, token=token)
                if token == other_token_1: pass
                body = {"access_token": state.get("access_token", "")}
                header = f"token={token}"
                """;
        assertThat(new Masking().text(key("extraConfig/00-token"), code)).isEqualTo(code);
        assertThat(new Masking().text(key("extraConfig"), code + "password = \"hunter2\"\n"))
                .isEqualTo(code + "password = \"***1\"\n");
    }

    @Test
    void takesLinearTime() {
        for (String text : List.of(
                "://",
                "eyJ",
                "AKIA",
                "xoxb-",
                "password=",
                "a:",
                "-----BEGIN PRIVATE KEY-----",
                "@:",
                "\"",
                "hooks.slack.com/services/",
                "$2a$",
                "a:1:",
                "\ndata:",
                "auth:\"",
                "--password ",
                "user_a=LoginModule ",
                "://a/hooks/",
                "name: a\nvalue: b\n",
                "- name: value:",
                "hdr(x-token) ",
                "alias set ",
                "redis-cli -a ",
                "X-Api-Key: ",
                "a:b1c2d3e,")) {
            String long_ = text.repeat(400_000 / text.length());
            for (String name : List.of("note", "users", "setenv", "resource/a_secret/a/value")) {
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> Secrets.isSecret(key(name), long_), text);
            }
        }
    }
}
