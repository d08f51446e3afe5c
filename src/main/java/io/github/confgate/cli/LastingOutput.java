package io.github.confgate.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Remembers why writing failed; a {@link PrintStream} forgets. */
final class LastingOutput extends OutputStream {
    private final OutputStream target;
    private @Nullable IOException failure;

    LastingOutput(OutputStream target) {
        this.target = target;
    }

    PrintStream printer(Charset charset) {
        return new Printer(this, charset);
    }

    /** Whether output was lost that somebody was still waiting for. */
    static boolean isLost(PrintStream stream) {
        if (!stream.checkError() || !(stream instanceof Printer printer)) {
            return false;
        }
        IOException failure = printer.output.failure;
        String reason = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
        return !reason.toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private static final class Printer extends PrintStream {
        private final LastingOutput output;

        private Printer(LastingOutput output, Charset charset) {
            super(new BufferedOutputStream(output, 1 << 16), false, charset);
            this.output = output;
        }
    }
}
