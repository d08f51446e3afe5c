package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.Change;
import io.github.confgate.change.DocumentDiffer;
import io.github.confgate.change.Masked;
import io.github.confgate.change.Masking;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest {

    private static final String SOPS = "ENC[AES256_GCM,data:%s,iv:aaaa,tag:bbbb,type:str]";

    private static List<String> diff(String path, String before, String after) {
        Masking masking = new Masking();
        return DocumentDiffer.diff(Trees.document(path, before), Trees.document(path, after)).changes().stream()
                .map(change -> line(masking.mask(change), change))
                .toList();
    }

    private static String line(Masked shown, Change change) {
        return change.kind() + " " + change.key() + " " + shown.old() + " " + shown.now() + " " + shown.secret();
    }

    private static String sops(String value) {
        return String.format(SOPS, value);
    }

    @Test
    void whatSopsWritesAnewInADotenvFileIsNoChange() {
        String before =
                "URL=" + sops("YQ==") + "\nsops_mac=" + sops("bQ==") + "\nsops_lastmodified=2026-01-01T00:00:00Z\n"
                        + "sops_age__list_0__map_recipient=age1a\nsops_version=3.8.1\n";
        String after =
                "URL=" + sops("YQ==") + "\nsops_mac=" + sops("bg==") + "\nsops_lastmodified=2026-02-01T00:00:00Z\n"
                        + "sops_age__list_0__map_recipient=age1b\nsops_age__list_1__map_recipient=age1c\nsops_version=3.9.0\n";
        assertThat(diff(".env.production", before, after)).isEmpty();
        assertThat(diff(".env.production", before, after.replace("YQ==", "Yg==")))
                .containsExactly("MODIFIED URL ***1 ***2 true");
    }

    @Test
    void whatSopsLeavesReadableIsComparedAndItsSettingsAre() {
        String json = "{\"a\": \"%s\", \"b_unencrypted\": \"%s\", \"sops\": {\"mac\": \"%s\", \"version\": \"3\","
                + " \"encrypted_regex\": \"%s\"}}";
        assertThat(diff(
                        "config/a.json",
                        String.format(json, sops("YQ=="), "x", sops("MQ=="), "^a$"),
                        String.format(json, sops("YQ=="), "y", sops("Mg=="), "^none$")))
                .containsExactly("MODIFIED b_unencrypted x y false", "MODIFIED sops.encrypted_regex ^a$ ^none$ false");
    }

    @Test
    void aMapNamedSopsWithoutAChecksumIsAMapLikeAnyOther() {
        assertThat(diff("a.yaml", "sops:\n  version: 1\n", "sops:\n  version: 2\n"))
                .containsExactly("MODIFIED sops.version 1 2 false");
    }

    @Test
    void aValueThatGoesIntoOrOutOfTheOpenIsMaskedOnBothSides() {
        assertThat(diff("a.yaml", "user: orders\n", "user: " + sops("YQ==") + "\n"))
                .containsExactly("MODIFIED user ***1 ***2 true");
        assertThat(diff("a.yaml", "user: " + sops("YQ==") + "\n", "user: orders\n"))
                .containsExactly("MODIFIED user ***1 ***2 true");
    }

    @Test
    void ofASealedSecretOnlyTheSealedDataCounts() {
        String sealed = "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: db\n"
                + "  creationTimestamp: %s\nspec:\n  encryptedData:\n    password: %s\n";
        assertThat(diff(
                        "a.yaml",
                        String.format(sealed, "null", "AgBy3i4OJSWK"),
                        String.format(sealed, "2026-01-01", "AgCx9z1PLQRT")))
                .containsExactly("MODIFIED spec.encryptedData.password ***1 ***2 true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ANSIBLE_VAULT;1.1;AES256\n3131",
                "-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n",
                "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n",
                "age-encryption.org/v1\n-> X25519 abc\n\u0001\u0002",
                "\0GITCRYPT\0\u0001\u0000\u0007"
            })
    void aWholeEncryptedFileIsOneChange(String text) {
        assertThat(diff("a.yml", text, text + "1")).containsExactly("MODIFIED  ***1 ***2 true");
        assertThat(diff("a.yml", text, text)).isEmpty();
        assertThat(diff("a.yml", "b: 1\nc: 2\n", text)).containsExactly("MODIFIED  ***1 ***2 true");
        assertThat(Trees.document("a.yml", text).form()).isEqualTo(Document.Form.ENCRYPTED);
    }

    @Test
    void bytesThatNoTextHasAreNoReasonToRefuseACiphertext() {
        byte[] bytes = "\0GITCRYPT\0".getBytes(StandardCharsets.US_ASCII).clone();
        byte[] file = Arrays.copyOf(bytes, 64);
        file[20] = (byte) 0xFF;
        assertThat(Documents.parse(".env", file, Limits.standard())).isInstanceOf(Parsed.Ok.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ENC(https://auth.example.com)", "{cipher}short", "ENC[AES256_GCM,data:x]", "ENC[a]", "$ANSIBLE"
            })
    void whatStillMeansSomethingIsNoCiphertext(String value) {
        assertThat(diff("a.yaml", "url: one\n", "url: '" + value + "'\n"))
                .containsExactly("MODIFIED url one " + value + " false");
    }

    @Test
    void anAnchorOfCiphertextIsKnownWhereItIsUsed() {
        assertThat(diff("a.yaml", "a: &x\n  b: 1\nc: *x\n", "a: &x\n  b: " + sops("YQ==") + "\nc: *x\n"))
                .containsExactly("MODIFIED a.b ***1 ***2 true", "MODIFIED c.b ***1 ***2 true");
    }
}
