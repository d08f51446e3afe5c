package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Apache HttpClient 5 and 4. {@code RequestConfig.responseTimeout} is null by default: "the default value is determined by the
 * connection", whose socket timeout is infinite unless it is set ({@code RequestConfig} and {@code SocketConfig}, HttpClient
 * 5.4); in version 4 {@code SO_TIMEOUT} is the system's, none.
 */
final class ApacheClient {

    static final Client CLIENT = new Client(
            "Apache HttpClient",
            Set.of(
                    "new HttpGet",
                    "new HttpPost",
                    "new HttpPut",
                    "new HttpDelete",
                    "new HttpPatch",
                    "new HttpHead",
                    "Request.get",
                    "Request.post",
                    "Request.put",
                    "ClassicRequestBuilder.get",
                    "ClassicRequestBuilder.post",
                    "ClassicRequestBuilder.setUri",
                    "SimpleRequestBuilder.get",
                    "SimpleRequestBuilder.post",
                    "RequestBuilder.get",
                    "RequestBuilder.post",
                    "Request.Get",
                    "Request.Post",
                    "new HttpHost"),
            Set.of("CloseableHttpClient", "HttpClientBuilder", "CloseableHttpAsyncClient", "HttpClient"),
            Set.of(
                    "HttpClients.createDefault",
                    "HttpClients.custom",
                    "HttpClientBuilder.create",
                    "HttpClients.createMinimal",
                    "Request.get",
                    "Request.post",
                    "Request.Get",
                    "Request.Post"),
            Set.of("setResponseTimeout", "responseTimeout", "setSocketTimeout", "setSoTimeout", "socketTimeout"),
            "ms",
            null);

    private ApacheClient() {}
}
