package io.github.confgate.bench;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** Files as teams have them, the same in each run, of 100 KiB and more: by the name of the file. */
final class Inputs {

    private Inputs() {}

    static String text(String file) {
        return switch (file) {
            case "values.yaml" -> Texts.each(100, Inputs::chart);
            case "application.yml" -> spring();
            case "settings.json" -> "{" + Texts.each(500, i -> service(i, "\n\"%s\": {", Inputs::json, "\n},")) + "\n\"z\": 1}\n";
            case "dashboard.json" -> dashboard();
            case "config.toml" -> Texts.each(500, i -> service(i, "\n[%s]\n", Inputs::assigned, "")) + Texts.each(500, Inputs::route);
            case "reference.conf" -> Texts.each(300, Inputs::reference);
            case "application.properties" -> Texts.each(500, i -> service(i, "# %s\n", (k, v) -> "spring." + k + "=" + v + "\n", ""));
            case "production.env" -> Texts.each(500, i -> service(i, "# %s\n", (k, v) -> upper(k) + i + "=" + v + "\n", ""));
            case "config.ini" -> Texts.each(500, i -> service(i, "[%s]\n", (k, v) -> k + " = " + v + "\n", ""));
            default -> throw new IllegalArgumentException("no such input: " + file);
        };
    }

    private static String service(int i, String open, BiFunction<String, String, String> setting, String close) {
        String name = "service-" + i;
        return open.formatted(name)
                + setting.apply("url", "https://" + name + ".example.com:8443/api/v1")
                + setting.apply("description", "Takes orders and hands them on, number " + i)
                + setting.apply("port", Integer.toString(8_000 + i))
                + setting.apply("debug", Boolean.toString(i % 3 == 0))
                + setting.apply("ratio", i + ".25")
                + setting.apply("timeout", i + "s")
                + setting.apply("memory-limit", 64 * (i % 16 + 1) + "Mi").replaceFirst(",$", "")
                + close;
    }

    private static String json(String key, String value) {
        return "\n  \"" + key + "\": " + quoted(value) + ",";
    }

    private static String assigned(String key, String value) {
        return key + " = " + quoted(value) + "\n";
    }

    private static String quoted(String value) {
        return value.matches("true|false|[0-9]+(\\.[0-9]+)?") ? value : '"' + value + '"';
    }

    private static String upper(String key) {
        return key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String chart(int i) {
        return """
                # Settings of service %1$d, see its runbook.
                service-%1$d:
                  enabled: true
                  replicaCount: %2$d
                  image:
                    repository: registry.example.com/team/service-%1$d
                    tag: "1.%1$d.0"
                    pullPolicy: IfNotPresent
                  ingress:
                    annotations:
                      nginx.ingress.kubernetes.io/rewrite-target: /$1
                    hosts:
                      - host: service-%1$d.example.com   # public
                        paths: ["/", "/api"]
                  resources:
                    limits: {cpu: 500m, memory: 512Mi}
                    requests:
                      cpu: 100m
                      memory: 256Mi
                  env:
                    - name: DATABASE_URL
                      value: jdbc:postgresql://db-%1$d.example.com:5432/orders
                    - name: LOG_LEVEL
                      value: 'info'
                    - name: FEATURE_ORDERS
                      value: "true"
                  startup: |
                    set -e
                    exec java -jar /app/service-%1$d.jar

                  tolerations: []
                """.formatted(i, i % 5);
    }

    private static String spring() {
        return Texts.each(60, i -> """
                ---
                spring:
                  config.activate.on-profile: region-%1$d
                  datasource:
                    url: jdbc:postgresql://db-%1$d.example.com:5432/orders
                    hikari:
                      maximum-pool-size: %1$d
                      connection-timeout: 30000
                  jpa.hibernate.ddl-auto: validate
                server.port: 8080
                """.formatted(i) + Texts.each(20, k -> """
                client-%1$d:
                  base-url: https://client-%1$d.example.com/api
                  connect-timeout: 2s
                  retries: 3
                  tags: [a, b]
                """.formatted(k)));
    }

    private static String dashboard() {
        IntFunction<String> panel = i -> """
                    {
                      "datasource": {"type": "prometheus", "uid": "${datasource}"},
                      "fieldConfig": {
                        "defaults": {
                          "color": {"mode": "palette-classic"},
                          "custom": {"axisLabel": "", "fillOpacity": 10, "lineWidth": 1, "showPoints": "never"},
                          "thresholds": {"mode": "absolute", "steps": [{"color": "green", "value": null}, {"color": "red", "value": 80}]},
                          "unit": "reqps"
                        },
                        "overrides": []
                      },
                      "gridPos": {"h": 8, "w": 12, "x": %1$d, "y": %2$d},
                      "id": %2$d,
                      "targets": [
                        {
                          "expr": "sum(rate(http_requests_total{job=\\"service-%2$d\\",code!~\\"5..\\"}[5m])) by (handler)",
                          "legendFormat": "{{handler}}",
                          "refId": "A"
                        }
                      ],
                      "title": "Requests of service %2$d",
                      "type": "timeseries"
                    }""".formatted(i % 2 * 12, i);
        return "{\n  \"panels\": [\n" + Texts.each(150, i -> panel.apply(i) + ",\n") + "    {}\n  ]\n}\n";
    }

    private static String route(int i) {
        return """
                [[routes]]
                path = "/orders/%1$d"
                methods = ["GET", "POST"]
                limits = { rate = 100, burst = 2.5 }
                since = 2024-02-04T07:52:00Z
                """.formatted(i);
    }

    private static String reference(int i) {
        return """
                # What module %1$d takes when nothing is set.
                module-%1$d {
                  # How many threads it may use.
                  dispatcher.pool.size = %1$d
                  timeout = 30s
                  endpoint = "https://module-%1$d.example.com/api"
                  endpoint = ${?MODULE_%1$d_ENDPOINT}
                  retry {
                    max-attempts = 3
                    back-off = ${defaults.back-off}
                    on = [timeout, "connection refused", 503]
                  }
                  name = module number %1$d
                }
                """.formatted(i);
    }
}
