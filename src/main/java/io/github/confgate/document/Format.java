package io.github.confgate.document;

import java.util.Locale;

/** The formats that confgate reads. Policies and outputs write {@link #id()}. */
public enum Format {
    YAML,
    JSON,
    PROPERTIES,
    DOTENV,
    XML,
    HCL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
