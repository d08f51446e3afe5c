package io.github.confgate.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats of servers' own configuration. Many languages are in files named {@code .conf}; these names tell which. */
final class ServerNames {

    private static final List<Map.Entry<Format, List<PathGlob>>> NAMES = List.of(
            Map.entry(
                    Format.NGINX,
                    PathGlob.allOf("**/nginx*.conf **/*nginx.conf **/{nginx,openresty}/**/*.conf"
                            + " **/{sites-available,sites-enabled}/*.conf")),
            Map.entry(
                    Format.INI,
                    PathGlob.allOf(
                            "**/{supervisor,supervisord,php-fpm,smb,odoo,ceph,logging}*.conf **/pip.conf **/supervisor/**/*.conf"
                                    + " **/{php-fpm,pool}.d/*.conf **/{nova,neutron,keystone,glance,cinder,heat,ironic}*.conf"
                                    + " **/{journald,logind,resolved,timesyncd,networkd,coredump,networkmanager}.conf"
                                    + " **/systemd/**/*.conf **/*.{service,socket,timer,mount}.d/*.conf **/*.nmconnection"
                                    + " **/*.{service,socket,timer,mount,automount,slice,netdev,nspawn,container}"
                                    + " **/{systemd,quadlet}/**/*.{path,target,network,link,volume,pod,kube,image,build}")),
            Map.entry(Format.YAML, PathGlob.allOf("**/{mongod,mongos,mongodb}*.conf")),
            Map.entry(Format.TOML, PathGlob.allOf("**/{telegraf,influxdb,kapacitor}*.conf **/telegraf.d/*.conf")),
            Map.entry(Format.HOCON, PathGlob.allOf("**/{akka,pekko,play,lagom,kamon}*.conf")),
            Map.entry(Format.HAPROXY, PathGlob.allOf("**/haproxy*.cfg **/haproxy/**/*.cfg")),
            Map.entry(
                    Format.CONF,
                    PathGlob.allOf("**/postgres*.conf **/{postgres,postgresql,pgsql}/**/postgres*.conf **/pgpool*.conf"
                            + " **/{redis,sentinel,valkey,keydb}*.conf **/{redis,valkey,keydb}/**/*.conf"
                            + " **/sysctl*.conf **/sysctl.d/*.conf **/rabbitmq*.conf **/mosquitto*.conf"
                            + " **/{httpd,apache,apache2}*.conf **/{httpd,apache,apache2}/**/*.conf"
                            + " **/{sshd,ssh}_config **/{ntp,chrony,squid,dnsmasq,memcached,turnserver}*.conf"
                            + " **/{pg_hba,pg_ident,fluent,fluentd,td-agent,collectd,proftpd,resolv,zabbix}*.conf"
                            + " **/{fluentd,td-agent,logstash}/**/*.conf **/logstash*.conf"
                            + " **/kafka-connect*.conf **/spark-defaults*.conf **/vsftpd*.conf")));

    /** Few files have these, so that few are asked about. */
    private static final Set<String> ENDINGS =
            Set.of(("conf cfg nmconnection service socket timer mount automount slice"
                            + " netdev nspawn container path target network link volume pod kube image build")
                    .split(" "));

    private ServerNames() {}

    /**
     * The format that a server reads a file in, or null when the name tells of none.
     *
     * @param path and {@code name}: in lower case
     */
    static @Nullable Format of(String path, String name) {
        if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.endsWith("_config")) {
            return null;
        }
        for (Map.Entry<Format, List<PathGlob>> each : NAMES) {
            if (PathGlob.anyMatches(each.getValue(), path)) {
                return each.getKey();
            }
        }
        return null;
    }
}
