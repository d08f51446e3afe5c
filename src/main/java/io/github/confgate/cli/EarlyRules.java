package io.github.confgate.cli;

import io.github.confgate.rule.Rules;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The built-in rules, read while the command line is parsed and the repository is opened.
 *
 * <p>Reading them takes a fifth of a short check, and a start has a second core to spare.
 */
final class EarlyRules {
    private static final FutureTask<Rules> TASK = new FutureTask<>(Rules::builtin);

    private EarlyRules() {}

    static void start() {
        Thread thread = new Thread(TASK, "rules");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for them, or reads them now when nobody has begun. */
    static Rules get() {
        TASK.run();
        try {
            return TASK.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
