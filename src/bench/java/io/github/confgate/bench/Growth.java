package io.github.confgate.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * How the time of everything that reads hostile text grows with it: each case at n, 2n and 4n, beside what n log n would
 * make of it. Prints rows of the table in README.md and ends 1 where one grows by more than one and a half of that, from
 * n to 4n and from 4n to 16n: a square would grow by 16 each time.
 *
 * <p>Times are the CPU time of the threads that do the work, the least of several runs, so that other load does not
 * count. Run by {@code src/bench/growth.sh}, with words that the names of the wanted cases hold.
 */
public final class Growth {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double MOST = 1.5;
    private static final int ATTEMPTS = 4;
    private static final long BUDGET = 250_000_000;

    /**
     * Something that takes time.
     *
     * @param n the smallest size
     * @param input makes the work of one size; making it is not measured
     */
    record Case(String name, int n, IntFunction<Runnable> input) {

        /** Something that is done to a text. */
        static Case of(String name, int n, IntFunction<String> text, Function<String, ?> work) {
            return new Case(name, n, size -> {
                String input = text.apply(size);
                return () -> Sink.result = work.apply(input);
            });
        }
    }

    /** Where results go, so that no compiler leaves the work out. */
    static final class Sink {
        static volatile Object result = "";

        private Sink() {}
    }

    private Growth() {}

    public static void main(String[] args) {
        List<String> words = args.length == 0 || args[0].isBlank() ? List.of("") : List.of(args[0].split(" "));
        boolean grew = false;
        for (List<Case> cases : List.of(
                ParserCases.all(), DifferCases.all(), ValueCases.all(), LayerCases.all(), RuleCases.all())) {
            for (Case each : cases) {
                if (words.stream().anyMatch(each.name()::contains)) {
                    grew |= measure(each);
                }
            }
        }
        System.exit(grew ? 1 : 0);
    }

    private static boolean measure(Case each) {
        time(each.input().apply(each.n()));
        // Where the data outgrows a cache of the processor, time takes a step, once. What grows too fast by itself does
        // so from there on as well.
        return grows(each, each.n()) && grows(each, 4 * each.n());
    }

    private static boolean grows(Case each, int n) {
        double[] times = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double wanted = 4 * Math.log(4.0 * n) / Math.log(n);
        double factor = Double.MAX_VALUE;
        // Others fill the caches of the processor as well: what grew once has to grow each time.
        for (int attempt = 0; attempt < ATTEMPTS && factor > MOST * wanted; attempt++) {
            for (int i = 0; i < times.length; i++) {
                times[i] = Math.min(times[i], time(each.input().apply(n << i)));
            }
            factor = times[2] / times[0];
        }
        boolean grew = factor > MOST * wanted;
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.2f | %.2f | %.2f | %.1f | %.1f |%s%n",
                each.name(),
                n,
                times[0],
                times[1],
                times[2],
                factor,
                wanted,
                grew ? " too much" : "");
        return grew;
    }

    /** Milliseconds: the least of as many runs as the budget allows, three at least. */
    private static double time(Runnable work) {
        long least = Long.MAX_VALUE;
        long all = 0;
        for (int runs = 0; runs < 3 || (all < BUDGET && runs < 200); runs++) {
            long start = cpuTime();
            work.run();
            long took = cpuTime() - start;
            // The time of a thread that ended meanwhile is gone from the sum.
            if (took >= 0) {
                least = Math.min(least, took);
                all += took;
            }
        }
        return least / 1e6;
    }

    /** Of this thread and of those that files are read in, so that their time can be limited. */
    private static long cpuTime() {
        long sum = THREADS.getCurrentThreadCpuTime();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("parser")) {
                sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }
}
