package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Feign: {@code Request.Options} has 10 seconds to connect and 60 to read (source of feign-core 13.5).
 */
final class FeignClient {

    static final Client CLIENT = new Client(
            "Feign",
            Set.of("Feign.target", "Feign.Builder.target", "new HardCodedTarget"),
            Set.of("Feign.Builder"),
            Set.of("Feign.builder", "Feign.Builder.target"),
            Set.of("options"),
            "ms",
            "60 s (default of Feign)");

    private FeignClient() {}
}
