package io.github.confgate.fact.java;

import java.util.Set;

/**
 * Apache HttpClient 4, blocking or not. {@code RequestConfig.socketTimeout} is -1 by default, "undefined", and then that of
 * {@code SocketConfig} holds, which is 0, for ever (sources of httpclient 4.5.14 and httpcore 4.4.16).
 */
final class Apache4Client {

    static final Client CLIENT = new Client(
            "Apache HttpClient 4",
            Set.of(
                    "new HttpGet",
                    "new HttpPost",
                    "new HttpPut",
                    "new HttpDelete",
                    "new HttpPatch",
                    "new HttpHead",
                    "RequestBuilder.get",
                    "RequestBuilder.post",
                    "RequestBuilder.setUri",
                    "Request.Get",
                    "Request.Post",
                    "Request.Put",
                    "new HttpHost"),
            Set.of("CloseableHttpClient", "HttpClientBuilder", "CloseableHttpAsyncClient", "HttpClient"),
            Set.of(
                    "HttpClients.createDefault",
                    "HttpClients.createSystem",
                    "HttpClients.createMinimal",
                    "HttpClients.custom",
                    "HttpClientBuilder.create",
                    "HttpAsyncClients.createDefault",
                    "HttpAsyncClients.custom",
                    "new DefaultHttpClient",
                    "Request.Get",
                    "Request.Post",
                    "Request.Put"),
            Set.of("setSocketTimeout", "setSoTimeout", "socketTimeout"),
            "ms",
            null,
            "org.apache.http.");

    private Apache4Client() {}
}
