package io.github.confgate.fact.java;

import java.util.Set;

/**
 * The blocking client of Apache HttpClient 5. {@code RequestConfig.responseTimeout} is null by default, and then the timeout
 * of the socket holds, which {@code SocketConfig.DEFAULT_SOCKET_TIMEOUT} of HttpCore sets to 3 minutes since 5.1 (sources of
 * httpclient5 5.5, httpcore5 5.1, 5.2.4, 5.3.4; in 5.0 it was zero, for ever). To connect and to get a connection of the pool
 * take 3 minutes at most as well ({@code ConnectionConfig}, {@code RequestConfig}).
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
                    "new HttpHost"),
            Set.of("CloseableHttpClient", "HttpClientBuilder", "HttpClient"),
            Set.of(
                    "HttpClients.createDefault",
                    "HttpClients.custom",
                    "HttpClientBuilder.create",
                    "HttpClients.createMinimal",
                    "Request.get",
                    "Request.post"),
            Set.of("setResponseTimeout", "responseTimeout", "setSocketTimeout", "setSoTimeout", "socketTimeout"),
            "ms",
            "3 min (default of Apache HttpClient 5)");

    private ApacheClient() {}
}
