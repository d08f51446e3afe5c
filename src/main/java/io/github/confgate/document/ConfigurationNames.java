package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The one list of what is configuration and what only looks like it. Rows are asked in order and the first that matches
 * counts; paths are asked in lower case {@code .jsonc} and {@code .json5} as {@code .json}. What matches no row is configuration, unless
 * it is JSON or XML.
 */
final class ConfigurationNames {

    /** A kind of file; {@code unless} takes paths out again. */
    record Row(boolean configuration, String reason, List<PathGlob> globs, List<PathGlob> unless) {
        boolean matches(String path) {
            return PathGlob.anyMatches(globs, path) && !PathGlob.anyMatches(unless, path);
        }

        /** Files of these names, separated by spaces, in any folder. */
        Row names(String names) {
            return more(names, "**/", "");
        }

        /** All below folders of these names. */
        Row folders(String names) {
            return more(names, "**/", "/**");
        }

        Row globs(String globs) {
            return more(globs, "", "");
        }

        Row unless(String glob) {
            return new Row(configuration, reason, globs, List.of(PathGlob.of(glob)));
        }

        private Row more(String names, String before, String behind) {
            List<PathGlob> more = new ArrayList<>(globs);
            for (String name : names.split(" ", -1)) {
                more.add(PathGlob.of(before + name + behind));
            }
            return new Row(configuration, reason, List.copyOf(more), unless);
        }
    }

    private static final String YAML = ".{yaml,yml}";
    private static final String ANY = ".{yaml,yml,json}";

    static final String ENVIRONMENTS =
            "{local,dev,development,test,testing,int,integration,qa,uat,stage,staging,stg,preprod,pre-prod,prod,"
                    + "production,prd,live,sandbox,demo}";

    static final String CONFIGURATION_FOLDERS =
            "{config,configs,configuration,configurations,conf,cfg,settings,env,envs,environment,environments,deploy,"
                    + "deployment,deployments,helm,helm_deploy,charts,k8s,kubernetes,kube,manifests,kustomize,overlays,"
                    + "gitops,argocd,clusters,stages,parameters,group_vars,host_vars,inventory,inventories,terraform,"
                    + "infra,infrastructure,iam,policies,firewall,network,networks,routers}";

    /** Folders in which an environment's files are kept; the other names stand above tests as often. */
    private static final String ENVIRONMENT_FOLDERS =
            "{dev,development,qa,uat,stage,staging,stg,preprod,pre-prod,prod,production,prd,live}{,-*}";

