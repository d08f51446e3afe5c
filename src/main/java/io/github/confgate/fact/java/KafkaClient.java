package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Kafka's own clients and Spring's factories of them: a record is given up after {@code delivery.timeout.ms}, 2 minutes, what a
 * consumer or an administrator asks for after {@code default.api.timeout.ms}, one minute ({@code ProducerConfig}, {@code
 * ConsumerConfig}, source of kafka-clients 3.9.0).
 */
final class KafkaClient {

    static final Client CLIENT = new Client(
            "Kafka",
            Set.of("#bootstrap.servers", "#BOOTSTRAP_SERVERS_CONFIG", "KafkaProperties.setBootstrapServers"),
            Set.of("KafkaProducer", "KafkaConsumer", "AdminClient", "ProducerFactory", "ConsumerFactory"),
            Set.of(
                    "new KafkaProducer",
                    "new KafkaConsumer",
                    "AdminClient.create",
                    "Admin.create",
                    "KafkaAdminClient.create",
                    "new DefaultKafkaProducerFactory",
                    "new DefaultKafkaConsumerFactory",
                    "new KafkaStreams"),
            Set.of(
                    "delivery.timeout.ms",
                    "DELIVERY_TIMEOUT_MS_CONFIG",
                    "default.api.timeout.ms",
                    "DEFAULT_API_TIMEOUT_MS_CONFIG"),
            "ms",
            "1 to 2 min (default of Kafka)");

    private KafkaClient() {}
}
