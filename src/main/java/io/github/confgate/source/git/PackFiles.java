package io.github.confgate.source.git;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The pack files of a repository and of those that it borrows from, as far as it is told without JGit where in them an
 * object lies (gitformat-pack, index version 2; gitrepository-layout, {@code info/alternates}). Objects that are loose or
 * packed later are in none of them. Safe for use by several threads.
 */
final class PackFiles implements AutoCloseable {

    private static final int HEADER = 8;
    private static final int FANOUT = 256 * 4;
    private static final int ID = 20;
    private static final int CHECKSUM = 4;
    private static final int GUESSES = 12;
    private static final long WINDOW = 1 << 16;
    private static final int WINDOWS = 512;

    /** Git follows a chain of repositories that borrow from each other no further. */
    private static final int MOST_BORROWED = 6;

    private final List<Pack> packs = new ArrayList<>();

    /** Pieces of pack files, each where its place says; another one takes its place. */
    private final AtomicReferenceArray<@Nullable Window> windows = new AtomicReferenceArray<>(WINDOWS);

    private record Pack(Path file, ByteBuffer index, AtomicReference<@Nullable FileChannel> open) {}

    /**
     * A piece of a pack file.
     *
     * @param start where in it, in bytes
     * @param bytes never to be written to; fewer than those of others at the end of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Window(int pack, long start, byte[] bytes) {}

    /**
     * Where an object lies.
     *
     * @param pack the number of the pack file
     * @param offset in it, in bytes; of one from 2^31 on, which its index holds elsewhere, some larger number
     */
    record Place(int pack, long offset) {}

    PackFiles(Repository repository) {
        Set<Path> folders = new LinkedHashSet<>();
        borrowed(new File(repository.getCommonDirectory(), "objects").toPath(), folders, 0);
        folders.forEach(this::add);
    }

    private static void borrowed(Path objects, Set<Path> folders, int depth) {
        if (!folders.add(objects.normalize()) || depth == MOST_BORROWED) {
            return;
        }
        Path alternates = objects.resolve("info/alternates");
        try {
            for (String line : Files.isRegularFile(alternates) ? Files.readAllLines(alternates) : List.<String>of()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    borrowed(objects.resolve(line), folders, depth + 1);
                }
            }
        } catch (IOException | InvalidPathException e) {
            // JGit looks for what these repositories have.
        }
    }

    private void add(Path objects) {
        int known = packs.size();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(objects.resolve("pack"), "*.idx")) {
            for (Path file : files) {
                ByteBuffer index = map(file);
                if (index.getInt(0) == 0xff744f63 && index.getInt(4) == 2) {
                    String name = file.getFileName().toString();
                    Path pack = file.resolveSibling(name.substring(0, name.length() - ".idx".length()) + ".pack");
                    packs.add(new Pack(pack, index, new AtomicReference<>()));
                }
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            packs.subList(known, packs.size()).clear();
        }
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The piece of a pack file in which an offset lies; null where there is none, or no file any more. */
    @Nullable
    Window window(int pack, long offset) {
        long start = offset & -WINDOW;
        int slot = (int) (start / WINDOW + pack * 131L) & WINDOWS - 1;
        Window known = windows.get(slot);
        if (known != null && known.pack() == pack && known.start() == start) {
            return offset < start + known.bytes().length ? known : null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) WINDOW);
            FileChannel channel = channel(packs.get(pack));
            int length = 1;
            while (bytes.hasRemaining() && length > 0) {
                length = channel.read(bytes, start + bytes.position());
            }
            Window read = new Window(
                    pack, start, bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array());
            windows.set(slot, read);
            return offset < start + read.bytes().length ? read : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static FileChannel channel(Pack pack) throws IOException {
        FileChannel known = pack.open().get();
        if (known != null && known.isOpen()) {
            return known;
        }
        FileChannel opened = FileChannel.open(pack.file(), StandardOpenOption.READ);
        if (pack.open().compareAndSet(known, opened)) {
            return opened;
        }
        opened.close();
        return channel(pack);
    }

    @Override
    public void close() {
        for (Pack pack : packs) {
            FileChannel open = pack.open().get();
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                // Nothing was written to it.
            }
        }
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

    /**
     * Ids are spread evenly, so that where one stands between two others is nearly told by its next bytes: four places
     * are looked at where halving would look at twelve. Who spreads them unevenly gets them halved.
     */
    private static long offset(ByteBuffer index, AnyObjectId id) {
        int first = id.getFirstByte();
        int low = first == 0 ? 0 : index.getInt(HEADER + 4 * (first - 1));
        int high = index.getInt(HEADER + 4 * first);
        byte[] raw = new byte[ID];
        id.copyRawTo(raw, 0);
        ByteBuffer wanted = ByteBuffer.wrap(raw);
        long start = wanted.getLong(0);
        long above = middle(-1);
        long below = 0;
        for (int looked = 0; low < high; looked++) {
            long part =
                    looked < GUESSES ? (middle(start) - below) * (high - low) / (above - below + 1) : high - low >> 1;
            int at = low + (int) part;
            int ids = HEADER + FANOUT + ID * at;
            long there = index.getLong(ids);
            int order = there == start ? compareRest(index, ids, wanted) : Long.compareUnsigned(there, start);
            if (order == 0) {
                int offsets = HEADER + FANOUT + (ID + CHECKSUM) * index.getInt(HEADER + 4 * 255);
                return Integer.toUnsignedLong(index.getInt(offsets + 4 * at));
            }
            if (order < 0) {
                low = at + 1;
                below = middle(there);
            } else {
                high = at;
                above = middle(there);
            }
        }
        return -1;
    }

    /** The bytes of an id behind its first one, as far as a guess needs them. */
    private static long middle(long start) {
        return start << 8 >>> 32;
    }

    private static int compareRest(ByteBuffer index, int at, ByteBuffer id) {
        int order = 0;
        for (int i = Long.BYTES; order == 0 && i < ID; i += Integer.BYTES) {
            order = Integer.compareUnsigned(index.getInt(at + i), id.getInt(i));
        }
        return order;
    }
}
