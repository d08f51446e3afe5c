package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.ConfigurationFiles.Choice;
import io.github.confgate.document.ConfigurationFiles.Extra;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFilesTest {

    private final ConfigurationFiles standard = ConfigurationFiles.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/prod.yaml",
                "config/test/app.yml",
                "environments/test/values.yaml",
                "overlays/test/resources/deployment.yaml",
                "test/values.yaml",
                "src/main/resources/application-prod.yml",
                "src/main/resources/application.properties",
                "src/main/resources/log4j2.properties",
                "helm/templates/deployment.yaml",
                "charts/web/values-staging.yaml",
                "charts/web/Chart.yaml",
                ".env",
                ".env.production",
                "docker/web.env",
                "docker-compose.yml",
                "appsettings.Production.json",
                "applicationinsights.dev.json",
                "web/config.prod.json",
                "deploy/prod.json",
                "consul/production/server.json",
                "consul/dev/server.json",
                "keycloak/shop-realm.json",
                "search/live-eu/mapping.xml",
                "config/clusters/templates/aws/cluster.yaml",
                ".sops.yaml",
                "config/production.toml",
                "netlify.toml",
                "conf/application-prod.conf",
                "src/main/resources/reference.conf",
                "akka.hocon",
                "php.ini",
                "etc/nginx.conf",
                "etc/named.conf",
                "conf/production.conf",
                "helmfile/environments/production.yaml.gotmpl",
                "deploy/nginx/sites-enabled/default.conf",
                "lb/haproxy.cfg",
                "db/production/postgresql.conf",
                "cache/redis-prod.conf",
                "etc/sysctl.d/99-net.conf",
                "etc/ssh/sshd_config",
                "my.cnf",
                "deploy/app.cfg",
                "config/prod.jsonc",
                "wrangler.jsonc",
                "terraform/projects/pilot.tfvars",
                "infrastructure/prod.tfvars",
                "modules/db/main.tf",
                "live/prod/terragrunt.hcl",
                "infra/prod.auto.tfvars.json",
                "src/main/resources/applicationContext-prod.xml",
                "src/main/webapp/WEB-INF/web.xml",
                "src/main/resources/META-INF/persistence.xml",
                "src/main/resources/logback-spring.xml",
                "etc/hadoop/hdfs-site.xml",
                "Web/Web.Release.config",
                "App.config",
                "config/prod/any.xml",
                "tomcat/server.xml",
                "config/NLog.config",
                "host.json",
                "deploy/web.service",
                "etc/systemd/system/web.service.d/override.conf",
                "etc/supervisord.conf",
                "db/pg_hba.conf",
                "db/mongod.conf",
                "metrics/telegraf.conf",
                "conf/akka.conf",
                "jobs/web.nomad",
                "inventories/production/hosts",
                "group_vars/production",
                "host_vars/web1.internal",
                "production/.flaskenv",
                "deploy/app.yaml.gotmpl",
                "deploy/app.properties.j2",
                "charts/web/values-prod.json.tpl",
            })
    void is_configuration(String path) {
        assertThat(standard.choose(path)).satisfies(choice -> {
            assertThat(choice.configuration()).isTrue();
            assertThat(choice.format()).isEqualTo(Formats.of(path));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml build file",
                "build.xml build file",
                "app/src/main/res/values/config.xml build file",
                "config/checkstyle/checkstyle.xml editor or tool setting",
                "config/owasp/suppressions.xml editor or tool setting",
                "config/pmd/main-ruleset.xml editor or tool setting",
                ".idea/misc.xml editor or tool setting",
                "src/main/resources/config/liquibase/master.xml database migration",
                "infra/.terraform.lock.hcl lock file",
                "infra/.terraform/modules/x.tf dependency or build output",
                "src/test/resources/logback.xml test resource",
                "data/books.xml XML that neither name nor folder marks as configuration",
                "nuget.config no format that is read",
                "README.md no format that is read",
                "package.json build file",
                "Cargo.toml build file",
                "pyproject.toml build file",
                "gradle/libs.versions.toml build file",
                "setup.cfg build file",
                "tsconfig.jsonc build file",
                ".rustfmt.toml editor or tool setting",
                ".golangci.toml editor or tool setting",
                "tox.ini editor or tool setting",
                "grub.cfg language of its own",
                "data/a.jsonc JSON that neither name nor folder marks as configuration",
                "web/tsconfig.app.json build file",
                "gradle.properties build file",
                "gradle/wrapper/gradle-wrapper.properties build file",
                "package-lock.json lock file",
                "pnpm-lock.yaml lock file",
                "src/test/resources/application-test.yml test resource",
                "src/test/resources/config/test/a.yml test resource",
                "src/integrationTest/resources/a.yml test resource",
                "lib/test/resources/a.yml test resource",
                "pkg/testdata/config.json test resource",
                ".github/workflows/ci.yml workflow definition",
                ".gitlab-ci.yml workflow definition",
                "ci/azure-pipelines-release.yml workflow definition",
                ".vscode/settings.json editor or tool setting",
                ".pre-commit-config.yaml editor or tool setting",
                ".confgate.yml editor or tool setting",
                "api/openapi-v2.yaml API description or schema",
                "charts/web/values.schema.json API description or schema",
                "charts/web/crds/thing.yaml API description or schema",
                "grafana/dashboards/jvm.json dashboard",
                "src/main/resources/messages_de.properties translation",
                "src/main/resources/i18n/app.properties translation",
                "docs/values.yaml documentation or example",
                ".env.example documentation or example",
                "node_modules/x/config/a.json dependency or build output",
                "target/classes/application.yml dependency or build output",
                "data/countries.json JSON that neither name nor folder marks as configuration",
            })
    void is_no_configuration(String pathAndReason) {
        int space = pathAndReason.indexOf(' ');
        String reason = pathAndReason.substring(space + 1);
        assertThat(standard.choose(pathAndReason.substring(0, space))).isEqualTo(new Choice(false, null, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/production/app.cue",
                "deploy/production/main.jsonnet",
                "k8s/production/app.jsonnet.j2",
                "charts/web/templates/_helpers.tpl",
                "etc/default.vcl",
                "production/values",
                "web/settings-production.hjson",
                "config/Caddyfile",
            })
    void is_likely_configuration_that_nobody_reads(String path) {
        assertThat(standard.isUnknown(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/production.yml",
                "config/production/run.sh",
                "config/README.md",
                "config/production/Dockerfile",
                "config/ca.pem",
                "src/main/java/a/Config.java",
                "src/test/resources/config/a.cue",
                "docs/config/a.cue",
                ".github/production.cue",
                "data/values",
                "config/data/countries.json",
            })
    void is_nothing_to_tell_of(String path) {
        assertThat(standard.isUnknown(path)).isFalse();
    }

    @Test
    void what_a_policy_lists_or_ignores_is_known_and_what_its_environments_hold_is_not() {
        ConfigurationFiles files = ConfigurationFiles.with(
                List.of(
                        new Extra(List.of("config/ignored/**"), null, true),
                        new Extra(List.of("config/read/**"), Format.YAML, false)),
                List.of("live/*"));
        assertThat(files.isUnknown("config/ignored/a.cue")).isFalse();
        assertThat(files.isUnknown("config/read/a")).isFalse();
        assertThat(files.isUnknown("live/a")).isTrue();
        assertThat(files.isUnknown("lively/a")).isFalse();
    }

    @Test
    void a_policy_adds_and_ignores_before_the_list_is_asked() {
        ConfigurationFiles files = ConfigurationFiles.with(List.of(
                new Extra(List.of("**/generated/**"), null, true),
                new Extra(List.of("image-tags/**"), Format.YAML, false),
                new Extra(List.of("docs/live.yaml", "notes/**"), null, false)));
        assertThat(files.choose("config/generated/a.yml")).isEqualTo(new Choice(false, null, "ignored by the policy"));
        assertThat(files.choose("image-tags/web")).isEqualTo(new Choice(true, Format.YAML, "listed by the policy"));
        assertThat(files.choose("docs/live.yaml").format()).isEqualTo(Format.YAML);
        assertThat(files.choose("notes/a.txt").configuration()).isFalse();
        assertThat(files.choose("config/a.yml").configuration()).isTrue();
    }

    @Test
    void the_list_can_be_shown() {
        assertThat(ConfigurationFiles.listed())
                .anySatisfy(row -> assertThat(row.globs()).contains("**/package-lock.json"))
                .allSatisfy(row -> assertThat(row.globs()).isNotEmpty());
    }
}
