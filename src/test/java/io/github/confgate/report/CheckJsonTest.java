package io.github.confgate.report;

import io.github.confgate.testing.Golden;
import io.github.confgate.testing.StrictSchema;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckJsonTest {

    @Test
    void writesEveryFieldInTheOrderOfTheContract() throws IOException {
        Golden.check(Path.of("testdata/report/check.json"), CheckJson.write(Inspections.everything()));
    }

    @Test
    void keepsToItsSchema() throws IOException {
        StrictSchema.check("check", CheckJson.write(Inspections.everything()));
        StrictSchema.check("diff", DiffJson.write(Inspections.everything()));
    }
}
