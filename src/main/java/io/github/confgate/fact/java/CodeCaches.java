package io.github.confgate.fact.java;

import io.github.confgate.fact.cache.CacheFolder;
import io.github.confgate.source.Sha256;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have seen of Java files, one file a repository, in a folder of the user. Nothing is opened before a
 * repository with Java code asks. Serves one thread.
 */
public final class CodeCaches {

    private static final CodeCaches NONE = new CodeCaches(null);

    private static final int FEW = 200;

    private final @Nullable Path folder;
    private CacheFolder.@Nullable Opened opened;
    private OptionalLong stamp = OptionalLong.empty();
    private String unused = "";

    /** @param folder null where nothing is kept */
    public CodeCaches(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Where nothing is kept between runs. */
    public static CodeCaches none() {
        return NONE;
    }

    /** Why nothing is kept although it should be; empty where it is, or nobody has asked. */
    public String unused() {
        return unused;
    }

    /** The same; nothing is kept of so few files that reading them again takes no time that anybody would notice. */
    public CodeCache of(SourceReader reader, List<SourceFile> java) {
        return java.size() < FEW ? CodeCache.NONE : of(reader);
    }

    /** What is known of a repository that is on disk; never from a folder in it, where a change could bring it along. */
    public CodeCache of(SourceReader reader) {
        Optional<Path> home = reader.home();
        if (folder == null || home.isEmpty()) {
            return CodeCache.NONE;
        }
        if (isWithin(reader, home.get(), folder)) {
            unused = folder + " lies within the repository";
            return CodeCache.NONE;
        }
        CacheFolder.Opened known = opened;
        if (known == null) {
            known = CacheFolder.open(folder);
            opened = known;
            unused = known.unused();
            stamp = known.folder() == null ? stamp : ScanStamp.get();
        }
        return known.folder() == null || stamp.isEmpty()
                ? CodeCache.NONE
                : new CodeCache(known.folder(), name(home.get()), stamp.getAsLong());
    }

    /** Of a folder that is not there yet, where it would be. */
    private static boolean isWithin(SourceReader reader, Path home, Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            try {
                Path real = above.toRealPath();
                return real.startsWith(home) || reader.within(real).isPresent();
            } catch (IOException e) {
                // Not there: the one above it tells.
            }
        }
        return true;
    }

    private static String name(Path home) {
        byte[] sum = Sha256.digest().digest(home.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sum, 0, 16);
    }
}
