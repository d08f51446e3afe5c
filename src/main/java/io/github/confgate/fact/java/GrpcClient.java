package io.github.confgate.fact.java;

import java.util.Set;

/**
 * gRPC: "By default, gRPC does not set a deadline which means it is possible for a client to end up waiting for a response
 * effectively forever" (grpc.io/docs/guides/deadlines).
 */
final class GrpcClient {

    static final Client CLIENT = new Client(
            "gRPC",
            Set.of(
                    "ManagedChannelBuilder.forTarget",
                    "ManagedChannelBuilder.forAddress",
                    "NettyChannelBuilder.forTarget",
                    "NettyChannelBuilder.forAddress",
                    "Grpc.newChannelBuilder",
                    "Grpc.newChannelBuilderForAddress"),
            Set.of("ManagedChannel", "ManagedChannelBuilder"),
            Set.of(
                    "ManagedChannelBuilder.forTarget",
                    "ManagedChannelBuilder.forAddress",
                    "NettyChannelBuilder.forTarget",
                    "NettyChannelBuilder.forAddress",
                    "Grpc.newChannelBuilder",
                    "Grpc.newChannelBuilderForAddress"),
            Set.of("withDeadlineAfter", "withDeadline", "defaultServiceConfig"),
            "ms",
            null);

    private GrpcClient() {}
}
