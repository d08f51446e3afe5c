package io.github.confgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The import line and the fences of the design. */
class ArchitectureTest {

    private static final String BASE = "io.github.confgate.";
    /** Each imports only those before it; the three of the last list but one do not know each other. */
    private static final List<List<String>> LINE = List.of(
            List.of("source"),
            List.of("document"),
            List.of("change"),
            List.of("fact"),
            List.of("rule"),
            List.of("verdict"),
            List.of("inspection"),
            List.of("report", "rollback", "forge"),
            List.of("cli"));

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis");
    private static final Set<String> STREAMS = Set.of("out", "err", "in");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.confgate");

    @Test
    void packagesImportOnlyThoseBeforeThemInTheLine() {
        LayeredArchitecture line = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : LINE.stream().flatMap(List::stream).toList()) {
            line = line.optionalLayer(name).definedBy(BASE + name + "..");
        }
        for (int i = 0; i < LINE.size(); i++) {
            String[] later = LINE.subList(i + 1, LINE.size()).stream()
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            for (String name : LINE.get(i)) {
                line = later.length == 0
                        ? line.whereLayer(name).mayNotBeAccessedByAnyLayer()
                        : line.whereLayer(name).mayOnlyBeAccessedByLayers(later);
            }
        }
        line.check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheLine() {
        List<String> known = LINE.stream().flatMap(List::stream).toList();
        assertThat(CLASSES)
                .extracting(
                        type -> type.getPackageName().substring(BASE.length()).split("\\.")[0])
                .isSubsetOf(known);
    }

    @Test
    void librariesStayBehindTheirFences() {
        only("source.git", "org.eclipse.jgit..");
        only(
                "document.format",
                "org.yaml.snakeyaml..",
                "com.fasterxml.jackson..",
                "org.tomlj..",
                "com.typesafe.config..",
                "javax.xml..");
        only("fact.java", "com.github.javaparser..");
        only("forge", "java.net.http..", "java.net.HttpURLConnection..");
        only("cli", "picocli..");
        only("rule", "com.google.re2j..");
    }

    private static void only(String home, String... libraries) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(BASE + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
        rule.check(CLASSES);
    }

    @Test
    void changeUsesNoLibrary() {
        classes()
                .that()
                .resideInAPackage(BASE + "change..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", BASE + "change..", BASE + "document..", BASE + "source..")
                .check(CLASSES);
    }

    @Test
    void theClockAndTheStreamsBelongToTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "cli..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "the clock, System.out, System.err or System.exit", ArchitectureTest::isOutside))
                .check(CLASSES);
    }

    private static boolean isOutside(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return CLOCKS.contains(owner + "." + name)
                || (owner.equals("java.lang.System") && (STREAMS.contains(name) || name.equals("exit")))
                || (owner.equals("java.lang.Runtime") && (name.equals("exit") || name.equals("halt")))
                || (owner.equals("java.lang.Throwable") && name.equals("printStackTrace"));
    }

    @Test
    void everyPackageSaysWhatItHoldsAndIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/io/github/confgate"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (holdsClasses(folder)) {
                    Path info = folder.resolve("package-info.java");
                    assertThat(info).exists();
                    assertThat(Files.readString(info)).startsWith("/**").contains("@NullMarked");
                }
            }
        }
    }

    private static boolean holdsClasses(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }
}
