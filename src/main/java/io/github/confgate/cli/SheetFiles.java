package io.github.confgate.cli;

import io.github.confgate.rule.Rule;
import io.github.confgate.rule.sheet.SheetReader;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a team's own sheets from disk: one file, or every YAML file of a folder. */
final class SheetFiles {

    private SheetFiles() {}

    static List<Rule> read(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Rule> rules = new ArrayList<>();
            for (Path file : files.filter(SheetFiles::isSheet).sorted().toList()) {
                rules.add(SheetReader.read(file.toString(), Files.readAllBytes(file)));
            }
            if (rules.isEmpty()) {
                throw new UsageException("there is no sheet (*.yaml, *.yml) at " + path);
            }
            return rules;
        } catch (IOException e) {
            throw new UsageException("cannot read " + path + "; name a sheet or a folder of sheets");
        }
    }

    private static boolean isSheet(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
