package io.github.confgate.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the service of a connection string is: {@code Server=sql01,1433;Database=shop}, {@code host=db port=5432
 * dbname=shop}, {@code cache01:6379,ssl=true}.
 */
final class ConnectionString {

    private static final Set<String> HOSTS = Set.of(
            "server",
            "datasource",
            "host",
            "hostname",
            "hostaddr",
            "addr",
            "address",
            "networkaddress",
            "contactpoints");

    /** Of these one has to stand beside the host: {@code host=} alone may be anything. */
    private static final Set<String> OTHERS = Set.of(
            "database",
            "initialcatalog",
            "dbname",
            "username",
            "userid",
            "uid",
            "user",
            "password",
            "pwd",
            "port",
            "integratedsecurity",
            "trustedconnection",
            "sslmode",
            "encrypt");

    /** Hosts as SQL Server's clients write the own machine. */
    private static final Set<String> LOCAL = Set.of(".", "(local)", "(localdb)", "localdb");

    private static final int LONGEST = 2_000;

    private ConnectionString() {}

    /** @param text without a scheme, with a {@code =} */
    static List<Address> in(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        int sign = text.indexOf('=');
        int comma = text.indexOf(',');
        if (comma > 0 && comma < sign && text.indexOf(';') < 0) {
            return leading(text);
        }
        String host = "";
        String port = "";
        boolean other = false;
        for (String pair : text.split(text.indexOf(';') >= 0 ? ";" : "\\s+", 100)) {
            int is = pair.indexOf('=');
            String name = is < 0 ? "" : folded(pair.substring(0, is));
            if (host.isEmpty() && HOSTS.contains(name)) {
                host = pair.substring(is + 1).strip();
            } else if (OTHERS.contains(name)) {
                other = true;
                port = name.equals("port") ? pair.substring(is + 1).strip() : port;
            }
        }
        return other ? address(host, port).stream().toList() : List.of();
    }

    private static String folded(String name) {
        return name.replace(" ", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** {@code cache01:6379,cache02:6379,ssl=true}: hosts, then what they are to be asked with. */
    private static List<Address> leading(String text) {
        List<Address> found = new ArrayList<>();
        for (String item : text.split(",", 100)) {
            if (item.indexOf('=') > 0) {
                break;
            }
            Address.bare(item.strip()).ifPresent(found::add);
        }
        return found;
    }

    /** {@code tcp:sql01,1433}, {@code sql01\INSTANCE}, {@code db:5432}. */
    private static Optional<Address> address(String server, String port) {
        String name = server.toLowerCase(Locale.ROOT);
        name = name.startsWith("tcp:") ? name.substring(4) : name;
        int end = 0;
        while (end < name.length() && "\\,:".indexOf(name.charAt(end)) < 0) {
            end++;
        }
        String host = LOCAL.contains(name.substring(0, end)) ? "localhost" : name.substring(0, end);
        boolean numbered = end < name.length() && name.charAt(end) != '\\';
        return Address.isHostName(host)
                ? Optional.of(new Address("", "", host, numbered ? name.substring(end + 1) : port, ""))
                : Optional.empty();
    }
}
