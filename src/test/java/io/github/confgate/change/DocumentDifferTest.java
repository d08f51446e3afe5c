package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentDifferTest {

    private static Document parse(String path, String text) {
        Parsed parsed = Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        return ((Parsed.Ok) parsed).document();
    }

    /** One line a change: place, kind, keys and values. */
    private static List<String> diff(@Nullable String before, @Nullable String after) {
        return diff("app.yaml", before, "app.yaml", after);
    }

    private static List<String> diff(String oldPath, @Nullable String before, String path, @Nullable String after) {
        return DocumentDiffer.diff(
                        before == null ? null : parse(oldPath, before), after == null ? null : parse(path, after))
                .changes()
                .stream()
                .map(DocumentDifferTest::line)
                .toList();
    }

    private static String line(Change change) {
        String old = change.before().map(leaf -> leaf.text()).orElse("-");
        String now = change.after().map(leaf -> leaf.text()).orElse("-");
        String from = change instanceof Change.Moved moved ? moved.old().key() + " => " : "";
        return "%d:%d %s %s%s: %s -> %s"
                .formatted(
                        change.region().line(),
                        change.region().column(),
                        change.kind().name().toLowerCase(java.util.Locale.ROOT),
                        from,
                        change.key(),
                        old,
                        now);
    }

    @Test
    void commentsFormattingAndOrderOfMapsAreNoChange() {
        assertThat(diff("a: 1\nb: {c: x}\n", "# new\nb:\n    c: 'x'\n\na: 1 # same\n"))
                .isEmpty();
    }

    @Test
    void anOptionalOverrideIsAChangeOfItsOwnBesideTheValue() {
        String value = "port = 8080\n";
        String both = "port = 8080\nport = ${?PORT}\n";
        assertThat(diff("a.hocon", value, "a.hocon", both)).containsExactly("2:8 added port.${?PORT}: - -> ${?PORT}");
        assertThat(diff("a.hocon", both, "a.hocon", value)).hasSize(1);
        assertThat(diff("a.hocon", both, "a.hocon", both.replace("8080", "9090")))
                .containsExactly("1:8 modified port: 8080 -> 9090");
    }

    @Test
    void quotesAreNoChangeWhereAFormatHasNoTypes() {
        assertThat(diff("a.ini", "[a]\nb = 1\n", "a.ini", "[a]\nb: \"1\" ; same\n"))
                .isEmpty();
        assertThat(diff("a.toml", "b = 1\n", "a.toml", "b = '1'\n")).hasSize(1);
    }

    @Test
    void aValueThatChangesItsTypeIsModified() {
        assertThat(diff("port: 8080\n", "port: \"8080\"\n")).containsExactly("1:7 modified port: 8080 -> 8080");
    }

    @Test
    void addingASubtreeIsOneChangeALeaf() {
        assertThat(diff("a: 1\n", "a: 1\nb:\n  c: 2\n  d: []\n"))
                .containsExactly("3:6 added b.c: - -> 2", "4:6 added b.d: - -> []");
    }

    @Test
    void aRemovedKeyIsFoundAtItsParent() {
        assertThat(diff("server:\n  port: 80\n  timeout: 5s\n", "# hello\nserver:\n  port: 80\n"))
                .containsExactly("2:1 removed server.timeout: 5s -> -");
    }

    @Test
    void itemsOfAListOfMapsAreTheSameByName() {
        String before = "c:\n- name: web\n  image: a\n- name: db\n  image: b\n";
        String after = "c:\n- name: new\n  image: n\n- name: web\n  image: a2\n- name: db\n  image: b\n";
        assertThat(diff(before, after))
                .containsExactly(
                        "2:9 added c[name=new].name: - -> new",
                        "3:10 added c[name=new].image: - -> n",
                        "5:10 modified c[name=web].image: a -> a2");
    }

    @Test
    void itemsWithoutAUsualFieldAreTheSameByWhateverIsUniqueInBoth() {
        assertThat(diff(
                        "r:\n- {path: /a, to: x}\n- {path: /b, to: x}\n",
                        "r:\n- {path: /c, to: x}\n- {path: /a, to: y}\n- {path: /b, to: x}\n"))
                .containsExactly(
                        "2:10 added r[path=/c].path: - -> /c",
                        "2:18 added r[path=/c].to: - -> x",
                        "3:18 modified r[path=/a].to: x -> y");
    }

    @Test
    void anItemPutInFrontOfPlainValuesIsOneChange() {
        assertThat(diff("a: [one, two, three]\n", "a: [zero, one, two, three]\n"))
                .containsExactly("1:5 added a[0]: - -> zero");
    }

    @Test
    void aReplacedPlainValueIsModifiedInItsPlace() {
        assertThat(diff("a: [x, y, z]\n", "a: [x, other, z]\n")).containsExactly("1:8 modified a[1]: y -> other");
    }

    @Test
    void aMapThatIsEmptiedKeepsItsKey() {
        assertThat(diff("a:\n  b: 1\n", "a: {}\n")).containsExactly("1:1 removed a.b: 1 -> -", "1:4 added a: - -> {}");
    }

    @Test
    void whatGrowsFromNothingIsOnlyAdded() {
        assertThat(diff("a: {}\n", "a:\n  b: 1\n")).containsExactly("2:6 added a.b: - -> 1");
    }

    @Test
    void aSubtreeThatStandsElsewhereIsMoved() {
        assertThat(diff("a:\n  pool: {size: 5, wait: 3s}\nb: {x: 1}\n", "b: {x: 1}\nc:\n  pool: {size: 5, wait: 3s}\n"))
                .containsExactly(
                        "3:16 moved a.pool.size => c.pool.size: 5 -> 5",
                        "3:25 moved a.pool.wait => c.pool.wait: 3s -> 3s");
    }

    @Test
    void aRenamedKeyWithATellingValueIsMoved() {
        assertThat(diff("timeout: 30s-read\n", "read-timeout: 30s-read\n"))
                .containsExactly("1:15 moved timeout => read-timeout: 30s-read -> 30s-read");
    }

    @Test
    void aPlainValueUnderAnotherNameIsNoMove() {
        assertThat(diff("debug: true\n", "public: true\n"))
                .containsExactly("1:9 added public: - -> true", "1:1 removed debug: true -> -");
    }

    @Test
    void anIdentifiedItemThatChangesPlaceIsMoved() {
        assertThat(diff("r: [{name: a}, {name: b}, {name: c}]\n", "r: [{name: c}, {name: a}, {name: b}]\n"))
                .containsExactly("1:12 moved r[name=c].name => r[name=c].name: c -> c");
    }

    @Test
    void documentsOfAStreamAreTheSameByIdentity() {
        String web = "kind: Deployment\nmetadata: {name: web}\nspec: {replicas: %d}\n";
        String db = "kind: Deployment\nmetadata: {name: db}\nspec: {replicas: 1}\n";
        assertThat(diff(web.formatted(2) + "---\n" + db, db + "---\n" + web.formatted(3)))
                .containsExactly("7:18 modified [kind=Deployment,name=web].spec.replicas: 2 -> 3");
    }

    @Test
    void aValueThroughAnAliasIsToldAtTheAliasWithItsAnchor() {
        List<Change> changes = DocumentDiffer.diff(
                        parse("a.yaml", "base: &b {x: 1}\nuse: *b\n"), parse("a.yaml", "base: &b {x: 2}\nuse: *b\n"))
                .changes();
        assertThat(changes).extracting(change -> change.key().toString()).containsExactly("base.x", "use.x");
        assertThat(changes.get(1).region().line()).isEqualTo(2);
        assertThat(changes.get(1).after().orElseThrow().origin())
                .isNotNull()
                .satisfies(origin -> assertThat(origin.line()).isEqualTo(1));
    }

    @Test
    void anotherFormatComparesTexts() {
        assertThat(diff("application.properties", "server.port=80\n", "application.yml", "server:\n  port: 81\n"))
                .containsExactly("2:9 modified server.port: 80 -> 81");
        assertThat(diff("application.properties", "server.port=80\n", "application.yml", "server:\n  port: 80\n"))
                .isEmpty();
    }

    @Test
    void aNewFileIsAddedAndADeletedOneRemoved() {
        assertThat(diff(null, "a: 1\n")).containsExactly("1:4 added a: - -> 1");
        assertThat(diff("a: 1\n", null)).containsExactly("1:1 removed a: 1 -> -");
    }
}
