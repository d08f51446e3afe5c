package io.github.confgate.fact.java;

import java.util.Set;

/**
 * {@code java.net.URL} and {@code HttpURLConnection}: {@code getReadTimeout} and {@code getConnectTimeout} of a new connection
 * are zero (JDK 17), for ever, unless the JVM has {@code -Dsun.net.client.defaultReadTimeout}. {@code URL.openStream} cannot be
 * given another.
 */
final class UrlClient {

    static final Client CLIENT = new Client(
            "URLConnection",
            Set.of("URL.openStream", "URL.openConnection", "URL.getContent"),
            Set.of("URLConnection", "HttpURLConnection", "HttpsURLConnection"),
            Set.of("URL.openStream", "URL.openConnection", "URL.getContent"),
            Set.of("setReadTimeout"),
            "ms",
            null);

    private UrlClient() {}
}
