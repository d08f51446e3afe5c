package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Plain sockets: {@code Socket.getSoTimeout} of a new one is zero (JDK 17), and a read then waits for ever. The timeout of
 * {@code connect} ends no read.
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
