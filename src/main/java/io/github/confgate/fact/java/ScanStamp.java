package io.github.confgate.fact.java;

import com.github.javaparser.JavaParser;
import io.github.confgate.fact.RelaxedKey;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells the code that scans from any other: a checksum of this package, of the one of facts and of the parser as they are run. What another
 * build has found counts for nothing, whatever it called its version.
 */
final class ScanStamp {

    private ScanStamp() {}

    /** Empty where nobody can say what is run. */
    static OptionalLong get() {
        CRC32 sum = new CRC32();
        return add(ScanStamp.class, sum) && add(RelaxedKey.class, sum) && add(JavaParser.class, sum)
                ? OptionalLong.of(sum.getValue())
                : OptionalLong.empty();
    }

    private static boolean add(Class<?> type, CRC32 sum) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return false;
        }
        String folder = type.getPackageName().replace('.', '/') + "/";
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                folder(place.resolve(folder), sum);
            } else {
                jar(place, folder, sum);
            }
            return true;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return false;
        }
    }

    /** A jar says the checksum of each file without reading it. */
    private static void jar(Path place, String folder, CRC32 sum) throws IOException {
        try (ZipFile jar = new ZipFile(place.toFile())) {
            jar.stream().filter(entry -> entry.getName().startsWith(folder)).forEach(entry -> add(entry, sum));
        }
    }

    private static void add(ZipEntry entry, CRC32 sum) {
        sum.update((entry.getName() + ' ' + entry.getCrc() + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static void folder(Path folder, CRC32 sum) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
        }
    }
}
