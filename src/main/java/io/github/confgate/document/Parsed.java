package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;
import java.util.List;

/** What parsing gave: a document, perhaps with remarks, or the reason why there is none. */
public sealed interface Parsed {

    record Ok(Document document, List<Diagnostic> remarks) implements Parsed {
        public Ok {
            remarks = List.copyOf(remarks);
        }
    }

    record Failed(Diagnostic diagnostic) implements Parsed {}
}
