package io.github.confgate.fact.java;

import java.util.Set;

/**
 * OkHttp: "connect, read and write timeouts are 10 seconds" when nobody says otherwise ({@code OkHttpClient.Builder}, OkHttp
 * 4 and 5); there is no limit on the whole call. Zero is for ever. Retrofit uses it.
 */
final class OkHttpClient {

    static final Client CLIENT = new Client(
            "OkHttp",
            Set.of(
                    "Request.Builder.url",
                    "Retrofit.Builder.baseUrl",
                    "Builder.baseUrl",
                    "Builder.url",
                    "HttpUrl.parse",
                    "HttpUrl.get"),
            Set.of("OkHttpClient", "OkHttpClient.Builder"),
            Set.of("new OkHttpClient", "new OkHttpClient.Builder", "new Retrofit.Builder"),
            Set.of("readTimeout", "callTimeout"),
            "ms",
            "10 s (default of OkHttp)");

    private OkHttpClient() {}
}
