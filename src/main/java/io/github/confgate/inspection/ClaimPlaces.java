package io.github.confgate.inspection;

import io.github.confgate.document.Document;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Where waivers may stand outside of the policy: the files that are judged, and the messages of the commits that bring them. */
interface ClaimPlaces {

    /** The files that may hold comments, at base or now. */
    List<FilePair> pairs();

    /** A file of base by the path that it has now. */
    Optional<SourceFile> atBase(String path);

    /** Whether a key of a file is gone. */
    boolean loses(String path);

    /** A file's text; empty when it cannot be read, and where it is known to hold no comment. */
    Optional<String> text(SourceFile file);

    /** The parsed file; empty when it cannot be parsed. */
    Optional<Document> document(SourceFile file);

    /** The commits whose trailers count where the policy lets trailers count. */
    List<RangeCommit> commits();
}
