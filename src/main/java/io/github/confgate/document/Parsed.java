package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;
import java.util.List;

/** What parsing gave: a document, perhaps with remarks, or the reason why there is none. */
public sealed interface Parsed {

    /** @param duplicates the keys that stand twice, of which remarks tell too */
    record Ok(Document document, List<Diagnostic> remarks, List<Duplicate> duplicates) implements Parsed {
        public Ok {
            remarks = List.copyOf(remarks);
            duplicates = List.copyOf(duplicates);
        }

        public Ok(Document document, List<Diagnostic> remarks) {
            this(document, remarks, List.of());
        }
    }

    record Failed(Diagnostic diagnostic) implements Parsed {}
}