    static final List<Row> ROWS = List.of(
            no("dependency or build output")
                    .folders("node_modules bower_components vendor third_party third-party target build dist .gradle")
                    .folders(".terraform __pycache__ venv .venv site-packages"),
            no("build file")
                    .names("package.json tsconfig*.json jsconfig*.json composer.json bower.json angular.json nx.json")
                    .names("turbo.json lerna.json deno.json global.json vcpkg.json docker-bake.json openapitools.json")
                    .names("gradle.properties gradle-wrapper.properties maven-wrapper.properties local.properties")
                    .names("build.properties git.properties version.properties pubspec.yaml pnpm-workspace.yaml")
                    .names(".yarnrc.yml requirements" + YAML + " environment" + YAML + " galaxy.yml")
                    .names("buf*.yaml sqlc.yaml cmakepresets.json")
                    .names("cargo.toml pyproject.toml poetry.toml uv.toml *.versions.toml gopkg.toml project.toml")
                    .names("manifest.toml rust-toolchain.toml buildpack.toml bunfig.toml setup.cfg buildout.cfg")
                    .names("platformio.ini")
                    .folders(".cargo")
                    .names("pom*.xml build*.xml ivy*.xml maven-metadata*.xml androidmanifest.xml")
                    .globs("**/res/**/*.xml")
                    .folders(".mvn gradle/wrapper meta-inf/maven"),
            no("lock file")
                    .names("package-lock.json npm-shrinkwrap.json pnpm-lock.yaml packages.lock.json")
                    .names("*-lock" + ANY + " *.lock" + ANY + " .terraform.lock.hcl"),
            no("workflow definition")
                    .folders(".github .gitlab .gitlab-ci .circleci .azure-pipelines .buildkite .tekton .semaphore")
                    .folders(".woodpecker .drone .gitea .forgejo .teamcity")
                    .names(".gitlab-ci*" + YAML + " *.gitlab-ci" + YAML + " azure-pipelines*" + YAML + " .travis.yml")
                    .names("buildspec*" + YAML + " cloudbuild*" + ANY + " bitbucket-pipelines.yml .drone" + YAML)
                    .names(".woodpecker" + YAML + " .cirrus.yml appveyor.yml .appveyor.yml jenkins*" + YAML)
                    .names("wercker.yml action" + YAML + " taskfile" + YAML),
            no("editor or tool setting")
                    .folders(".vscode .idea .devcontainer .confgate .husky")
                    .names(".confgate" + YAML + " .pre-commit-config.yaml .pre-commit-hooks.yaml .eslintrc*")
                    .names(".prettierrc* .stylelintrc* .markdownlint* .yamllint* .hadolint* .golangci* .goreleaser*")
                    .names(".rubocop* .readthedocs* .mergify.yml .swiftlint.yml .spectral* .commitlintrc*")
                    .names(".lintstagedrc* .releaserc* .babelrc* .mocharc* .nycrc* .renovaterc* .trivyignore*")
                    .names(".checkov* .snyk* .codeclimate.yml codecov.yml .codecov.yml renovate.json")
                    .names("dependabot" + YAML + " mkdocs" + YAML + " _config.yml lefthook" + YAML + " tslint.json")
                    .names("{,.}{rustfmt,clippy,ruff,taplo,typos,mise,gitleaks,stylua}.toml _typos.toml deny.toml")
                    .names("cross.toml release-plz.toml cliff.toml selene.toml revive.toml lychee.toml book.toml")
                    .names("hugo.toml tox.ini pytest.ini {,.}mypy.ini .bumpversion.cfg desktop.ini")
                    .names("biome.json babel.config.json jest.config.json cypress*.json launchsettings.json")
                    .names("catalog-info.yaml crowdin.yml detekt*.yml sonar-project.properties")
                    .names(".sonarcloud.properties .tflint.hcl")
                    .names("*{checkstyle,pmd,spotbugs,findbugs,phpunit,phpcs,testng,codestyle}*.xml")
                    .names("*{suppressions,ruleset}*.xml")
                    .globs("**/{checkstyle,pmd,spotbugs,findbugs,owasp}/**/*.xml"),
            no("database migration").names("*changelog*.xml").globs("**/{liquibase,changelog,changelogs}/**/*.xml"),
            no("language of its own").names("grub*.cfg"),
            no("API description or schema")
                    .names("openapi*" + ANY + " *{-,.,_}openapi" + ANY + " swagger*" + ANY)
                    .names("*{-,.,_}swagger" + ANY + " asyncapi*" + ANY + " *.schema" + ANY)
                    .folders("openapi swagger asyncapi schema schemas json-schema crds crd/bases"),
            no("dashboard").folders("dashboards").names("*dashboard*.json").globs("**/grafana/**/*.json"),
            no("translation")
                    .names("messages*.properties validationmessages*.properties")
                    .folders("i18n l10n locale locales lang langs translations"),
            no("documentation or example")
                    .folders("docs doc example examples sample samples")
                    .names("*.{example,sample,dist,template} *.{example,sample}.* {example,sample}.env"),
            no("test resource")
                    .globs("**/src/{*test,test*,it}/**")
                    .folders("tests __tests__ testdata test-data test_data fixtures __fixtures__ test-fixtures"),
            no("test resource").names("*.tftest.hcl *.tfmock.hcl logback-test.xml log4j*-test.xml"),
            no("test resource").folders("test/resources").unless("**/" + CONFIGURATION_FOLDERS + "/**"),
            new Row(true, "JSON in a configuration folder", List.of(), List.of())
                    .globs("**/" + CONFIGURATION_FOLDERS + "/**/*.json"),
            new Row(true, "JSON in the folder of an environment", List.of(), List.of())
                    .globs("**/" + ENVIRONMENT_FOLDERS + "/**/*.json"),
            new Row(true, "JSON with the name of configuration", List.of(), List.of())
                    .names("appsettings*.json config*.json *config.json settings*.json *settings.json")
                    .names("application*.json values*.json env*.json environment*.json parameters*.json")
                    .names("*.parameters.json *.tfvars.json *.tf.json secrets*.json feature{,s,-flags,flags}*.json")
                    .names("host.json task-definition*.json taskdef*.json vercel.json wrangler.json firebase.json")
                    .names(ENVIRONMENTS + ".json *{.,-,_}" + ENVIRONMENTS + ".json")
                    .names("default.json base.json common.json daemon.json *realm*.json"),
            new Row(true, "XML in a configuration folder", List.of(), List.of())
                    .globs("**/" + CONFIGURATION_FOLDERS + "/**/*.xml"),
            new Row(true, "XML in the folder of an environment", List.of(), List.of())
                    .globs("**/" + ENVIRONMENT_FOLDERS + "/**/*.xml"),
            new Row(true, "XML with the name of configuration", List.of(), List.of())
                    .names("{nlog,log4net,appsettings,connectionstrings}.config *.{exe,dll}.config")
                    .names("{web,app}.config {web,app}.*.config *-site.xml application*.xml *applicationcontext*.xml")
                    .names("beans*.xml *-beans.xml spring*.xml context.xml *-context.xml web.xml *-web.xml")
                    .names("persistence*.xml *.cfg.xml *-ds.xml logback*.xml log4j*.xml jetty*.xml server.xml")
                    .names("standalone*.xml domain.xml tomcat-users.xml ehcache*.xml hazelcast*.xml infinispan*.xml")
                    .names("*-scheduler.xml hadoop-policy.xml config*.xml *config.xml *configuration.xml")
                    .names(ENVIRONMENTS + ".xml *{.,-,_}" + ENVIRONMENTS + ".xml"));

    private ConfigurationNames() {}

    private static Row no(String reason) {
        return new Row(false, reason, List.of(), List.of());
    }
}
