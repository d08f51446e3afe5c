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

    private static final List<String> NOT_HOCON = List.of("log", "krb5", "fonts");

    /** What stands behind the name of a file that a program renders first. */
    private static final List<String> TEMPLATES = List.of(
            ".j2",
            ".jinja",
            ".jinja2",
            ".tpl",
            ".tmpl",
            ".gotmpl",
            ".ctmpl",
            ".tftpl",
            ".erb",
            ".mustache",
            ".hbs",
            ".epp");

    /** .NET and wrangler read comments in these, and commas behind the last item. */
    private static final Set<String> WITH_COMMENTS = Set.of("host.json", "local.settings.json", "wrangler.json");

    private static final Set<String> DOT_NET =
            Set.of("nlog.config", "log4net.config", "appsettings.config", "connectionstrings.config");

    private Formats() {}

    /**
     * The format, or null when the name tells none. Letter case does not count. A template has the format of what is made
     * of it.
     */
    public static @Nullable Format of(String path) {
        if (path.endsWith(".java")) {
            return null; // what most files are, where there are many
        }
        return ofRendered(withoutTemplate(path.toLowerCase(Locale.ROOT)));
    }

    /** Whether the name says that the file is rendered before it is read. */
    static boolean isTemplate(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return !withoutTemplate(lower).equals(lower);
    }

    /** The name of what is made of a template, of which {@code path} is the name in lower case. */
    static String withoutTemplate(String path) {
        for (String ending : TEMPLATES) {
            if (path.endsWith(ending)) {
                return path.substring(0, path.length() - ending.length());
            }
        }
        return path;
    }

    private static @Nullable Format ofRendered(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return Format.YAML;
        }
        if (name.endsWith(".json")) {
            boolean comments = WITH_COMMENTS.contains(name) || name.startsWith("appsettings");
            return comments ? Format.JSONC : Format.JSON;
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
        if (name.endsWith(".json5")) {
            return Format.JSON5;
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
        if (name.endsWith(".tf") || name.endsWith(".tfvars") || name.endsWith(".hcl") || name.endsWith(".nomad")) {
            return Format.HCL;
        }
        if (isDotenv(name)) {
            return Format.DOTENV;
        }
        Format ansible = AnsibleNames.of(path, name);
        return ansible == null && name.endsWith(".conf") ? Format.CONF : ansible;
    }

    private static boolean isDotenv(String name) {
        return name.equals(".env")
                || name.startsWith(".env.")
                || name.startsWith(".env-")
                || name.startsWith(".env_")
                || name.endsWith(".env")
                || name.equals(".flaskenv")
                || name.equals("env.list");
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

    /** {@code web.config}, {@code Web.Release.config}, {@code NLog.config}: other tools name other formats so. */
    private static boolean isDotNetSettings(String name) {
        return name.endsWith(".config")
                && (name.startsWith("web.")
                        || name.startsWith("app.")
                        || name.endsWith(".exe.config")
                        || name.endsWith(".dll.config")
                        || DOT_NET.contains(name));
    }
}
