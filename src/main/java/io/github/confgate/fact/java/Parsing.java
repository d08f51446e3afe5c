package io.github.confgate.fact.java;

import io.github.confgate.source.Diagnostic;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Parses one file within limits of time and depth; what a parser makes of hostile text is a diagnostic. */
final class Parsing {

    private static final long SECONDS = 10;

    /** What deep nesting may take: 8 MiB hold some thousand levels. */
    private static final long STACK = 8L * 1024 * 1024;

    private Parsing() {}

    /** The file, or why there is none. */
    record Result(@Nullable JavaFile file, @Nullable Diagnostic diagnostic) {}

    static Result parse(String path, byte[] bytes) {
        CompletableFuture<Optional<JavaFile>> read = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> parse(path, bytes, read), "java parser", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return read.get(SECONDS, TimeUnit.SECONDS)
                    .map(file -> new Result(file, null))
                    .orElseGet(() -> refused(path, Diagnostic.Kind.UNPARSED, "is no Java that the parser knows"));
        } catch (TimeoutException e) {
            return refused(path, Diagnostic.Kind.LIMIT, "takes more than " + SECONDS + " s to parse");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was read", e);
        } catch (ExecutionException e) {
            return e.getCause() instanceof StackOverflowError
                    ? refused(path, Diagnostic.Kind.LIMIT, "is nested too deeply to parse")
                    : refused(path, Diagnostic.Kind.UNPARSED, "is no Java that the parser knows");
        }
    }

    private static void parse(String path, byte[] bytes, CompletableFuture<Optional<JavaFile>> read) {
        try {
            read.complete(SyntaxReader.read(path, bytes));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // The parser's own faults on odd text are the text's trouble here.
            read.completeExceptionally(e);
        } catch (Error e) {
            read.completeExceptionally(e);
            throw e;
        }
    }

    private static Result refused(String path, Diagnostic.Kind kind, String why) {
        return new Result(null, new Diagnostic(path, 0, kind, why + "; who reads keys in it is not known"));
    }
}
