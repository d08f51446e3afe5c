package io.github.confgate.source.git;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The pack files of a repository, as far as it is told without JGit where in them an object lies (gitformat-pack, index
 * version 2). Objects that are loose, borrowed from another repository or packed later are in none of them. Safe for use
 * by several threads.
 */
final class PackFiles {

    private static final int HEADER = 8;
    private static final int FANOUT = 256 * 4;
    private static final int ID = 20;
    private static final int CHECKSUM = 4;

    private final List<Pack> packs = new ArrayList<>();

    private record Pack(Path file, ByteBuffer index) {}

    /**
     * Where an object lies.
     *
     * @param pack the number of the pack file
     * @param offset in it, in bytes; of one from 2^31 on, which its index holds elsewhere, some larger number
     */
    record Place(int pack, long offset) {}

    PackFiles(Repository repository) {
        Path folder = new File(repository.getCommonDirectory(), "objects/pack").toPath();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.idx")) {
            for (Path file : files) {
                ByteBuffer index = map(file);
                if (index.getInt(0) == 0xff744f63 && index.getInt(4) == 2) {
                    String name = file.getFileName().toString();
                    Path pack = file.resolveSibling(name.substring(0, name.length() - ".idx".length()) + ".pack");
                    packs.add(new Pack(pack, index));
                }
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            packs.clear();
        }
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The pack file with a number. */
    Path file(int pack) {
        return packs.get(pack).file();
    }

    /** Where an object lies; null where that is not told. */
    @Nullable
    Place place(AnyObjectId id) {
        for (int i = 0; i < packs.size(); i++) {
            long offset = offset(packs.get(i).index(), id);
            if (offset >= 0) {
                return new Place(i, offset);
            }
        }
        return null;
    }

    private static long offset(ByteBuffer index, AnyObjectId id) {
        int first = id.getFirstByte();
        int low = first == 0 ? 0 : index.getInt(HEADER + 4 * (first - 1));
        int high = index.getInt(HEADER + 4 * first);
        int count = index.getInt(HEADER + 4 * 255);
        ByteBuffer raw = ByteBuffer.allocate(ID);
        id.copyRawTo(raw.array(), 0);
        long start = raw.getLong(0);
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = compare(index, HEADER + FANOUT + ID * middle, start, raw);
            if (order == 0) {
                int offsets = HEADER + FANOUT + (ID + CHECKSUM) * count;
                return Integer.toUnsignedLong(index.getInt(offsets + 4 * middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return -1;
    }

    /** @param start the first bytes of the id, by which nearly all others are told from it */
    private static int compare(ByteBuffer index, int at, long start, ByteBuffer id) {
        int order = Long.compareUnsigned(index.getLong(at), start);
        for (int i = Long.BYTES; order == 0 && i < ID; i += Integer.BYTES) {
            order = Integer.compareUnsigned(index.getInt(at + i), id.getInt(i));
        }
        return order;
    }
}
