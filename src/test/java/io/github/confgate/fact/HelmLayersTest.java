package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which defaults a values file of an environment goes over, told from the paths alone. */
class HelmLayersTest {

    @Test
    void areTheChartsOwnDefaultsBesideTheFile() {
        assertThat(below("chart/values-prod.yaml", "chart/values.yaml")).containsExactly("chart/values.yaml");
    }

    @Test
    void areThoseOfTheChartAboveAFolderOfValues() {
        assertThat(below("shop/values/prod.yaml", "shop/values.yaml")).containsExactly("shop/values.yaml");
        assertThat(below("shop/env/prod/values.yaml", "shop/values.yaml")).containsExactly("shop/values.yaml");
    }

    @Test
    void areSoughtNoMoreThanTwoFoldersUp() {
        assertThat(below("shop/a/b/c/values-prod.yaml", "shop/values.yaml")).isEmpty();
        assertThat(below("shop/a/b/values-prod.yaml", "shop/values.yaml")).containsExactly("shop/values.yaml");
    }

    @Test
    void areNoneWhereSeveralChartsAreNear() {
        assertThat(below("values-prod.yaml", "one/values.yaml", "two/values.yaml"))
                .isEmpty();
        assertThat(below("values-prod.yaml", "one/values.yaml")).containsExactly("one/values.yaml");
    }

    @Test
    void areNotTheValuesOfAnotherEnvironment() {
        assertThat(below("deploy/values-prod.yaml", "deploy/staging/values.yaml"))
                .isEmpty();
    }

    @Test
    void haveThoseOfSubchartsBelowThemUnderTheSubchartsName() {
        List<Layer> layers = new HelmLayers(List.of(
                        "shop/values.yaml",
                        "shop/charts/redis/values.yaml",
                        "shop/charts/redis/charts/exporter/values.yaml",
                        "shop/charts/redis/ci/values.yaml"))
                .below("shop/values-prod.yaml");
        assertThat(layers.stream().map(layer -> layer.path() + " " + layer.prefix()))
                .containsExactly(
                        "shop/charts/redis/charts/exporter/values.yaml redis.exporter",
                        "shop/charts/redis/values.yaml redis",
                        "shop/values.yaml ");
    }

    @Test
    void belongToFilesOfValuesOnly() {
        assertThat(below("shop/prod.yaml", "shop/values.yaml")).isEmpty();
        assertThat(below("shop/values-prod.json", "shop/values.yaml")).isEmpty();
        assertThat(below("shop/evaluesprod.yaml", "shop/values.yaml")).isEmpty();
    }

    private static List<String> below(String path, String... defaults) {
        return new HelmLayers(List.of(defaults))
                .below(path).stream().map(Layer::path).toList();
    }
}
