package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring Security's decoders of tokens. Two requests count, and the slower of them: the issuer's metadata, which has 30 seconds
 * since Spring Security 6.3 and had none before ({@code JwtDecoderProviderConfigurationUtils}), and the keys, for which
 * {@code NimbusJwtDecoder} makes a {@code new RestTemplate()} without any, unless it is given {@code restOperations} (sources
 * of spring-security-oauth2-jose 6.2.4 and 6.5.2); see {@link RestTemplateClient}. {@code NimbusReactiveJwtDecoder} makes a
 * {@code WebClient.create()}, see {@link WebClientClient}. Since 7.0 the keys of {@code NimbusJwtDecoder} have the 500
 * milliseconds of Nimbus; which version a repository has is not looked up, and the one that can hang is assumed.
 */
final class JwtDecoderClient {

    static final Client CLIENT = new Client(
            "JwtDecoder",
            Set.of(
                    "JwtDecoders.fromIssuerLocation",
                    "JwtDecoders.fromOidcIssuerLocation",
                    "NimbusJwtDecoder.withJwkSetUri",
                    "NimbusJwtDecoder.withIssuerLocation",
                    "ReactiveJwtDecoders.fromIssuerLocation",
                    "ReactiveJwtDecoders.fromOidcIssuerLocation",
                    "NimbusReactiveJwtDecoder.withJwkSetUri",
                    "NimbusReactiveJwtDecoder.withIssuerLocation",
                    "new NimbusReactiveJwtDecoder",
                    "JwtDecoders.fromOidcConfiguration"),
            Set.of(),
            Set.of(
                    "JwtDecoders.fromIssuerLocation",
                    "JwtDecoders.fromOidcIssuerLocation",
                    "NimbusJwtDecoder.withJwkSetUri",
                    "NimbusJwtDecoder.withIssuerLocation",
                    "ReactiveJwtDecoders.fromIssuerLocation",
                    "ReactiveJwtDecoders.fromOidcIssuerLocation",
                    "NimbusReactiveJwtDecoder.withJwkSetUri",
                    "NimbusReactiveJwtDecoder.withIssuerLocation",
                    "new NimbusReactiveJwtDecoder"),
            Set.of("setReadTimeout", "readTimeout", "responseTimeout", "setResponseTimeout", "withReadTimeout"),
            "ms",
            null);

    private JwtDecoderClient() {}
}
