package io.github.confgate.fact.java;

import java.util.Set;

/**
 * OkHttp: to connect, to read and to write take 10 seconds at most each when nobody says otherwise, and there is no limit on the
 * whole call ({@code OkHttpClient.Builder}, source of OkHttp 4.12.0). Zero is for ever. Retrofit uses it.
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
