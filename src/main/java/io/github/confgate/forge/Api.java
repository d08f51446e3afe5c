package io.github.confgate.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The REST API of GitHub, with limits: of time for connecting, for each request and for all of them, of tries, of what
 * an answer may weigh. Follows no redirect, so the token goes nowhere else.
 */
public final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    static final int PAGE = 100;
    private static final int MOST_PAGES = 30;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String root;
    private final String token;
    private final String agent;
    private final Duration each;
    private final long end;

    /**
     * Makes requests in somebody's name.
     *
     * @param root of the API, without a slash at its end
     * @param agent how confgate calls itself
     * @param each what one request may take; all together may take ten times as long
     */
    public Api(String root, String token, String agent, Duration each) {
        this.root = root;
        this.token = token;
        this.agent = agent;
        this.each = each;
        this.end = System.nanoTime() + each.multipliedBy(10).toNanos();
    }

    /** An answer, whatever its status. */
    record Reply(int status, Payload body) {
        boolean ok() {
            return status / 100 == 2;
        }
    }

    /** There is no answer. The message tells why, as the rest of a sentence. */
    static final class Silent extends Exception {
        private static final long serialVersionUID = 1;

        Silent(String message) {
            super(message);
        }
    }

    Reply get(String path) throws Silent {
        return send("GET", path, null);
    }

    /** All items of a list that comes in pages. */
    List<Payload> all(String path) throws Silent {
        List<Payload> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Reply reply = get(path + "?per_page=" + PAGE + "&page=" + page);
            if (!reply.ok()) {
                throw new Silent("GitHub answers " + reply.status());
            }
            List<Payload> items = reply.body().items();
            all.addAll(items);
            if (items.size() < PAGE) {
                return all;
            }
        }
        throw new Silent("there are more than " + MOST_PAGES * PAGE + " entries");
    }

    /**
     * Sends a request. What failed on the other side is sent again, unless it is a {@code POST}: that may have been
     * carried out.
     */
    Reply send(String method, String path, @Nullable String body) throws Silent {
        HttpRequest request = request(method, path, body);
        String trouble = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Duration pause = PAUSE.multipliedBy(attempt);
            try {
                HttpResponse<byte[]> response = await(request);
                int status = response.statusCode();
                OptionalLong wished = response.headers().firstValueAsLong("retry-after");
                boolean limited = status == 429 || (status == 403 && wished.isPresent());
                boolean failed = status >= 500 && !method.equals("POST");
                if (!limited && !failed) {
                    return new Reply(status, Payload.parse(response.body()).orElseGet(Payload::nothing));
                }
                trouble = "GitHub answers " + status;
                if (wished.isPresent()) {
                    pause = Duration.ofSeconds(Math.max(0, wished.getAsLong()));
                }
            } catch (TimeoutException e) {
                trouble = "GitHub does not answer in time";
            } catch (IOException e) {
                trouble = "GitHub cannot be reached";
            }
            boolean again = attempt < TRIES
                    && (!method.equals("POST") || trouble.endsWith("429") || trouble.endsWith("403"))
                    && pause.compareTo(LONGEST_PAUSE) <= 0
                    && System.nanoTime() + pause.toNanos() < end;
            if (!again) {
                break;
            }
            sleep(pause);
        }
        throw new Silent(trouble);
    }

    private HttpRequest request(String method, String path, @Nullable String body) throws Silent {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                    .timeout(each)
                    .header("Accept", "application/vnd.github+json")
                    .header("X-GitHub-Api-Version", "2022-11-28")
                    .header("User-Agent", agent)
                    .header("Authorization", "Bearer " + token)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body, UTF_8));
            return body == null
                    ? request.build()
                    : request.header("Content-Type", "application/json").build();
        } catch (IllegalArgumentException e) {
            // Its message could hold the token.
            throw new Silent("the address of the API or the token is not written as it should be");
        }
    }

    /** Waits for all of an answer: the time-out of a request ends with its headers. */
    private HttpResponse<byte[]> await(HttpRequest request) throws IOException, TimeoutException {
        long left = Math.min(each.toNanos(), end - System.nanoTime());
        if (left <= 0) {
            throw new TimeoutException();
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, limited());
        try {
            return answer.get(left, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
                throw new TimeoutException();
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static BodyHandler<byte[]> limited() {
        return info -> new LimitedBody(BodySubscribers.ofByteArray(), MOST_BYTES);
    }

    private static void sleep(Duration pause) throws Silent {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent("the run was ended");
        }
    }
}
