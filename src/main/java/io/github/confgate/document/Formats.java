package io.github.confgate.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The format of a file by its name alone. What makes a file of a template is looked through: {@code values.yaml.gotmpl} is
 * YAML with directives. Content is looked at only where {@code .conf} leaves the language open.
 */
public final class Formats {

    private static final Set<String> TEMPLATES =
            Set.of("gotmpl", "tmpl", "tpl", "tftpl", "ctmpl", "j2", "jinja", "jinja2", "erb", "mustache", "hbs", "epp");

    private static final List<String> NOT_HOCON =
            List.of("log", "jaas", "krb5", "nginx", "httpd", "apache", "redis", "fonts", "supervisor");

    private Formats() {}

    /** The format, or null when the name tells none. Letter case does not count. */
    public static @Nullable Format of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        return plain(TEMPLATES.contains(lower.substring(dot + 1)) ? lower.substring(0, Math.max(dot, 0)) : lower);
    }

    /** @param path in lower case */
    private static @Nullable Format plain(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".yaml") || name.endsWith(".yml") || isMongo(name)) {
            return Format.YAML;
        }
        if (name.endsWith(".json")) {
            return Format.JSON;
        }
        if (name.endsWith(".properties")) {
            return Format.PROPERTIES;
        }
        if (name.endsWith(".toml")) {
            return Format.TOML;
        }
        if (name.endsWith(".jsonc")) {
            return Format.JSONC;
        }
        Format server = ServerNames.of(path, name);
        if (server != null) {
            return server;
        }
        if (name.endsWith(".ini") || name.endsWith(".cfg") || name.endsWith(".cnf")) {
            return Format.INI;
        }
        if (isHocon(name) || isHoconResource(path, name)) {
            return Format.HOCON;
        }
        if (name.endsWith(".xml") || isDotNetSettings(name)) {
            return Format.XML;
        }
        if (name.endsWith(".tf") || name.endsWith(".tfvars") || name.endsWith(".hcl")) {
            return Format.HCL;
        }
        if (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env")) {
            return Format.DOTENV;
        }
        return name.endsWith(".conf") ? Format.CONF : null;
    }

    /** The one server whose {@code .conf} is YAML. */
    private static boolean isMongo(String name) {
        return (name.startsWith("mongod") || name.startsWith("mongos")) && name.endsWith(".conf");
    }

    /** Of the many languages in files named {@code .conf} these names tell HOCON. */
    private static boolean isHocon(String name) {
        return name.endsWith(".hocon")
                || name.equals("reference.conf")
                || (name.startsWith("application") && name.endsWith(".conf"));
    }

    /**
     * On the class path of a Java build {@code .conf} is what Typesafe Config loads and includes, whatever it is called;
     * login modules, loggers and servers have files of that ending too, which their names tell.
     */
    private static boolean isHoconResource(String path, String name) {
        return name.endsWith(".conf")
                && ("/" + path).contains("/src/main/resources/")
                && NOT_HOCON.stream().noneMatch(name::startsWith)
                && !name.contains("jaas")
                && !name.contains("login");
    }

    /** {@code web.config}, {@code Web.Release.config}, {@code app.config}: other tools name other formats so. */
    private static boolean isDotNetSettings(String name) {
        return name.endsWith(".config") && (name.startsWith("web.") || name.startsWith("app."));
    }
}
