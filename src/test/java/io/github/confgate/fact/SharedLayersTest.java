package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which files several environments take at once. */
class SharedLayersTest {

    @Test
    void areTheFilesOfAFamilyWithoutAnEnvironmentInTheirName() {
        assertThat(takers("application.yml", "application-staging.yml", "application-prod.yml"))
                .containsExactly("staging", "production");
        assertThat(takers("deploy/values.yaml", "deploy/values-staging.yaml", "deploy/values-prod.yaml"))
                .containsExactly("staging", "production");
    }

    @Test
    void areTheFilesWithAWordForAllEnvironments() {
        assertThat(takers("config/common.yaml", "config/staging.yaml", "config/prod.yaml"))
                .containsExactly("staging", "production");
        assertThat(takers("config/values-defaults.yaml", "config/values-prod.yaml"))
                .containsExactly("production");
    }

    @Test
    void areTheFilesOfAFolderForAllBesideThoseOfTheEnvironments() {
        assertThat(takers("app/base/deployment.yaml", "app/overlays/staging/x.yaml", "app/overlays/prod/x.yaml"))
                .containsExactly("staging", "production");
        assertThat(takers("app/shared/other.yaml", "app/staging/x.yaml", "app/prod/x.yaml"))
                .containsExactly("staging", "production");
    }

    @Test
    void areNotThoseOfAnotherFolder() {
        assertThat(takers("two/base/deployment.yaml", "one/overlays/staging/x.yaml"))
                .isEmpty();
        assertThat(takers("two/application.yml", "one/application-staging.yml")).isEmpty();
    }

    private static List<String> takers(String path, String... others) {
        List<String> paths = new ArrayList<>(List.of(others));
        paths.add(path);
        return EnvironmentMap.of(paths, Map.of(), List.of()).of(path).layerOf().stream()
                .map(Environment::name)
                .toList();
    }
}
