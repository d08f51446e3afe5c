package io.github.confgate.document;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a file in a thread of its own, which is left behind when it takes too long: no library can be stopped from
 * without. Such a thread does not keep the program from ending.
 */
final class TimeLimit {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "parser");
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {}

    static Parsed hold(String path, Limits limits, Callable<Parsed> read) {
        Future<Parsed> parsed = THREADS.submit(read);
        try {
            return parsed.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            parsed.cancel(true);
            return Refusal.tooSlow(limits).failed(path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
