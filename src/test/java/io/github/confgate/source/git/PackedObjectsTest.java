package io.github.confgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedObjectsTest {

    @TempDir
    Path temporary;

    private TestRepository repository;

    @BeforeEach
    void makeObjects() {
        repository = TestRepository.in(temporary.resolve("own"));
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        // Packed, it is longer than what is read of a pack file at a time.
        for (int i = 0; i < 8_000; i++) {
            text.append("key-").append(i).append(": ").append(random.nextLong()).append('\n');
        }
        for (int i = 0; i < 12; i++) {
            String large = text.toString().replace("key-" + i + ":", "other-" + i + ": 1\nkey-" + i + ":");
            repository
                    .write("large.yml", large)
                    .write("a/b.yml", "x: " + i + "\n")
                    .write("a/c" + i + ".yml", "")
                    .commit("Number " + i + "\n\n" + "The same words as ever, and many of them.\n".repeat(40));
        }
    }

    @Test
    void areWhatJGitReads() throws IOException {
        repository.git("gc", "-q", "--aggressive", "--prune=now");
        assertReadsAll(repository);
    }

    @Test
    void areReadWhereDeltasNameTheirBase() throws IOException {
        repository.git("config", "repack.useDeltaBaseOffset", "false");
        repository.git("repack", "-adfq", "--depth=40", "--window=20");
        assertReadsAll(repository);
    }

    @Test
    void areReadOutOfSeveralPacksAndThoseOfOtherRepositories() throws IOException {
        repository.git("repack", "-q");
        repository.write("a/b.yml", "x: 100\n").commit("Later");
        repository.git("repack", "-q");
        repository.git("prune-packed", "-q");
        TestRepository borrower = TestRepository.in(temporary.resolve("borrower"));
        Files.writeString(
                borrower.path(".git/objects/info/alternates"),
                "# where\n" + temporary.resolve("own/.git/objects") + "\n");
        assertReadsAll(borrower);
    }

    private void assertReadsAll(TestRepository from) throws IOException {
        Map<ObjectId, Integer> objects = objects();
        assertThat(objects).hasSizeGreaterThan(40);
        try (Repository opened = open(from);
                ObjectReader reader = opened.newObjectReader();
                PackFiles packs = new PackFiles(opened);
                PackedObjects packed = new PackedObjects(packs)) {
            objects.forEach((id, type) -> assertThat(packed.read(id, type)).isEqualTo(read(reader, id)));
        }
    }

    private static byte[] read(ObjectReader reader, ObjectId id) {
        try {
            return reader.open(id).getCachedBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void areNoneWhereObjectsAreLooseOrOfAnotherType() throws IOException {
        ObjectId commit = ObjectId.fromString(repository.head());
        assertThat(read(commit, Constants.OBJ_COMMIT)).isNull();
        repository.git("gc", "-q");
        assertThat(read(commit, Constants.OBJ_COMMIT)).isNotNull();
        assertThat(read(commit, Constants.OBJ_TREE)).isNull();
    }

    private byte @Nullable [] read(ObjectId id, int type) throws IOException {
        try (Repository opened = open(repository);
                PackFiles packs = new PackFiles(opened);
                PackedObjects packed = new PackedObjects(packs)) {
            return packed.read(id, type);
        }
    }

    @Test
    void areLeftToJGitWhereAPackIsBroken() throws IOException {
        repository.git("gc", "-q", "--aggressive", "--prune=now");
        Map<ObjectId, Integer> objects = objects();
        Path pack = pack();
        byte[] whole = Files.readAllBytes(pack);
        Files.delete(pack);
        Random random = new Random(11);
        int none = 0;
        for (int i = 0; i < 60; i++) {
            byte[] other = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int j = 0; j < 40 && i % 3 > 0; j++) {
                other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(pack, other);
            try (Repository opened = open(repository);
                    PackFiles packs = new PackFiles(opened);
                    PackedObjects packed = new PackedObjects(packs)) {
                for (Map.Entry<ObjectId, Integer> each : objects.entrySet()) {
                    byte[] read = packed.read(each.getKey(), each.getValue());
                    none += read == null ? 1 : 0;
                }
            }
        }
        assertThat(none).isGreaterThan(objects.size());
    }

    private Map<ObjectId, Integer> objects() {
        Map<ObjectId, Integer> objects = new LinkedHashMap<>();
        String all = repository.git(
                "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype) %(deltabase)");
        assertThat(all.lines().filter(line -> !line.matches(".* 0+")).count()).isPositive();
        for (String line : all.lines().toList()) {
            String[] words = line.split(" ");
            int type =
                    switch (words[1]) {
                        case "commit" -> Constants.OBJ_COMMIT;
                        case "tree" -> Constants.OBJ_TREE;
                        default -> Constants.OBJ_BLOB;
                    };
            objects.put(ObjectId.fromString(words[0]), type);
        }
        return objects;
    }

    private Path pack() throws IOException {
        try (Stream<Path> files = Files.list(repository.path(".git/objects/pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Repository open(TestRepository repository) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(repository.path(".git").toFile())
                .build();
    }
}
