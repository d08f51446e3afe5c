package io.github.confgate.document.format;

import io.github.confgate.document.PathGlob;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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
    INVENTORY,
    /** Apache Shiro: below {@code [users]} a line is a user, its password and its roles. */
    SHIRO,
    /**
     * <a href="https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/format-schema">Fluent
     * Bit</a>: white space parts a key from its value, a section that stands again is another one.
     */
    FLUENT_BIT;

    /** Sections of which a file has one for each thing that it speaks of: peers of WireGuard. */
    private static final Set<String> OF_THINGS = Set.of("Peer", "WireGuardPeer");

    /** Sections of systemd's network files that stand once for each address, route or rule. */
    private static final Set<String> OF_NETWORK = Set.of(
            "Address",
            "Route",
            "Neighbor",
            "NextHop",
            "RoutingPolicyRule",
            "DHCPServerStaticLease",
            "IPv6Prefix",
            "IPv6RoutePrefix",
            "BridgeFDB",
            "BridgeMDB",
            "BridgeVLAN");

    private static final List<PathGlob> SHIRO_FILES = PathGlob.allOf("**/*shiro*.ini");

    private static final Pattern FLUENT_BIT_SECTION = Pattern.compile(
            "(?m)^[ \\t]*+\\[(?:INPUT|OUTPUT|FILTER|SERVICE|PARSER|MULTILINE_PARSER|CUSTOM)\\][ \\t\\r]*+$");

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
        if (PathGlob.anyMatches(SHIRO_FILES, lower)) {
            return SHIRO;
        }
        return PathGlob.anyMatches(INVENTORIES, lower) ? INVENTORY : USUAL;
    }

    /** The flavour of a file whose name tells nothing, where its text does. */
    IniFlavour orOf(String text) {
        return this == USUAL && FLUENT_BIT_SECTION.matcher(text).find() ? FLUENT_BIT : this;
    }

    /** Whether a section that stands again is one more of its kind, not more of the same. */
    boolean isThing(String section) {
        return this == FLUENT_BIT
                ? !section.equals("SERVICE")
                : OF_THINGS.contains(section) || (this == UNIT && OF_NETWORK.contains(section));
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
