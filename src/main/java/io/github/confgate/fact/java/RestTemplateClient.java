package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Spring's {@code RestTemplate}. Its default {@code SimpleClientHttpRequestFactory} leaves the read timeout of the connection
 * alone (-1, source of spring-web 6.2.8), which is that of {@link UrlClient}: none. {@code RestTemplateBuilder} of Spring Boot
 * sets one only where it is asked to, or where {@code spring.http.client.read-timeout} is
 * ({@code ClientHttpRequestFactorySettings}, source of spring-boot 3.5.3), and chooses among the factories of
 * {@link RestClientClient}.
 */
final class RestTemplateClient {

    static final Client CLIENT = new Client(
            "RestTemplate",
            Set.of(
                    "RestTemplate.getForObject",
                    "RestTemplate.getForEntity",
                    "RestTemplate.postForObject",
                    "RestTemplate.postForEntity",
                    "RestTemplate.postForLocation",
                    "RestTemplate.put",
                    "RestTemplate.patchForObject",
                    "RestTemplate.delete",
                    "RestTemplate.exchange",
                    "RestTemplate.execute",
                    "RestTemplate.headForHeaders",
                    "RestTemplate.optionsForAllow",
                    "RestTemplate.setUriTemplateHandler",
                    "RestTemplateBuilder.rootUri",
                    "RestOperations.exchange",
                    "RestOperations.getForObject",
                    "RestOperations.getForEntity",
                    "RestOperations.postForObject",
                    "RestOperations.postForEntity",
                    "new DefaultUriBuilderFactory",
                    "new RootUriTemplateHandler"),
            Set.of(
                    "RestTemplate",
                    "RestTemplateBuilder",
                    "RestOperations",
                    "ClientHttpRequestFactory",
                    "SimpleClientHttpRequestFactory",
                    "HttpComponentsClientHttpRequestFactory"),
            Set.of("new RestTemplate", "new RestTemplateBuilder", "RestTemplateBuilder.build"),
            Set.of(
                    "setReadTimeout",
                    "readTimeout",
                    "withReadTimeout",
                    "setResponseTimeout",
                    "setSocketTimeout",
                    "setSoTimeout"),
            "ms",
            null);

    private RestTemplateClient() {}
}
