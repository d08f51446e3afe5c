package io.github.confgate.cli;

import io.github.confgate.inspection.AuditEntry;
import java.util.function.Consumer;

/** A line on the terminal that tells how far an audit is. Nothing where no terminal is, or somebody wants quiet. */
final class Progress {
    private static final int EVERY = 2_000;

    private final Surroundings surroundings;
    private final boolean shown;
    private int changes;

    Progress(Surroundings surroundings, boolean wanted) {
        this.surroundings = surroundings;
        // The launcher can tell whether standard error is a terminal.
        this.shown = wanted && Boolean.getBoolean("confgate.progress");
    }

    Consumer<AuditEntry> with(Consumer<AuditEntry> sink) {
        return !shown
                ? sink
                : entry -> {
                    sink.accept(entry);
                    if (entry instanceof AuditEntry.Changed changed && ++changes % EVERY == 0) {
                        tell(changes + " changes, up to "
                                + changed.commit().time().toString().substring(0, 10));
                    }
                };
    }

    private void tell(String text) {
        surroundings.err().print("\r" + text + "\u001b[K");
        surroundings.err().flush();
    }

    void end() {
        if (shown && changes >= EVERY) {
            tell("");
            surroundings.err().print("\r");
            surroundings.err().flush();
        }
    }
}
