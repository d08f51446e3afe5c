package io.github.confgate.document;

import java.util.Locale;

/** The formats that confgate reads. Policies and outputs write {@link #id()}. */
public enum Format {
    YAML(true),
    JSON(true),
    PROPERTIES(false),
    DOTENV(false),
    TOML(true),
    HOCON(true),
    INI(false),
    /** JSON with comments and trailing commas. */
    JSONC(true),
    /** JSON as it is written by hand (<a href="https://spec.json5.org/">JSON5</a>): names without quotes, and all of JSONC. */
    JSON5(true),
    /** {@code KEY=VALUE} lines under a name that tells nothing: by the policy only. */
    KEYVALUE(false),
    XML(false),
    HCL(true),
    /**
     * One directive a line, as PostgreSQL, Redis, sysctl and Apache have it; files named {@code .conf} whose text is plainly
     * INI, HOCON or nginx's are read as that.
     */
    CONF(false),
    NGINX(false),
    HAPROXY(false);

    private final boolean typed;

    Format(boolean typed) {
        this.typed = typed;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its values have types; else all of them are text and {@code "1"} is no other value than {@code 1}. */
    public boolean isTyped() {
        return typed;
    }
}
