package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the readers of keys in few bytes, without the revision of their files, and reads them again. */
final class PackedReaders {

    private PackedReaders() {}

    static byte[] write(Map<WantedKey, List<Reader>> found) {
        Packed.Out out = new Packed.Out();
        out.list(new ArrayList<>(found.entrySet()), each -> {
            out.number(each.getKey().variable() ? 1 : 0);
            out.list(each.getKey().names(), out::text);
            out.list(each.getValue(), reader -> write(reader, out));
        });
        return out.bytes();
    }

    /** Empty where the bytes make no sense for these files. */
    static Optional<Map<WantedKey, List<Reader>>> read(byte[] bytes, List<SourceFile> files) {
        Packed.In in = new Packed.In(bytes);
        Map<WantedKey, List<Reader>> found = new LinkedHashMap<>();
        try {
            List<Found> all = in.list(() -> {
                boolean variable = in.number() == 1;
                return new Found(new WantedKey(in.list(in::text), variable), in.list(() -> reader(in, files)));
            });
            all.forEach(each -> found.put(each.key(), each.readers()));
            return in.isAtEnd() ? Optional.of(found) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private record Found(WantedKey key, List<Reader> readers) {}

    private static void write(Reader reader, Packed.Out out) {
        write(reader.location(), out);
        out.text(reader.key());
        out.text(reader.owner());
        out.text(reader.type());
        Reader.Fallback fallback = reader.fallback();
        out.number(fallback == null ? 0 : 1);
        if (fallback != null) {
            out.text(fallback.text());
            out.text(fallback.shown());
        }
        out.number(reader.required() ? 1 : 0);
        out.list(reader.constraints(), each -> {
            out.text(each.name());
            out.list(new ArrayList<>(each.values().entrySet()), value -> {
                out.text(value.getKey());
                out.text(value.getValue());
            });
        });
        Reader.Wait waits = reader.waits();
        out.text(waits.timeout().name());
        out.text(waits.client());
        out.text(waits.limit());
        Location made = waits.made();
        out.number(made == null ? 0 : 1);
        if (made != null) {
            write(made, out);
        }
    }

    private static void write(Location location, Packed.Out out) {
        out.text(location.path());
        Region region = location.region();
        out.number(region.line());
        out.number(region.column());
        out.number(region.endLine());
        out.number(region.endColumn());
    }

    private static Reader reader(Packed.In in, List<SourceFile> files) {
        return new Reader(
                location(in, files),
                "",
                in.text(),
                in.text(),
                in.text(),
                in.number() == 0 ? null : new Reader.Fallback(in.text(), in.text()),
                in.number() == 1,
                in.list(() -> {
                    String name = in.text();
                    Map<String, String> values = new HashMap<>();
                    in.list(() -> values.put(in.text(), in.text()) == null);
                    return new Reader.Constraint(name, values);
                }),
                waits(in, files));
    }

    private static Reader.Wait waits(Packed.In in, List<SourceFile> files) {
        Reader.Timeout timeout = Reader.Timeout.valueOf(in.text());
        String client = in.text();
        String limit = in.text();
        @Nullable Location made = in.number() == 0 ? null : location(in, files);
        return new Reader.Wait(timeout, client, limit, made);
    }

    /** All files of a search are of one revision. */
    private static Location location(Packed.In in, List<SourceFile> files) {
        String path = in.text();
        Region region = new Region(in.number(), in.number(), in.number(), in.number());
        return new Location(path, region, files.get(0).revision());
    }
}
