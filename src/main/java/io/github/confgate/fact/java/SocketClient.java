package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Plain sockets: "A timeout of zero is interpreted as an infinite timeout" of {@code Socket.setSoTimeout}, and zero is the
 * default (Javadoc of JDK 17). The timeout of {@code connect} ends no read.
 */
final class SocketClient {

    static final Client CLIENT = new Client(
            "Socket",
            Set.of(
                    "new Socket",
                    "new InetSocketAddress",
                    "SocketFactory.createSocket",
                    "SSLSocketFactory.createSocket",
                    "SocketChannel.open"),
            Set.of("Socket", "SSLSocket"),
            Set.of("new Socket", "SocketFactory.createSocket", "SSLSocketFactory.createSocket"),
            Set.of("setSoTimeout"),
            "ms",
            null);

    private SocketClient() {}
}
