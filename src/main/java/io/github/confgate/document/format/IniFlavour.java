package io.github.confgate.document.format;

import io.github.confgate.document.PathGlob;
import java.util.List;
import java.util.Locale;

/** In what the readers of INI files differ; told by the name of the file. */
enum IniFlavour {
    USUAL,
    /**
     * Units of <a href="https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html">systemd</a>: a key
     * that stands several times is a list, comments are lines of their own, a backslash goes on with the next line.
     */
    UNIT,
    /** uWSGI: a key that stands several times is a list. */
    REPEATED,
    /**
     * Inventories of <a href="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html">Ansible</a>:
     * a line is a host with its variables, except below {@code [group:vars]}.
     */
    INVENTORY;

    private static final List<PathGlob> UNITS =
            PathGlob.allOf("**/*.{service,socket,timer,mount,automount,slice,netdev,nspawn,"
                    + "container,path,target,network,link,volume,pod,kube,image,build} **/systemd/**/*.conf"
                    + " **/*.{service,socket,timer,mount}.d/*.conf");

    private static final List<PathGlob> UWSGI = PathGlob.allOf("**/*uwsgi*.ini");

    private static final List<PathGlob> INVENTORIES =
            PathGlob.allOf("**/{hosts,inventory}*.ini **/{hosts,inventory} **/{inventory,inventories}/**");

    static IniFlavour of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (PathGlob.anyMatches(UNITS, lower)) {
            return UNIT;
        }
        if (PathGlob.anyMatches(UWSGI, lower)) {
            return REPEATED;
        }
        return PathGlob.anyMatches(INVENTORIES, lower) ? INVENTORY : USUAL;
    }

    /** Whether a key that stands again adds to what it held: PHP has {@code name[]} and loads each extension. */
    boolean isList(String key) {
        return this == UNIT
                || this == REPEATED
                || key.endsWith("[]")
                || key.equals("extension")
                || key.equals("zend_extension");
    }
}
