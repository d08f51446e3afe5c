package io.github.confgate.fact.java;

import java.util.Set;

/**
 * RabbitMQ and Spring AMQP: to connect takes at most one minute, and a channel waits 10 minutes for the answer to a call ({@code
 * ConnectionFactory.DEFAULT_CHANNEL_RPC_TIMEOUT}, source of amqp-client 5.22.0).
 */
final class RabbitClient {

    static final Client CLIENT = new Client(
            "RabbitMQ",
            Set.of(
                    "ConnectionFactory.setHost",
                    "ConnectionFactory.setUri",
                    "CachingConnectionFactory.setHost",
                    "CachingConnectionFactory.setAddresses",
                    "CachingConnectionFactory.setUri",
                    "new CachingConnectionFactory"),
            Set.of("ConnectionFactory", "CachingConnectionFactory"),
            Set.of("new ConnectionFactory", "new CachingConnectionFactory"),
            Set.of("setChannelRpcTimeout"),
            "ms",
            "10 min (default of RabbitMQ)");

    private RabbitClient() {}
}
