package io.github.confgate.fact.java;

import java.util.Set;

/**
 * {@code java.net.URL} and {@code HttpURLConnection}. "A timeout of zero is interpreted as an infinite timeout", and zero is
 * the default ({@code URLConnection.setReadTimeout}, Javadoc of JDK 17); {@code URL.openStream} cannot be given another.
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
