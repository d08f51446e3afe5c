package io.github.confgate.fact.java;

import java.util.Set;

/**
 * The client of Apache HttpClient 5 that does not block. {@code RequestConfig.responseTimeout} is null by default, and then
 * the timeout of {@code IOReactorConfig} holds, which is zero, for ever, other than that of {@link ApacheClient} (sources of
 * httpclient5 5.5 and httpcore5 5.3.4).
 */
final class ApacheAsyncClient {

    static final Client CLIENT = new Client(
            "Apache HttpAsyncClient",
            Set.of(
                    "SimpleRequestBuilder.get",
                    "SimpleRequestBuilder.post",
                    "SimpleRequestBuilder.put",
                    "SimpleRequestBuilder.setUri",
                    "SimpleHttpRequest.create",
                    "AsyncRequestBuilder.get",
                    "AsyncRequestBuilder.post"),
            Set.of("CloseableHttpAsyncClient", "HttpAsyncClientBuilder"),
            Set.of(
                    "HttpAsyncClients.createDefault",
                    "HttpAsyncClients.createSystem",
                    "HttpAsyncClients.custom",
                    "HttpAsyncClients.customHttp2",
                    "HttpAsyncClientBuilder.create"),
            Set.of("setResponseTimeout", "setSocketTimeout", "setSoTimeout"),
            "ms",
            null,
            "org.apache.hc.");

    private ApacheAsyncClient() {}
}
