package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring Security's decoders of tokens, which fetch the keys of the issuer: {@code JwtDecoders} and
 * {@code NimbusJwtDecoder} do so with a {@code new RestTemplate()} of their own unless they are given {@code restOperations}
 * (source of Spring Security 6); for its timeout see {@link RestTemplateClient}.
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
