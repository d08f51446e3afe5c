package io.github.confgate.report;

import io.github.confgate.fact.Reader;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.RuleSheet.Kind;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.StrictSchema;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckJsonTest {

    /** What the contract names and no case reaches yet: readers, waivers, hostile text. */
    private static Inspection everything() {
        Location place = new Location("src/Client.java", new Region(41, 1, 41, 2), Inspections.HEAD);
        return new Inspections()
                .change("config/production.yml", "auth.server.url", "https://a.example", Inspections.HOSTILE)
                .reader(new Reader(place, Reader.Timeout.MISSING))
                .blocking("promotion-skipped", Severity.CRITICAL, Kind.PROMOTION, "auth.server.url skips staging")
                .waived("key-removed", Severity.HIGH, "is gone")
                .diagnostic(new Diagnostic("", 0, Diagnostic.Kind.UNRESOLVED, "lone \ud800 surrogate"))
                .build();
    }

    @Test
    void writesEveryFieldInTheOrderOfTheContract() throws IOException {
        Golden.check(Path.of("testdata/report/check.json"), CheckJson.write(everything()));
    }

    @Test
    void keepsToItsSchema() throws IOException {
        StrictSchema.check("check", CheckJson.write(everything()));
        StrictSchema.check("diff", DiffJson.write(everything()));
    }
}
