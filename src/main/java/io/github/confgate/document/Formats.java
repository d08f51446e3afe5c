package io.github.confgate.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The format of a file by its name alone; content is never guessed at. */
public final class Formats {

    private Formats() {}

    /** The format, or null when the name tells none. Letter case does not count. */
    public static @Nullable Format of(String path) {
        if (path.endsWith(".java")) {
            return null; // what most files are, where there are many
        }
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
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
        Format server = ServerNames.of(path.toLowerCase(Locale.ROOT), name);
        if (server != null) {
            return server;
        }
        if (name.endsWith(".ini") || name.endsWith(".cfg") || name.endsWith(".cnf")) {
            return Format.INI;
        }
        if (isHocon(name)) {
            return Format.HOCON;
        }
        if (name.endsWith(".xml") || isDotNetSettings(name)) {
            return Format.XML;
        }
        if (name.endsWith(".tf") || name.endsWith(".tfvars") || name.endsWith(".hcl")) {
            return Format.HCL;
        }
        return name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env") ? Format.DOTENV : null;
    }

    /** Of the many languages in files named {@code .conf} only these names tell HOCON. */
    private static boolean isHocon(String name) {
        return name.endsWith(".hocon")
                || name.equals("reference.conf")
                || (name.startsWith("application") && name.endsWith(".conf"));
    }

    /** {@code web.config}, {@code Web.Release.config}, {@code app.config}: other tools name other formats so. */
    private static boolean isDotNetSettings(String name) {
        return name.endsWith(".config") && (name.startsWith("web.") || name.startsWith("app."));
    }
}
