package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentMapTest {

    private static EnvironmentMap map(String... paths) {
        return EnvironmentMap.of(Arrays.asList(paths), Map.of(), List.of());
    }

    private static String environment(EnvironmentMap map, String path) {
        Environment environment = map.of(path).environment();
        return environment == null ? "-" : environment.name();
    }

    private static String stages(EnvironmentMap map, String path) {
        return map.pipeline(map.of(path)).stages().stream()
                .map(Pipeline.Stage::name)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "config/application-prod.yml, production",
        "config/application-prod-eu.yml, production-eu",
        "config/application-eu-prod.yml, production-eu",
        "deploy/values-preprod.yaml, preproduction",
        "deploy/values-pre-prod.yaml, preproduction",
        "deploy/prod.values.yaml, production",
        "deploy/values-nonprod.yaml, nonproduction",
        "config/prd/app.yaml, production",
        "config/Production/app.yaml, production",
        "appsettings.Staging.json, staging",
        ".env.production, production",
        "clusters/prod-us-east-1/app.yaml, production-us-east-1",
        "clusters/prod2/app.yaml, production-2",
        "config/live/app.yaml, production",
        "environments/test/app.yaml, test",
        "values-qa.yaml, qa",
        "config/product.yaml, -",
        "config/products/app.yaml, -",
        "config/developer.yaml, -",
        "load-test-settings.yaml, -",
        "config/latest.yaml, -",
        "config/interval.yaml, -",
        "application-kafka.yml, -",
    })
    void namesOfEnvironmentsCountAsWholeWords(String path, String expected) {
        assertThat(environment(map(path, "README/other.yaml"), path)).isEqualTo(expected);
    }

    @Test
    void theNameThatSiblingsVaryIsTheEnvironment() {
        EnvironmentMap map = map("config/production/test.yaml", "config/staging/test.yaml");
        assertThat(environment(map, "config/production/test.yaml")).isEqualTo("production");
        assertThat(map.counterparts(map.of("config/production/test.yaml"), "staging"))
                .extracting(Placement::path)
                .containsExactly("config/staging/test.yaml");
    }

    @Test
    void aNameThatEveryPathHasIsNoEnvironment() {
        EnvironmentMap map = map("clusters/live/a/app.yaml", "clusters/live/b/app.yaml", "clusters/live/b/x-dev.yaml");
        assertThat(environment(map, "clusters/live/a/app.yaml")).isEqualTo("-");
        assertThat(environment(map, "clusters/live/b/x-dev.yaml")).isEqualTo("development");
    }

    @Test
    void aNameThatStandsTwiceInThePathVariesInBothPlaces() {
        EnvironmentMap map = map("prod/values-prod.yaml", "staging/values-staging.yaml");
        assertThat(map.counterparts(map.of("prod/values-prod.yaml"), "staging"))
                .extracting(Placement::path)
                .containsExactly("staging/values-staging.yaml");
    }

    @Test
    void aRegionIsComparedWithItsOwnRegionFirst() {
        EnvironmentMap map = map("c/prod-eu/a.yaml", "c/prod-us/a.yaml", "c/stg-eu/a.yaml", "c/stg-us/a.yaml");
        assertThat(map.counterparts(map.of("c/prod-us/a.yaml"), "staging"))
                .extracting(Placement::path)
                .containsExactly("c/stg-us/a.yaml", "c/stg-eu/a.yaml");
    }

    @Test
    void environmentsOfOnePlaceMakeThePipeline() {
        EnvironmentMap map = map(
                "src/main/resources/application-dev.yml",
                "src/main/resources/application-prod.yml",
                "helm/values-staging.yaml",
                "helm/values-prod.yaml");
        assertThat(stages(map, "src/main/resources/application-prod.yml")).isEqualTo("development production");
        assertThat(stages(map, "helm/values-prod.yaml")).isEqualTo("staging production");
    }

    @Test
    void aDocumentThatOneStageLacksStillBelongsToThePipelineOfItsFolder() {
        EnvironmentMap map = map("c/dev/a.yaml", "c/staging/a.yaml", "c/prod/a.yaml", "c/dev/b.yaml", "c/prod/b.yaml");
        assertThat(stages(map, "c/prod/b.yaml")).isEqualTo("development staging production");
        assertThat(map.counterparts(map.of("c/prod/b.yaml"), "staging")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "r/application.yml, r/application-prod.yml, r/application-stg.yml",
        "h/values.yaml, h/values-prod.yaml, h/values-stg.yaml",
        "c/common.yaml, c/prod.yaml, c/stg.yaml",
        "c/x/common.values.yaml, c/x/prod.values.yaml, c/x/stg.values.yaml",
        ".env, .env.prod, .env.stg",
        "k/base/app.yaml, k/overlays/prod/patch.yaml, k/overlays/stg/patch.yaml",
        "appsettings.json, appsettings.Production.json, appsettings.Staging.json",
    })
    void aFileForAllEnvironmentsIsASharedLayer(String layer, String production, String staging) {
        Placement placement = map(layer, production, staging).of(layer);
        assertThat(placement.environment()).isNull();
        assertThat(placement.layerOf()).extracting(Environment::name).containsExactly("staging", "production");
    }

    @Test
    void thePolicysPathsDecideBeforeNames() {
        List<DeclaredEnvironment> declared = List.of(
                new DeclaredEnvironment("first", List.of("one/**"), List.of(), Duration.ZERO),
                new DeclaredEnvironment("last", List.of("two/**"), List.of("first"), Duration.ofHours(1)));
        EnvironmentMap map = EnvironmentMap.of(List.of("one/a/prod.yaml", "two/a/prod.yaml"), Map.of(), declared);
        assertThat(environment(map, "two/a/prod.yaml")).isEqualTo("last");
        assertThat(map.counterparts(map.of("two/a/prod.yaml"), "first"))
                .extracting(Placement::path)
                .containsExactly("one/a/prod.yaml");
        assertThat(map.pipeline(map.of("two/a/prod.yaml")).distance(Environment.of("first")))
                .isEqualTo(1);
    }

    @Test
    void aPolicyMayUseItsOwnNameForADetectedEnvironment() {
        List<DeclaredEnvironment> declared = List.of(
                new DeclaredEnvironment("stage", List.of(), List.of(), Duration.ZERO),
                new DeclaredEnvironment("prod", List.of(), List.of("stage"), Duration.ZERO));
        EnvironmentMap map = EnvironmentMap.of(List.of("c/staging.yaml", "c/production-eu.yaml"), Map.of(), declared);
        assertThat(environment(map, "c/production-eu.yaml")).isEqualTo("prod-eu");
        assertThat(map.pipeline().of(new Environment("prod-eu", "prod"))).isPresent();
        assertThat(map.counterparts(map.of("c/production-eu.yaml"), "stage"))
                .extracting(Placement::path)
                .containsExactly("c/staging.yaml");
    }

    @Test
    void distanceCountsStagesBeforeProduction() {
        Pipeline pipeline = Pipeline.detected(List.of("development", "staging", "production"));
        assertThat(pipeline.distance(Environment.of("production"))).isZero();
        assertThat(pipeline.distance(Environment.of("staging"))).isEqualTo(1);
        assertThat(pipeline.distance(Environment.of("development"))).isEqualTo(2);
        assertThat(pipeline.distance(Environment.of("moon"))).isZero();
    }
}
