package io.github.confgate.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of Ansible that have no ending: variables of groups and hosts are YAML, inventories are INI. */
final class AnsibleNames {

    private static final PathGlob VARIABLES = PathGlob.of("**/{group_vars,host_vars}/**");

    private static final List<PathGlob> INVENTORIES =
            PathGlob.allOf("**/{inventory,inventories,ansible}/**/{hosts,inventory} **/{inventory,inventories}/*"
                    + " **/ansible/{hosts,inventory}");

    /** A host's name has dots as well; what ends in these is no host. */
    private static final Set<String> OTHER = Set.of("md", "txt", "rst", "sh", "py", "pem", "crt", "key", "pub", "bak");

    private AnsibleNames() {}

    /**
     * The format, or null for all else.
     *
     * @param path and {@code name}: in lower case
     */
    static @Nullable Format of(String path, String name) {
        boolean near = path.contains("_vars/") || path.contains("inventor") || path.contains("ansible");
        if (!near) {
            return null;
        }
        if (VARIABLES.matches(path)
                && !name.startsWith(".")
                && !OTHER.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Format.YAML;
        }
        return PathGlob.anyMatches(INVENTORIES, path) && name.indexOf('.') < 0 ? Format.INI : null;
    }
}
