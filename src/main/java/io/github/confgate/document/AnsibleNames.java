package io.github.confgate.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of Ansible that have no ending: variables of groups and hosts are YAML, inventories are INI. */
final class AnsibleNames {

    private static final List<PathGlob> VARIABLES = List.of(PathGlob.of("**/{group_vars,host_vars}/**"));

    private static final List<PathGlob> INVENTORIES = List.of(
            PathGlob.of("**/{inventory,inventories,ansible}/**/{hosts,inventory}"),
            PathGlob.of("**/{inventory,inventories}/*"),
            PathGlob.of("**/ansible/{hosts,inventory}"));

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
        if (matches(VARIABLES, path)
                && !name.startsWith(".")
                && !OTHER.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Format.YAML;
        }
        return isInventory(path) && name.indexOf('.') < 0 ? Format.INI : null;
    }

    /** Whether Ansible reads a file as an inventory, if it is one in INI. */
    static boolean isInventory(String path) {
        return matches(INVENTORIES, path);
    }

    private static boolean matches(List<PathGlob> globs, String path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }
}
